package io.feishuhire.benchmarks.runtime;

import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.feishuhire.connector.publish.PublishAdvertisementFunction;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;

/** Loads the connector's function as a runtime does, once, in a JVM that has done nothing else yet. */
public final class FunctionStart {

    static final String MILLIS = "ms: ";

    private FunctionStart() {}

    /** Prints the time that it took. */
    public static void main(String[] args) {
        var start = System.nanoTime();
        var loaded = ServiceLoader.load(OutboundConnectorFunction.class).stream()
                .filter(provider -> provider.type().equals(PublishAdvertisementFunction.class))
                .map(ServiceLoader.Provider::get)
                .count();
        var took = System.nanoTime() - start;
        if (loaded != 1) {
            throw new IllegalStateException("The function is not on the class path");
        }
        System.out.println(MILLIS + took / (double) TimeUnit.MILLISECONDS.toNanos(1));
        Runtime.getRuntime().halt(0);
    }
}
