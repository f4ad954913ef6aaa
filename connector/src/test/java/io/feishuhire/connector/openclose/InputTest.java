package io.feishuhire.connector.openclose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.JobAction;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.connector.testing.InputProbe;
import io.feishuhire.connector.testing.JobVariables;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked of a job, what is rejected, and the shape of the result. The forms of a date are EndTime's. */
@Execution(ExecutionMode.SAME_THREAD)
class InputTest {

    private static final String OPEN_JOB = "7003000000000000002";
    private static final String CLOSED_JOB = "7003000000000000004";

    private final InputProbe probe = InputProbe.start();

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void theResultOfOpeningHasEverythingThereIsToTell() {
        var result = result(input(CLOSED_JOB, "open").put("expiresAt", "2999-12-31"));

        assertThat(result.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("jobId", "action", "changed", "expiresAt", "logId", "confirmedAt");
        assertThat(result.path("jobId").textValue()).isEqualTo(CLOSED_JOB);
        assertThat(result.path("action").textValue()).isEqualTo("open");
        assertThat(result.path("changed").booleanValue()).isTrue();
        assertThat(result.path("expiresAt").textValue()).isEqualTo("2999-12-31T15:59:59.999Z");
        assertThat(result.path("confirmedAt").textValue())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @ParameterizedTest
    @CsvSource({
        OPEN_JOB + ", open, false",
        OPEN_JOB + ", close, true",
        CLOSED_JOB + ", open, true",
        CLOSED_JOB + ", close, false"
    })
    void aGoalThatIsReachedAlreadyIsASuccessThatChangedNothing(String job, String action, boolean changed) {
        var result = result(input(job, action).put("expiresAt", action.equals("open") && !changed ? "2999-12-31" : ""));

        assertThat(result.path("action").textValue()).isEqualTo(action);
        assertThat(result.path("changed").booleanValue()).isEqualTo(changed);
        assertThat(result.has("expiresAt")).as("not set by this task").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "' '", "null"})
    void withoutADateTheJobNeverExpires(String expiresAt) {
        result(JobVariables.replace(input(CLOSED_JOB, "open"), "/expiresAt", expiresAt));

        assertThat(probe.sandbox().requests().stream()
                        .filter(request -> request.endpoint() == Endpoint.OPEN_JOB)
                        .map(request -> request.body()))
                .containsExactly("{\"is_never_expired\":true}");
    }

    @ParameterizedTest
    @CsvSource({
        "'2999-12-31', null, 2999-12-31T15:59:59.999Z",
        "'2999-12-31', '', 2999-12-31T15:59:59.999Z",
        "' 2999-12-31 ', ' Europe/Berlin ', 2999-12-31T22:59:59.999Z",
        "'2999-12-31', +08:00, 2999-12-31T15:59:59.999Z",
        "2999-12-31T18:00:00@Asia/Shanghai, Europe/Berlin, 2999-12-31T10:00:00Z"
    })
    void theTimeZoneSaysWhereADateEnds(String expiresAt, String timeZone, String moment) {
        var input = input(CLOSED_JOB, "open").put("expiresAt", expiresAt);
        input.put("timeZone", timeZone.equals("null") ? null : timeZone);

        assertThat(bind(input).toRequest(FeishuClientSettings.DEFAULT).action())
                .isInstanceOfSatisfying(
                        JobAction.Open.class,
                        open -> assertThat(open.expiresAt()).contains(Instant.parse(moment)));
    }

    @Test
    void closingLooksAtNoDate() {
        var input = input(OPEN_JOB, "close").put("expiresAt", "hunter2").put("timeZone", "hunter2");

        assertThat(result(input).path("changed").booleanValue()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /action    | 'hunter2'             | action is neither open nor close
            /action    | 'Open'                | action is neither open nor close
            /action    | ''                    | action is neither open nor close
            /action    | null                  | action is neither open nor close
            /action    | true                  | action is neither open nor close
            /action    | ['open']              | action is a list or an object
            /jobId     | ''                    | jobId is empty
            /jobId     | '4711/close'          | jobId contains characters that are not digits
            /jobId     | '../4711'             | jobId contains characters that are not digits
            /jobId     | 7003000000000000000   | jobId went through a floating-point number
            /expiresAt | 'hunter2'             | expiresAt is neither a date
            /expiresAt | 1806508799999         | expiresAt is neither a date
            /expiresAt | true                  | expiresAt is neither a date
            /expiresAt | ['2999-12-31']        | expiresAt is a list or an object
            /expiresAt | '2999-12-31T18:00:00' | expiresAt is a date and time without a time zone
            /expiresAt | '2020-01-01'          | expiresAt is not in the future
            /timeZone  | 'hunter2'             | timeZone is not a time zone, such as Asia/Shanghai
            /timeZone  | 8                     | timeZone is not a time zone, such as Asia/Shanghai
            /timeZone  | {}                    | timeZone is a list or an object
            """)
    void aValueThatCannotBeUsedIsRejectedByNameAndNothingIsSent(String pointer, String json, String message) {
        assertThat(probe.rejection(
                        EveryConnector.OPEN_OR_CLOSE, probe.with(EveryConnector.OPEN_OR_CLOSE, pointer, json)))
                .startsWith(message)
                .doesNotContain("hunter2", "2999", "2020", "4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobId", "action", "expiresAt", "timeZone"})
    void aTextOfAnyLengthIsRefusedWithoutBeingRepeated(String field) {
        for (var piece : List.of("7", "/", "a.", " x", "{{", "é", "\u3000x")) {
            var input = input(CLOSED_JOB, "open").put(field, piece.repeat(100_000));

            assertThat(probe.rejection(EveryConnector.OPEN_OR_CLOSE, input))
                    .startsWith(field + " ")
                    .hasSizeLessThan(1_000);
        }
    }

    @Test
    void nothingThatHoldsInputShowsItAsText() {
        var input = bind(input("4711", "open").put("expiresAt", "2999-12-31"));

        assertThat(input.toString() + input.toRequest(FeishuClientSettings.DEFAULT))
                .doesNotContain(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET, "4711", "2999");
    }

    private JsonNode result(JsonNode input) {
        return probe.result(EveryConnector.OPEN_OR_CLOSE, input);
    }

    private ObjectNode input(String jobId, String action) {
        return probe.input(EveryConnector.OPEN_OR_CLOSE).put("jobId", jobId).put("action", action);
    }

    private static OpenOrCloseJobInput bind(JsonNode input) {
        return JobVariables.bind(input, OpenOrCloseJobInput.class);
    }
}
