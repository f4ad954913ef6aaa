package io.feishuhire.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated
class ConfidentialWordsTest {

    @Test
    void aConfidentialWordInAMessageOrAStackTraceIsOverheard() {
        var log = LoggerFactory.getLogger("io.feishuhire.somewhere");
        try (var words = ConfidentialWords.listen()) {
            log.trace("published {}", ConfidentialWords.ADVERTISEMENT_ID);
            log.debug("failed", new IllegalStateException(new IllegalArgumentException("sandbox-app-secret")));
            log.info("nothing to hear");

            assertThat(words.overheard()).hasSize(2);
        }
    }

    @Test
    void theRuntimeAndTheConnectorAreHeardAtEveryLevel() {
        assertThat(ConfidentialWords.hears("io.feishuhire.connector", Level.TRACE))
                .isTrue();
        assertThat(ConfidentialWords.hears("io.camunda.connector.runtime", Level.TRACE))
                .isTrue();
    }
}
