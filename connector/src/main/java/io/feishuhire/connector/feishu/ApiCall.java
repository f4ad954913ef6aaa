package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.Optional;

/**
 * One call to Feishu's API in the name of an app.
 *
 * @param app who calls
 * @param limit the limit that Feishu has for this call
 * @param path with a query if there is one, from {@code /open-apis/} on
 * @param json the body of a POST; a call without one is a GET
 * @param timeout the longest that one HTTP exchange may take, from connecting to the last byte of the reply
 */
record ApiCall(FeishuApp app, RateLimit limit, String path, Optional<String> json, Duration timeout) {

    /**
     * How often Feishu lets one app make a call.
     *
     * @param call the name of the call; calls of different names are counted apart
     * @param perSecond the most requests in any second
     */
    record RateLimit(String call, int perSecond) {}

    /** Leaves ids and credentials out. */
    @Override
    public String toString() {
        return "ApiCall[" + limit.call() + "]";
    }
}
