package io.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.lark.oapi.Client;
import com.lark.oapi.service.hire.v1.model.PublishAdvertisementReq;
import com.lark.oapi.service.hire.v1.model.PublishAdvertisementReqBody;
import com.lark.oapi.service.hire.v1.model.PublishAdvertisementResp;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Feishu's own client takes the sandbox for Feishu. Its token cache is static: every test has an app of its own. */
class OfficialSdkTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final FeishuSandbox sandbox = feishu.sandbox();
    private final String appId = "cli_" + UUID.randomUUID();

    @Test
    void itFetchesATokenAndPublishes() throws Exception {
        var reply = publish();

        assertThat(reply.success()).isTrue();
        assertThat(reply.getCode()).isZero();
        assertThat(reply.getRequestId()).isEqualTo(sandbox.requests().getLast().logId());
        assertThat(sandbox.published())
                .singleElement()
                .satisfies(published -> assertThat(published.advertisementId()).isEqualTo("6960663240925956660"))
                .satisfies(published -> assertThat(published.jobChannelId()).isEqualTo("3"))
                .satisfies(published -> assertThat(published.appId()).isEqualTo(appId));
        assertThat(sandbox.requests())
                .extracting(RecordedRequest::endpoint)
                .containsExactly(Endpoint.TOKEN, Endpoint.PUBLISH);
    }

    @Test
    void itReadsTheErrorAndTheLogId() throws Exception {
        sandbox.apiSync(false);

        var reply = publish();

        assertThat(reply.success()).isFalse();
        assertThat(reply.getCode()).isEqualTo(1_002_613);
        assertThat(reply.getRequestId()).isEqualTo(sandbox.requests().getLast().logId());
        assertThat(sandbox.published()).isEmpty();
    }

    private PublishAdvertisementResp publish() throws Exception {
        sandbox.registerApp(appId, "sdk-secret");
        var client = Client.newBuilder(appId, "sdk-secret")
                .openBaseUrl(sandbox.baseUrl().toString())
                .build();
        return client.hire()
                .v1()
                .advertisement()
                .publish(PublishAdvertisementReq.newBuilder()
                        .advertisementId("6960663240925956660")
                        .publishAdvertisementReqBody(PublishAdvertisementReqBody.newBuilder()
                                .jobChannelId("3")
                                .build())
                        .build());
    }
}
