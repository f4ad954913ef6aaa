package io.feishuhire.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.SandboxSettings;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/**
 * The words that must appear in no log line, message, variable or incident, and an ear on every log event of this JVM.
 */
public final class ConfidentialWords implements AutoCloseable {

    /** An advertisement id that no other test uses, so that a log line with it can be traced to an input. */
    public static final String ADVERTISEMENT_ID = "6960663240925956660";

    /** A job of the sandbox that is open. */
    public static final String JOB_ID = "7003000000000000001";

    /** A job of the sandbox that is closed at first. */
    public static final String CLOSED_JOB_ID = "7003000000000000004";

    /** Part of every token, and of nothing else: neither a folder nor a class has it in its name by chance. */
    public static final String TOKEN_MARK = "t-" + UUID.randomUUID() + "-";

    private static final List<String> WORDS = List.of(
            FeishuSandbox.DEFAULT_APP_SECRET,
            FeishuSandbox.DEFAULT_APP_ID,
            TOKEN_MARK,
            ADVERTISEMENT_ID,
            JOB_ID,
            CLOSED_JOB_ID);

    private final Queue<String> overheard = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            var text = text(event);
            if (areIn(text)) {
                overheard.add(event.getLoggerName() + ": " + text);
            }
        }
    };

    private ConfidentialWords() {}

    /** Listens from now on. */
    public static ConfidentialWords listen() {
        var words = new ConfidentialWords();
        words.ear.start();
        root().addAppender(words.ear);
        return words;
    }

    /** A sandbox whose tokens can be told apart from anything else. */
    public static FeishuSandbox sandbox() {
        return FeishuSandbox.start(SandboxSettings.defaults().withTokens(() -> TOKEN_MARK + UUID.randomUUID()));
    }

    /** Fails when a text holds a confidential word. */
    public static void assertNoneIn(String text) {
        assertThat(text).doesNotContain(WORDS);
    }

    /** Whether a text holds a confidential word. */
    public static boolean areIn(String text) {
        return WORDS.stream().anyMatch(text::contains);
    }

    /** Fails when a text holds a secret or a token, whatever inputs it may show. */
    public static void assertNoSecretIn(String text) {
        assertThat(text).doesNotContain(FeishuSandbox.DEFAULT_APP_SECRET, TOKEN_MARK);
    }

    /** The log events with a confidential word in message or stack trace. */
    public List<String> overheard() {
        return List.copyOf(overheard);
    }

    /** Stops listening. */
    @Override
    public void close() {
        root().detachAppender(ear);
    }

    /** Whether events of this logger and level are heard at all. */
    public static boolean hears(String logger, Level level) {
        return ((Logger) LoggerFactory.getLogger(logger)).isEnabledFor(level);
    }

    private static String text(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return event.getFormattedMessage() + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
