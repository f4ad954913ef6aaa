package io.feishuhire.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds who answers a request. */
final class FeishuApi {

    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final TokenCall tokenCall;
    private final CareersPage careersPage;
    private final Gateway gateway;
    private final List<Route> routes;

    FeishuApi(SandboxState state) {
        this.tokenCall = new TokenCall(state.apps());
        this.careersPage = new CareersPage(state.world());
        this.gateway = new Gateway(state.apps(), state.rateLimits(), state.world());
        this.routes = state.routes();
    }

    Endpoint endpoint(ApiRequest request) {
        if (TokenCall.is(request.method(), request.path())) {
            return Endpoint.TOKEN;
        }
        if (CareersPage.is(request.method(), request.path())) {
            return Endpoint.CAREERS_PAGE;
        }
        return find(request).map(found -> found.route().endpoint()).orElse(Endpoint.OTHER);
    }

    ReplyForm answer(ApiRequest request) {
        if (TokenCall.is(request.method(), request.path())) {
            return tokenCall.answer(read(request.body()));
        }
        if (CareersPage.is(request.method(), request.path())) {
            return careersPage.answer(request.path());
        }
        return find(request)
                .map(found -> gateway.answer(found.route(), found.ids(), request, read(request.body())))
                .orElseGet(FeishuApi::notFound);
    }

    static ReplyForm notFound() {
        return new ReplyForm.Raw(404, "text/plain; charset=utf-8", "404 page not found".getBytes(UTF_8), Map.of());
    }

    private Optional<Found> find(ApiRequest request) {
        for (var route : routes) {
            var ids = route.method().equals(request.method())
                    ? route.path().match(request.path())
                    : Optional.<Map<String, String>>empty();
            if (ids.isPresent()) {
                return Optional.of(new Found(route, ids.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> read(String body) {
        try {
            return Optional.of(json.readTree(body)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private record Found(Route route, Map<String, String> ids) {}
}
