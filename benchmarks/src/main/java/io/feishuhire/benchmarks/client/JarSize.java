package io.feishuhire.benchmarks.client;

import io.feishuhire.connector.publish.PublishAdvertisementFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The size of the connector's jar and of its parts. */
public final class JarSize {

    private static final String CAFFEINE = "io/feishuhire/connector/shaded/caffeine/";

    private JarSize() {}

    private record Part(int files, long compressed, long unpacked) {
        Part plus(Part other) {
            return new Part(files + other.files, compressed + other.compressed, unpacked + other.unpacked);
        }
    }

    /** Prints the parts, largest first. */
    public static void main(String[] args) throws Exception {
        var jar = Path.of(PublishAdvertisementFunction.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var parts = new TreeMap<String, Part>();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> parts.merge(
                            partOf(entry), new Part(1, entry.getCompressedSize(), entry.getSize()), Part::plus));
        }
        System.out.printf("%n%s: %,d bytes%n", jar.getFileName(), Files.size(jar));
        System.out.println("| part | files | bytes in the jar | bytes unpacked |");
        System.out.println("|---|---|---|---|");
        parts.entrySet().stream()
                .sorted((one, other) -> Long.compare(
                        other.getValue().compressed(), one.getValue().compressed()))
                .forEach(part -> System.out.printf(
                        "| %s | %d | %,d | %,d |%n",
                        part.getKey(),
                        part.getValue().files(),
                        part.getValue().compressed(),
                        part.getValue().unpacked()));
    }

    private static String partOf(ZipEntry entry) {
        var name = entry.getName();
        if (name.startsWith(CAFFEINE + "cache/")
                && name.substring(CAFFEINE.length() + 6).matches("[A-Z]{2,}\\.class")) {
            return "Caffeine's generated cache and node classes";
        }
        if (name.startsWith(CAFFEINE)) {
            return "Caffeine's other classes";
        }
        if (name.endsWith(".class")) {
            return "our classes";
        }
        return "everything else (licences, icon, service file)";
    }
}
