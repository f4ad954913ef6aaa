package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static io.feishuhire.sandbox.FeishuSandbox.DEFAULT_APP_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every call that needs a token. */
class GatewayTest {

    /** The answers that show that a call has passed the gateway. */
    private static final Set<String> PASSED =
            Set.of("200 0", "404 1002509", "404 1002601", "400 1002601", "400 1002609", "400 1002616");

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final SettableClock clock = feishu.clock();
    private final FeishuSandbox sandbox = feishu.sandbox();
    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @Test
    void everyEndpointIsKnown() {
        var known = KnownCall.all().map(KnownCall::endpoint).collect(Collectors.toSet());

        assertThat(known).hasSize((int) KnownCall.all().count());
        assertThat(json(caller.send("GET", "/sandbox", "")).path("rateLimits").properties())
                .extracting(limit -> Endpoint.named(limit.getKey()).orElseThrow())
                .contains(Endpoint.PUBLISH)
                .filteredOn(endpoint -> endpoint != Endpoint.PUBLISH)
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.sandbox.KnownCall#all")
    void aCallNeedsAValidToken(KnownCall call) {
        assertThat(outcome(caller.send(call.body() == null ? "GET" : "POST", call.path(), "")))
                .isEqualTo("400 99991661");
        assertThat(outcome(call.make(caller, "t-unknown"))).isEqualTo("400 99991663");
        assertThat(outcome(call.make(caller, token))).isIn(PASSED);
        assertThat(sandbox.requests().getLast().endpoint()).isEqualTo(call.endpoint());
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.sandbox.KnownCall#all")
    void aCallNeedsOneOfItsScopes(KnownCall call) {
        sandbox.registerApp("cli_bare", "secret");
        Scopes.GRANTED_AT_FIRST.forEach(scope -> sandbox.revokeScope("cli_bare", scope));
        var bare = caller.token("cli_bare", "secret");

        var refused = call.make(caller, bare);
        if (call.scopes().isEmpty()) {
            assertThat(outcome(refused)).isEqualTo("200 0");
            return;
        }
        assertThat(outcome(refused)).isEqualTo("400 99991672");
        assertThat(json(refused).path("msg").textValue()).contains(call.scopes());
        assertThat(json(refused).at("/error/permission_violations").findValuesAsText("subject"))
                .isEqualTo(call.scopes());
        assertThat(json(refused).at("/error/helps/0/url").textValue())
                .endsWith("/cli_bare/auth?q=" + String.join(",", call.scopes()));
        for (var scope : call.scopes()) {
            sandbox.grantScope("cli_bare", scope);
            assertThat(outcome(call.make(caller, bare))).as(scope).isIn(PASSED);
            sandbox.revokeScope("cli_bare", scope);
        }
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.sandbox.KnownCall#all")
    void aRegisteredAppMayMakeEveryCall(KnownCall call) {
        sandbox.registerApp("cli_new", "secret");

        assertThat(outcome(call.make(caller, caller.token("cli_new", "secret"))))
                .isIn(PASSED);
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.sandbox.KnownCall#all")
    void aCallHasALimitOfItsOwnInEverySecond(KnownCall call) {
        passes(call, call.perSecond());

        var refused = call.make(caller, token);

        assertThat(outcome(refused)).isEqualTo("429 99991400");
        assertThat(refused.headers().firstValue("x-ogw-ratelimit-limit")).contains("" + call.perSecond());
        assertThat(refused.headers().firstValue("x-ogw-ratelimit-reset")).contains("1");
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
        clock.advance(Duration.ofSeconds(1));
        passes(call, 1);
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.sandbox.KnownCall#all")
    void theLimitsAreThoseOfThePageUntilTheyAreChanged(KnownCall call) {
        var limits = "/rateLimits/" + call.endpoint().lowerCaseName();
        var byDefault = json(caller.send("GET", "/sandbox", "")).at(limits);
        assertThat(byDefault.path("perSecond").intValue()).isEqualTo(call.perSecond());
        assertThat(byDefault.path("perMinute").intValue()).isEqualTo(call.perMinute());

        sandbox.rateLimit(call.endpoint(), 0, 2);
        passes(call, 2);
        clock.advance(Duration.ofMillis(18_500));

        var refused = call.make(caller, token);

        assertThat(outcome(refused)).isEqualTo("429 99991400");
        assertThat(refused.headers().firstValue("x-ogw-ratelimit-limit")).contains("2");
        assertThat(refused.headers().firstValue("x-ogw-ratelimit-reset")).contains("42");
        clock.advance(Duration.ofMillis(41_500));
        passes(call, 2);
    }

    @Test
    void ofTwoWindowsEitherRefuses() {
        sandbox.rateLimit(Endpoint.REFERRAL_JOB_POSTS, 2, 3);
        var call = KnownCall.of(Endpoint.REFERRAL_JOB_POSTS);
        passes(call, 2);
        assertThat(reset(call)).isEqualTo("2 in 1");

        clock.advance(Duration.ofSeconds(1));
        passes(call, 1);
        assertThat(reset(call)).isEqualTo("3 in 59");

        clock.advance(Duration.ofSeconds(59));
        passes(call, 2);
        assertThat(reset(call)).isEqualTo("2 in 1");

        clock.advance(Duration.ofSeconds(1));
        passes(call, 1);
        assertThat(reset(call)).isEqualTo("3 in 59");
    }

    @Test
    void aThousandInAMinuteAreTheDefaultOfACallWithTwoWindows() {
        var known = KnownCall.of(Endpoint.WEBSITE_JOB_POST);
        var limit = new RateLimit(clock, new RateLimit.Limits(known.perSecond(), known.perMinute()));
        for (var second = 0; second < 20; second++) {
            for (var request = 0; request < 50; request++) {
                assertThat(limit.take("cli")).isEmpty();
            }
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(limit.take("cli")).contains(new RateLimit.Refusal(1000, 40));
        assertThat(limit.take("cli_other")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"TOKEN", "CAREERS_PAGE", "OTHER"})
    void onlyCallsWithATokenAreCounted(Endpoint endpoint) {
        assertThatThrownBy(() -> sandbox.rateLimit(endpoint, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.sandbox.KnownCall#all")
    void everyCallCanBeScripted(KnownCall call) {
        sandbox.next(call.endpoint(), Reply.systemError());
        sandbox.always(call.endpoint(), Reply.internalError());

        assertThat(outcome(call.make(caller, token))).isEqualTo("500 1002001");
        assertThat(outcome(call.make(caller, token))).isEqualTo("500 2200");
        sandbox.resetReplies(call.endpoint());
        assertThat(outcome(call.make(caller, token))).isIn(PASSED);

        var name = call.endpoint().lowerCaseName();
        caller.send("POST", "/sandbox/replies", "{\"endpoint\":\"" + name + "\",\"fault\":\"gateway-failure\"}");
        assertThat(call.make(caller, token).statusCode()).isEqualTo(502);
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
    }

    @Test
    void aResetGivesScopesAndLimitsBack() {
        sandbox.revokeScope(DEFAULT_APP_ID, "hire:site:readonly");
        sandbox.rateLimit(Endpoint.WEBSITES, 1, 1);
        sandbox.reset();

        var websites = KnownCall.of(Endpoint.WEBSITES);
        var newToken = caller.token();
        for (var request = 0; request < 10; request++) {
            assertThat(outcome(websites.make(caller, newToken))).isEqualTo("200 0");
        }
    }

    private void passes(KnownCall call, int times) {
        for (var request = 0; request < times; request++) {
            assertThat(outcome(call.make(caller, token))).isIn(PASSED);
        }
    }

    private String reset(KnownCall call) {
        var headers = call.make(caller, token).headers();
        return headers.firstValue("x-ogw-ratelimit-limit").orElseThrow() + " in "
                + headers.firstValue("x-ogw-ratelimit-reset").orElseThrow();
    }
}
