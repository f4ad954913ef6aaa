package io.feishuhire.monitoring;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the Prometheus endpoint of a runtime said, in the text format of Prometheus.
 *
 * @param text as it came
 * @param samples its values
 */
record Scrape(String text, List<Sample> samples) {

    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? ([^ ]+)", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One value of one meter. */
    record Sample(String name, Map<String, String> labels, double value) {}

    static Scrape parse(String text) {
        return new Scrape(
                text,
                text.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Scrape::sample)
                        .toList());
    }

    private static Sample sample(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a sample: " + line);
        }
        var labels = new TreeMap<String, String>();
        if (parts.group(2) != null) {
            LABEL.matcher(parts.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return new Sample(
                parts.group(1), labels, Double.parseDouble(parts.group(3).replace("+Inf", "Infinity")));
    }

    List<Sample> of(String name) {
        return samples.stream().filter(sample -> sample.name().equals(name)).toList();
    }

    /** The sum of all samples of a meter with these labels. */
    double sum(String name, Map<String, String> labels) {
        return of(name).stream()
                .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .sum();
    }

    /** The lines about meters whose names begin so. */
    String about(String prefix) {
        return String.join(
                "\n",
                text.lines()
                        .filter(line -> line.replaceFirst("^# (HELP|TYPE) ", "").startsWith(prefix))
                        .toList());
    }
}
