package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.ADVERTISEMENT;
import static io.feishuhire.sandbox.Caller.json;
import static io.feishuhire.sandbox.Caller.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminApiTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final Caller caller = feishu.caller();
    private final String token = caller.token();

    @Test
    void theStateShowsEverySwitchAndNoSecret() {
        var state = json(caller.send("GET", "/sandbox", ""));

        assertThat(state.path("apiSync").booleanValue()).isTrue();
        assertThat(state.at("/rateLimit/perSecond").intValue()).isEqualTo(10);
        assertThat(state.at("/apps/cli_sandbox/scope").booleanValue()).isTrue();
        assertThat(state.at("/replies/publish/queued").intValue()).isZero();
        assertThat(state.path("requests").intValue()).isEqualTo(1);
        assertThat(state.toString()).doesNotContain(FeishuSandbox.DEFAULT_APP_SECRET);
    }

    @Test
    void apiSyncIsSwitched() {
        var state = changed("PUT", "/sandbox/api-sync", "{\"enabled\":false}");

        assertThat(state.path("apiSync").booleanValue()).isFalse();
        assertThat(outcome(caller.publish(token))).isEqualTo("400 1002613");
    }

    /** A web page may send such requests to this machine without asking first. */
    @ParameterizedTest
    @CsvSource({"Origin, http://page.example", "Origin, null", "Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site"
    })
    void aPageInABrowserMayNotControlIt(String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(feishu.sandbox().baseUrl().resolve("/sandbox/revoke-tokens"))
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (var browser = HttpClient.newHttpClient()) {
            var response = browser.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(json(response).path("error").textValue()).contains("may not control the sandbox");
        }
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
    }

    @Test
    void itMovesAway() {
        var state = changed("PUT", "/sandbox/distance", "{\"roundTripMillis\":300,\"jitterMillis\":15}");

        assertThat(state.at("/distance/roundTripMillis").intValue()).isEqualTo(300);
        assertThat(state.at("/distance/jitterMillis").intValue()).isEqualTo(15);
        assertThat(changed("DELETE", "/sandbox", "")
                        .at("/distance/roundTripMillis")
                        .intValue())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"closed, 400 1002609", "not-compliant, 400 1002624", "open, 200 0"})
    void aJobIsGivenAState(String state, String outcome) {
        changed("PUT", "/sandbox/jobs/" + ADVERTISEMENT, "{\"state\":\"" + state + "\"}");

        assertThat(outcome(caller.publish(token))).isEqualTo(outcome);
    }

    @Test
    void anAppIsRegisteredAndChanged() {
        changed("PUT", "/sandbox/apps/cli_new", "{\"secret\":\"one\"}");
        var newToken = caller.token("cli_new", "one");
        assertThat(outcome(caller.publish(newToken))).isEqualTo("200 0");

        changed("PUT", "/sandbox/apps/cli_new", "{\"scope\":false}");
        changed("PUT", "/sandbox/apps/cli_new", "{\"secret\":\"two\"}");
        assertThat(outcome(caller.tokenReply("cli_new", "one"))).isEqualTo("400 10014");
        assertThat(outcome(caller.publish(newToken))).isEqualTo("400 99991672");

        changed("PUT", "/sandbox/apps/cli_new", "{\"secret\":\"two\",\"scope\":true}");
        assertThat(outcome(caller.publish(newToken))).isEqualTo("200 0");
    }

    @Test
    void theRateLimitIsSetAndLifted() {
        changed("PUT", "/sandbox/rate-limit", "{\"perSecond\":1}");
        caller.publish(token);
        assertThat(outcome(caller.publish(token))).isEqualTo("429 99991400");

        changed("PUT", "/sandbox/rate-limit", "{\"perSecond\":0}");
        for (var call = 0; call < 20; call++) {
            assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
        }
    }

    @Test
    void tokensAreRevoked() {
        changed("POST", "/sandbox/revoke-tokens", "");

        assertThat(outcome(caller.publish(token))).isEqualTo("400 99991663");
    }

    @Test
    void anErrorIsOrderedForSomeRequests() {
        changed(
                "POST",
                "/sandbox/replies",
                "{\"endpoint\":\"publish\",\"httpStatus\":500,\"code\":1002001,\"msg\":\"m\",\"times\":2,"
                        + "\"fields\":{\"error\":{\"message\":\"x\"}}}");

        var first = caller.publish(token);
        assertThat(outcome(first)).isEqualTo("500 1002001");
        assertThat(json(first).at("/error/log_id").textValue()).isEqualTo(Caller.logId(first));
        assertThat(outcome(caller.publish(token))).isEqualTo("500 1002001");
        assertThat(outcome(caller.publish(token))).isEqualTo("200 0");
    }

    @Test
    void aFaultIsOrderedForAllRequestsUntilTheEndpointIsOrdinaryAgain() {
        changed("POST", "/sandbox/replies", "{\"endpoint\":\"token\",\"fault\":\"gateway-failure\",\"always\":true}");
        for (var call = 0; call < 3; call++) {
            assertThat(caller.tokenReply("any", "any").statusCode()).isEqualTo(502);
        }

        changed("POST", "/sandbox/replies", "{\"endpoint\":\"token\",\"fault\":\"ordinary\",\"always\":true}");
        assertThat(caller.token()).isEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource({
        "system-error, 500",
        "internal-error, 500",
        "rate-limited, 429",
        "scope-missing, 400",
        "gateway-failure, 502",
        "truncated-json, 200",
        "redirect, 302",
        "huge, 200",
        "dribble, 200",
        "ordinary, 200"
    })
    void everyFaultHasAName(String fault, int status) {
        changed("POST", "/sandbox/replies", order(fault));

        assertThat(caller.publish(token).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"connection-reset", "empty-reply"})
    void everyBrokenConnectionHasAName(String fault) {
        changed("POST", "/sandbox/replies", order(fault));

        assertThatThrownBy(() -> caller.publish(token)).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /sandbox/api-sync | no json | JSON",
                "PUT | /sandbox/api-sync | [] | JSON object",
                "PUT | /sandbox/api-sync | {} | enabled",
                "PUT | /sandbox/api-sync | {\"enabled\":\"no\"} | enabled",
                "PUT | /sandbox/jobs/69 | {\"state\":\"shut\"} | not-compliant",
                "PUT | /sandbox/jobs/x | {\"state\":\"closed\"} | digits",
                "PUT | /sandbox/apps/cli_a | {} | secret",
                "PUT | /sandbox/apps/cli_a | {\"scope\":true} | secret",
                "PUT | /sandbox/apps/cli_a | {\"secret\":\" \"} | secret",
                "PUT | /sandbox/rate-limit | {\"perSecond\":-1} | rate limit",
                "PUT | /sandbox/rate-limit | {\"perSecond\":1.5} | perSecond",
                "POST | /sandbox/replies | {\"endpoint\":\"hire\",\"code\":1} | endpoint",
                "POST | /sandbox/replies | {\"endpoint\":\"publish\"} | code",
                "POST | /sandbox/replies | {\"endpoint\":\"publish\",\"fault\":\"fire\"} | connection-reset",
                "POST | /sandbox/replies | {\"endpoint\":\"publish\",\"fault\":\"redirect\"} | location",
                "POST | /sandbox/replies | {\"endpoint\":\"publish\",\"code\":1,\"times\":0} | times",
                "POST | /sandbox/replies | {\"endpoint\":\"publish\",\"code\":1,\"httpStatus\":7} | HTTP status",
                "POST | /sandbox/replies | {\"endpoint\":\"publish\",\"code\":1,\"fields\":1} | fields",
                "POST | /sandbox/replies | {\"endpoint\":\"publish\",\"code\":1,\"delayMillis\":-1} | time"
            })
    void badInputIsAnsweredWith400AndASentenceThatNamesTheFault(String method, String path, String body, String named) {
        var reply = caller.send(method, path, body);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(json(reply).path("error").textValue()).contains(named);
    }

    @ParameterizedTest
    @CsvSource({"GET, /sandbox/nothing", "DELETE, /sandbox/requests", "GET, /sandbox/jobs/1", "GET, /sandbox/"})
    void anUnknownControlIsA404(String method, String path) {
        assertThat(caller.send(method, path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void theJournalIsShownWithoutCredentialsAndWithoutTheControls() {
        caller.publish(token);

        var reply = caller.send("GET", "/sandbox/requests", "");

        var requests = json(reply).path("requests");
        assertThat(requests).hasSize(2);
        assertThat(requests.at("/0/endpoint").textValue()).isEqualTo("token");
        assertThat(requests.at("/1/status").intValue()).isEqualTo(200);
        assertThat(requests.at("/1/body").textValue()).contains("job_channel_id");
        assertThat(reply.body()).doesNotContain(token).doesNotContain(FeishuSandbox.DEFAULT_APP_SECRET);
    }

    @Test
    void thePublishedAdvertisementsAreShown() {
        caller.publish(token);

        var published = json(caller.send("GET", "/sandbox/published", "")).path("published");

        assertThat(published).hasSize(1);
        assertThat(published.at("/0/advertisementId").textValue()).isEqualTo(ADVERTISEMENT);
        assertThat(published.at("/0/jobChannelId").textValue()).isEqualTo("3");
        assertThat(published.at("/0/appId").textValue()).isEqualTo("cli_sandbox");
    }

    @Test
    void deletingTheSandboxsStateMakesItNew() {
        changed("PUT", "/sandbox/api-sync", "{\"enabled\":false}");
        changed("DELETE", "/sandbox", "");

        assertThat(outcome(caller.publish(caller.token()))).isEqualTo("200 0");
    }

    private static String order(String fault) {
        return "{\"endpoint\":\"publish\",\"fault\":\"%s\",\"location\":\"/\",\"bytes\":1000,\"dribbleMillis\":10}"
                .formatted(fault);
    }

    private JsonNode changed(String method, String path, String body) {
        var reply = caller.send(method, path, body);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return json(reply);
    }
}
