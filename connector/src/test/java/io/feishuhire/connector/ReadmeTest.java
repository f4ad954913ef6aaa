package io.feishuhire.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.mapping.BpmnErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {

    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "../README.zh-CN.md"})
    void listsEveryBpmnErrorCodeWithAllOfFeishusCodes(Path readme) throws IOException {
        for (var error : FeishuError.values()) {
            var rows = rowsOf(readme, BpmnErrors.code(error));
            assertThat(rows).as(BpmnErrors.code(error)).hasSize(1);
            assertThat(error.codes().boxed().toList())
                    .allSatisfy(code -> assertThat(rows.getFirst()).containsPattern("\\b" + code + "\\b"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "../README.zh-CN.md"})
    void namesTheEnvironmentVariableOfTheLimit(Path readme) throws IOException {
        assertThat(rowsOf(readme, FeishuClientSettings.PUBLISHES_PER_SECOND)).hasSize(1);
    }

    private static List<String> rowsOf(Path readme, String firstCell) throws IOException {
        try (var lines = Files.lines(readme)) {
            return lines.filter(line -> line.startsWith("| `" + firstCell + "` |"))
                    .toList();
        }
    }
}
