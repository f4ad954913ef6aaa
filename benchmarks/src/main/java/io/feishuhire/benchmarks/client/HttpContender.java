package io.feishuhire.benchmarks.client;

import com.lark.oapi.Client;
import com.lark.oapi.service.hire.v1.model.PublishAdvertisementReq;
import com.lark.oapi.service.hire.v1.model.PublishAdvertisementReqBody;
import io.camunda.connector.http.client.HttpClientService;
import io.camunda.connector.http.client.model.HttpClientRequest;
import io.camunda.connector.http.client.model.auth.BearerAuthentication;
import io.feishuhire.benchmarks.support.StubFeishu;
import io.feishuhire.connector.feishu.AdvertisementId;
import io.feishuhire.connector.feishu.BaseUrl;
import io.feishuhire.connector.feishu.Channel;
import io.feishuhire.connector.feishu.FeishuApp;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.PublishRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The ways to publish that are compared. */
public enum HttpContender {

    /**
     * The connector's client, with its tokens and its limiter. One app may publish 1,000 times a second at most, so the
     * client takes turns among 64 apps.
     */
    OURS {
        @Override
        Publisher connect(URI server) {
            var client = new FeishuClient(unlimited());
            var requests = IntStream.range(0, APPS)
                    .mapToObj(app -> request(server, "cli_" + app))
                    .toArray(PublishRequest[]::new);
            var turn = new AtomicInteger();
            return () -> client.advertisements().publish(requests[turn.getAndIncrement() & (APPS - 1)]);
        }
    },

    /** The floor: the JDK's client with a fixed token, which reads only the HTTP status. */
    JDK {
        @Override
        Publisher connect(URI server) {
            var client = HttpClient.newHttpClient();
            return () -> {
                var request = HttpRequest.newBuilder(URI.create(server + PATH))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", "Bearer " + StubFeishu.TOKEN)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofString("{\"job_channel_id\":\"3\"}"))
                        .build();
                expect(200, client.send(request, BodyHandlers.ofString()).statusCode());
            };
        }
    },

    /** Feishu's official SDK, which fetches and keeps its token itself. */
    SDK {
        @Override
        Publisher connect(URI server) {
            var client = Client.newBuilder("cli_0", "secret")
                    .openBaseUrl(server.toString())
                    .build();
            return () -> {
                var body = PublishAdvertisementReqBody.newBuilder()
                        .jobChannelId("3")
                        .build();
                var request = PublishAdvertisementReq.newBuilder()
                        .advertisementId(ADVERTISEMENT)
                        .publishAdvertisementReqBody(body)
                        .build();
                expect(0, client.hire().v1().advertisement().publish(request).getCode());
            };
        }
    },

    /** The HTTP client of Camunda's REST connector, with a fixed token. */
    CAMUNDA {
        @Override
        Publisher connect(URI server) {
            var client = new HttpClientService();
            return () -> {
                var request = new HttpClientRequest();
                request.setMethod(io.camunda.connector.http.client.model.HttpMethod.POST);
                request.setUrl(server + PATH);
                request.setAuthentication(new BearerAuthentication(StubFeishu.TOKEN));
                request.setHeaders(new HashMap<>(Map.of("Content-Type", "application/json; charset=utf-8")));
                request.setBody(Map.of("job_channel_id", "3"));
                request.setConnectionTimeoutInSeconds(20);
                request.setReadTimeoutInSeconds(20);
                expect(200, client.executeConnectorRequest(request).status());
            };
        }
    };

    private static final int APPS = 64;
    private static final String ADVERTISEMENT = "6960663240925956660";
    private static final String PATH = "/open-apis/hire/v1/advertisements/" + ADVERTISEMENT + "/publish";

    /** Publishes one advertisement. Safe for use by several threads. */
    interface Publisher {
        void publish() throws Exception;
    }

    abstract Publisher connect(URI server);

    /** The highest limit that an operator can set. */
    static FeishuClientSettings unlimited() {
        return FeishuClientSettings.from(Map.of(FeishuClientSettings.PUBLISHES_PER_SECOND, "1000"));
    }

    static PublishRequest request(URI server, String appId) {
        return new PublishRequest(
                new FeishuApp(new BaseUrl(server), appId, "secret"),
                new AdvertisementId(ADVERTISEMENT),
                Channel.REFERRAL_PLATFORM,
                Duration.ofSeconds(20));
    }

    private static void expect(int wanted, int got) {
        if (got != wanted) {
            throw new IllegalStateException("Not published: " + got);
        }
    }
}
