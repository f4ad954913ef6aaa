package io.feishuhire.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;

/**
 * A file that is neither class nor jar.
 *
 * @param name its path in the jar, behind those of the jars around it
 * @param text its bytes, one character for each
 */
record PackedFile(String name, String text) {

    /** All of them in a jar, and in the jars in it. */
    static List<PackedFile> in(Path jar) throws IOException {
        var files = new ArrayList<PackedFile>();
        try (var content = Files.newInputStream(jar)) {
            collect("", content, files);
        }
        return files;
    }

    private static void collect(String path, InputStream jar, List<PackedFile> files) throws IOException {
        // Not closed: that would close the jar around it.
        var entries = new ZipInputStream(jar);
        for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            var name = path + entry.getName();
            if (name.endsWith(".jar")) {
                collect(name + "!/", entries, files);
            } else if (!entry.isDirectory() && !name.endsWith(".class")) {
                files.add(new PackedFile(name, new String(entries.readAllBytes(), StandardCharsets.ISO_8859_1)));
            }
        }
    }
}
