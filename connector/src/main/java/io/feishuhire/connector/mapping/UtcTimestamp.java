package io.feishuhire.connector.mapping;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Times as the results of connectors have them: ISO-8601 in UTC, always with milliseconds. */
public final class UtcTimestamp {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private UtcTimestamp() {}

    /** For example {@code 2026-11-22T08:30:00.120Z}. */
    public static String of(Instant time) {
        return MILLISECONDS.format(time);
    }
}
