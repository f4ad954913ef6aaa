package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.ADVERTISEMENT;
import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.logId;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final SettableClock clock = feishu.clock();
    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @Test
    void anOpenAdvertisementIsPublished() {
        var reply = caller.publish(token);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"code\":0,\"msg\":\"ok\",\"data\":{}}");
        assertThat(sandbox.published())
                .containsExactly(
                        new PublishedAdvertisement(ADVERTISEMENT, "3", FeishuSandbox.DEFAULT_APP_ID, clock.instant()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"job_channel_id\":null}"})
    void theChannelMayBeOmitted(String body) {
        assertThat(outcome(publish(ADVERTISEMENT, body))).isEqualTo("200 0");
        assertThat(sandbox.published().getFirst().jobChannelId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "\"3\"",
                "{\"job_channel_id\":3}",
                "{\"job_channel_id\":\"\"}",
                "{\"job_channel_id\":\"3a\"}",
                "{\"job_channel_id\":[\"3\"]}",
                "{} {}"
            })
    void aBodyThatIsNoObjectOrAChannelThatIsNoDigitsIsAParameterError(String body) {
        assertThat(outcome(publish(ADVERTISEMENT, body))).isEqualTo("400 1002002");
        assertThat(sandbox.published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "69a", "-1", "6.9E18", "%36%39", "%20"})
    void anIdThatIsNoDigitsIsAParameterError(String advertisementId) {
        assertThat(outcome(publish(advertisementId, "{}"))).isEqualTo("400 1002002");
    }

    @Test
    void withApiSyncOffNothingIsPublishedUntilItIsOnAgain() {
        sandbox.apiSync(false);
        assertThat(outcome(caller.publish(token))).isEqualTo("400 1002613");
        assertThat(sandbox.published()).isEmpty();

        sandbox.apiSync(true);
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
    }

    @Test
    void aClosedJobIsNotPublishedUntilItIsReopened() {
        sandbox.closeJob(ADVERTISEMENT);
        assertThat(outcome(caller.publish(token))).isEqualTo("400 1002609");

        sandbox.reopenJob(ADVERTISEMENT);
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
    }

    @Test
    void anAdvertisementThatDoesNotComplyIsNotPublished() {
        sandbox.rejectAsNotCompliant(ADVERTISEMENT);

        assertThat(outcome(caller.publish(token))).isEqualTo("400 1002624");
        assertThat(outcome(publish("1", "{}"))).isEqualTo("200 0");
    }

    @Test
    void onlyDigitsNameAnAdvertisement() {
        assertThatThrownBy(() -> sandbox.closeJob("x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCallWithoutATokenIsRefusedWith99991661() {
        var path = "/open-apis/hire/v1/advertisements/1/publish";

        var reply = caller.send("POST", path, "{}");

        assertThat(outcome(reply)).isEqualTo("400 99991661");
        assertThat(json(reply).at("/error/log_id").textValue()).isEqualTo(logId(reply));
    }

    @ParameterizedTest
    @CsvSource({"Bearer, 99991661", "Basic abc, 99991661", "Bearer t-unknown, 99991663"})
    void aTokenOfTheWrongFormIsMissingAndAnUnknownOneInvalid(String authorization, int code) {
        var reply = caller.send(caller.publishing(ADVERTISEMENT, authorization, "{}"));

        assertThat(outcome(reply)).isEqualTo("400 " + code);
    }

    @Test
    void anAppWithoutTheScopeIsRefusedWithTheDocumentedErrorObject() {
        sandbox.revokeScope(FeishuSandbox.DEFAULT_APP_ID);

        var reply = caller.publish(token);

        assertThat(outcome(reply)).isEqualTo("400 99991672");
        var error = json(reply).path("error");
        assertThat(error.path("log_id").textValue()).isEqualTo(logId(reply));
        assertThat(error.at("/permission_violations/0/subject").textValue()).isEqualTo("hire:advertisement");
        assertThat(error.at("/permission_violations/0/type").textValue()).isEqualTo("action_scope_required");
        assertThat(error.at("/helps/0/url").textValue())
                .isEqualTo("https://open.feishu.cn/app/cli_sandbox/auth?q=hire:advertisement");

        sandbox.grantScope(FeishuSandbox.DEFAULT_APP_ID);
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
    }

    @Test
    void theGatewayChecksBeforeFeishuHireDoes() {
        sandbox.apiSync(false);
        sandbox.revokeScope(FeishuSandbox.DEFAULT_APP_ID);
        sandbox.rateLimit(1);

        assertThat(outcome(publish("x", "no json"))).isEqualTo("400 99991672");
        assertThat(outcome(publish("x", "no json"))).isEqualTo("429 99991400");
        sandbox.grantScope(FeishuSandbox.DEFAULT_APP_ID);
        sandbox.withoutRateLimit();
        assertThat(outcome(publish("x", "no json"))).isEqualTo("400 1002002");
        assertThat(outcome(publish("1", "{}"))).isEqualTo("400 1002613");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /open-apis/hire/v1/advertisements/1/publish",
        "PUT, /open-apis/auth/v3/tenant_access_token/internal",
        "POST, /open-apis/hire/v1/advertisements//publish",
        "POST, /open-apis/hire/v1/advertisements/1/2/publish",
        "POST, /open-apis/hire/v1/jobs/1/combined_update",
        "GET, /__admin/mappings",
        "POST, /__admin/shutdown"
    })
    void anyOtherPathOrMethodIsA404WithoutJson(String method, String path) {
        var reply = caller.send(method, path, "");

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("404 page not found");
    }

    @Test
    void everyReplyCarriesALogIdOfItsOwnAndTheContentTypeOfFeishu() {
        var first = caller.publish(token);
        var second = caller.publish("t-unknown");

        assertThat(logId(first)).matches("20261122160000[0-9A-F]{17}").isNotEqualTo(logId(second));
        assertThat(first.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(second.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(json(second).at("/error/log_id").textValue()).isEqualTo(logId(second));
    }

    @Test
    void aResetSandboxIsAsItWasAtTheStart() {
        sandbox.apiSync(false);
        sandbox.registerApp("cli_other", "secret");
        sandbox.always(Endpoint.PUBLISH, Reply.systemError());
        sandbox.closeJob(ADVERTISEMENT);

        sandbox.reset();

        assertThat(sandbox.requests()).isEmpty();
        assertThat(outcome(caller.publish(token))).isEqualTo("400 99991663");
        assertThat(outcome(caller.publish(caller.token()))).isEqualTo("200 0");
        assertThat(outcome(caller.tokenReply("cli_other", "secret"))).isEqualTo("200 10003");
    }

    private HttpResponse<String> publish(String advertisementId, String body) {
        return caller.send(caller.publishing(advertisementId, "Bearer " + token, body));
    }
}
