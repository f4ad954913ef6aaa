package io.feishuhire.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents and the templates say of versions is what the integration test measures. */
class VersionsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path TEMPLATES = ROOT.resolve("element-templates");
    private static final Pattern ENGINE = Pattern.compile("<zeebe-process-test.version>([^<]+)<");
    private static final Pattern ENGINES = Pattern.compile("\"camunda\"\\s*:\\s*\"(\\^[^\"]+)\"");

    @ParameterizedTest
    @EnumSource
    void theTableHasExactlyTheVersionsThatAreMeasured(VersionsTable table) {
        assertThat(table.rows())
                .extracting(VersionsTable.Row::version)
                .containsExactlyElementsOf(
                        RuntimeVersion.all().map(RuntimeVersion::version).toList());
    }

    @ParameterizedTest
    @EnumSource
    void theTableTellsThreadsAndJobsOfTheSettings(VersionsTable table) {
        assertThat(RuntimeVersion.all()).isNotEmpty().allSatisfy(version -> {
            assertThat(table.row(version).threads()).isEqualTo(table.threads(version));
            assertThat(table.row(version).jobsAtOnce()).isEqualTo(version.jobsAtOnce());
        });
    }

    @ParameterizedTest
    @EnumSource
    void theTableTellsTheEngineOfTheTests(VersionsTable table) throws IOException {
        var engine = ENGINE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();

        assertThat(table.rows()).extracting(VersionsTable.Row::engine).containsOnly(engine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hybrid"})
    void templatesAreForTheOldestMeasuredVersionAndAnyNewerOne(String folder) throws IOException {
        var oldest = RuntimeVersion.all().findFirst().orElseThrow().version();
        var expected = "^" + oldest.substring(0, oldest.lastIndexOf('.'));

        try (var files = Files.list(TEMPLATES.resolve(folder))) {
            var templates = files.filter(file -> file.getFileName().toString().startsWith("feishu-hire-"))
                    .toList();

            assertThat(templates)
                    .isNotEmpty()
                    .allSatisfy(template -> assertThat(ENGINES.matcher(Files.readString(template))
                                    .results()
                                    .map(found -> found.group(1)))
                            .containsExactly(expected));
        }
    }

    @Test
    void eachStarterDiagramIsTried() throws IOException {
        try (var files = Files.list(TEMPLATES.resolve("starter"))) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Starter.values()).map(Starter::file).toList());
        }
    }
}
