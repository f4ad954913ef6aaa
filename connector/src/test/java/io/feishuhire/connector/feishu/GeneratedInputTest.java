package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.feishuhire.connector.feishu.InMemoryHttp.Reply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Generated input, from a fixed seed: nothing but the documented outcomes, and no request to a path other than those of
 * the token and publish calls.
 */
class GeneratedInputTest {

    private static final int CASES = 20_000;
    private static final String TOKEN_PATH = "/open-apis/auth/v3/tenant_access_token/internal";
    private static final String PUBLISH_PATH = "/open-apis/hire/v1/advertisements/[0-9]{1,32}/publish";

    /** What makes parsers of paths, URLs and JSON stumble. */
    private static final List<String> PIECES = List.of(
            "0",
            "7",
            "6960663240925956661",
            "/",
            "..",
            "../",
            "%2e",
            "%2F",
            "?",
            "#",
            "@",
            ":",
            "\\",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\0",
            "-",
            "+",
            "e5",
            ".",
            "６",
            "٣",
            "é",
            "飞",
            "\uD83D\uDE00",
            "\uD800",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            ",",
            "null",
            "true",
            "code",
            "\"code\"",
            "\"code\":0",
            "99991663",
            "1e9",
            "secrets.X",
            "https",
            "http",
            "://",
            "open.feishu.cn",
            "localhost",
            "127.0.0.1",
            "[::1]",
            ":443",
            ":0",
            "user@",
            "//",
            ";",
            "&",
            "=",
            "*");

    private final Random random = new Random(20_261_122);
    private final List<URI> called = new ArrayList<>();
    private final AtomicLong time = new AtomicLong();

    @Test
    void anAdvertisementIdIsPublishedAsItIsOrIsRefused() {
        var feishu = client(Reply.json("{\"code\":0}"));
        var published = 0;
        for (var i = 0; i < CASES; i++) {
            var id = text();
            var thrown = catchThrowable(() ->
                    feishu.advertisements().publish(request(new AdvertisementId(id), new Channel.LeftToFeishu())));
            if (thrown == null) {
                published++;
                assertThat(called.getLast()).hasPath("/open-apis/hire/v1/advertisements/" + id + "/publish");
            } else {
                assertInvalid(thrown, id);
            }
        }

        assertThat(published).isBetween(CASES / 100, CASES / 2);
        assertOnlyOurPathsWereCalled();
    }

    @Test
    void aChannelIdIsSentAsItIsOrIsRefused() {
        var feishu = client(Reply.json("{\"code\":0}"));
        for (var i = 0; i < CASES; i++) {
            var id = text();
            var thrown = catchThrowable(() -> feishu.advertisements()
                    .publish(request(new AdvertisementId("1"), new Channel.Numbered(new JobChannelId(id)))));
            if (thrown != null) {
                assertInvalid(thrown, id);
            }
        }

        assertOnlyOurPathsWereCalled();
    }

    @Test
    void aBaseUrlIsUsedOrRefusedButNeverLeadsToAnotherPath() {
        var feishu = client(Reply.json("{\"code\":0}"));
        var used = 0;
        for (var i = 0; i < CASES; i++) {
            var text = random.nextInt(4) == 0
                    ? text()
                    : "https://open.feishu.cn" + (random.nextBoolean() ? "/x" : "") + text();
            BaseUrl baseUrl;
            try {
                baseUrl = BaseUrl.parse(text);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasNoCause();
                continue;
            }
            used++;
            called.clear();
            feishu.advertisements().publish(Requests.publish(new FeishuApp(baseUrl, "cli_1", "secret")));
            assertThat(called).allSatisfy(uri -> {
                assertThat(uri.getScheme().equals("https") || BaseUrl.isLoopback(uri.getHost()))
                        .isTrue();
                assertThat(uri.getRawPath()).matches("(/[A-Za-z0-9_-]+)*(" + TOKEN_PATH + "|" + PUBLISH_PATH + ")");
                assertThat(uri.getRawQuery()).isNull();
                assertThat(uri.getRawUserInfo()).isNull();
            });
        }

        assertThat(used).isGreaterThan(CASES / 100);
    }

    @Test
    void aReplyIsASuccessOrADocumentedFailure() {
        for (var i = 0; i < CASES; i++) {
            var reply = new Reply(status(), body());
            var feishu = client(reply);
            var thrown = catchThrowable(() ->
                    feishu.advertisements().publish(request(new AdvertisementId("1"), new Channel.LeftToFeishu())));
            if (thrown == null) {
                assertThat(new String(reply.body(), StandardCharsets.UTF_8).replaceAll("\\s", ""))
                        .as("a success says so")
                        .contains("\"code\":0");
                assertThat(reply.statusCode()).as("and so does its status").isBetween(200, 299);
            } else {
                assertThat(thrown).isInstanceOf(FeishuException.class).hasNoCause();
                assertThat(((FeishuException) thrown).failure().kind()).isNotNull();
            }
        }

        assertOnlyOurPathsWereCalled();
    }

    private static void assertInvalid(Throwable thrown, String value) {
        assertThat(thrown).isInstanceOf(IllegalArgumentException.class).hasNoCause();
        if (value.length() > 8) {
            assertThat(thrown.getMessage()).doesNotContain(value);
        }
    }

    private void assertOnlyOurPathsWereCalled() {
        assertThat(called)
                .isNotEmpty()
                .allSatisfy(uri -> assertThat(uri.getRawPath()).matches(TOKEN_PATH + "|" + PUBLISH_PATH));
    }

    private String text() {
        if (random.nextInt(10) == 0) {
            return Long.toUnsignedString(random.nextLong());
        }
        var text = new StringBuilder();
        for (var i = random.nextInt(6); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        if (random.nextInt(200) == 0) {
            text.append(PIECES.get(random.nextInt(PIECES.size())).repeat(1 + random.nextInt(20_000)));
        }
        return text.toString();
    }

    private int status() {
        return List.of(200, 200, 400, 401, 404, 407, 429, 500, 502, 999).get(random.nextInt(10));
    }

    /** Something like a reply, with one or more things wrong with it; or no reply at all. */
    private byte[] body() {
        var json = new StringBuilder("{\"code\":" + code() + ",\"msg\":\"ok\",\"error\":{\"log_id\":\"" + logId()
                + "\",\"helps\":[{\"url\":\"" + text().replace("\"", "") + "\"}]},\"data\":{}}");
        for (var i = random.nextInt(4); i > 0; i--) {
            json.insert(random.nextInt(json.length()), PIECES.get(random.nextInt(PIECES.size())));
        }
        var bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        for (var i = random.nextInt(3); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(5) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private String code() {
        return switch (random.nextInt(5)) {
            case 0 -> "0";
            case 1 -> Integer.toString(random.nextInt());
            case 2 ->
                List.of("99991663", "99991400", "1002613", "99991672", "4711").get(random.nextInt(5));
            case 3 -> Long.toString(random.nextLong());
            default -> "\"" + random.nextInt() + "\"";
        };
    }

    private String logId() {
        return random.nextBoolean() ? "20261122" : text().replace("\"", "");
    }

    private FeishuClient client(Reply publish) {
        return new FeishuClient(
                new FeishuClientSettings(1_000),
                InMemoryHttp.answeredBy(request -> answer(request, publish)),
                InstantSource.system(),
                // Time flies, so that the limit holds nothing back.
                () -> time.addAndGet(1_000_000));
    }

    private Reply answer(HttpRequest request, Reply publish) {
        called.add(request.uri());
        return InMemoryHttp.isForToken(request)
                ? Reply.json("{\"code\":0,\"tenant_access_token\":\"t-1\",\"expire\":7200}")
                : publish;
    }

    private static PublishRequest request(AdvertisementId id, Channel channel) {
        return new PublishRequest(Requests.APP, id, channel, Duration.ofSeconds(10));
    }
}
