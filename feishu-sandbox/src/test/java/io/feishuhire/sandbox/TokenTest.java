package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final SettableClock clock = feishu.clock();
    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();

    @Test
    void aTokenStandsAtTopLevelAndLivesTwoHours() {
        var reply = json(caller.tokenReply(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET));

        assertThat(reply.path("code").intValue()).isZero();
        assertThat(reply.path("msg").textValue()).isEqualTo("ok");
        assertThat(reply.path("tenant_access_token").textValue()).matches("t-[0-9a-f]{40}");
        assertThat(reply.path("expire").isInt()).isTrue();
        assertThat(reply.path("expire").intValue()).isEqualTo(7200);
    }

    @Test
    void withThirtyMinutesLeftTheSameTokenIsAnswered() {
        var first = caller.token();
        clock.advance(Duration.ofMinutes(90));

        var again = json(caller.tokenReply(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET));

        assertThat(again.path("tenant_access_token").textValue()).isEqualTo(first);
        assertThat(again.path("expire").intValue()).isEqualTo(1800);
    }

    @Test
    void withLessThanThirtyMinutesLeftANewTokenIsAnswered() {
        var first = caller.token();
        clock.advance(Duration.ofMinutes(90).plusMillis(1));

        var renewed = json(caller.tokenReply(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET));

        var second = renewed.path("tenant_access_token").textValue();
        assertThat(second).isNotEqualTo(first);
        assertThat(renewed.path("expire").intValue()).isEqualTo(7200);
        assertThat(outcome(caller.publish(first))).isEqualTo("200 0");
        assertThat(outcome(caller.publish(second))).isEqualTo("200 0");
    }

    @Test
    void aTokenEndsAfterTwoHoursToTheMillisecond() {
        var token = caller.token();

        clock.advance(Duration.ofHours(2).minusMillis(1));
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
        clock.advance(Duration.ofMillis(1));
        assertThat(outcome(caller.publish(token))).isEqualTo("400 99991663");
    }

    @Test
    void revokedTokensAreRejectedAndTheNextTokenIsANewOne() {
        var revoked = caller.token();
        sandbox.revokeTokens();

        assertThat(outcome(caller.publish(revoked))).isEqualTo("400 99991663");
        var next = caller.token();
        assertThat(next).isNotEqualTo(revoked);
        assertThat(outcome(caller.publish(next))).isEqualTo("200 0");
    }

    @Test
    void aWrongSecretIsRefusedWith10014AndHttp400() {
        var reply = caller.tokenReply(FeishuSandbox.DEFAULT_APP_ID, "wrong");

        assertThat(outcome(reply)).isEqualTo("400 10014");
        assertThat(json(reply).path("msg").textValue()).isEqualTo("app secret invalid");
    }

    @Test
    void anUnknownAppIsRefusedWith10003AndHttp200() {
        var reply = caller.tokenReply("cli_unknown", "any");

        assertThat(outcome(reply)).isEqualTo("200 10003");
        assertThat(json(reply).path("msg").textValue()).isEqualTo("invalid param");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"app_id\":\"cli_sandbox\"}",
                "{\"app_id\":1,\"app_secret\":2}",
                "{\"app_id\":\"cli_sandbox\",\"app_secret\":\"sandbox-app-secret\"} more"
            })
    void aTokenRequestWithoutBothTextsIsRefusedWith10003AndHttp400(String body) {
        assertThat(outcome(caller.send("POST", "/open-apis/auth/v3/tenant_access_token/internal", body)))
                .isEqualTo("400 10003");
    }

    @Test
    void aChangedSecretIsTheOnlyOneAndTokensStayValid() {
        var token = caller.token();
        sandbox.changeSecret(FeishuSandbox.DEFAULT_APP_ID, "new");

        assertThat(outcome(caller.tokenReply(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET)))
                .isEqualTo("400 10014");
        assertThat(caller.token(FeishuSandbox.DEFAULT_APP_ID, "new")).isEqualTo(token);
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
    }

    @Test
    void eachAppHasItsOwnToken() {
        sandbox.registerApp("cli_other", "other-secret");

        assertThat(caller.token("cli_other", "other-secret")).isNotEqualTo(caller.token());
    }

    @Test
    void tokensMayHaveAnyShape() {
        var long4k = "e".repeat(4096);
        try (FeishuSandbox other =
                        FeishuSandbox.start(SandboxSettings.defaults().withTokens(() -> long4k));
                var client = Caller.of(other)) {
            assertThat(client.token()).isEqualTo(long4k);
            assertThat(outcome(client.publish(long4k))).isEqualTo("200 0");
        }
    }
}
