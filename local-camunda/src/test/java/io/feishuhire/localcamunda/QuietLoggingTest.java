package io.feishuhire.localcamunda;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ConcurrentModificationException;
import org.junit.jupiter.api.Test;

class QuietLoggingTest {

    @Test
    void aLookForBatchOperationsThatFailedIsDroppedAndNothingElseIs() {
        var logback = new LoggerContext();
        logback.addTurboFilter(new QuietLogging.BatchOperationNoise());
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        logback.getLogger("ROOT").addAppender(logged);
        var engine = logback.getLogger("io.camunda.zeebe.util.actor");

        engine.error("directly", new ConcurrentModificationException());
        engine.error("as a {}", "cause", new IllegalStateException(new ConcurrentModificationException()));
        engine.error("another failure", new IllegalStateException(new IllegalArgumentException()));
        logback.getLogger("io.feishuhire").error("our own", new ConcurrentModificationException());

        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("another failure", "our own");
    }
}
