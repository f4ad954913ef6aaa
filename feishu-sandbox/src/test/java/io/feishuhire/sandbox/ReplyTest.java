package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.logId;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReplyTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @Test
    void scriptedRepliesAreUsedOnceEachInTheirOrderBeforeAnyCheck() {
        sandbox.next(Endpoint.PUBLISH, Reply.systemError(), Reply.fromSandbox(), Reply.internalError());

        assertThat(outcome(caller.publish("t-unknown"))).isEqualTo("500 1002001");
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
        assertThat(outcome(caller.publish(token))).isEqualTo("500 2200");
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
        assertThat(sandbox.published()).hasSize(2);
    }

    @Test
    void aStandingReplyComesAfterTheQueueUntilTheEndpointIsOrdinaryAgain() {
        sandbox.always(Endpoint.TOKEN, Reply.error(400, 10_012, "app invalid"));
        sandbox.next(Endpoint.TOKEN, Reply.fromSandbox());

        assertThat(caller.token()).isEqualTo(token);
        assertThat(outcome(caller.tokenReply("any", "any"))).isEqualTo("400 10012");
        assertThat(outcome(caller.tokenReply("any", "any"))).isEqualTo("400 10012");
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
        sandbox.resetReplies(Endpoint.TOKEN);
        assertThat(caller.token()).isEqualTo(token);
    }

    @Test
    void anErrorIsAnyStatusCodeAndMessage() {
        var reply = answered(Reply.error(418, 123, "说明"));

        assertThat(reply.statusCode()).isEqualTo(418);
        assertThat(reply.body()).isEqualTo("{\"code\":123,\"msg\":\"说明\"}");
    }

    @Test
    void anErrorsErrorObjectGetsTheLogIdOfTheExchange() {
        var violation = Map.of("field", "job_channel_id", "description", "no such channel");
        var reply = answered(
                Reply.error(400, 99_992_402, "m", Map.of("error", Map.of("field_violations", List.of(violation)))));

        assertThat(json(reply).at("/error/field_violations/0/field").textValue())
                .isEqualTo("job_channel_id");
        assertThat(json(reply).at("/error/log_id").textValue()).isEqualTo(logId(reply));
    }

    @Test
    void theMissingScopeComesInBothSpellings() {
        var real = answered(Reply.scopeMissing("cli_a"));
        var documented = answered(Reply.scopeMissingAsDocumented("cli_a"));

        assertThat(outcome(real)).isEqualTo("400 99991672").isEqualTo(outcome(documented));
        assertThat(json(real).at("/error/log_id").textValue()).isEqualTo(logId(real));
        assertThat(json(real).at("/error/helps/0/url").textValue()).contains("/app/cli_a/auth");
        var error = json(documented).path("error");
        assertThat(error.path("logid").textValue()).isEqualTo(logId(documented));
        assertThat(error.has("log_id")).isFalse();
        assertThat(error.at("/permission_violations/0/scope").textValue()).isEqualTo("hire:advertisement");
        assertThat(error.at("/permission_violations/0/url").textValue()).contains("/app/cli_a/auth");
    }

    @Test
    void theResetOfARateLimitIsTheTextThatWasGiven() {
        var reply = answered(Reply.rateLimited("0.5"));

        assertThat(outcome(reply)).isEqualTo("429 99991400");
        assertThat(reply.headers().firstValue("x-ogw-ratelimit-reset")).contains("0.5");
    }

    @Test
    void aGatewayFailureIsHtmlWithHttp502() {
        var reply = answered(Reply.gatewayFailure());

        assertThat(reply.statusCode()).isEqualTo(502);
        assertThat(reply.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(reply.body()).startsWith("<html>");
    }

    @Test
    void truncatedJsonCannotBeParsed() {
        var reply = answered(Reply.truncatedJson());

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> new ObjectMapper().readTree(reply.body())).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void aRedirectNamesItsLocation() {
        var reply = answered(Reply.redirect("https://example.com/login"));

        assertThat(reply.statusCode()).isEqualTo(302);
        assertThat(reply.headers().firstValue("Location")).contains("https://example.com/login");
    }

    @Test
    void aRawReplyIsSentByteByByteAsGiven() throws Exception {
        byte[] body = {0, (byte) 0xff, 10, 13};
        sandbox.next(Endpoint.PUBLISH, Reply.raw(203, "application/x-any", body, Map.of("X-Any", "any")));

        var reply = caller.http().send(caller.publishing("1", "any", ""), BodyHandlers.ofByteArray());

        assertThat(reply.statusCode()).isEqualTo(203);
        assertThat(reply.body()).isEqualTo(body);
        assertThat(reply.headers().firstValue("X-Any")).contains("any");
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/x-any");
    }

    @Test
    void aHugeReplyIsJsonOfTheWantedLengthAndIsNeverHeldInMemory() throws Exception {
        assertThat(answered(Reply.huge(100)).body()).isEqualTo("{\"code\":0,\"msg\":\"" + "x".repeat(81) + "\"}");

        var bytes = 4L * 1024 * 1024 * 1024;
        sandbox.next(Endpoint.PUBLISH, Reply.huge(bytes));
        HttpResponse<InputStream> reply =
                caller.http().send(caller.publishing("1", "any", ""), BodyHandlers.ofInputStream());
        try (InputStream body = reply.body()) {
            assertThat(body.readNBytes(17)).isEqualTo("{\"code\":0,\"msg\":\"".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aDelayedCallTakesEffectAtOnceAndIsAnsweredLater() {
        sandbox.next(Endpoint.PUBLISH, Reply.delay(Duration.ofMillis(400), Reply.fromSandbox()));
        var start = System.nanoTime();

        var answer = caller.http().sendAsync(publishing(), BodyHandlers.ofString());
        await().until(() -> sandbox.requests().size() == 2);

        assertThat(sandbox.published()).hasSize(1);
        assertThat(sandbox.requests().getLast().status()).isEqualTo(200);
        assertThat(outcome(answer.join())).isEqualTo("200 0");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void aDribbledBodyComesSlowlyAndWhole() {
        sandbox.next(Endpoint.PUBLISH, Reply.dribble(Duration.ofMillis(500), Reply.fromSandbox()));
        var start = System.nanoTime();

        var reply = caller.publish(token);

        assertThat(outcome(reply)).isEqualTo("200 0");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void aResetConnectionAndAnEmptyReplyAreNoHttp() {
        assertThatThrownBy(() -> answered(Reply.connectionReset())).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> answered(Reply.emptyReply())).isInstanceOf(UncheckedIOException.class);
        assertThat(sandbox.requests().getLast().status()).isZero();
        assertThat(sandbox.requests().getLast().code()).isNull();
    }

    @Test
    void aCallThatIsNeverAnsweredRunsIntoTheClientsTimeOut() {
        sandbox.next(Endpoint.PUBLISH, Reply.neverAnswers());
        var request = caller.request("/open-apis/hire/v1/advertisements/1/publish")
                .timeout(Duration.ofMillis(300))
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertThatThrownBy(() -> caller.http().send(request, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(sandbox.requests().getLast().endpoint()).isEqualTo(Endpoint.PUBLISH);
    }

    @Test
    void closingLetsGoOfCallsThatWait() {
        var closing = FeishuSandbox.start();
        closing.always(Endpoint.OTHER, Reply.neverAnswers());
        // A POST, because the client sends a GET again by itself when its connection is cut.
        var request = HttpRequest.newBuilder(closing.baseUrl())
                .POST(BodyPublishers.noBody())
                .build();
        var answer = caller.http().sendAsync(request, BodyHandlers.ofString());
        await().until(() -> !closing.requests().isEmpty());

        closing.close();

        assertThatThrownBy(() -> answer.get(2, TimeUnit.MINUTES))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void manyCallsThatAreNeverAnsweredDoNotHoldUpOthers() {
        sandbox.next(
                Endpoint.PUBLISH, Collections.nCopies(100, Reply.neverAnswers()).toArray(Reply[]::new));
        var waiting = IntStream.range(0, 100)
                .mapToObj(call -> caller.http().sendAsync(publishing(), BodyHandlers.discarding()))
                .toList();
        await().until(() -> sandbox.requests().size() == 101);

        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void repliesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> Reply.error(99, 1, "m")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reply.delay(Duration.ofMillis(-1), Reply.fromSandbox()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reply.huge(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private HttpRequest publishing() {
        return caller.publishing(Caller.ADVERTISEMENT, "Bearer " + token, "{}");
    }

    private HttpResponse<String> answered(Reply reply) {
        sandbox.next(Endpoint.PUBLISH, reply);
        return caller.publish(token);
    }
}
