package io.feishuhire.connector.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.connector.testing.InputProbe;
import io.feishuhire.connector.testing.JobVariables;
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

/** Which job may be looked up, what is rejected, and the shape of the result. */
@Execution(ExecutionMode.SAME_THREAD)
class InputTest {

    private static final String JOB = "7003000000000000002";

    private final InputProbe probe = InputProbe.start();

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void theResultHasEverythingThereIsToTell() {
        probe.sandbox().expireJob(JOB, Instant.parse("2999-12-31T15:59:59.999Z"));

        var job = lookUp("'" + JOB + "'");

        assertThat(job.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "jobId",
                        "title",
                        "code",
                        "active",
                        "expiresAt",
                        "processType",
                        "headCount",
                        "recruiter",
                        "hiringManagers",
                        "assistants",
                        "lookedUpAt");
        assertThat(job.path("jobId").textValue()).isEqualTo(JOB);
        assertThat(job.path("title").textValue()).isEqualTo("产品经理 Product Manager");
        assertThat(job.path("code").textValue()).isEqualTo("PM-001");
        assertThat(job.path("active").booleanValue()).isTrue();
        assertThat(job.path("expiresAt").textValue()).isEqualTo("2999-12-31T15:59:59.999Z");
        assertThat(job.path("processType").intValue()).isEqualTo(1);
        assertThat(job.path("headCount").intValue()).isEqualTo(1);
        assertThat(job.path("recruiter"))
                .isEqualTo(JobVariables.json("{'id': 'ou_7010000000000000001', 'name': '李雪 (Li Xue)'}"));
        assertThat(job.path("hiringManagers"))
                .isEqualTo(JobVariables.json("[{'id': 'ou_7010000000000000002', 'name': '王强 (Wang Qiang)'}]"));
        assertThat(job.path("assistants"))
                .isEqualTo(JobVariables.json("[{'id': 'ou_7010000000000000003', 'name': '陈静'}]"));
        assertThat(job.path("lookedUpAt").textValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void whatIsUnknownIsAbsentAndNotNull() {
        probe.sandbox().revokeScope(FeishuSandbox.DEFAULT_APP_ID, "hire:job.composite_info:readonly");

        var job = lookUp("'" + JOB + "'");

        assertThat(job.has("expiresAt")).isFalse();
        assertThat(job.path("recruiter")).isEqualTo(JobVariables.json("{'id': 'ou_7010000000000000001'}"));
        assertThat(job.toString()).doesNotContain("null");
    }

    @Test
    void aWholeNumberIsTakenDigitByDigit() {
        assertThat(lookUp(JOB).path("jobId").textValue()).isEqualTo(JOB);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            "''",                                  is empty
            "null",                                is empty
            "' '",                                 not digits
            "'69a1'",                              not digits
            "'../../auth/v3/x'",                   not digits
            "'69/close'",                          not digits
            "'%2e%2e'",                            not digits
            "' 69'",                               not digits
            "'６９'",                              not digits
            "-5",                                  not digits
            "'123456789012345678901234567890123'", longer than 32
            "7003000000000000000",                 has lost digits
            "false",                               neither text nor a number
            "['69']",                              neither text nor a number
            "{'id': '69'}",                        neither text nor a number
            """)
    void aJobIdThatCannotBeOneIsRejectedByNameAndNeverSent(String json, String why) {
        assertThat(probe.rejection(EveryConnector.LOOK_UP, probe.with(EveryConnector.LOOK_UP, "/jobId", json)))
                .startsWith("jobId ")
                .contains(why)
                .doesNotContain("69");
    }

    @Test
    void aMissingJobIdIsRejected() {
        var input = probe.input(EveryConnector.LOOK_UP);
        input.remove("jobId");

        assertThat(probe.rejection(EveryConnector.LOOK_UP, input)).startsWith("jobId is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "/", "a.", " x", "{{", "é", "\u3000x"})
    void aTextOfAnyLengthIsRefusedWithoutBeingRepeated(String piece) {
        var input = probe.with(EveryConnector.LOOK_UP, "/jobId", "'" + piece.repeat(100_000) + "'");

        assertThat(probe.rejection(EveryConnector.LOOK_UP, input))
                .startsWith("jobId ")
                .hasSizeLessThan(1_000);
    }

    @Test
    void nothingThatHoldsInputShowsItAsText() {
        var input = JobVariables.bind(probe.with(EveryConnector.LOOK_UP, "/jobId", "'4711'"), LookUpJobInput.class);

        for (var shown : List.of(input, input.toRequest(FeishuClientSettings.DEFAULT))) {
            assertThat(shown.toString())
                    .doesNotContain(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET, "4711");
        }
    }

    private JsonNode lookUp(String jobId) {
        return probe.result(EveryConnector.LOOK_UP, probe.with(EveryConnector.LOOK_UP, "/jobId", jobId));
    }
}
