package io.feishuhire.benchmarks.bulk;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Runs one bulk; the arguments are those of {@link BulkOptions}. Exit code 0 means that it went as promised. */
public final class BulkMain {

    private BulkMain() {}

    /**
     * Runs the bulk and ends the JVM.
     *
     * @throws Exception when the bulk cannot be run
     */
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var directory = Files.createTempDirectory("bulk");
        var asPromised = new Bulk(BulkOptions.from(arguments), out).run(directory);
        if (!asPromised) {
            out.println("NOT AS PROMISED; the logs are in " + directory);
        }
        System.exit(asPromised ? 0 : 1);
    }
}
