package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is locked is refused until the time has come, and then is as before. */
class JobLocksTest {

    private static final String JOBS = "/open-apis/hire/v1/jobs/";
    private static final String OPEN = "7003000000000000001";
    private static final String OPEN_TOO = "7003000000000000002";
    private static final String CLOSED = "7003000000000000004";
    private static final String LOCKED = "400 1002631";
    private static final Duration TIME = Duration.ofSeconds(30);

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final SettableClock clock = feishu.clock();
    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @Test
    void everyCallIsLockedUntilTheTimeHasCome() {
        sandbox.lockJobs(TIME);

        clock.advance(TIME.minusMillis(1));
        var refused = caller.call(token, JOBS + CLOSED + "/open", "{\"is_never_expired\":true}");
        assertThat(json(refused).path("msg").textValue()).isEqualTo("请稍后重试");
        assertThat(create()).isEqualTo(LOCKED);
        assertThat(open(CLOSED)).isEqualTo(LOCKED);
        assertThat(close(OPEN)).isEqualTo(LOCKED);
        assertThat(sandbox.createdJobs()).isEmpty();
        assertThat(caller.publish(token).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofMillis(1));
        assertThat(create()).isEqualTo("200 0");
        assertThat(sandbox.createdJobs()).hasSize(1);
        assertThat(open(CLOSED)).isEqualTo("200 0");
        assertThat(close(OPEN)).isEqualTo("200 0");
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE_JOB, 400 1002631, 200 0, 200 0",
        "OPEN_JOB, 200 0, 400 1002631, 200 0",
        "CLOSE_JOB, 200 0, 200 0, 400 1002631"
    })
    void oneCallIsLockedAndTheOthersAreNot(Endpoint call, String create, String open, String close) {
        sandbox.lockJobs(TIME, call);

        assertThat(create()).isEqualTo(create);
        assertThat(open(CLOSED)).isEqualTo(open);
        assertThat(close(OPEN)).isEqualTo(close);
    }

    @Test
    void oneJobIsLockedAndTheOthersAreNot() {
        sandbox.lockJob(OPEN, TIME);

        assertThat(close(OPEN)).isEqualTo(LOCKED);
        assertThat(open(OPEN)).isEqualTo(LOCKED);
        assertThat(close(OPEN_TOO)).isEqualTo("200 0");
        assertThat(open(CLOSED)).isEqualTo("200 0");
        assertThat(create()).isEqualTo("200 0");

        sandbox.lockJob(OPEN, Duration.ZERO, Endpoint.CLOSE_JOB);
        assertThat(open(OPEN)).isEqualTo(LOCKED);
        assertThat(close(OPEN)).isEqualTo("200 0");
    }

    @Test
    void parametersAndTheSwitchAreCheckedBeforeTheLock() {
        sandbox.lockJobs(TIME);
        sandbox.refuseDuplicateCodes(1_002_002);

        assertThat(outcome(caller.call(token, JOBS + "combined_create", "{}"))).isEqualTo("400 1002002");
        assertThat(outcome(caller.call(
                        token,
                        JOBS + "combined_create",
                        JobBody.withCode("BE-001").toString())))
                .as("a code that there is already")
                .isEqualTo(LOCKED);
        assertThat(close("1")).as("a job that does not exist").isEqualTo(LOCKED);
        sandbox.apiSync(false);
        assertThat(create()).isEqualTo("400 1002613");
    }

    @Test
    void locksAreSetShownAndForgottenOverHttp() {
        put("/sandbox/job-locks", "{\"forMillis\":30000,\"calls\":[\"create-job\",\"close-job\"]}");
        var state = put("/sandbox/job-locks/" + CLOSED, "{\"forMillis\":60000,\"calls\":[\"open-job\"]}");

        assertThat(json(state).path("jobLocks")).isEqualTo(Caller.parse("""
                        {"tenant": {"create-job": "2026-11-22T08:00:30Z", "close-job": "2026-11-22T08:00:30Z"},
                         "7003000000000000004": {"open-job": "2026-11-22T08:01:00Z"}}"""));
        assertThat(create()).isEqualTo(LOCKED);
        assertThat(open(CLOSED)).isEqualTo(LOCKED);
        clock.advance(TIME);
        assertThat(create()).isEqualTo("200 0");
        assertThat(json(caller.send("GET", "/sandbox", "")).path("jobLocks"))
                .isEqualTo(Caller.parse("{\"7003000000000000004\": {\"open-job\": \"2026-11-22T08:01:00Z\"}}"));
        put("/sandbox/job-locks", "{\"forMillis\":30000}");
        assertThat(json(caller.send("DELETE", "/sandbox", "")).path("jobLocks")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sandbox/job-locks | {} | forMillis",
                "/sandbox/job-locks | {\"forMillis\":-1} | day",
                "/sandbox/job-locks | {\"forMillis\":86400001} | day",
                "/sandbox/job-locks | {\"forMillis\":1,\"calls\":[\"update-job\"]} | close-job",
                "/sandbox/job-locks | {\"forMillis\":1,\"calls\":[\"publish\"]} | close-job",
                "/sandbox/job-locks/1 | {\"forMillis\":1} | no job",
                "/sandbox/job-locks/tenant | {\"forMillis\":1} | no job",
                "/sandbox/job-locks/7003000000000000001 | {\"forMillis\":1,\"calls\":[\"create-job\"]} | open-job"
            })
    void whatCannotBeLockedIsAnsweredWithASentence(String path, String body, String named) {
        var reply = caller.send("PUT", path, body);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(json(reply).path("error").textValue()).contains(named);
    }

    @Test
    void inJavaItIsRefusedLikewise() {
        assertThatThrownBy(() -> sandbox.lockJob("1", TIME)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.lockJobs(TIME, Endpoint.PUBLISH)).isInstanceOf(IllegalArgumentException.class);
    }

    private String create() {
        return outcome(caller.call(
                token, JOBS + "combined_create", JobBody.withCode("REQ-1").toString()));
    }

    private String open(String job) {
        return outcome(caller.call(token, JOBS + job + "/open", "{\"is_never_expired\":true}"));
    }

    private String close(String job) {
        return outcome(caller.call(token, JOBS + job + "/close", ""));
    }

    private HttpResponse<String> put(String path, String body) {
        var reply = caller.send("PUT", path, body);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return reply;
    }
}
