package io.feishuhire.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class PeerTextTest {

    @Test
    void controlCharactersAreNotPrinted() {
        assertThat(PeerText.of("one\r\n2026 ERROR two\u001b[31m\u202e\u2028three"))
                .isEqualTo("one 2026 ERROR two [31m three");
    }

    @Test
    void aLongTextIsCut() {
        assertThat(PeerText.of("x".repeat(200))).hasSize(200).doesNotContain("…");
        assertThat(PeerText.of("x".repeat(5_000))).hasSize(200).endsWith("x…");
    }

    @Test
    void theInnermostCauseSpeaksByItsClassIfItHasNoMessage() {
        assertThat(PeerText.of(new IllegalStateException("outer", new ConnectException("Connection refused"))))
                .isEqualTo("Connection refused");
        assertThat(PeerText.of(new IllegalStateException("outer", new ConnectException())))
                .isEqualTo("ConnectException");
    }
}
