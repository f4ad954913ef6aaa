package io.feishuhire.benchmarks.bulk;

import io.feishuhire.benchmarks.support.ScratchDirectory;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs one bulk. The arguments are those of {@link BulkOptions}; exit code 0 means that it went as promised. */
public final class BulkMain {

    private BulkMain() {}

    /**
     * Runs the bulk and ends the JVM.
     *
     * @throws Exception if the bulk cannot be run
     */
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var options = BulkOptions.from(arguments, Map.of());
        boolean asPromised;
        try (var directory = ScratchDirectory.named("bulk")) {
            asPromised = run(options, directory, out);
        }
        System.exit(asPromised ? 0 : 1);
    }

    private static boolean run(BulkOptions options, ScratchDirectory directory, PrintStream out)
            throws InterruptedException {
        var asPromised = false;
        try {
            asPromised = new Bulk(options, out).run(directory.path());
        } finally {
            if (!asPromised) {
                directory.keep();
                out.println("NOT AS PROMISED; the logs are in " + directory.path());
            }
        }
        return asPromised;
    }
}
