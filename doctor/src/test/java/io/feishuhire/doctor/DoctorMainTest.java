package io.feishuhire.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The program, in a JVM of its own with a log on its class path that nothing configures. */
class DoctorMainTest {

    @Test
    @Timeout(120)
    void itPrintsWhatTheDoctorSaysAndNothingElse() throws Exception {
        try (var sandbox = Consultation.sandbox()) {
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            DoctorMain.class.getName(),
                            "--lang",
                            "zh")
                    .redirectErrorStream(true);
            builder.environment().putAll(Consultation.environment(sandbox.baseUrl()));
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            var process = builder.start();
            try (var output = process.inputReader(UTF_8)) {
                var printed = output.lines().toList();

                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isZero();
                assertThat(printed)
                        .containsExactlyElementsOf(Consultation.of(sandbox, "--lang", "zh")
                                .text()
                                .lines()
                                .toList());
            } finally {
                process.destroy();
            }
        }
    }
}
