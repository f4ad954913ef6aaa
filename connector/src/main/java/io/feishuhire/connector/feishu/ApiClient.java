package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.ratelimit.Bulkhead;
import io.feishuhire.connector.feishu.ratelimit.RateLimiter;
import io.feishuhire.connector.feishu.ratelimit.RateLimiter.Permit;
import io.feishuhire.connector.feishu.ratelimit.RateLimiter.Rejection;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The one way to make a call to Feishu: a thread that may wait, a token, a permit within the call's own limit, the HTTP
 * exchange, and once more with a fresh token if Feishu refuses the first.
 *
 * <p>One client serves all calls of a process, because tokens, limits and threads are shared by them.
 */
final class ApiClient {

    private static final int MAX_LIMITERS = 1_000;
    private static final Duration FORGET_LIMITER_AFTER = Duration.ofHours(1);

    private final FeishuHttp http;
    private final TenantTokenCache tokens;
    private final Bulkhead bulkhead;
    private final LongSupplier nanoTime;
    private final BoundedCache<LimitKey, RateLimiter> limiters;

    /** What Feishu counts by: rotating a secret does not make another app. */
    private record LimitKey(BaseUrl baseUrl, String appId, String call) {}

    /**
     * A client without tokens, which has sent nothing yet.
     *
     * @param nanoTime a monotonic clock in nanoseconds
     */
    ApiClient(FeishuHttp http, Bulkhead bulkhead, LongSupplier nanoTime) {
        this.http = http;
        this.tokens = new TenantTokenCache(http, nanoTime);
        this.bulkhead = bulkhead;
        this.nanoTime = nanoTime;
        this.limiters = new BoundedCache<>(MAX_LIMITERS, FORGET_LIMITER_AFTER, nanoTime);
    }

    /**
     * Makes a call. A token that Feishu refuses is replaced and the request sent once more, unless that token was
     * itself such a replacement. Nothing else is repeated.
     *
     * <p>At worst it takes four times the call's timeout (a token, the request, a fresh token, the request again), and
     * up to half a second before each of the two requests, where the limit is about to leave room. Interrupting the
     * thread ends it at once.
     *
     * @return the reply to a call that succeeded
     * @throws FeishuException when it failed, or may have failed
     */
    FeishuReply execute(ApiCall call) {
        if (!bulkhead.tryEnter()) {
            throw new FeishuException(
                    FeishuFailure.withoutThread(limiter(call).reject().retryAfter()));
        }
        try {
            return executeInside(call);
        } finally {
            bulkhead.leave();
        }
    }

    private FeishuReply executeInside(ApiCall call) {
        var token = tokens.get(call.app(), call.timeout());
        var reply = send(call, token);
        if (reply.refusesToken() && !token.isUnprovenReplacement()) {
            reply = send(call, tokens.get(call.app(), call.timeout()));
        }
        if (!reply.isOk()) {
            throw new FeishuException(reply.failure());
        }
        return reply;
    }

    private FeishuReply send(ApiCall call, TenantAccessToken token) {
        return switch (limiter(call).acquire(bulkhead.leavesThreadsToOthers())) {
            case Rejection rejection -> throw new FeishuException(FeishuFailure.rateLimited(rejection.retryAfter()));
            case Permit permit -> send(call, token, permit);
        };
    }

    private FeishuReply send(ApiCall call, TenantAccessToken token, Permit permit) {
        try (permit) {
            var reply = http.send(call, token);
            tokens.learn(call.app(), token, reply);
            if (reply.isThrottled()) {
                return reply.retryingAfter(permit.rejected(reply.retryAfter()).retryAfter());
            }
            if (reply.isFeishus()) {
                permit.accepted();
            }
            return reply;
        }
    }

    private RateLimiter limiter(ApiCall call) {
        var key = new LimitKey(
                call.app().baseUrl(), call.app().appId(), call.limit().call());
        return limiters.get(key, () -> new RateLimiter(call.limit().perSecond(), nanoTime, Thread::sleep));
    }
}
