package io.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.lark.oapi.Client;
import com.lark.oapi.core.response.BaseResponse;
import java.util.UUID;

/** Feishu's own client. */
final class OfficialSdk {

    private OfficialSdk() {}

    /** Its token cache is static: every client has an app of its own. */
    static Client of(FeishuSandbox sandbox) {
        var appId = "cli_" + UUID.randomUUID();
        sandbox.registerApp(appId, "sdk-secret");
        return Client.newBuilder(appId, "sdk-secret")
                .openBaseUrl(sandbox.baseUrl().toString())
                .build();
    }

    static <T> T data(BaseResponse<T> reply) {
        assertThat(reply.success()).as(reply.getMsg()).isTrue();
        return reply.getData();
    }
}
