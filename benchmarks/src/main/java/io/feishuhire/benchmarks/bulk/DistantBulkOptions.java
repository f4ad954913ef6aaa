package io.feishuhire.benchmarks.bulk;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param engine whether an embedded engine and connector runtimes publish, or threads that call the client
 * @param advertisements the number of advertisements
 * @param runtimes the number of connector runtimes, each in a JVM of its own, or of clients
 * @param threads the threads of each
 * @param roundTrip the mean round trip
 * @param jitter the largest deviation from the mean, in both directions
 * @param stray whether Feishu refuses one request for no reason right before the bulk
 */
record DistantBulkOptions(
        boolean engine,
        int advertisements,
        int runtimes,
        int threads,
        Duration roundTrip,
        Duration jitter,
        boolean stray) {

    private static final List<String> NAMES =
            List.of("engine", "advertisements", "runtimes", "threads", "round-trip", "jitter", "stray");

    /**
     * Reads {@code name=value} arguments; times are in milliseconds.
     *
     * @throws IllegalArgumentException if a name is unknown or a value is invalid
     */
    static DistantBulkOptions from(String[] arguments) {
        var given = new HashMap<String, String>();
        for (var argument : arguments) {
            var pair = argument.split("=", 2);
            if (pair.length < 2 || !NAMES.contains(pair[0])) {
                throw new IllegalArgumentException("Not name=value with one of the names " + NAMES + ": " + argument);
            }
            given.put(pair[0], pair[1]);
        }
        return new DistantBulkOptions(
                Boolean.parseBoolean(given.get("engine")),
                number(given, "advertisements", 1_000),
                number(given, "runtimes", 1),
                number(given, "threads", 10),
                Duration.ofMillis(number(given, "round-trip", 300)),
                Duration.ofMillis(number(given, "jitter", 15)),
                Boolean.parseBoolean(given.get("stray")));
    }

    /** The number of publications at the end. */
    int wanted() {
        return advertisements + (stray ? 1 : 0);
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        return Integer.parseInt(given.getOrDefault(name, Integer.toString(otherwise)));
    }
}
