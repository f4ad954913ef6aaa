package io.feishuhire.sandbox;

import java.util.List;
import java.util.Map;

/**
 * A call of Feishu's that needs a tenant access token.
 *
 * @param api whose errors it answers
 * @param scopes the app must have one of them; empty if the call needs none
 * @param limits how often an app may make it
 * @param answer what is behind the gateway
 */
record Route(
        Endpoint endpoint,
        Api api,
        String method,
        PathPattern path,
        List<String> scopes,
        RateLimit.Limits limits,
        Answer answer) {

    /**
     * An entry of the table.
     *
     * @param call method and path as Feishu's page writes them, without what all paths of the API begin with
     */
    static Route of(
            Endpoint endpoint, Api api, String call, List<String> scopes, RateLimit.Limits limits, Answer answer) {
        var methodAndPath = call.split(" ", 2);
        return new Route(endpoint, api, methodAndPath[0], api.path(methodAndPath[1]), scopes, limits, answer);
    }

    /** What Feishu answers once its gateway has let a call through. */
    @FunctionalInterface
    interface Answer {

        /**
         * The {@code data} of the reply.
         *
         * @throws Refused if Feishu answers an error
         */
        Map<String, Object> data(Call call);
    }
}
