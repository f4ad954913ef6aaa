package io.feishuhire.benchmarks.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A new directory for the data and logs of one run. {@link #close()} deletes it and its files. */
public final class ScratchDirectory implements AutoCloseable {

    private final Path path;
    private boolean kept;

    private ScratchDirectory(Path path) {
        this.path = path;
    }

    /**
     * Creates a directory among the system's temporary files.
     *
     * @throws IOException if it cannot be created
     */
    public static ScratchDirectory named(String name) throws IOException {
        return new ScratchDirectory(Files.createTempDirectory(name));
    }

    /** The directory. */
    public Path path() {
        return path;
    }

    /** Keeps the directory after {@link #close()}, so that its files can be read. */
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
