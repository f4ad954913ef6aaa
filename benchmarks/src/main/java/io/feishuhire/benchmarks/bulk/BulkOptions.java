package io.feishuhire.benchmarks.bulk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param instances the number of advertisements
 * @param warmUp the number of advertisements that are published before, at other Feishus
 * @param runtimes the number of connector runtimes, each in a JVM of its own
 * @param limitOfEach the operator's limit for each runtime; 0 for none, so that the runtimes have to find their shares
 * @param threads execution threads of a runtime
 * @param streaming whether the engine pushes jobs
 * @param rounds the number of bulks, where several are measured one after the other
 * @param fault what goes wrong when a third of the advertisements are published
 */
record BulkOptions(
        int instances,
        int warmUp,
        int runtimes,
        int limitOfEach,
        int threads,
        boolean streaming,
        int rounds,
        InjectedFault fault) {

    private static final List<String> NAMES =
            List.of("instances", "warm-up", "runtimes", "limit-of-each", "threads", "streaming", "rounds", "fault");

    /**
     * Reads {@code name=value} arguments.
     *
     * @param defaults values that replace the defaults of a single bulk
     * @throws IllegalArgumentException if a name is unknown or a value is invalid
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
                number(given, "instances", 300),
                number(given, "warm-up", 1000),
                number(given, "runtimes", 1),
                number(given, "limit-of-each", 0),
                number(given, "threads", 10),
                Boolean.parseBoolean(given.getOrDefault("streaming", "true")),
                number(given, "rounds", 5),
                fault(given.getOrDefault("fault", "none")));
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        return Integer.parseInt(given.getOrDefault(name, Integer.toString(otherwise)));
    }

    private static InjectedFault fault(String option) {
        return Arrays.stream(InjectedFault.values())
                .filter(fault -> fault.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such fault: " + option));
    }
}
