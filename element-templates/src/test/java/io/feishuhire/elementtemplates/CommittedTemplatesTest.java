package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommittedTemplatesTest {

    private static final Path FOLDER = Path.of("");

    @ParameterizedTest
    @MethodSource("files")
    void theCommittedFileIsWhatTheAnnotatedJavaMakes(Path file) throws IOException {
        var committed = Files.readString(FOLDER.resolve(file));
        var made = TemplateWriter.files().get(file);
        if (!committed.equals(made)) {
            fail(
                    "element-templates/%s is not what the annotated Java makes. Write it anew with: ./mvnw -q -Pupdate-templates%nIt first differs in %s"
                            .formatted(
                                    file,
                                    firstDifference(
                                            committed.lines().toList(),
                                            made.lines().toList())));
        }
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

    /** The whole files would bury the one line that matters. */
    private static String firstDifference(List<String> committed, List<String> made) {
        var line = IntStream.range(0, Math.min(committed.size(), made.size()))
                .filter(i -> !committed.get(i).equals(made.get(i)))
                .findFirst()
                .orElse(Math.min(committed.size(), made.size()));
        return "line %d:%n  committed: %s%n  made:      %s".formatted(line + 1, at(committed, line), at(made, line));
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line).strip() : "(no such line)";
    }

    static Stream<Path> files() {
        return ConnectorTemplate.all().map(ConnectorTemplate::file);
    }
}
