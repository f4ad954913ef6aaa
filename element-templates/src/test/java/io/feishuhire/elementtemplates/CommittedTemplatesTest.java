package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommittedTemplatesTest {

    private static final Path FOLDER = Path.of("");

    @ParameterizedTest
    @MethodSource("files")
    void theCommittedFileIsWhatTheAnnotatedJavaMakes(Path file) throws IOException {
        assertThat(Files.readString(FOLDER.resolve(file)))
                .as(
                        "element-templates/%s is not what the annotated Java makes. Write it anew with:"
                                + " ./mvnw -q -Pupdate-templates",
                        file)
                .isEqualTo(TemplateWriter.files().get(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aReleasedTemplateNeverChangesWithoutARaisedVersion(Path file) throws IOException {
        var released = ReleasedTemplates.in(FOLDER);

        assertThat(released.violations(file, TemplateWriter.files().get(file))).isEmpty();
    }

    @Test
    void noTwoTemplatesShareAnId() {
        assertThat(ConnectorTemplate.all())
                .extracting(template -> template.template().path("id").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingIsCommittedThatNoConnectorHas() throws IOException {
        var committed = new ArrayList<Path>();
        for (var folder : List.of("", "hybrid", "starter")) {
            try (var files = Files.newDirectoryStream(Path.of(folder), "feishu-hire-*")) {
                files.forEach(committed::add);
            }
        }

        assertThat(committed)
                .containsExactlyInAnyOrderElementsOf(TemplateWriter.files().keySet());
    }

    static Stream<Path> files() {
        return ConnectorTemplate.all().map(ConnectorTemplate::file);
    }
}
