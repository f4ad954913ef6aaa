package io.feishuhire.connector.feishu;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a throttled caller has to wait: {@code x-ogw-ratelimit-reset} in seconds ("频控策略"), and where Feishu's own
 * header is missing the {@code Retry-After} of a gateway (RFC 9110, seconds or a date). Gateways join headers to lists
 * and put units behind numbers. Of several values the longest counts, between 100 ms and 5 minutes.
 */
final class RetryAfter {

    private static final Duration DEFAULT = Duration.ofSeconds(1);
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MAX_HEADER_LENGTH = 256;
    private static final Pattern BETWEEN_VALUES = Pattern.compile("[,;]");
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*([a-z]{0,12})");

    private RetryAfter() {}

    /**
     * Reads the headers of a reply.
     *
     * @param arrivedAt when the reply arrived, which a date is compared with
     */
    static Duration of(HttpHeaders headers, Instant arrivedAt) {
        var wait = longest(headers.allValues("x-ogw-ratelimit-reset"), arrivedAt)
                .or(() -> longest(headers.allValues("Retry-After"), arrivedAt))
                .orElse(DEFAULT);
        return Collections.min(List.of(LONGEST, Collections.max(List.of(SHORTEST, wait))));
    }

    private static Optional<Duration> longest(List<String> values, Instant arrivedAt) {
        return values.stream()
                .map(value -> value.substring(0, Math.min(value.length(), MAX_HEADER_LENGTH)))
                .flatMap(value -> waits(value, arrivedAt))
                .max(Duration::compareTo);
    }

    /** A date has a comma of its own, so it is looked for before a list is. */
    private static Stream<Duration> waits(String value, Instant arrivedAt) {
        return date(value.strip())
                .map(date -> Stream.of(Duration.between(arrivedAt, date)))
                .orElseGet(() -> BETWEEN_VALUES.splitAsStream(value).flatMap(part -> wait(part).stream()));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> wait(String text) {
        var parts = NUMBER_AND_UNIT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        var number = Double.parseDouble(parts.group(1));
        return milliseconds(parts.group(2)).map(unit -> Duration.ofMillis((long) Math.ceil(number * unit)));
    }

    private static Optional<Integer> milliseconds(String unit) {
        return switch (unit) {
            case "ms", "millis", "milliseconds" -> Optional.of(1);
            case "", "s", "sec", "secs", "second", "seconds" -> Optional.of(1_000);
            case "m", "min", "mins", "minute", "minutes" -> Optional.of(60_000);
            default -> Optional.empty();
        };
    }
}
