package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAndCloseJobTest {

    private static final String JOBS = "/open-apis/hire/v1/jobs/";
    private static final String JOB = "7003000000000000001";
    private static final String CLOSED = "7003000000000000004";
    private static final String WEBSITE = "7001000000000000001";
    private static final String CHANNEL = "7002000000000000001";
    private static final String NEVER = "{\"is_never_expired\":true}";

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final SettableClock clock = feishu.clock();
    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();
    private final JobPostCalls posts = new JobPostCalls(caller, token);

    @Test
    void closingTakesEveryAdvertisementOfTheJobOffline() {
        sandbox.addJob("1", "J-1", "A job", "11", "12");
        caller.publish(token, "11", CHANNEL);
        caller.publish(token, "12", "3");

        var reply = close("1");

        assertThat(outcome(reply)).isEqualTo("200 0");
        assertThat(json(reply).path("data")).isEqualTo(Caller.parse("{}"));
        assertThat(outcome(posts.onWebsite(WEBSITE, "11"))).isEqualTo("404 1002509");
        assertThat(outcome(posts.onReferral("12"))).isEqualTo("404 1002509");
        assertThat(outcome(publish("11"))).isEqualTo("400 1002609");
        assertThat(job("1").path("active_status").intValue()).isEqualTo(2);
        assertThat(outcome(close("1"))).isEqualTo("400 1002609");
    }

    @Test
    void theAdvertisementsOfAReopenedJobStayOfflineUntilTheyArePublished() {
        caller.publish(token, "7004000000000000001", CHANNEL);
        close(JOB);

        var reply = open(JOB, NEVER);

        assertThat(outcome(reply)).isEqualTo("200 0");
        assertThat(json(reply).path("data")).isEqualTo(Caller.parse("{}"));
        assertThat(job(JOB).path("active_status").intValue()).isEqualTo(1);
        assertThat(outcome(posts.onWebsite(WEBSITE, "7004000000000000001"))).isEqualTo("404 1002509");
        caller.publish(token, "7004000000000000001", CHANNEL);
        assertThat(outcome(posts.onWebsite(WEBSITE, "7004000000000000001"))).isEqualTo("200 0");

        sandbox.bringBackByReopening(true);
        close(JOB);
        open(JOB, NEVER);
        assertThat(outcome(posts.onWebsite(WEBSITE, "7004000000000000001"))).isEqualTo("200 0");
    }

    @Test
    void aJobIsReopenedUntilADateOrForever() {
        var end = clock.instant().plusMillis(1).toEpochMilli();

        assertThat(outcome(open(CLOSED, "{\"is_never_expired\":false,\"expiry_time\":" + end + "}")))
                .isEqualTo("200 0");
        assertThat(job(CLOSED).path("expiry_timestamp").textValue()).isEqualTo("" + end);

        close(CLOSED);
        assertThat(outcome(open(CLOSED, "{\"is_never_expired\":true,\"expiry_time\":1}")))
                .isEqualTo("200 0");
        assertThat(job(CLOSED).has("expiry_timestamp")).isFalse();
    }

    @Test
    void openingWhatIsOpenChangesNothing() {
        var late = clock.instant().plusSeconds(1).toEpochMilli();

        assertThat(outcome(open(JOB, "{\"is_never_expired\":false,\"expiry_time\":" + late + "}")))
                .isEqualTo("400 1002616");
        assertThat(job(JOB).has("expiry_timestamp")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | is_never_expired",
                "{\"is_never_expired\":\"true\"} | is_never_expired",
                "{\"is_never_expired\":false} | expiry_time",
                "{\"is_never_expired\":false,\"expiry_time\":\"1798761599999\"} | expiry_time",
                "{\"is_never_expired\":false,\"expiry_time\":1798761599999.5} | expiry_time",
                "{\"is_never_expired\":false,\"expiry_time\":17987615999990000000} | expiry_time",
                // The clock of the tests.
                "{\"is_never_expired\":false,\"expiry_time\":1795334400000} | expiry_time"
            })
    void anExpiryThatIsNoTimeInTheFutureIsRefusedByItsName(String body, String field) {
        var reply = open(CLOSED, body);

        assertThat(outcome(reply)).isEqualTo("400 1002002");
        assertThat(json(reply).at("/error/field_violations/0/field").textValue())
                .isEqualTo(field);
        assertThat(job(CLOSED).path("active_status").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "true"})
    void openingNeedsAnObject(String body) {
        assertThat(outcome(open(CLOSED, body))).isEqualTo("400 1002002");
    }

    @Test
    void closingNeedsNoBody() {
        assertThat(outcome(caller.call(token, JOBS + JOB + "/close", ""))).isEqualTo("200 0");
    }

    @Test
    void aJobThatDoesNotExistIsNeitherOpenedNorClosed() {
        assertThat(outcome(open("1", NEVER))).isEqualTo("400 1002601");
        assertThat(outcome(open("x", NEVER))).isEqualTo("400 1002002");
        assertThat(outcome(close("1"))).isEqualTo("400 1002601");
        assertThat(outcome(close("x"))).isEqualTo("400 1002002");

        sandbox.refuseClosingUnknownJobs(1_002_002);
        assertThat(outcome(close("1"))).isEqualTo("400 1002002");
        sandbox.refuseClosingUnknownJobs(0);
        assertThat(outcome(close("1"))).isEqualTo("200 0");
    }

    @Test
    void withTheSwitchOffAJobIsNotOpenedAndClosedOnlyIfTheGuessSaysSo() {
        sandbox.apiSync(false);

        assertThat(outcome(open(CLOSED, NEVER))).isEqualTo("400 1002613");
        assertThat(outcome(close(JOB))).isEqualTo("400 1002613");
        assertThat(job(JOB).path("active_status").intValue()).isEqualTo(1);
        sandbox.closeWithoutApiSync(true);
        assertThat(outcome(close(JOB))).isEqualTo("200 0");
        assertThat(outcome(open(JOB, NEVER))).isEqualTo("400 1002613");
    }

    private HttpResponse<String> open(String job, String body) {
        return caller.call(token, JOBS + job + "/open", body);
    }

    private HttpResponse<String> close(String job) {
        return caller.call(token, JOBS + job + "/close", "{}");
    }

    private HttpResponse<String> publish(String advertisement) {
        return caller.send(caller.publishing(advertisement, "Bearer " + token, "{}"));
    }

    private JsonNode job(String job) {
        return json(caller.get(token, JOBS + job)).at("/data/job");
    }
}
