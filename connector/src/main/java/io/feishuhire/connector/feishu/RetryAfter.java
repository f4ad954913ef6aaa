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
import java.util.OptionalDouble;
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
    private static final Pattern DATE =
            Pattern.compile("[A-Za-z]{3}, [0-9]{1,2} [A-Za-z]{3} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT");
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("\\G\\s*([0-9]+(?:\\.[0-9]+)?)\\s*([a-z]*)\\s*");

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

    /** A date has a comma of its own, so dates are taken out before a list is split. */
    private static Stream<Duration> waits(String value, Instant arrivedAt) {
        var dates = DATE.matcher(value)
                .results()
                .flatMap(found -> date(found.group()).stream())
                .map(date -> Duration.between(arrivedAt, date));
        var others = BETWEEN_VALUES
                .splitAsStream(DATE.matcher(value).replaceAll(","))
                .flatMap(part -> wait(part).stream());
        return Stream.concat(dates, others);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** One or several numbers with their units, such as {@code 2m30s}; a number without one is seconds. */
    private static Optional<Duration> wait(String text) {
        var value = text.strip().replace("\"", "").toLowerCase(Locale.ROOT);
        var parts = NUMBER_AND_UNIT.matcher(value);
        var seconds = 0.0;
        var end = 0;
        while (parts.find()) {
            var unit = seconds(parts.group(2));
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            seconds += Double.parseDouble(parts.group(1)) * unit.getAsDouble();
            end = parts.end();
        }
        return value.isEmpty() || end < value.length() ? Optional.empty() : Optional.of(bounded(seconds));
    }

    private static Duration bounded(double seconds) {
        return seconds > LONGEST.toSeconds() ? LONGEST : Duration.ofMillis((long) Math.ceil(seconds * 1_000));
    }

    private static OptionalDouble seconds(String unit) {
        return switch (unit) {
            case "ms", "millis", "milliseconds" -> OptionalDouble.of(0.001);
            case "", "s", "sec", "secs", "second", "seconds" -> OptionalDouble.of(1);
            case "m", "min", "mins", "minute", "minutes" -> OptionalDouble.of(60);
            case "h", "hr", "hrs", "hour", "hours" -> OptionalDouble.of(3_600);
            default -> OptionalDouble.empty();
        };
    }
}
