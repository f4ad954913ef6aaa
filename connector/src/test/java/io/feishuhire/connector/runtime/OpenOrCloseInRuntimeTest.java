package io.feishuhire.connector.runtime;

import static io.feishuhire.connector.testing.EveryConnector.CHECK;
import static io.feishuhire.connector.testing.EveryConnector.LOOK_UP;
import static io.feishuhire.connector.testing.EveryConnector.OPEN_OR_CLOSE;
import static io.feishuhire.connector.testing.EveryConnector.PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.feishu.Advice;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process sees of a job that it opens or closes. */
@ExtendWith(StockRuntime.class)
class OpenOrCloseInRuntimeTest {

    private static final Map<String, Object> CLOSE = Map.of("action", "close");

    @AutoClose
    private final RuntimeProbe probe = RuntimeProbe.start();

    @Test
    void aClosedJobIsOpenedAndNeverExpires(EmbeddedEngine engine) {
        assertThat(openOrClose(engine, Map.of()))
                .containsEntry("jobId", ConfidentialWords.CLOSED_JOB_ID)
                .containsEntry("action", "open")
                .containsEntry("changed", true)
                .containsKeys("logId", "confirmedAt")
                .doesNotContainKeys("expiresAt", "error", "job", "response");
        assertThat(lookUp(engine)).containsEntry("active", true).doesNotContainKey("expiresAt");
    }

    /** As an ordinary text, and as FEEL hands its dates over. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2999-03-31                        |                  | 2999-03-31T15:59:59.999Z
            2999-03-31                        | America/New_York | 2999-04-01T03:59:59.999Z
            2999-03-31T18:00:00+08:00         | America/New_York | 2999-03-31T10:00:00.000Z
            2999-03-31T18:00:00@Asia/Shanghai |                  | 2999-03-31T10:00:00.000Z
            """)
    void aJobIsOpenedUntilATime(String expiresAt, String timeZone, String moment, EmbeddedEngine engine) {
        var status = openOrClose(engine, Map.of("expiresAt", expiresAt, "timeZone", timeZone == null ? "" : timeZone));

        assertThat(status).containsEntry("changed", true).containsEntry("expiresAt", moment);
        assertThat(lookUp(engine)).containsEntry("expiresAt", moment);
    }

    @Test
    void anOpenJobStaysAsItIsWithItsDate(EmbeddedEngine engine) {
        openOrClose(engine, Map.of("expiresAt", "2998-01-01"));

        var status = openOrClose(engine, Map.of("expiresAt", "2999-03-31"));

        assertThat(status)
                .containsEntry("changed", false)
                .doesNotContainKey("expiresAt")
                .containsKey("logId");
        assertThat(lookUp(engine)).containsEntry("expiresAt", "2998-01-01T15:59:59.999Z");
    }

    @Test
    void anOpenJobIsClosedAndItsAdvertisementsAreOffline(EmbeddedEngine engine) {
        var advertisement = Map.<String, Object>of("advertisementId", "7004000000000000001");
        probe.result(engine, PUBLISH, "publication", advertisement);

        var status = openOrClose(engine, Map.of("action", "close", "jobId", ConfidentialWords.JOB_ID));

        assertThat(status)
                .containsEntry("jobId", ConfidentialWords.JOB_ID)
                .containsEntry("action", "close")
                .containsEntry("changed", true)
                .containsKeys("logId", "confirmedAt")
                .doesNotContainKey("expiresAt");
        assertThat(probe.result(engine, CHECK, "advertisementStatus", advertisement))
                .containsEntry("state", "NOT_SEEN");
    }

    @Test
    void aClosedJobStaysClosed(EmbeddedEngine engine) {
        assertThat(openOrClose(engine, CLOSE)).containsEntry("action", "close").containsEntry("changed", false);
        assertThat(lookUp(engine)).containsEntry("active", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "close"})
    void aJobThatThereIsNotIsABpmnErrorAtOnce(String action, EmbeddedEngine engine) {
        var history = probe.run(engine, OPEN_OR_CLOSE, Map.of("action", action, "jobId", "4711"));

        probe.assertEndsWith(history, OPEN_OR_CLOSE, FeishuError.JOB_NOT_FOUND, 1002601, 400);
        assertThat(Retries.burnt(history)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "close"})
    void aSwitchThatIsOffIsABpmnErrorAtOnce(String action, EmbeddedEngine engine) {
        probe.sandbox().apiSync(false);

        var history = probe.run(engine, OPEN_OR_CLOSE, Map.of("action", action));

        probe.assertEndsWith(history, OPEN_OR_CLOSE, FeishuError.API_SYNC_DISABLED, 1002613, 400);
        assertThat(Retries.burnt(history)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "close"})
    void withoutItsPermissionItIsABpmnErrorThatNamesIt(String action, EmbeddedEngine engine) {
        probe.sandbox().revokeScope(probe.appId(), "hire:job");

        var history = probe.run(engine, OPEN_OR_CLOSE, Map.of("action", action));

        assertThat(history.completedElements()).endsWith("FEISHU_PERMISSION_DENIED");
        assertThat(RuntimeProbe.feishuError(history)).containsEntry("scopes", List.of("hire:job"));
        assertThat(RuntimeProbe.feishuError(history).get("advice"))
                .asString()
                .contains("may not open or close jobs yet", "没有重启或关闭职位的权限");
    }

    @ParameterizedTest
    @CsvSource({"OPEN_JOB, open", "CLOSE_JOB, close"})
    void anAnswerThatIsLostIsMadeUpForByRepeatingTheCall(Endpoint endpoint, String action, EmbeddedEngine engine) {
        probe.sandbox().next(endpoint, Reply.afterEffect(Reply.connectionReset()));
        var job = action.equals("open") ? ConfidentialWords.CLOSED_JOB_ID : ConfidentialWords.JOB_ID;

        var status = openOrClose(engine, Map.of("action", action, "jobId", job));

        assertThat(status).containsEntry("action", action).containsEntry("changed", false);
        assertThat(probe.requestsTo(endpoint)).isEqualTo(2);
    }

    @Test
    void aJobThatIsLockedForAWhileIsOpenedLater(EmbeddedEngine engine) {
        probe.sandbox()
                .next(Endpoint.OPEN_JOB, Reply.error(400, 1002631, "locked"), Reply.error(400, 1002619, "later"));

        assertThat(openOrClose(engine, Map.of())).containsEntry("changed", true);
        assertThat(probe.requestsTo(Endpoint.OPEN_JOB)).isEqualTo(3);
    }

    @Test
    void aDateThatHasPassedIsABpmnErrorThatNamesTheFieldInBothLanguages(EmbeddedEngine engine) {
        var history = probe.run(engine, OPEN_OR_CLOSE, Map.of("expiresAt", "2020-01-01"));

        probe.assertEndsWith(
                history,
                FeishuError.INVALID_PARAMETER,
                null,
                null,
                new Advice(
                        "expiresAt is not in the future, so the job would expire at once. Correct that and open or close"
                                + " the job again.",
                        "expiresAt 不晚于当前时间，职位一开启就会过期。请更正后重新执行该操作。"));
        assertThat(probe.requestsTo(Endpoint.OPEN_JOB)).isZero();
    }

    private Map<String, Object> openOrClose(EmbeddedEngine engine, Map<String, Object> variables) {
        return probe.result(engine, OPEN_OR_CLOSE, "jobStatus", variables);
    }

    private Map<String, Object> lookUp(EmbeddedEngine engine) {
        return probe.result(engine, LOOK_UP, "job", Map.of("jobId", ConfidentialWords.CLOSED_JOB_ID));
    }
}
