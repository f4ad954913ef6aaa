package io.feishuhire.benchmarks.bulk;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param zeebeHome the unpacked distribution, from the system property {@code distribution}
 * @param instances how many advertisements
 * @param warmUp how many more are published before, at another Feishu
 * @param runtimes how many connector runtimes, each in a JVM of its own
 * @param limitOfEach the operator's limit for each runtime; 0 for none, so that the runtimes have to find their shares
 * @param threads execution threads of a runtime
 * @param streaming whether the engine pushes jobs
 * @param punctual whether the engine looks at its timers often enough to keep them within a tenth of a second; by
 *     default they are late by up to a second while it has little to do
 * @param rounds how many bulks one after the other, where several are measured
 * @param fault what goes wrong when a third of the advertisements are published
 */
record BulkOptions(
        Path zeebeHome,
        int instances,
        int warmUp,
        int runtimes,
        int limitOfEach,
        int threads,
        boolean streaming,
        boolean punctual,
        int rounds,
        Fault fault) {

    private static final List<String> NAMES = List.of(
            "instances", "warm-up", "runtimes", "limit-of-each", "threads", "streaming", "punctual", "rounds", "fault");

    /**
     * Reads {@code name=value} arguments.
     *
     * @param defaults other ones than those of a single bulk
     * @throws IllegalArgumentException for a name or value that is none
     */
    static BulkOptions from(String[] arguments, Map<String, String> defaults) {
        var given = new HashMap<>(defaults);
        for (var argument : arguments) {
            var pair = argument.split("=", 2);
            if (pair.length < 2 || !NAMES.contains(pair[0])) {
                throw new IllegalArgumentException("Not name=value with one of the names " + NAMES + ": " + argument);
            }
            given.put(pair[0], pair[1]);
        }
        return new BulkOptions(
                Path.of(System.getProperty("distribution")),
                number(given, "instances", 300),
                number(given, "warm-up", 1000),
                number(given, "runtimes", 1),
                number(given, "limit-of-each", 0),
                number(given, "threads", 10),
                Boolean.parseBoolean(given.getOrDefault("streaming", "true")),
                Boolean.parseBoolean(given.getOrDefault("punctual", "false")),
                number(given, "rounds", 5),
                fault(given.getOrDefault("fault", "none")));
    }

    /** Environment variables for the broker. */
    Map<String, String> engineSettings() {
        return punctual
                ? Map.of(
                        "ZEEBE_BROKER_PROCESSING_SCHEDULEDTASKCHECKINTERVAL",
                        "50ms",
                        "ZEEBE_ACTOR_IDLE_MAXPARKPERIOD",
                        "1ms")
                : Map.of();
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        return Integer.parseInt(given.getOrDefault(name, Integer.toString(otherwise)));
    }

    private static Fault fault(String option) {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such fault: " + option));
    }
}
