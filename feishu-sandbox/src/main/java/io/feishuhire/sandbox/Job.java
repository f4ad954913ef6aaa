package io.feishuhire.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A job of Feishu Hire.
 *
 * @param processType 1 experienced, 2 campus
 * @param open whether its active_status is 1
 * @param expiry when it expires, or null for never
 * @param updatedAt when it was last changed, by the sandbox's clock
 * @param sent what the call that created it was given and other calls repeat; empty for a job that was declared
 */
record Job(
        String id,
        String code,
        String title,
        int processType,
        boolean open,
        Instant expiry,
        Instant createdAt,
        Instant updatedAt,
        Team team,
        Map<String, Object> sent) {

    /** The people who fill the job. */
    record Team(Person recruiter, List<Person> hiringManagers, List<Person> assistants) {}

    Job withOpen(boolean nowOpen, Instant at) {
        return new Job(id, code, title, processType, nowOpen, expiry, createdAt, at, team, sent);
    }

    Job withExpiry(Instant newExpiry, Instant at) {
        return new Job(id, code, title, processType, open, newExpiry, createdAt, at, team, sent);
    }

    boolean createdByCall() {
        return !sent.isEmpty();
    }

    /** 1 enabled, 2 not. */
    int activeStatus() {
        return open ? 1 : 2;
    }

    /** When it expires, in milliseconds, or null for never. */
    String expiryMillis() {
        return expiry == null ? null : millis(expiry);
    }

    static String millis(Instant time) {
        return Long.toString(time.toEpochMilli());
    }
}
