package io.feishuhire.benchmarks.support;

import java.util.ArrayList;
import java.util.List;

/** Repeated measurements of one quantity. */
public final class Samples {

    private final List<Double> values = new ArrayList<>();

    /** Adds a measurement. */
    public void add(double value) {
        values.add(value);
    }

    /** The median. */
    public double median() {
        return quantile(0.5);
    }

    /** The lowest measurement. */
    public double lowest() {
        return quantile(0);
    }

    /** The highest measurement. */
    public double highest() {
        return quantile(1);
    }

    private double quantile(double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
}
