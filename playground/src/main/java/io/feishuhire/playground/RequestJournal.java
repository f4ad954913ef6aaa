package io.feishuhire.playground;

import io.feishuhire.sandbox.RecordedRequest;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;

/** The last requests to the sandbox, numbered, without credentials. Thread-safe. */
final class RequestJournal {

    private static final int KEPT = 100;
    private static final String API = "/open-apis/";

    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private long last;
    private long began;

    /** A request, and what was answered. */
    record Entry(
            long number,
            String at,
            String call,
            String method,
            String path,
            int status,
            Integer code,
            String logId,
            String request,
            String reply) {}

    /**
     * What is new in the journal.
     *
     * @param began the number of the last entry that was forgotten on demand; 0 if none was
     * @param entries the oldest first
     */
    record News(long began, List<Entry> entries) {}

    /** Adds a call of Feishu's API. What a browser asks for when it opens the page of an advertisement is none. */
    synchronized void add(RecordedRequest recorded) {
        if (!recorded.path().startsWith(API)) {
            return;
        }
        var shown = recorded.redacted();
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(
                ++last,
                shown.receivedAt().toString(),
                shown.endpoint().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                shown.method(),
                shown.path(),
                shown.status(),
                shown.code(),
                shown.logId(),
                shown.body(),
                shown.reply()));
    }

    /** Forgets all entries. The numbers go on. */
    synchronized void clear() {
        entries.clear();
        began = last;
    }

    /** What is new after a number. */
    synchronized News after(long number) {
        return new News(
                began, entries.stream().filter(entry -> entry.number() > number).toList());
    }
}
