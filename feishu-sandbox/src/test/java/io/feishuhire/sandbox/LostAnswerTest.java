package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answer to a call does not show whether the call took effect. */
class LostAnswerTest {

    private static final String JOB = "/open-apis/hire/v1/jobs/7003000000000000001";

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    static Stream<KnownCall> changes() {
        return Stream.of(Endpoint.CREATE_JOB, Endpoint.OPEN_JOB, Endpoint.CLOSE_JOB)
                .map(KnownCall::of);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anErrorComesBeforeOrAfterTheEffect(KnownCall call) {
        var before = effects();
        sandbox.next(call.endpoint(), Reply.systemError(), Reply.afterEffect(Reply.systemError()));

        assertThat(outcome(call.make(caller, token))).isEqualTo("500 1002001");
        assertThat(effects()).isEqualTo(before);

        assertThat(outcome(call.make(caller, token))).isEqualTo("500 1002001");
        assertThat(effects()).isNotEqualTo(before);
        assertThat(sandbox.requests())
                .filteredOn(request -> request.endpoint() == call.endpoint())
                .extracting(RecordedRequest::code)
                .containsExactly(1_002_001, 1_002_001);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theConnectionIsCutBeforeOrAfterTheEffect(KnownCall call) {
        var before = effects();
        var name = call.endpoint().lowerCaseName();
        var order = "{\"endpoint\":\"" + name + "\",\"fault\":\"connection-reset\",\"afterEffect\":%s}";

        caller.send("POST", "/sandbox/replies", order.formatted("false"));
        assertThatThrownBy(() -> call.make(caller, token)).isInstanceOf(UncheckedIOException.class);
        assertThat(effects()).isEqualTo(before);

        caller.send("POST", "/sandbox/replies", order.formatted("true"));
        assertThatThrownBy(() -> call.make(caller, token)).isInstanceOf(UncheckedIOException.class);
        assertThat(effects()).isNotEqualTo(before);
    }

    @Test
    void anAdvertisementIsPublishedAllTheSame() {
        sandbox.next(Endpoint.PUBLISH, Reply.afterEffect(Reply.gatewayFailure()));

        assertThat(caller.publish(token).statusCode()).isEqualTo(502);
        assertThat(sandbox.published()).hasSize(1);
    }

    @Test
    void aCallThatIsRefusedHasNoEffectToHide() {
        sandbox.always(Endpoint.CLOSE_JOB, Reply.afterEffect(Reply.systemError()));
        assertThat(outcome(caller.call("t-unknown", JOB + "/close", "{}"))).isEqualTo("400 99991663");
        assertThat(outcome(caller.call(token, JOB + "/close", "{}"))).isEqualTo("500 1002001");

        assertThat(outcome(caller.call(token, JOB + "/close", "{}"))).isEqualTo("400 1002609");
    }

    @Test
    void whatComesAfterwardsCanBeLateOrTheAnswerItself() {
        sandbox.next(
                Endpoint.CREATE_JOB,
                Reply.afterEffect(Reply.delay(Duration.ofMillis(1), Reply.fromSandbox())),
                Reply.delay(Duration.ofMillis(1), Reply.afterEffect(Reply.internalError())));
        var call = KnownCall.of(Endpoint.CREATE_JOB);

        assertThat(json(call.make(caller, token)).at("/data/job/code").textValue())
                .isEqualTo("REQ-1");
        assertThat(outcome(call.make(caller, token))).isEqualTo("500 2200");
        assertThat(sandbox.createdJobs()).hasSize(2);
    }

    private String effects() {
        var state = json(caller.send("GET", "/sandbox", ""));
        return state.path("createdJobs") + " created, " + state.path("jobs");
    }
}
