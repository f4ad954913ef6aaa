package io.feishuhire.sandbox;

import java.time.Instant;
import java.util.Optional;

/** A filter by time. Both ends belong to it; one that was not sent does not count. */
record TimeRange(Optional<Instant> start, Optional<Instant> end) {

    static TimeRange of(Call call, String start, String end) {
        return new TimeRange(call.time(start), call.time(end));
    }

    boolean contains(Instant time) {
        return start.filter(time::isBefore).isEmpty()
                && end.filter(time::isAfter).isEmpty();
    }
}
