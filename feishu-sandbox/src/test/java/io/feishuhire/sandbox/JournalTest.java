package io.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JournalTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension(settings -> settings.withJournalSize(3));

    private final SettableClock clock = feishu.clock();
    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();

    @Test
    void aRequestIsRecordedAsItWasSentWithWhatWasAnswered() {
        var token = caller.token();

        var reply = caller.publish(token);

        var recorded = sandbox.requests().getLast();
        assertThat(recorded.endpoint()).isEqualTo(Endpoint.PUBLISH);
        assertThat(recorded.method()).isEqualTo("POST");
        assertThat(recorded.path()).isEqualTo("/open-apis/hire/v1/advertisements/6960663240925956660/publish");
        assertThat(recorded.header("AUTHORIZATION")).contains("Bearer " + token);
        assertThat(recorded.body()).isEqualTo("{\"job_channel_id\":\"3\"}");
        assertThat(recorded.receivedAt()).isEqualTo(clock.instant());
        assertThat(recorded.status()).isEqualTo(200);
        assertThat(recorded.code()).isZero();
        assertThat(recorded.logId()).isEqualTo(Caller.logId(reply));
    }

    @Test
    void aRecordedRequestPrintsNoCredentials() {
        var token = caller.token();
        caller.publish(token);

        assertThat(sandbox.requests().getFirst().body()).contains(FeishuSandbox.DEFAULT_APP_SECRET);
        assertThat(sandbox.requests().toString())
                .contains("cli_sandbox", "job_channel_id")
                .doesNotContain(FeishuSandbox.DEFAULT_APP_SECRET)
                .doesNotContain(token);
    }

    @Test
    void aSecretInABodyThatIsNoOrdinaryJsonIsNotPrintedEither() {
        var path = "/open-apis/auth/v3/tenant_access_token/internal";
        caller.send("POST", path, "{\"app_secret\" : \"quo\\\"ted");
        caller.send("POST", path, "app_secret=formed");
        caller.send("POST", path, "{\"app_id\":\"x\",\"app_secret\":12345}");

        assertThat(sandbox.requests()).hasSize(3);
        assertThat(sandbox.requests().toString()).doesNotContain("quo", "ted\"", "formed", "12345");
    }

    @Test
    void onlyTheLastRequestsAndAdvertisementsAreKept() {
        var token = caller.token();
        for (var id = 1; id <= 5; id++) {
            caller.send(caller.publishing(Integer.toString(id), "Bearer " + token, "{}"));
        }

        assertThat(sandbox.requests()).hasSize(3);
        assertThat(sandbox.published())
                .extracting(PublishedAdvertisement::advertisementId)
                .containsExactly("3", "4", "5");
    }

    @Test
    void ofALongBodyOnlyTheStartIsRecorded() {
        caller.send("POST", "/any", "x".repeat(100_000));

        assertThat(sandbox.requests().getFirst().body()).hasSize(8192);
    }
}
