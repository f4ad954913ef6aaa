package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.ratelimit.Bulkhead;
import io.feishuhire.connector.testing.FakeTicker;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A Feishu in memory: each path has an answer, and every request but those for tokens is noted. */
final class FeishuRoutes {

    static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    private static final String NO_SUCH_PATH = "{\"code\":4711,\"msg\":\"no such path\"}";

    private final Map<String, UnaryOperator<String>> answers = new ConcurrentHashMap<>();
    private final List<URI> requests = new CopyOnWriteArrayList<>();
    private final FakeTicker ticker = new FakeTicker();
    private final FeishuClient client;

    FeishuRoutes() {
        this(FeishuObserver.NONE);
    }

    FeishuRoutes(FeishuObserver observer) {
        client = new FeishuClient(
                FeishuClientSettings.DEFAULT,
                InMemoryHttp.answeredBy(this::answer),
                () -> NOW,
                ticker,
                ticker::pass,
                Bulkhead.unlimited(),
                observer);
    }

    FeishuClient client() {
        return client;
    }

    /** Every request to this path below {@code /open-apis/} is answered so. */
    FeishuRoutes on(String path, String json) {
        return on(path, query -> json);
    }

    /** The answer follows from the query. */
    FeishuRoutes on(String path, UnaryOperator<String> answer) {
        answers.put("/open-apis/" + path, answer);
        return this;
    }

    UnaryOperator<String> answerOf(String path) {
        return answers.get("/open-apis/" + path);
    }

    /** Feishu asks for a permission. */
    FeishuRoutes denied(String path, String scope) {
        return on(path, "{\"code\":99991672,\"error\":{\"permission_violations\":[{\"subject\":\"" + scope + "\"}]}}");
    }

    FeishuRoutes failsWith(String path, int code) {
        return on(path, "{\"code\":" + code + "}");
    }

    /** A list that comes in pages of one entry each. */
    FeishuRoutes pages(String path, String... items) {
        return on(path, query -> {
            var at = IntStream.range(0, items.length)
                    .filter(i -> (query + "&").contains("page_token=" + i + "&"))
                    .findFirst()
                    .orElse(0);
            var more = at + 1 < items.length;
            return items.length == 0 ? list(false, "") : list(more, more ? Integer.toString(at + 1) : "", items[at]);
        });
    }

    static String list(boolean hasMore, String token, String... items) {
        return "{\"code\":0,\"data\":{\"items\":[" + String.join(",", items) + "],\"has_more\":" + hasMore
                + ",\"page_token\":\"" + token + "\"}}";
    }

    FeishuRoutes passes(Duration time) {
        ticker.pass(time);
        return this;
    }

    /** Paths and queries below {@code /open-apis/}, in their order. */
    List<String> requests() {
        return requests.stream()
                .map(uri -> uri.getRawPath().substring("/open-apis/".length())
                        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                .toList();
    }

    void forgetRequests() {
        requests.clear();
    }

    private InMemoryHttp.Reply answer(HttpRequest request) {
        if (InMemoryHttp.isForToken(request)) {
            return InMemoryHttp.Reply.json("{\"code\":0,\"tenant_access_token\":\"t-1\",\"expire\":7200}");
        }
        // A round trip takes its time, so that the limits hold nothing back.
        passes(Duration.ofMillis(200));
        requests.add(request.uri());
        var answer = answers.getOrDefault(request.uri().getPath(), query -> NO_SUCH_PATH);
        return InMemoryHttp.Reply.json(answer.apply(String.valueOf(request.uri().getQuery())));
    }
}
