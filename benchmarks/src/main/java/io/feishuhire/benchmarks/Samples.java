package io.feishuhire.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Repeated measurements of one thing. */
final class Samples {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return quantile(0.5);
    }

    double lowest() {
        return quantile(0);
    }

    double highest() {
        return quantile(1);
    }

    private double quantile(double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }
}
