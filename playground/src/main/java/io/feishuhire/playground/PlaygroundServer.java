package io.feishuhire.playground;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;

/** Serves the page, and what it shows and calls, on a free port of this machine's loopback interface. */
final class PlaygroundServer implements AutoCloseable {

    private static final int TOKEN_BYTES = 24;

    /** Held here, as its level would be forgotten with it. */
    private static final Logger TOMCAT = Logger.getLogger("org.apache");

    private final ServletWebServerApplicationContext application;
    private final String token;

    private PlaygroundServer(ServletWebServerApplicationContext application, String token) {
        this.application = application;
        this.token = token;
    }

    /** The parts of Spring Boot that serve HTTP and JSON, and none of Camunda's. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    @Import({CamundaApi.class, JobsApi.class, FeishuApi.class, EventsApi.class, Problems.class})
    static class Web {}

    /**
     * Starts the server.
     *
     * @param page the folder with the page, as Vite builds it
     */
    static PlaygroundServer start(Playground playground, Path page, SecureRandom random) {
        // It logs each start to the terminal.
        TOMCAT.setLevel(Level.WARNING);
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        var application = new SpringApplicationBuilder(Web.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .environment(environment(page))
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    // Whoever has started it closes it.
                    beans.registerBean(
                            Playground.class, () -> playground, definition -> definition.setDestroyMethodName(""));
                    beans.registerBean(PageView.class, () -> new PageView(playground));
                    beans.registerBean(LongNumbers.class, LongNumbers::new);
                    beans.registerBean(AccessFilter.class, AccessFilter::new);
                    beans.registerBean(TokenCheck.class, () -> new TokenCheck(token));
                });
        // They would read settings of the user's, and configure the logging of the whole JVM.
        application.application().setListeners(List.of());
        return new PlaygroundServer((ServletWebServerApplicationContext) application.run(), token);
    }

    /** Not as defaults: an environment variable such as SERVER_ADDRESS would open the playground to others. */
    private static StandardServletEnvironment environment(Path page) {
        var environment = new StandardServletEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "playground",
                        Map.ofEntries(
                                Map.entry("server.address", "127.0.0.1"),
                                Map.entry("server.port", "0"),
                                Map.entry("server.ssl.enabled", "false"),
                                Map.entry("server.servlet.context-path", ""),
                                Map.entry("server.error.whitelabel.enabled", "false"),
                                Map.entry(
                                        "spring.web.resources.static-locations",
                                        page.toUri().toString()),
                                // What a call does not say must not be taken for false or 0.
                                Map.entry("spring.jackson.deserialization.fail-on-null-for-primitives", "true"),
                                Map.entry("spring.jackson.deserialization.accept-float-as-int", "false"),
                                Map.entry("spring.jackson.mapper.allow-coercion-of-scalars", "false"),
                                Map.entry("spring.mvc.async.request-timeout", "-1"),
                                Map.entry("spring.jmx.enabled", "false"))));
        return environment;
    }

    /** The address to open, with the token that the page needs for every call. */
    URI address() {
        return URI.create(
                "http://127.0.0.1:%d/#%s".formatted(application.getWebServer().getPort(), token));
    }

    @Override
    public void close() {
        application.close();
    }
}
