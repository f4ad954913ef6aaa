package io.feishuhire.compatibility;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A version of Camunda's connector runtime that the connector is tried in: a folder of {@code runtimes} with a POM that
 * names the version and resolves its jars, and with the settings of the runtime.
 */
record RuntimeVersion(Path folder) {

    private static final Path ALL = Path.of("runtimes");
    private static final Pattern VERSION =
            Pattern.compile("<!-- The version of the runtime. -->\\s*<version>([^<]+)</version>");
    private static final Pattern SPRING_BOOT = Pattern.compile("/spring-boot-([0-9][^/]*)\\.jar");
    private static final Pattern THREADS = Pattern.compile("execution-threads=(\\d+)");
    private static final Pattern JOBS = Pattern.compile("max-jobs-active=(\\d+)");

    /** All of them, the oldest first. */
    static Stream<RuntimeVersion> all() {
        try (var folders = Files.list(ALL)) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .map(RuntimeVersion::new)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its version and Camunda's, such as 8.8.7. */
    String version() {
        return find(VERSION, read(folder.resolve("pom.xml"))).orElseThrow();
    }

    /** Its class path without the connector, in the order in which the JVM looks. */
    String classPath() {
        return folder.resolve("resources").toAbsolutePath() + File.pathSeparator + jars();
    }

    /** The version of Spring Boot that it brings. */
    String springBoot() {
        return find(SPRING_BOOT, jars()).orElseThrow();
    }

    /** The file with its settings. */
    Path settings() {
        return folder.resolve("application.properties").toAbsolutePath();
    }

    /** How many threads work jobs; empty if each job has a virtual thread of its own. */
    Optional<String> threads() {
        return find(THREADS, read(settings()));
    }

    /** How many jobs of one connector it takes at once. */
    String jobsAtOnce() {
        return find(JOBS, read(settings())).orElseThrow();
    }

    @Override
    public String toString() {
        return version();
    }

    /** The build writes them down right before the integration tests. */
    private String jars() {
        return read(folder.resolve(Path.of("target", "class-path")));
    }

    private static Optional<String> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().map(found -> found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
