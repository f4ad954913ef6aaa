package io.feishuhire.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers lists page by page, within the bounds of the call. A token of one call is refused by every other. */
final class Pages {

    private Pages() {}

    /**
     * A call that answers a list.
     *
     * @param byDefault the size of a page when the request names none
     * @param most the largest size that may be asked for
     */
    static Route.Answer of(int byDefault, int most, Function<Call, Listing<?>> list) {
        return call -> page(call, size(call, byDefault, most), list.apply(call));
    }

    private static int size(Call call, int byDefault, int most) {
        var asked = call.text("page_size");
        return asked.isEmpty()
                ? byDefault
                : asked.flatMap(Pages::number)
                        .filter(size -> size >= 1 && size <= most)
                        .orElseThrow(call.route().api()::invalidPageSize);
    }

    private static <T> Map<String, Object> page(Call call, int size, Listing<T> listing) {
        var start = call.text("page_token").map(token -> start(call, token)).orElse(0);
        var end = (int) Math.min(listing.entries().size(), (long) start + size);
        var more = end < listing.entries().size();
        var data = new LinkedHashMap<String, Object>();
        data.put(
                "items",
                start > end
                        ? List.of()
                        : listing.entries().subList(start, end).stream()
                                .map(listing.item())
                                .toList());
        data.put("has_more", more);
        if (more) {
            data.put("page_token", token(call, end));
        }
        return data;
    }

    private static String token(Call call, int start) {
        var text = call.route().endpoint() + "/" + start;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static int start(Call call, String token) {
        var prefix = call.route().endpoint() + "/";
        return decoded(token)
                .filter(text -> text.startsWith(prefix))
                .flatMap(text -> number(text.substring(prefix.length())))
                .filter(start -> start > 0)
                .orElseThrow(call.route().api()::invalidPageToken);
    }

    private static Optional<String> decoded(String token) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(token), UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** Everything that a list has, and how an entry is written. */
    record Listing<T>(List<T> entries, Function<T, Map<String, Object>> item) {}
}
