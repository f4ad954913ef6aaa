package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.ratelimit.RateLimiter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One call to Feishu's API.
 *
 * @param limit the limit that Feishu has for this call
 * @param path with a query if there is one, from {@code /open-apis/} on
 * @param json the body of a POST; a call without one is a GET
 * @param results codes that tell a result of this call, where other calls mean an error by them
 */
record ApiCall(RateLimit limit, String path, Optional<String> json, Set<Integer> results) {

    /**
     * How often Feishu lets one app make a call.
     *
     * @param call the name of the call; calls of different names are counted apart
     * @param perSecond the most requests in any second
     * @param perMinute the most requests in any minute
     */
    record RateLimit(String call, int perSecond, int perMinute) {

        static RateLimit ofSecond(String call, int perSecond) {
            return new RateLimit(call, perSecond, RateLimiter.NO_LIMIT);
        }

        /** What Feishu's pages call "1000 次/分钟、50 次/秒". */
        static RateLimit ofMinute(String call) {
            return new RateLimit(call, 50, 1_000);
        }
    }

    static ApiCall get(RateLimit limit, String path) {
        return new ApiCall(limit, path, Optional.empty(), Set.of());
    }

    static ApiCall post(RateLimit limit, String path, String json) {
        return new ApiCall(limit, path, Optional.of(json), Set.of());
    }

    /** The same call, for which these codes are results. */
    ApiCall withResults(Integer... codes) {
        return new ApiCall(limit, path, json, Set.of(codes));
    }

    boolean isResult(OptionalInt code) {
        return code.isPresent() && results.contains(code.getAsInt());
    }

    /** Leaves ids out. */
    @Override
    public String toString() {
        return "ApiCall[" + limit.call() + "]";
    }
}
