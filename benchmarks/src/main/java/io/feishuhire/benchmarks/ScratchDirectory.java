package io.feishuhire.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A new directory for the data and logs of one run. {@link #close()} removes it with all that is in it. */
public final class ScratchDirectory implements AutoCloseable {

    private final Path path;
    private boolean kept;

    private ScratchDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes one among the system's temporary files.
     *
     * @throws IOException when that is not possible
     */
    public static ScratchDirectory named(String name) throws IOException {
        return new ScratchDirectory(Files.createTempDirectory(name));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Leaves it where it is, so that its files can be read. */
    public void keep() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        if (kept) {
            return;
        }
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
