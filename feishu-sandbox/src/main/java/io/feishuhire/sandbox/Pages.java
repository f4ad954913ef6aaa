package io.feishuhire.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var invalid = call.route().api().invalidPageSize();
        String asked = call.query().get("page_size");
        if (asked == null) {
            return byDefault;
        }
        try {
            int size = Integer.parseInt(asked);
            if (size >= 1 && size <= most) {
                return size;
            }
        } catch (NumberFormatException noNumber) {
            throw invalid;
        }
        throw invalid;
    }

    private static <T> Map<String, Object> page(Call call, int size, Listing<T> listing) {
        int start = call.text("page_token").map(token -> start(call, token)).orElse(0);
        int end = (int) Math.min(listing.entries().size(), (long) start + size);
        boolean more = end < listing.entries().size();
        Map<String, Object> data = new LinkedHashMap<>();
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
        String text = call.route().endpoint() + "/" + start;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static int start(Call call, String token) {
        String prefix = call.route().endpoint() + "/";
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            if (text.startsWith(prefix)) {
                return Integer.parseUnsignedInt(text.substring(prefix.length()));
            }
        } catch (IllegalArgumentException notFromHere) {
            throw call.route().api().invalidPageToken();
        }
        throw call.route().api().invalidPageToken();
    }

    /** Everything that a list has, and how an entry is written. */
    record Listing<T>(List<T> entries, Function<T, Map<String, Object>> item) {}
}
