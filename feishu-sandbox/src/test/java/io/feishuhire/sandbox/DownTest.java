package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DownTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    static Stream<KnownCall> calls() {
        return KnownCall.all();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void noCallIsAnsweredUntilFeishuIsBack(KnownCall call) {
        sandbox.down(true);

        assertThatThrownBy(() -> call.make(caller, token)).isInstanceOf(UncheckedIOException.class);

        var recorded = sandbox.requests().getLast();
        assertThat(recorded.endpoint()).isEqualTo(call.endpoint());
        assertThat(recorded.status()).isZero();
        assertThat(recorded.code()).isNull();
        assertThat(recorded.reply()).isEmpty();
        sandbox.down(false);
        assertThat(call.make(caller, token).statusCode()).isIn(200, 404);
    }

    @Test
    void careersPagesTokensAndUnknownPathsAreDownToo() {
        caller.publish(token, "69", "7002000000000000001");
        sandbox.down(true);

        assertNoAnswer("GET", "/careers/7001000000000000001/position/69/detail");
        assertNoAnswer("POST", "/open-apis/auth/v3/tenant_access_token/internal");
        assertNoAnswer("POST", "/any");
    }

    @Test
    void aCallHasNoEffectCountsForNoLimitAndTakesNoScriptedReply() {
        sandbox.rateLimit(1);
        sandbox.next(Endpoint.PUBLISH, Reply.fromSandbox(), Reply.systemError());
        sandbox.down(true);
        for (var call = 0; call < 3; call++) {
            assertThatThrownBy(() -> caller.publish(token)).isInstanceOf(UncheckedIOException.class);
        }
        assertThat(sandbox.published()).isEmpty();

        sandbox.down(false);

        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
        assertThat(outcome(caller.publish(token))).isEqualTo("500 1002001");
    }

    @Test
    void theAdminApiAnswersShowsItAndSwitchesIt() {
        assertThat(isDown("GET", "/sandbox", "")).isFalse();
        assertThat(isDown("PUT", "/sandbox/down", "{\"enabled\":true}")).isTrue();
        assertThat(sandbox.tenant().down()).isTrue();
        assertNoAnswer("POST", "/any");
        assertThat(caller.send("PUT", "/sandbox/down", "{}").statusCode()).isEqualTo(400);

        assertThat(isDown("PUT", "/sandbox/down", "{\"enabled\":false}")).isFalse();
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
    }

    @Test
    void aResetSandboxIsNotDown() {
        sandbox.down(true);

        sandbox.reset();

        assertThat(sandbox.tenant().down()).isFalse();
        assertThat(outcome(caller.publish(caller.token()))).isEqualTo("200 0");
    }

    private boolean isDown(String method, String path, String body) {
        var reply = caller.send(method, path, body);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return json(reply).path("down").booleanValue();
    }

    private void assertNoAnswer(String method, String path) {
        assertThatThrownBy(() -> caller.send(method, path, "")).as(path).isInstanceOf(UncheckedIOException.class);
    }
}
