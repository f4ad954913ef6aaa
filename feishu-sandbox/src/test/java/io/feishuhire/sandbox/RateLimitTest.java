package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateLimitTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final SettableClock clock = feishu.clock();
    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @Test
    void theEleventhCallWithinASecondIsRefused() {
        publishTimes(10);

        var refused = caller.publish(token);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo("{\"code\":99991400,\"msg\":\"request trigger frequency limit\"}");
        assertThat(refused.headers().firstValue("x-ogw-ratelimit-limit")).contains("10");
        assertThat(refused.headers().firstValue("x-ogw-ratelimit-reset")).contains("1");
        assertThat(sandbox.published()).hasSize(10);
    }

    @Test
    void aRequestCountsForExactlyAThousandMilliseconds() {
        publishTimes(10);

        clock.advance(Duration.ofMillis(999));
        assertThat(outcome(caller.publish(token))).isEqualTo("429 99991400");
        clock.advance(Duration.ofMillis(1));
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
    }

    @Test
    void theWindowRollsAndDoesNotStartAnewEverySecond() {
        publishTimes(5);
        clock.advance(Duration.ofMillis(600));
        publishTimes(5);
        clock.advance(Duration.ofMillis(400));

        publishTimes(5);
        assertThat(outcome(caller.publish(token))).isEqualTo("429 99991400");
    }

    @Test
    void refusedCallsDoNotCount() {
        publishTimes(10);
        clock.advance(Duration.ofMillis(500));
        for (var call = 0; call < 20; call++) {
            assertThat(outcome(caller.publish(token))).isEqualTo("429 99991400");
        }
        clock.advance(Duration.ofMillis(500));

        publishTimes(10);
    }

    @Test
    void eachAppHasItsOwnLimitAndTokensHaveNone() {
        sandbox.registerApp("cli_other", "other-secret");
        publishTimes(10);

        for (var call = 0; call < 20; call++) {
            assertThat(json(caller.tokenReply("cli_other", "other-secret"))
                            .path("code")
                            .intValue())
                    .isZero();
        }
        assertThat(outcome(caller.publish(caller.token("cli_other", "other-secret"))))
                .isEqualTo("200 0");
    }

    @Test
    void theLimitCanBeChangedAndLifted() {
        sandbox.rateLimit(1);
        publishTimes(1);
        var refused = caller.publish(token);
        assertThat(outcome(refused)).isEqualTo("429 99991400");
        assertThat(refused.headers().firstValue("x-ogw-ratelimit-limit")).contains("1");

        sandbox.withoutRateLimit();
        publishTimes(50);
    }

    @Test
    void ofManyCallsAtOnceExactlyTenAreAccepted() {
        var calls = IntStream.range(0, 200)
                .mapToObj(call -> caller.http()
                        .sendAsync(
                                caller.publishing(Caller.ADVERTISEMENT, "Bearer " + token, "{}"),
                                HttpResponse.BodyHandlers.ofString()))
                .toList();

        var statuses = calls.stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(10);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(190);
        assertThat(sandbox.published()).hasSize(10);
    }

    private void publishTimes(int times) {
        for (var call = 0; call < times; call++) {
            assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
        }
    }
}
