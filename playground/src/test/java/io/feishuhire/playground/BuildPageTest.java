package io.feishuhire.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The look for Node before anything is built. The node on the PATH is a script that says its version. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The script is one for a Unix shell.")
class BuildPageTest {

    @TempDir
    private Path path;

    private record Result(int exitCode, String output) {}

    @ParameterizedTest
    @ValueSource(strings = {"v20.19.0", "v20.19.2", "v20.20.2", "v22.0.0", "v22.12.0", "v100.1.1"})
    void aNodeThatIsNewEnoughIsTaken(String version) throws Exception {
        putNode(version);

        assertThat(check()).isEqualTo(new Result(0, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v20.18.3", "v20.9.0", "v18.20.8", "v9.11.2"})
    void anOlderOneIsRefusedInASentence(String version) throws Exception {
        putNode(version);

        var result = check();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("needs Node.js 20.19 or newer")
                        .contains("the \"node\" on the PATH is " + version.substring(1)));
    }

    @Test
    void aMissingNodeIsAskedForInASentence() throws Exception {
        var result = check();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("there is no \"node\" on the PATH"));
    }

    private void putNode(String version) throws IOException {
        var node = Files.writeString(path.resolve("node"), "#!/bin/sh\necho " + version + "\n");
        Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwx------"));
    }

    private Result check() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(List.of(java, "BuildPage.java", "--check")).redirectErrorStream(true);
        process.environment().put("PATH", path.toString());
        var running = process.start();
        var output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(running.waitFor(), output.strip());
    }
}
