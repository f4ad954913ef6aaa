package io.feishuhire.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What Feishu checks before a call reaches its API: the token, the rate limit and the scope, in this order. */
final class Gateway {

    private static final String BEARER = "Bearer ";

    private final Apps apps;
    private final RateLimits rateLimits;
    private final World world;

    Gateway(Apps apps, RateLimits rateLimits, World world) {
        this.apps = apps;
        this.rateLimits = rateLimits;
        this.world = world;
    }

    ReplyForm answer(Route route, Map<String, String> ids, ApiRequest request, Optional<JsonNode> body) {
        var token = token(request.authorization());
        if (token.isEmpty()) {
            return GatewayErrors.tokenMissing();
        }
        var caller = token.flatMap(apps::appOf);
        if (caller.isEmpty()) {
            return GatewayErrors.tokenInvalid();
        }
        var appId = caller.get();
        var refusal = rateLimits.take(route.endpoint(), appId);
        if (refusal.isPresent()) {
            return GatewayErrors.rateLimited(
                    Integer.toString(refusal.get().limit()),
                    Long.toString(refusal.get().resetSeconds()));
        }
        var scopes = apps.grantedTo(appId);
        var accepted = world.read(() -> world.guesses().accepted(route.scopes()));
        if (!accepted.isEmpty() && accepted.stream().noneMatch(scopes::contains)) {
            return GatewayErrors.scopeMissing(appId, accepted);
        }
        return answer(new Call(route, appId, scopes, ids, query(request.query()), body));
    }

    private ReplyForm answer(Call call) {
        try {
            return ReplyForm.FeishuBody.ok(
                    Map.of("data", world.read(() -> call.route().answer().data(call))));
        } catch (Refused refused) {
            return refused.reply();
        }
    }

    private static Optional<String> token(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .filter(token -> !token.isBlank());
    }

    private static Map<String, String> query(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (var parameter : query.split("&", -1)) {
            var nameAndValue = parameter.split("=", 2);
            parameters.putIfAbsent(decoded(nameAndValue[0]), nameAndValue.length == 1 ? "" : decoded(nameAndValue[1]));
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
