package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedTemplatesTest {

    private static final Path FILE = Path.of("publish.json");
    private static final String FIRST = "{\"id\": \"publish\", \"version\": 1, \"name\": \"Publish\"}\n";
    private static final String FIRST_CHANGED = FIRST.replace("Publish", "Publish now");
    private static final String SECOND = FIRST_CHANGED.replace("1", "2");

    @TempDir
    private Path folder;

    @BeforeEach
    void noTemplateIsReleased() throws IOException {
        Files.writeString(folder.resolve("released.json"), "{ }");
        Files.writeString(folder.resolve(FILE), FIRST);
    }

    @Test
    void aTemplateMayChangeUntilItIsReleased() throws IOException {
        assertThat(released().violations(FILE, FIRST_CHANGED)).isEmpty();
    }

    @Test
    void aReleasedTemplateMayStayAsItIs() throws IOException {
        released().enter(FIRST);

        assertThat(released().violations(FILE, FIRST)).isEmpty();
    }

    @Test
    void aReleasedTemplateThatChangesAsksForARaisedVersion() throws IOException {
        released().enter(FIRST);

        assertThat(released().violations(FILE, FIRST_CHANGED))
                .containsExactly("Version 1 of publish.json is released and must not change:"
                        + " raise the version in @ElementTemplate.");
    }

    @Test
    void aRaisedVersionAsksForTheOlderOneToStayAvailable() throws IOException {
        released().enter(FIRST);

        assertThat(released().violations(FILE, SECOND))
                .containsExactly("versioned/publish-1.json is missing or not what was released as version 1 of"
                        + " publish.json.");
    }

    @Test
    void writingARaisedVersionKeepsTheOlderOne() throws IOException {
        released().enter(FIRST);

        released().keep(FILE, SECOND);

        assertThat(folder.resolve("versioned/publish-1.json")).hasContent(FIRST.strip());
        assertThat(released().violations(FILE, SECOND)).isEmpty();
    }

    @Test
    void aKeptVersionThatWasTouchedIsReported() throws IOException {
        released().enter(FIRST);
        released().keep(FILE, SECOND);
        Files.writeString(folder.resolve("versioned/publish-1.json"), FIRST_CHANGED);

        assertThat(released().violations(FILE, SECOND)).hasSize(1);
    }

    @Test
    void aVersionBelowTheReleasedOneIsReported() throws IOException {
        released().enter(SECOND);

        assertThat(released().violations(FILE, FIRST))
                .containsExactly("publish.json has version 1, but version 2 is released.");
    }

    @Test
    void aVersionThatWasNeverReleasedIsNotKept() throws IOException {
        released().keep(FILE, SECOND);

        assertThat(folder.resolve("versioned")).doesNotExist();
    }

    private ReleasedTemplates released() throws IOException {
        return ReleasedTemplates.in(folder);
    }
}
