package io.feishuhire.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of what was measured, in one of the two languages. */
enum VersionsTable {
    ENGLISH("versions.md", "virtual"),
    CHINESE("versions.zh-CN.md", "虚拟线程");

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+\\S*");

    private final String file;
    private final String virtualThreads;

    VersionsTable(String file, String virtualThreads) {
        this.file = file;
        this.virtualThreads = virtualThreads;
    }

    /**
     * A row.
     *
     * @param version of the connector runtime
     * @param springBoot the version of Spring Boot that it brings
     * @param threads their number, or the word for virtual ones
     * @param jobsAtOnce how many jobs of one connector it takes
     * @param engine the version of the engine
     */
    record Row(String version, String springBoot, String threads, String jobsAtOnce, String engine) {}

    /** The rows whose first cell is a whole version. */
    List<Row> rows() {
        return lines().filter(line -> line.startsWith("|"))
                .map(line -> line.substring(1).strip().split("\\s*\\|\\s*", -1))
                .filter(cells -> cells.length > 5 && VERSION.matcher(cells[0]).matches())
                .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3], cells[4]))
                .toList();
    }

    /** The row of a version. */
    Row row(RuntimeVersion version) {
        return rows().stream()
                .filter(row -> row.version().equals(version.version()))
                .findFirst()
                .orElseThrow();
    }

    /** What the table has to say of the threads of a version. */
    String threads(RuntimeVersion version) {
        return version.threads().orElse(virtualThreads);
    }

    private Stream<String> lines() {
        try {
            return Files.readAllLines(Path.of("..", "docs", file)).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
