package io.feishuhire.localcamunda;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Camunda's connector runtime in this JVM, unchanged: it works the jobs of all outbound connectors on the class path,
 * which it finds by SPI. Several runtimes may run side by side, each with its own engine and secrets.
 *
 * <pre>{@code
 * try (var engine = EmbeddedEngine.start();
 *         var runtime = ConnectorRuntime.start(ConnectorRuntime.Settings.connectingTo(engine.grpcAddress())
 *                 .withSecrets(Map.of("FEISHU_APP_ID", "cli_1")))) {
 *     …
 * }
 * }</pre>
 *
 * <p>It has the settings of Camunda's 8.8 bundle (10 threads, 32 jobs a worker, job streaming), no web server and no
 * inbound connectors. It leaves the logging of the JVM alone.
 */
public final class ConnectorRuntime implements AutoCloseable {

    private static final String SECRET_PREFIX = "localcamunda.secret.";

    private final ConfigurableApplicationContext application;

    private ConnectorRuntime(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /**
     * How to start a runtime.
     *
     * @param grpcAddress the gRPC address of the engine, such as {@link EmbeddedEngine#grpcAddress()}
     * @param secrets values by name, where {@code {{secrets.X}}} names {@code X}; the runtime sees no other secrets
     * @param jobTimeout the time after which the engine hands a job to another worker
     * @param properties Spring properties, which take precedence over everything else
     */
    public record Settings(
            URI grpcAddress, Map<String, String> secrets, Duration jobTimeout, Map<String, String> properties) {

        private static final Duration DEFAULT_JOB_TIMEOUT = Duration.ofMinutes(5);

        public Settings {
            secrets = Map.copyOf(secrets);
            properties = Map.copyOf(properties);
        }

        /** The defaults: no secrets, and Camunda's job time-out of 5 minutes. */
        public static Settings connectingTo(URI grpcAddress) {
            return new Settings(grpcAddress, Map.of(), DEFAULT_JOB_TIMEOUT, Map.of());
        }

        /** These settings with more secrets. */
        public Settings withSecrets(Map<String, String> more) {
            return new Settings(grpcAddress, with(secrets, more), jobTimeout, properties);
        }

        /** These settings with another job time-out. */
        public Settings withJobTimeout(Duration jobTimeout) {
            return new Settings(grpcAddress, secrets, jobTimeout, properties);
        }

        /** These settings with one more Spring property, such as {@code camunda.client.execution-threads}. */
        public Settings withProperty(String name, String value) {
            return new Settings(grpcAddress, secrets, jobTimeout, with(properties, Map.of(name, value)));
        }

        /** The settings without the values of secrets and properties. */
        @Override
        public String toString() {
            return "Settings[grpcAddress=%s, secrets=%s, jobTimeout=%s, properties=%s]"
                    .formatted(grpcAddress, secrets.keySet(), jobTimeout, properties.keySet());
        }

        private static Map<String, String> with(Map<String, String> entries, Map<String, String> more) {
            var all = new HashMap<>(entries);
            all.putAll(more);
            return all;
        }

        Map<String, Object> toSpringProperties() {
            var spring = new HashMap<>(ConnectorRuntimeMain.DEFAULTS);
            spring.put("camunda.client.grpc-address", grpcAddress.toString());
            spring.put("camunda.client.worker.defaults.timeout", jobTimeout.toString());
            // Each runtime has its own secrets, and environment variables cannot add to them.
            spring.put("camunda.connector.secretprovider.environment.prefix", SECRET_PREFIX);
            secrets.forEach((name, value) -> spring.put(SECRET_PREFIX + name, value));
            // The global meter registry would keep the meters of every runtime that ever ran in this JVM.
            spring.put("management.metrics.use-global-registry", "false");
            spring.put("spring.jmx.enabled", "false");
            // Its web server, where it has one, asks for no password.
            spring.put("server.address", "127.0.0.1");
            // A management server of its own would not listen there.
            spring.put("management.server.port", "");
            spring.putAll(properties);
            return spring;
        }
    }

    /**
     * Starts a runtime, which takes about five seconds the first time. Its job workers are open when this method
     * returns.
     *
     * @throws RuntimeException if Spring cannot start it
     */
    public static ConnectorRuntime start(Settings settings) {
        QuietLogging.apply();
        var application = new SpringApplication(ConnectorRuntimeMain.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        // This listener would configure logback for the whole JVM, and reset it when the first runtime closes.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        // Not in an initializer: Camunda's starter reads its settings before initializers run.
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("localCamunda", settings.toSpringProperties()));
        application.setEnvironment(environment);
        return new ConnectorRuntime(application.run());
    }

    /** Closes the job workers and stops the runtime, without waiting for jobs under way. */
    @Override
    public void close() {
        application.close();
    }
}
