package io.feishuhire.benchmarks.client;

import io.feishuhire.benchmarks.support.Samples;
import io.feishuhire.benchmarks.support.StubFeishu;
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
 * The time from the start of a fresh JVM to its first publish, for all contenders in turns. The class path of each has
 * only the jars that it loads classes from, so none pays for the others. Argument: rounds.
 */
public final class ColdStart {

    private static final Pattern LOADED_FROM = Pattern.compile("source: file:(\\S+)");

    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private ColdStart() {}

    /** Prints the medians. */
    public static void main(String[] args) throws Exception {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 21;
        try (var feishu = StubFeishu.start()) {
            var server = feishu.baseUrl().toString();
            var classPaths = new EnumMap<HttpContender, String>(HttpContender.class);
            var millis = new EnumMap<HttpContender, Samples>(HttpContender.class);
            for (var contender : HttpContender.values()) {
                classPaths.put(contender, jarsUsedBy(contender, server));
                millis.put(contender, new Samples());
            }
            for (var round = 0; round < rounds; round++) {
                for (var contender : HttpContender.values()) {
                    millis.get(contender).add(millisToFirstPublish(contender, classPaths.get(contender), server));
                }
            }
            print(rounds, classPaths, millis);
        }
    }

    private static String jarsUsedBy(HttpContender contender, String server) {
        var program =
                JavaProcess.of(FirstPublish.class, contender.name(), server).jvmOptions("-Xlog:class+load");
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

    private static double millisToFirstPublish(HttpContender contender, String classPath, String server) {
        var start = System.nanoTime();
        var program =
                JavaProcess.of(FirstPublish.class, contender.name(), server).classPath(classPath);
        try (var running = program.start()) {
            running.awaitLine(FirstPublish.DONE, AT_MOST);
            return (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
        }
    }

    private static void print(int rounds, Map<HttpContender, String> classPaths, Map<HttpContender, Samples> millis) {
        System.out.printf("%nFresh JVM to first publish, %d rounds%n", rounds);
        System.out.println("| contender | ms median | lowest | highest | jars used |");
        System.out.println("|---|---|---|---|---|");
        millis.forEach((contender, its) -> System.out.printf(
                "| %s | %.0f | %.0f | %.0f | %d |%n",
                contender,
                its.median(),
                its.lowest(),
                its.highest(),
                classPaths.get(contender).split(File.pathSeparator).length - 1));
    }
}
