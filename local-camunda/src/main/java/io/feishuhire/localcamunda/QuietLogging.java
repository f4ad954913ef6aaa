package io.feishuhire.localcamunda;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps an engine and a runtime from logging thousands of lines. A logback file in this library would do that too, but
 * it would apply to every program that has the library on its class path.
 */
final class QuietLogging {

    private static final String LEVEL_PROPERTY = "localcamunda.log.level";

    private QuietLogging() {}

    /**
     * Sets the log level to warnings, or to the system property {@code localcamunda.log.level}, and drops warnings that
     * always appear and never matter here. Does nothing if the application configures logback itself.
     */
    static synchronized void apply() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) || isConfigured()) {
            return;
        }
        logback.getLogger("ROOT").setLevel(Level.toLevel(System.getProperty(LEVEL_PROPERTY), Level.WARN));
        // It warns that a connection within this machine is not encrypted.
        logback.getLogger("io.camunda.client.impl.CamundaCallCredentials").setLevel(Level.ERROR);
        if (logback.getTurboFilterList().stream().noneMatch(BatchOperationNoise.class::isInstance)) {
            logback.addTurboFilter(new BatchOperationNoise());
        }
    }

    /**
     * The engine looks for batch operations in a thread of its own, which the in-memory database of Zeebe Process Test
     * does not support. Now and then such a look fails; the engine logs that and tries again.
     */
    static final class BatchOperationNoise extends TurboFilter {

        private static final int MOST_CAUSES = 10;

        @Override
        public FilterReply decide(
                Marker marker, Logger logger, Level level, String format, Object[] params, Throwable thrown) {
            var logged = Stream.concat(Stream.ofNullable(params).flatMap(Arrays::stream), Stream.ofNullable(thrown));
            var noise = logger.getName().startsWith("io.camunda.zeebe.")
                    && logged.anyMatch(BatchOperationNoise::isConcurrentModification);
            return noise ? FilterReply.DENY : FilterReply.NEUTRAL;
        }

        private static boolean isConcurrentModification(Object logged) {
            return logged instanceof Throwable thrown
                    && Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                            .limit(MOST_CAUSES)
                            .anyMatch(ConcurrentModificationException.class::isInstance);
        }
    }

    private static boolean isConfigured() {
        var loader = QuietLogging.class.getClassLoader();
        return System.getProperty("logback.configurationFile") != null
                || loader.getResource("logback-test.xml") != null
                || loader.getResource("logback.xml") != null;
    }
}
