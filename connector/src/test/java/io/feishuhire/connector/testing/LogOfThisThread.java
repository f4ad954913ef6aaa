package io.feishuhire.connector.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the connector writes to the log on the thread that opened this, from then on, at DEBUG and above. */
public final class LogOfThisThread implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.feishuhire.connector");
    private final String thread = Thread.currentThread().getName();
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThreadName().equals(thread)) {
                events.add(event);
            }
        }
    };

    /** Begins to listen. */
    public LogOfThisThread() {
        appender.start();
        logger.addAppender(appender);
    }

    /** The messages of a level, in their order. */
    public List<String> messages(Level level) {
        return events.stream()
                .filter(event -> event.getLevel().equals(level))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
