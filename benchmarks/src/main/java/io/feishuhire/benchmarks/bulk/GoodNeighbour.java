package io.feishuhire.benchmarks.bulk;

import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long the neighbour takes, from the start of an instance to its end.
 *
 * @param alone when there is nothing else to do
 * @param besideParking beside as many instances as in the bulk of the least that a connector can do: {@link Parking}
 * @param besideBulk during the bulk
 */
record Neighbourhood(Latencies alone, Latencies besideParking, Latencies besideBulk) {

    /** Nothing measured. */
    static final Neighbourhood UNKNOWN = new Neighbourhood(Latencies.NONE, Latencies.NONE, Latencies.NONE);

    private static final int PER_SECOND = 10;

    /** Measures what can be before the bulk, each for as long as the bulk should take. */
    static Neighbourhood before(Instances instances, int number) throws InterruptedException {
        var seconds = number / PER_SECOND;
        var alone = Latencies.Sampling.of(instances::callNeighbour);
        TimeUnit.SECONDS.sleep(seconds);
        var quiet = alone.stop();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var besideParking = Latencies.Sampling.of(instances::callNeighbour);
        instances.start(Instances.Of.PARKING, number, List.of(URI.create("https://feishu.invalid")));
        TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
        return new Neighbourhood(quiet, besideParking.stop(), Latencies.NONE);
    }

    Neighbourhood and(Latencies duringTheBulk) {
        return new Neighbourhood(alone, besideParking, duringTheBulk);
    }
}
