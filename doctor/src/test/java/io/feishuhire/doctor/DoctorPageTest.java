package io.feishuhire.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.feishu.ConnectorVersion;
import io.feishuhire.sandbox.FeishuSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages show what the doctor really prints, and name all that it understands. */
class DoctorPageTest {

    private static final Pattern SAMPLE = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("(connector|连接器) \\d+\\.\\d+\\.\\d+\\S*?(?=[:：])");

    @ParameterizedTest
    @CsvSource({"en, ../docs/doctor.md", "zh, ../docs/doctor.zh-CN.md"})
    void theSampleIsWhatTheDoctorPrints(String language, Path page) throws IOException {
        try (var sandbox = Consultation.sandbox()) {
            sandbox.revokeScope(FeishuSandbox.DEFAULT_APP_ID, "hire:job");

            var printed = Consultation.of(sandbox, "--lang", language)
                    .text()
                    .replace(sandbox.baseUrl().toString(), "http://127.0.0.1:8765");

            var sample = SAMPLE.matcher(Files.readString(page));
            assertThat(sample.find()).isTrue();
            assertThat(VERSION.matcher(sample.group(1)).replaceFirst("$1 " + ConnectorVersion.current()))
                    .isEqualToNormalizingNewlines(printed);
        }
    }

    @ParameterizedTest
    @CsvSource({"EN, ../docs/doctor.md", "ZH, ../docs/doctor.zh-CN.md"})
    void everyNameOfAUseIsExplained(Language language, Path page) throws IOException {
        var lines = Files.readAllLines(page).stream()
                .map(line -> line.replace("`", ""))
                .toList();
        for (var use : ConnectorUse.values()) {
            assertThat(lines).contains("| " + use.key() + " | " + use.label().in(language) + " |");
        }
    }
}
