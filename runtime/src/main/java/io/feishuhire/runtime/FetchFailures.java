package io.feishuhire.runtime;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.camunda.client.api.command.ClientException;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Tells in one line what Camunda's workers tell by a stack trace every few seconds, each: that the engine gives them no
 * jobs, for example for want of a permission. The same line comes back once a minute. Where there is no connection at
 * all, {@link ClusterWatch} says so for all workers, and this class stays silent.
 */
final class FetchFailures extends TurboFilter {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(FetchFailures.class);
    private static final String WORKERS = "io.camunda.client.job";
    private static final Duration UNTIL_TOLD_AGAIN = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Instant> told = new HashMap<>();

    FetchFailures(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] arguments, Throwable thrown) {
        if (level != Level.WARN || format == null || !logger.getName().startsWith(WORKERS)) {
            return FilterReply.NEUTRAL;
        }
        var failure = failure(arguments, thrown).filter(FetchFailures::isOfTheEngine);
        failure.filter(it -> !(PeerText.innermost(it) instanceof IOException))
                .ifPresent(it -> tell(MessageFormatter.basicArrayFormat(format, arguments), it));
        return failure.isPresent() ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /**
     * Once a minute for each worker, whatever the engine's reasons are: these may differ each time, and are not kept.
     */
    private void tell(String worker, Throwable reason) {
        if (isDue(worker)) {
            LOG.warn("{}: {}", worker, PeerText.of(reason));
        }
    }

    private synchronized boolean isDue(String worker) {
        var now = clock.instant();
        var before = told.get(worker);
        if (before != null && before.plus(UNTIL_TOLD_AGAIN).isAfter(now)) {
            return false;
        }
        told.put(worker, now);
        return true;
    }

    /** The logger finds out only later that the last argument is an exception. */
    private static Optional<Throwable> failure(Object[] arguments, Throwable thrown) {
        if (thrown != null || arguments == null || arguments.length == 0) {
            return Optional.ofNullable(thrown);
        }
        return arguments[arguments.length - 1] instanceof Throwable last ? Optional.of(last) : Optional.empty();
    }

    private static boolean isOfTheEngine(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof StatusRuntimeException || cause instanceof ClientException);
    }
}
