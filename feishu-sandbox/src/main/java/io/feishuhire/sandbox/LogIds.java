package io.feishuhire.sandbox;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of Feishu's look: the time in China to the second, then 17 upper-case hexadecimal digits. */
final class LogIds {

    private static final DateTimeFormatter CHINA_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.ofHours(8));

    private final InstantSource clock;
    private final int sandbox;
    private final AtomicLong sequence = new AtomicLong();

    /** The number keeps the ids of two sandboxes apart. */
    LogIds(InstantSource clock, int sandbox) {
        this.clock = clock;
        this.sandbox = sandbox;
    }

    String next() {
        var number = sequence.getAndIncrement() & 0xF_FFFF_FFFFL;
        return CHINA_TIME.format(clock.instant()) + "%08X%09X".formatted(sandbox, number);
    }
}
