package io.feishuhire.benchmarks.runtime;

import io.feishuhire.benchmarks.support.Samples;
import io.feishuhire.connector.publish.PublishAdvertisementFunction;
import io.feishuhire.localcamunda.ConnectorRuntimeMain;
import io.feishuhire.localcamunda.JavaProcess;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What the connector's function adds to the start of the stock runtime. The runtime starts with Camunda's REST
 * connector alone, and with ours beside it, in turns. The starts differ by more than the function takes, so its loading
 * is also measured in a JVM of its own. Argument: rounds.
 */
public final class RuntimeStart {

    static final String STARTED = "Started ConnectorRuntimeMain";

    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private RuntimeStart() {}

    /** Prints the medians. */
    public static void main(String[] args) throws Exception {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        var with = System.getProperty("java.class.path");
        var without = withoutOurs(with);
        var millisWith = new Samples();
        var millisWithout = new Samples();
        var difference = new Samples();
        var alone = new Samples();
        for (var round = 0; round < rounds; round++) {
            var first = runtime(round % 2 == 0 ? without : with);
            var second = runtime(round % 2 == 0 ? with : without);
            var its = round % 2 == 0 ? second : first;
            var others = round % 2 == 0 ? first : second;
            millisWith.add(its);
            millisWithout.add(others);
            difference.add(its - others);
            alone.add(function());
        }
        System.out.printf("%nStart of the connector runtime, %d rounds%n", rounds);
        System.out.println("| | ms median | lowest | highest |");
        System.out.println("|---|---|---|---|");
        print("runtime without ours", millisWithout);
        print("runtime with ours", millisWith);
        print("difference, round by round", difference);
        print("our function alone, fresh JVM", alone);
    }

    private static String withoutOurs(String classPath) throws Exception {
        var ours = Path.of(PublishAdvertisementFunction.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).equals(ours))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Starts a runtime without an engine: it opens its job workers all the same. */
    private static double runtime(String classPath) {
        var nowhere = Map.of("CAMUNDA_CLIENT_GRPC_ADDRESS", "http://127.0.0.1:1");
        var start = System.nanoTime();
        var program =
                JavaProcess.of(ConnectorRuntimeMain.class).classPath(classPath).environment(nowhere);
        try (var running = program.start()) {
            running.awaitLine(STARTED, AT_MOST);
            return (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
        }
    }

    private static double function() {
        try (var running = JavaProcess.of(FunctionStart.class).start()) {
            return Double.parseDouble(
                    running.awaitLine(FunctionStart.MILLIS, AT_MOST).substring(FunctionStart.MILLIS.length()));
        }
    }

    private static void print(String what, Samples millis) {
        System.out.printf("| %s | %.0f | %.0f | %.0f |%n", what, millis.median(), millis.lowest(), millis.highest());
    }
}
