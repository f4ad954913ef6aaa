package io.feishuhire.localcamunda;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Camunda's connector runtime as a program: it works the jobs of all outbound connectors on its class path.
 *
 * <pre>{@code
 * CAMUNDA_CLIENT_GRPC_ADDRESS=http://127.0.0.1:26500 SECRET_FEISHU_APP_ID=… \
 *     java -cp "connector.jar:lib/*" io.feishuhire.localcamunda.ConnectorRuntimeMain
 * }</pre>
 *
 * <p>It is configured like Camunda's own: by environment variables, system properties, arguments or an
 * {@code application.properties}. The defaults are those of Camunda's 8.8 bundle (10 threads, 32 jobs a worker, job
 * streaming), except that inbound connectors are off, the web server takes a free port, and only environment variables
 * that start with {@code SECRET_} are secrets.
 */
@SpringBootApplication
public class ConnectorRuntimeMain {

    static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("camunda.client.mode", "self-managed"),
            Map.entry("camunda.client.auth.method", "none"),
            Map.entry("camunda.client.prefer-rest-over-grpc", "false"),
            Map.entry("camunda.client.execution-threads", "10"),
            Map.entry("camunda.client.worker.defaults.max-jobs-active", "32"),
            Map.entry("camunda.client.worker.defaults.stream-enabled", "true"),
            Map.entry("camunda.connector.polling.enabled", "false"),
            Map.entry("camunda.connector.webhook.enabled", "false"),
            Map.entry("camunda.connector.secretprovider.environment.prefix", "SECRET_"),
            Map.entry("server.port", "0"));

    /** Starts the runtime, which runs until the JVM is stopped. */
    public static void main(String[] args) {
        var application = new SpringApplication(ConnectorRuntimeMain.class);
        application.setDefaultProperties(DEFAULTS);
        application.run(args);
    }
}
