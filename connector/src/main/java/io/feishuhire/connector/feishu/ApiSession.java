package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.FeishuObserver.RequestOutcome;
import io.feishuhire.connector.feishu.ratelimit.RateLimiter.Permit;
import io.feishuhire.connector.feishu.ratelimit.RateLimiter.Rejection;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of one execution, in the name of one app: within one seat of the bulkhead and one budget of time. It is the
 * one way to make a call: a token, a permit within the call's own limit, the HTTP exchange, and once more with a fresh
 * token if Feishu refuses the first.
 *
 * <p>For one thread. It has to be closed.
 */
final class ApiSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApiSession.class);

    private static final Duration MAX_WAIT = Duration.ofMillis(500);

    /** Waiting costs less than starting an execution again that has made calls already. */
    private static final Duration MAX_WAIT_ONCE_BEGUN = Duration.ofSeconds(2);

    private final ApiClient api;
    private final FeishuApp app;
    private final Duration timeout;
    private long deadline;
    private boolean inside;
    private boolean goesFirst;
    private boolean begun;
    private ApiCall lastSent;

    ApiSession(ApiClient api, FeishuApp app, Duration timeout, Duration budget) {
        this.api = api;
        this.app = app;
        this.timeout = timeout;
        endAfter(budget);
    }

    /** The same session, which may take the seat that the bulkhead keeps. */
    ApiSession goingFirst() {
        goesFirst = true;
        return this;
    }

    FeishuApp app() {
        return app;
    }

    /** Gives the calls to come a budget of their own. */
    void endAfter(Duration budget) {
        deadline = api.nanoTime() + budget.toNanos();
    }

    /**
     * Makes a call. A token that Feishu refuses is replaced and the request sent once more, unless that token was
     * itself such a replacement. Nothing else is repeated here; Java's HTTP client sends a GET once more by itself when
     * its connection ended without an answer.
     *
     * <p>At worst it takes four times the timeout (a token, the request, a fresh token, the request again), and a short
     * wait before each of the two requests, where the limit is about to leave room. Interrupting the thread ends it at
     * once.
     *
     * @return the reply to a call that succeeded, or one whose code is among the call's {@link ApiCall#results}
     * @throws FeishuException when it failed, or may have failed
     */
    FeishuReply execute(ApiCall call) {
        enter(call);
        var token = api.tokens().get(app, timeLeft());
        var reply = send(call, token);
        if (reply.refusesToken() && !token.isUnprovenReplacement()) {
            reply = send(call, api.tokens().get(app, timeLeft()));
        }
        if (!reply.isOk() && !call.isResult(reply.code())) {
            throw new FeishuException(reply.failure());
        }
        begun = true;
        return reply;
    }

    /** Whether Feishu may have got this call. */
    boolean mayHaveSent(ApiCall call) {
        return call.equals(lastSent);
    }

    /**
     * Takes the session's seat. The first call does so by itself; who waits for another caller has to do it before.
     *
     * @throws FeishuException when there is none
     */
    void enter(ApiCall call) {
        if (!inside && !api.bulkhead().tryEnter(goesFirst)) {
            throw new FeishuException(FeishuFailure.withoutThread(retryAfter(call)));
        }
        inside = true;
    }

    /** When a job that cannot make a call now should come back. */
    Duration retryAfter(ApiCall call) {
        return api.limiter(app, call.limit()).reject().retryAfter();
    }

    /** The longest that one exchange may take. */
    Duration timeout() {
        return timeout;
    }

    private FeishuReply send(ApiCall call, TenantAccessToken token) {
        return switch (api.limiter(app, call.limit()).acquire(maxWait())) {
            case Rejection rejection -> {
                LOG.debug(
                        "{}: the limit leaves no room for {} ms",
                        call,
                        rejection.retryAfter().toMillis());
                throw new FeishuException(FeishuFailure.rateLimited(rejection.retryAfter()));
            }
            case Permit permit -> send(call, token, permit);
        };
    }

    private Duration maxWait() {
        var left = timeLeft();
        var longest = begun ? MAX_WAIT_ONCE_BEGUN : MAX_WAIT;
        return begun || api.bulkhead().leavesThreadsToOthers() ? shorter(longest, left) : Duration.ZERO;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private FeishuReply send(ApiCall call, TenantAccessToken token, Permit permit) {
        try (permit) {
            lastSent = call;
            var reply = exchange(call, token, timeLeft());
            LOG.debug("{}: {}", call, reply);
            api.tokens().learn(app, token, reply);
            if (reply.isThrottled()) {
                return reply.retryingAfter(permit.rejected(reply.retryAfter()).retryAfter());
            }
            if (reply.isFeishus()) {
                permit.accepted();
            }
            return reply;
        }
    }

    private FeishuReply exchange(ApiCall call, TenantAccessToken token, Duration limit) {
        var sentAt = api.nanoTime();
        var outcome = RequestOutcome.UNKNOWN;
        try {
            var reply = api.http().send(app, call, token, limit);
            outcome = outcome(reply);
            return reply;
        } finally {
            api.observer().requested(call.limit().call(), outcome, Duration.ofNanos(api.nanoTime() - sentAt));
        }
    }

    private static RequestOutcome outcome(FeishuReply reply) {
        return reply.isThrottled()
                ? RequestOutcome.REJECTED
                : reply.isFeishus() ? RequestOutcome.ACCEPTED : RequestOutcome.UNKNOWN;
    }

    /** Whether the budget is used up. */
    boolean isOutOfTime() {
        return api.nanoTime() - deadline >= 0;
    }

    /**
     * The timeout of the next exchange.
     *
     * @throws FeishuException when the budget is used up
     */
    Duration timeLeft() {
        var left = Duration.ofNanos(deadline - api.nanoTime());
        if (!left.isPositive()) {
            throw new FeishuException(
                    FeishuFailure.unavailable("Feishu answers too slowly for the calls that this needs."));
        }
        return shorter(left, timeout);
    }

    @Override
    public void close() {
        if (inside) {
            api.bulkhead().leave();
            inside = false;
        }
    }
}
