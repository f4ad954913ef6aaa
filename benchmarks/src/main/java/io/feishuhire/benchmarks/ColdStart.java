package io.feishuhire.benchmarks;

import io.feishuhire.localcamunda.JavaProcess;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * From the start of a fresh JVM to its first publish, for all peers in turns. Each has only the jars on its class path
 * of which it loads something, so none pays for the others. Argument: rounds.
 */
public final class ColdStart {

    private static final Pattern LOADED_FROM = Pattern.compile("source: file:(\\S+)");

    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private ColdStart() {}

    /** Prints the medians. */
    public static void main(String[] args) throws Exception {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 21;
        try (var feishu = LeanFeishu.start()) {
            var server = feishu.baseUrl().toString();
            var classPaths = new EnumMap<Peer, String>(Peer.class);
            var millis = new EnumMap<Peer, Samples>(Peer.class);
            for (var peer : Peer.values()) {
                classPaths.put(peer, jarsUsedBy(peer, server));
                millis.put(peer, new Samples());
            }
            for (var round = 0; round < rounds; round++) {
                for (var peer : Peer.values()) {
                    millis.get(peer).add(millisToFirstPublish(peer, classPaths.get(peer), server));
                }
            }
            print(rounds, classPaths, millis);
        }
    }

    private static String jarsUsedBy(Peer peer, String server) {
        var program = JavaProcess.of(FirstPublish.class, peer.name(), server).jvmOptions("-Xlog:class+load");
        try (var running = program.start()) {
            running.awaitEnd(AT_MOST);
            return running.lines().stream()
                    .map(LOADED_FROM::matcher)
                    .filter(line -> line.find())
                    .map(line -> Path.of(line.group(1)).toString())
                    .distinct()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static double millisToFirstPublish(Peer peer, String classPath, String server) {
        var start = System.nanoTime();
        var program = JavaProcess.of(FirstPublish.class, peer.name(), server).classPath(classPath);
        try (var running = program.start()) {
            running.awaitLine(FirstPublish.DONE, AT_MOST);
            return (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
        }
    }

    private static void print(int rounds, Map<Peer, String> classPaths, Map<Peer, Samples> millis) {
        System.out.printf("%nFresh JVM to first publish, %d rounds%n", rounds);
        System.out.println("| peer | ms median | lowest | highest | jars used |");
        System.out.println("|---|---|---|---|---|");
        millis.forEach((peer, its) -> System.out.printf(
                "| %s | %.0f | %.0f | %.0f | %d |%n",
                peer,
                its.median(),
                its.lowest(),
                its.highest(),
                classPaths.get(peer).split(File.pathSeparator).length - 1));
    }
}
