package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening and closing, and what a code means to which of the two. What is sent is {@code WireFormatTest}'s. */
class OpenOrCloseJobTest {

    private static final String OPEN = "hire/v1/jobs/4711/open";
    private static final String CLOSE = "hire/v1/jobs/4711/close";
    private static final String DONE = "{\"code\":0,\"data\":{}}";
    private static final Instant LATER = FeishuRoutes.NOW.plusMillis(1);

    private final FeishuRoutes feishu = new FeishuRoutes();

    @Test
    void aJobThatIsOpenedExpiresWhenItWasTold() {
        feishu.on(OPEN, DONE);

        assertThat(open(Optional.of(LATER)))
                .isEqualTo(new JobStatusReceipt(true, Optional.of(LATER), Optional.of("20261122"), FeishuRoutes.NOW));
        assertThat(feishu.requests()).containsExactly(OPEN);
    }

    @Test
    void aJobThatIsOpenedWithoutATimeNeverExpires() {
        feishu.on(OPEN, DONE);

        assertThat(open(Optional.empty()).expiresAt()).isEmpty();
    }

    @Test
    void aJobThatIsOpenAlreadyStaysAsItIsWithItsTime() {
        feishu.failsWith(OPEN, 1002616);

        var receipt = open(Optional.of(LATER));

        assertThat(receipt.changed()).isFalse();
        assertThat(receipt.expiresAt()).isEmpty();
        assertThat(receipt.logId()).contains("20261122");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1002609, false"})
    void aJobIsClosedWhetherItWasOpenOrNot(int code, boolean changed) {
        feishu.failsWith(CLOSE, code);

        assertThat(openOrClose(new JobAction.Close()).changed()).isEqualTo(changed);
        assertThat(feishu.requests()).containsExactly(CLOSE);
    }

    @ParameterizedTest
    @CsvSource({
        "1002609, JOB_CLOSED",
        "1002601, JOB_NOT_FOUND",
        "1002613, API_SYNC_DISABLED",
        "1002631, SYSTEM_ERROR",
        "1002619, SYSTEM_ERROR",
        "1002002, INVALID_PARAMETER",
        "1002615, UNKNOWN_ERROR"
    })
    void whatOpeningFailsWith(int code, FeishuError error) {
        feishu.failsWith(OPEN, code);

        assertThat(failure(new JobAction.Open(Optional.empty())).error()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({
        "1002616, UNKNOWN_ERROR",
        "1002601, JOB_NOT_FOUND",
        "1002207, JOB_NOT_FOUND",
        "1002613, API_SYNC_DISABLED",
        "1002631, SYSTEM_ERROR",
        "1002619, SYSTEM_ERROR"
    })
    void whatClosingFailsWith(int code, FeishuError error) {
        feishu.failsWith(CLOSE, code);

        assertThat(failure(new JobAction.Close()).error()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -86_400_000})
    void aTimeThatIsNotInTheFutureIsRefusedInBothLanguagesAndNothingIsSent(long milliseconds) {
        var failure = failure(new JobAction.Open(Optional.of(FeishuRoutes.NOW.plusMillis(milliseconds))));

        assertThat(failure.error()).isEqualTo(FeishuError.INVALID_PARAMETER);
        assertThat(failure.advice(FeishuOperation.OPEN_OR_CLOSE).en()).startsWith("expiresAt is not in the future");
        assertThat(failure.advice(FeishuOperation.OPEN_OR_CLOSE).zh()).startsWith("expiresAt 不晚于当前时间");
        assertThat(failure.message()).doesNotContain("2026");
        assertThat(feishu.requests()).isEmpty();
    }

    @Test
    void openingAndClosingAreCountedApart() {
        var full = "{\"code\":99991400}";
        feishu.on(OPEN, full).on(CLOSE, DONE);

        assertThat(failure(new JobAction.Open(Optional.empty())).kind()).isEqualTo(FailureKind.THROTTLED);
        assertThat(openOrClose(new JobAction.Close()).changed()).isTrue();
    }

    @Test
    void nothingThatHoldsInputShowsItAsText() {
        assertThat(request(new JobAction.Open(Optional.of(LATER))).toString()).doesNotContain("4711", "2026", "secret");
    }

    private JobStatusReceipt open(Optional<Instant> expiresAt) {
        return openOrClose(new JobAction.Open(expiresAt));
    }

    private JobStatusReceipt openOrClose(JobAction action) {
        return feishu.client().existingJobs().openOrClose(request(action));
    }

    private FeishuFailure failure(JobAction action) {
        return catchThrowableOfType(FeishuException.class, () -> openOrClose(action))
                .failure();
    }

    private static OpenOrCloseRequest request(JobAction action) {
        return new OpenOrCloseRequest(Requests.APP, new JobId("4711"), action, Duration.ofSeconds(10));
    }
}
