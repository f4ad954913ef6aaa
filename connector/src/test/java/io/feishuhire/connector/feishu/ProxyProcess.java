package io.feishuhire.connector.feishu;

import io.feishuhire.localcamunda.JavaProcess;
import java.time.Duration;
import java.util.List;

/** A real forward proxy in a process of its own. */
final class ProxyProcess implements AutoCloseable {

    private final JavaProcess process;
    private final String port;

    private ProxyProcess(JavaProcess process) {
        this.process = process;
        this.port = process.awaitLine(ProxyMain.PORT, Duration.ofMinutes(1)).substring(ProxyMain.PORT.length());
    }

    static ProxyProcess start(String... userAndPassword) {
        return new ProxyProcess(JavaProcess.of(ProxyMain.class, userAndPassword).start());
    }

    String port() {
        return port;
    }

    /** The request lines of what has passed so far, without the HTTP version. */
    List<String> passed() {
        return process.lines().stream()
                .filter(line -> line.startsWith(ProxyMain.PASSED))
                .map(line -> line.substring(ProxyMain.PASSED.length()))
                .toList();
    }

    @Override
    public void close() {
        process.close();
    }
}
