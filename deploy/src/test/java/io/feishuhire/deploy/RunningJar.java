package io.feishuhire.deploy;

import io.feishuhire.localcamunda.JavaProcess;
import io.feishuhire.sandbox.FeishuSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** An executable jar of Spring Boot in a JVM of its own, configured by environment variables as an operator does it. */
final class RunningJar implements AutoCloseable {

    static final Path RUNTIME = Path.of("../runtime/target/feishu-hire-runtime.jar");
    static final Path OWN_RUNTIME = Path.of("../own-runtime/target/own-runtime.jar");

    private static final Duration TIME_TO_START = Duration.ofMinutes(3);
    private static final Pattern PORT = Pattern.compile("started on port (\\d+)");

    private final JavaProcess process;

    private RunningJar(JavaProcess process) {
        this.process = process;
    }

    /** Starts the jar. It may take some seconds until it works jobs. */
    static RunningJar start(Path jar, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("SERVER_PORT", "0");
        return new RunningJar(JavaProcess.of("org.springframework.boot.loader.launch.JarLauncher")
                .classPath(jar.toAbsolutePath().normalize().toString())
                .environment(all)
                .start());
    }

    /** What connects a runtime to an engine and to the sandbox. */
    static Map<String, String> settings(URI grpcAddress, FeishuSandbox sandbox) {
        var settings = new HashMap<String, String>();
        settings.put("CAMUNDA_CLIENT_GRPC_ADDRESS", grpcAddress.toString());
        settings.put("FEISHU_HIRE_BASE_URL", sandbox.baseUrl().toString());
        FeishuSandbox.DEFAULT_SECRETS.forEach((name, value) -> settings.put("SECRET_" + name, value));
        return settings;
    }

    void awaitLine(String text) {
        process.awaitLine(text, TIME_TO_START);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var line = PORT.matcher(process.awaitLine("started on port", TIME_TO_START));
        if (!line.find()) {
            throw new IllegalStateException("No port");
        }
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + line.group(1) + path));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    List<String> lines() {
        return process.lines();
    }

    /** Sends a SIGTERM, and tells the exit code. */
    int stop() {
        process.stop();
        return process.awaitEnd(Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        process.kill();
    }
}
