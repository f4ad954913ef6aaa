package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A Feishu list that comes in pages: {@code data.items}, and {@code data.page_token} as long as {@code data.has_more}.
 *
 * @param limit the limit of the call
 * @param path from {@code /open-apis/} on, with a query or without
 * @param json the body of a POST; empty for a GET
 * @param pageSize how many entries a page has; the most that Feishu allows for this list
 * @param results codes that say why there is no such list
 */
record PagedList(ApiCall.RateLimit limit, String path, Optional<String> json, int pageSize, Set<Integer> results) {

    static PagedList get(ApiCall.RateLimit limit, String path, int pageSize) {
        return new PagedList(limit, path, Optional.empty(), pageSize, Set.of());
    }

    PagedList withResults(Integer... codes) {
        return new PagedList(limit, path, json, pageSize, Set.of(codes));
    }

    /** How reading a list ended. */
    sealed interface Outcome {}

    /** All pages are read. */
    record Complete() implements Outcome {}

    /** The reader stopped at the entry that it wanted. */
    record Stopped() implements Outcome {}

    /** There are more pages than may be read. */
    record TooLong() implements Outcome {}

    /** There is no list: Feishu answered with this code. */
    record None(int code) implements Outcome {}

    /**
     * One page.
     *
     * @param entries what is on it
     * @param next the token of the next page; empty when this is the last
     */
    record Page(JsonNode entries, Optional<String> next) {}

    /**
     * Reads entries, page by page.
     *
     * @param isWanted looks at an entry, and says whether to stop there
     * @throws FeishuException when a page cannot be had
     */
    Outcome read(ApiSession session, int maxPages, Predicate<JsonNode> isWanted) {
        var token = Optional.of("");
        for (var count = 0; count < maxPages; count++) {
            var reply = session.execute(call(token.orElseThrow()));
            if (!reply.isOk()) {
                return new None(reply.code().orElseThrow());
            }
            var page = page(reply, token.orElseThrow());
            for (var entry : page.entries()) {
                if (isWanted.test(entry)) {
                    return new Stopped();
                }
            }
            token = page.next();
            if (token.isEmpty()) {
                return new Complete();
            }
        }
        return new TooLong();
    }

    /** Makes the call for the page of a token; the first page has an empty one. */
    ApiCall call(String token) {
        var query = (path.contains("?") ? "&" : "?") + "page_size=" + pageSize
                + (token.isEmpty() ? "" : "&page_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        return new ApiCall(limit, path + query, json, results);
    }

    /**
     * Reads the page of a token.
     *
     * @throws FeishuException when the list goes on, but the reply does not say where
     */
    static Page page(FeishuReply reply, String token) {
        var data = reply.data();
        if (!data.path("has_more").asBoolean()) {
            return new Page(data.path("items"), Optional.empty());
        }
        var next = JsonText.of(data, "page_token");
        if (next.isEmpty() || next.equals(token)) {
            throw new FeishuException(
                    reply.withoutResult("Feishu said that its list goes on, but not where the next page is."));
        }
        return new Page(data.path("items"), Optional.of(next));
    }
}
