package io.feishuhire.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.ConnectException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FetchFailuresTest {

    private static final String TEXT = "Failed to activate jobs for worker {} and job type {}";

    private final LoggerContext workersLog = new LoggerContext();
    private final Logger poller = workersLog.getLogger("io.camunda.client.job.poller");
    private final ListAppender<ILoggingEvent> untouched = new ListAppender<>();
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger(FetchFailures.class);
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void listen() {
        workersLog.addTurboFilter(new FetchFailures(() -> now));
        poller.addAppender(untouched);
        ours.addAppender(told);
        untouched.start();
        told.start();
    }

    @AfterEach
    void stopListening() {
        ours.detachAppender(told);
    }

    @Test
    void aMissingPermissionIsToldInOneLineAndAgainAfterAMinute() {
        warn(Status.PERMISSION_DENIED.withDescription("no\nACTIVATE").asRuntimeException());
        now = now.plusSeconds(59);
        warn(Status.PERMISSION_DENIED.withDescription("no\nACTIVATE").asRuntimeException());
        assertThat(told.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage())
                    .isEqualTo("Failed to activate jobs for worker w and job type t: PERMISSION_DENIED: no ACTIVATE");
            assertThat(event.getThrowableProxy()).isNull();
        });

        now = now.plusSeconds(1);
        warn(Status.PERMISSION_DENIED.withDescription("no\nACTIVATE").asRuntimeException());
        assertThat(told.list).hasSize(2);
        assertThat(untouched.list).isEmpty();
    }

    @Test
    void reasonsThatDifferEachTimeAreToldOnceAMinuteToo() {
        warn(Status.UNAVAILABLE.withDescription("request 1").asRuntimeException());
        warn(Status.UNAVAILABLE.withDescription("request 2").asRuntimeException());
        assertThat(told.list).hasSize(1);

        now = now.plusSeconds(60);
        warn(Status.UNAVAILABLE.withDescription("request 3").asRuntimeException());
        assertThat(told.list)
                .hasSize(2)
                .last()
                .satisfies(event -> assertThat(event.getFormattedMessage()).endsWith("UNAVAILABLE: request 3"));
    }

    @Test
    void aGatewayThatAnswersWithUnavailableIsTold() {
        warn(Status.UNAVAILABLE.withDescription("no leader").asRuntimeException());

        assertThat(told.list).hasSize(1);
    }

    @Test
    void thatThereIsNoConnectionIsLeftToTheClusterWatch() {
        warn(Status.UNAVAILABLE
                .withCause(new ConnectException("Connection refused"))
                .asRuntimeException());

        assertThat(told.list).isEmpty();
        assertThat(untouched.list).isEmpty();
    }

    @Test
    void allElseIsLoggedAsItIs() {
        poller.warn("Job {} failed", 1, new IllegalStateException("a bug"));
        poller.warn("no exception");
        poller.warn("an argument {}", "only");

        assertThat(untouched.list).hasSize(3);
        assertThat(told.list).isEmpty();
    }

    private void warn(StatusRuntimeException failure) {
        poller.warn(TEXT, "w", "t", failure);
    }
}
