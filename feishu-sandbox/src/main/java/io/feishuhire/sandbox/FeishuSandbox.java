package io.feishuhire.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A local Feishu on HTTP. It answers the calls of {@link Endpoint} as Feishu's documentation describes them, and fails
 * on demand. Ordinarily there is one app, {@link #DEFAULT_APP_ID}, with every scope that they need; the switch 通过 API
 * 同步职位 is on; every string of digits is an open, compliant advertisement; an app may publish ten times in any second.
 * The tenant has three websites, a few jobs, and some entries in each list.
 *
 * <p>Thread-safe. Every method takes effect with the next request.
 */
public final class FeishuSandbox extends SandboxObservation implements AutoCloseable {

    /** The app that every sandbox knows. */
    public static final String DEFAULT_APP_ID = "cli_sandbox";

    /** Its secret. */
    public static final String DEFAULT_APP_SECRET = "sandbox-app-secret";

    /** Both as secrets of a connector runtime, by the names that the element templates suggest. */
    public static final Map<String, String> DEFAULT_SECRETS =
            Map.of("FEISHU_APP_ID", DEFAULT_APP_ID, "FEISHU_APP_SECRET", DEFAULT_APP_SECRET);

    private final SandboxState state;
    private final WireMockServer server;

    private FeishuSandbox(SandboxSettings settings) {
        this(settings, SandboxState.of(settings));
    }

    private FeishuSandbox(SandboxSettings settings, SandboxState state) {
        super(state);
        this.state = state;
        var json = new ObjectMapper();
        var requestHandler = new RequestHandler(
                state,
                new FeishuApi(state),
                new AdminApi(json, state),
                new ReplyRenderer(json),
                new LogIds(settings.clock(), ThreadLocalRandom.current().nextInt()));
        server = new WireMockServer(WireMockOptions.of(settings, requestHandler));
        server.stubFor(any(anyUrl()).willReturn(ok()));
    }

    /**
     * Starts a sandbox with {@link SandboxSettings#defaults()}.
     *
     * @return the running sandbox; close it to free its port
     */
    public static FeishuSandbox start() {
        return start(SandboxSettings.defaults());
    }

    /**
     * Starts a sandbox.
     *
     * @return the running sandbox; close it to free its port
     * @throws IllegalStateException if the address cannot be listened on
     */
    public static FeishuSandbox start(SandboxSettings settings) {
        var sandbox = new FeishuSandbox(settings);
        try {
            sandbox.server.start();
        } catch (FatalStartupException notStarted) {
            throw new IllegalStateException(
                    "Cannot listen on %s:%d".formatted(settings.host(), settings.port()), notStarted);
        }
        return sandbox;
    }

    /** The base URL to use instead of {@code https://open.feishu.cn}, such as {@code http://127.0.0.1:8765}. */
    public URI baseUrl() {
        var host = state.settings().host();
        return URI.create("http://%s:%d".formatted(host.equals("0.0.0.0") ? "127.0.0.1" : host, server.port()));
    }

    /**
     * Sets how many publish calls each app may make in any 1,000 ms, and forgets those already counted.
     *
     * @param perSecond the limit, 0 for none
     * @throws IllegalArgumentException if it is negative
     */
    public void rateLimit(int perSecond) {
        rateLimit(Endpoint.PUBLISH, perSecond, 0);
    }

    /**
     * Sets how many requests each app may make to a call, in any 1,000 ms and in any 60,000 ms, and forgets those
     * already counted. The defaults are what Feishu's page of the call says.
     *
     * @param perSecond the limit of a second, 0 for none
     * @param perMinute the limit of a minute, 0 for none
     * @throws IllegalArgumentException if one is negative, or the endpoint is none of the calls that need a token
     */
    public void rateLimit(Endpoint endpoint, int perSecond, int perMinute) {
        state.rateLimits().set(endpoint, perSecond, perMinute);
    }

    /** Lifts the rate limit of publish calls. */
    public void withoutRateLimit() {
        rateLimit(0);
    }

    /**
     * Moves the sandbox away. A request is half of the round trip on its way before it counts, and its reply the other
     * half.
     *
     * @param roundTrip how long both take on average
     * @param jitter by how much they take longer or shorter at most
     * @throws IllegalArgumentException if a round trip could become negative, or is longer than a minute
     */
    public void distance(Duration roundTrip, Duration jitter) {
        state.distance().set(Math.toIntExact(roundTrip.toMillis()), Math.toIntExact(jitter.toMillis()));
    }

    /** Appends replies to the endpoint's queue. Each answers one request, whatever the request is. */
    public void next(Endpoint endpoint, Reply... replies) {
        state.scriptedReplies().next(endpoint, List.of(replies));
    }

    /** Answers every request to the endpoint with this reply once its queue is empty. */
    public void always(Endpoint endpoint, Reply reply) {
        state.scriptedReplies().always(endpoint, reply);
    }

    /** Forgets the endpoint's queue and standing reply. */
    public void resetReplies(Endpoint endpoint) {
        state.scriptedReplies().resetReplies(endpoint);
    }

    /**
     * Lets Feishu be down, or answer again. While it is down, the connection of every request is closed without an
     * answer, those for careers pages too. Such a request has no effect, counts for no limit and uses up no scripted
     * reply; it is in {@link #requests} with status 0. The admin API answers as usual.
     */
    public void down(boolean down) {
        state.down().set(down);
    }

    /** Makes the sandbox as it was at the start. Tokens answered so far are no longer valid. Listeners stay. */
    public void reset() {
        state.reset();
    }

    /** Stops answering and frees the port. Requests that wait for a delayed reply get none. */
    @Override
    public void close() {
        server.stop();
    }
}
