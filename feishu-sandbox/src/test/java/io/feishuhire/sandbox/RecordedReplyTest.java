package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the journal keeps of an answer. */
class RecordedReplyTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();

    static Stream<Reply> replies() {
        return Stream.of(
                Reply.fromSandbox(),
                Reply.scopeMissing("cli_sandbox"),
                Reply.gatewayFailure(),
                Reply.truncatedJson(),
                Reply.redirect("/"),
                Reply.afterEffect(Reply.internalError()),
                Reply.delay(Duration.ofMillis(1), Reply.systemError()),
                Reply.dribble(Duration.ofMillis(1), Reply.scopeMissingAsDocumented("cli_sandbox")),
                text("x".repeat(8192)),
                text("招聘 😀\r\n\t"));
    }

    @ParameterizedTest
    @MethodSource("replies")
    void itIsWhatTheClientGot(Reply scripted) {
        var token = caller.token();
        sandbox.next(Endpoint.PUBLISH, scripted);

        var received = caller.publish(token);

        assertThat(last().reply()).isEqualTo(received.body());
    }

    @Test
    void theLogIdOfTheExchangeIsInIt() {
        var received = caller.publish("t-unknown");

        assertThat(last().reply()).contains(Caller.logId(received)).isEqualTo(received.body());
    }

    @Test
    void ofALongReplyOnlyTheStartIsThereAndNoHalfOfACharacter() {
        assertThat(recorded(text("职".repeat(100_000)))).isEqualTo("职".repeat(8192));
        assertThat(recorded(text("x".repeat(8191) + "😀"))).isEqualTo("x".repeat(8191));
    }

    @Test
    void ofBytesThatAreNoTextAndOfAHugeReplyNothingIsThere() {
        assertThat(recorded(bytes((byte) 'a', (byte) 0xff))).isEmpty();
        assertThat(recorded(bytes((byte) 'a', (byte) 0xe8)))
                .as("half a character")
                .isEmpty();
        assertThat(recorded(bytes((byte) 'a', (byte) 0))).isEmpty();
        assertThat(recorded(Reply.huge(100_000))).isEmpty();
        assertThat(last().status()).isEqualTo(200);
    }

    @Test
    void ofABrokenConnectionNothingIsThere() {
        sandbox.next(Endpoint.PUBLISH, Reply.connectionReset());

        assertThatThrownBy(() -> caller.publish("t-any")).isInstanceOf(UncheckedIOException.class);

        assertThat(last().reply()).isEmpty();
    }

    @Test
    void theTokenInItIsNeverPrinted() {
        var token = caller.token();

        assertThat(last().reply()).contains(token);
        assertThat(last().redacted().reply())
                .isEqualTo("{\"code\":0,\"msg\":\"ok\",\"tenant_access_token\":\"***\",\"expire\":7200}");
        assertThat(last().redacted().redacted()).isEqualTo(last().redacted());
        assertThat(last().toString()).contains("\"expire\":7200").doesNotContain(token);
        sandbox.always(Endpoint.TOKEN, text("tenant_access_token=t-formed"));
        caller.tokenReply("any", "any");
        sandbox.always(Endpoint.TOKEN, text("{\"tenant_access_token\" : \"t-cut\\\"off"));
        caller.tokenReply("any", "any");
        assertThat(sandbox.requests().toString()).doesNotContain("t-formed", "t-cut", "off");
    }

    @Test
    void theAdminApiShowsItWithoutTheToken() {
        var token = caller.token();
        var refused = caller.publish("t-unknown");

        var shown = caller.send("GET", "/sandbox/requests", "");

        assertThat(json(shown).at("/requests/0/reply").textValue()).contains("\"tenant_access_token\":\"***\"");
        assertThat(json(shown).at("/requests/1/reply").textValue()).isEqualTo(refused.body());
        assertThat(shown.body()).doesNotContain(token);
    }

    private String recorded(Reply reply) {
        sandbox.next(Endpoint.PUBLISH, reply);
        caller.publish("t-any");
        return last().reply();
    }

    private RecordedRequest last() {
        return sandbox.requests().getLast();
    }

    private static Reply text(String text) {
        return bytes(text.getBytes(UTF_8));
    }

    private static Reply bytes(byte... bytes) {
        return Reply.raw(200, "text/plain; charset=utf-8", bytes, Map.of());
    }
}
