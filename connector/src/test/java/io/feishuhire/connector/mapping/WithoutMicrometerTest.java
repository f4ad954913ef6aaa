package io.feishuhire.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.localcamunda.JavaProcess;
import io.feishuhire.sandbox.FeishuSandbox;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The connector in a JVM whose class path has no Micrometer. */
class WithoutMicrometerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String NO_METERS = "there are no meters, as Micrometer is not on the class path";

    @Test
    void itWorksAndSaysOnceThatThereAreNoMeters() {
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("micrometer-"))
                .collect(Collectors.joining(File.pathSeparator));

        try (var sandbox = FeishuSandbox.start();
                var program = run(sandbox, classPath)) {
            program.awaitLine(WithoutMicrometerMain.DONE, PATIENCE);

            assertThat(program.lines()).contains(WithoutMicrometerMain.MICROMETER + false);
            assertThat(program.lines())
                    .filteredOn(line -> line.contains(NO_METERS))
                    .hasSize(1);
            assertThat(sandbox.published()).hasSize(1);
        }
    }

    @Test
    void whereMicrometerIsThereItSaysNothingOfIt() {
        try (var sandbox = FeishuSandbox.start();
                var program = run(sandbox, System.getProperty("java.class.path"))) {
            program.awaitLine(WithoutMicrometerMain.DONE, PATIENCE);

            assertThat(program.lines())
                    .contains(WithoutMicrometerMain.MICROMETER + true)
                    .noneMatch(line -> line.contains(NO_METERS));
        }
    }

    private static JavaProcess run(FeishuSandbox sandbox, String classPath) {
        return JavaProcess.of(WithoutMicrometerMain.class, sandbox.baseUrl().toString())
                .classPath(classPath)
                .start();
    }
}
