package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lark.oapi.Client;
import com.lark.oapi.service.hire.v1.model.PublishAdvertisementReq;
import com.lark.oapi.service.hire.v1.model.PublishAdvertisementReqBody;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The official Java SDK is the oracle of how a request looks. */
class WireFormatTest {

    private static final String ADVERTISEMENT_ID = "6960663240925956660";

    @Test
    void theRequestsEqualThoseOfTheOfficialSdk() throws Exception {
        try (var forUs = FeishuSandbox.start();
                var forTheSdk = FeishuSandbox.start()) {
            // The SDK's token cache is static and keyed by the app id alone.
            var appId = "cli_wire_format";
            forUs.registerApp(appId, "secret");
            forTheSdk.registerApp(appId, "secret");

            publishWithOurClient(forUs, appId);
            publishWithTheSdk(forTheSdk, appId);

            assertThat(comparable(forUs.requests())).isEqualTo(comparable(forTheSdk.requests()));
            assertThat(forUs.requests())
                    .extracting(RecordedRequest::endpoint)
                    .containsExactly(Endpoint.TOKEN, Endpoint.PUBLISH);
        }
    }

    private static void publishWithOurClient(FeishuSandbox sandbox, String appId) {
        new FeishuClient(FeishuClientSettings.DEFAULT)
                .advertisements()
                .publish(new PublishRequest(
                        new FeishuApp(new BaseUrl(sandbox.baseUrl()), appId, "secret"),
                        new AdvertisementId(ADVERTISEMENT_ID),
                        Channel.REFERRAL_PLATFORM,
                        Duration.ofSeconds(10)));
    }

    private static void publishWithTheSdk(FeishuSandbox sandbox, String appId) throws Exception {
        var client = Client.newBuilder(appId, "secret")
                .openBaseUrl(sandbox.baseUrl().toString())
                .build();
        var reply = client.hire()
                .v1()
                .advertisement()
                .publish(PublishAdvertisementReq.newBuilder()
                        .advertisementId(ADVERTISEMENT_ID)
                        .publishAdvertisementReqBody(PublishAdvertisementReqBody.newBuilder()
                                .jobChannelId("3")
                                .build())
                        .build());
        assertThat(reply.success()).isTrue();
    }

    private static List<WireRequest> comparable(List<RecordedRequest> requests) {
        return requests.stream().map(WireRequest::of).toList();
    }

    /** What has to be equal; tokens differ, so only their scheme is compared. */
    private record WireRequest(String method, String path, String contentType, String authorization, JsonNode body) {
        static WireRequest of(RecordedRequest request) {
            return new WireRequest(
                    request.method(),
                    request.path(),
                    request.header("Content-Type").orElseThrow().toLowerCase(Locale.ROOT),
                    request.header("Authorization")
                            .map(value -> value.replaceAll("(?<=^Bearer )\\S+$", "…"))
                            .orElse("none"),
                    json(request.body()));
        }

        private static JsonNode json(String text) {
            try {
                return new ObjectMapper().readTree(text);
            } catch (JsonProcessingException notJson) {
                throw new IllegalArgumentException(notJson);
            }
        }
    }
}
