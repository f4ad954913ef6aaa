package io.feishuhire.elementtemplates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The templates that were released, which diagrams out there hold on to. The file {@code released.json} has their
 * SHA-256 by template id and version. A released version never changes again: a change raises the version, and the
 * older one stays available in {@code versioned/<name>-<version>.json}.
 */
final class ReleasedTemplates {

    private static final Path REGISTER = Path.of("released.json");

    private final Path folder;
    private final ObjectNode hashes;

    private ReleasedTemplates(Path folder, ObjectNode hashes) {
        this.folder = folder;
        this.hashes = hashes;
    }

    /**
     * Reads the register of the folder {@code element-templates/}.
     *
     * @throws IOException when it cannot be read
     */
    static ReleasedTemplates in(Path folder) throws IOException {
        return new ReleasedTemplates(folder, Json.parse(Files.readString(folder.resolve(REGISTER))));
    }

    /** Returns a sentence for each way in which a template that is to be written breaks a promise. */
    List<String> violations(Path file, String json) throws IOException {
        var violations = new ArrayList<String>();
        var template = Json.parse(json);
        int version = version(template);
        for (var release : hashes.path(id(template)).properties()) {
            int released = Integer.parseInt(release.getKey());
            var hash = release.getValue().asText();
            if (released > version) {
                violations.add("%s has version %d, but version %d is released.".formatted(file, version, released));
            } else if (released == version && !hash.equals(hash(json))) {
                violations.add(
                        "Version %d of %s is released and must not change: raise the version in @ElementTemplate."
                                .formatted(version, file));
            } else if (released < version && !isKept(older(file, released), hash)) {
                violations.add("%s is missing or not what was released as version %d of %s."
                        .formatted(older(file, released), released, file));
            }
        }
        return violations;
    }

    /**
     * Copies what the folder has as this file to {@code versioned/}, if it is released and older than the new content.
     */
    void keep(Path file, String newJson) throws IOException {
        if (!file.toString().endsWith(".json") || !Files.exists(folder.resolve(file))) {
            return;
        }
        var present = Files.readString(folder.resolve(file));
        var template = Json.parse(present);
        int version = version(template);
        var hash = hashes.path(id(template)).path(Integer.toString(version)).asText();
        if (version < version(Json.parse(newJson)) && hash.equals(hash(present))) {
            var older = folder.resolve(older(file, version));
            Files.createDirectories(older.getParent());
            Files.writeString(older, present);
        }
    }

    /** Enters a template into the register. */
    void enter(String json) throws IOException {
        var template = Json.parse(json);
        hashes.withObjectProperty(id(template)).put(Integer.toString(version(template)), hash(json));
        Files.writeString(folder.resolve(REGISTER), Json.write(hashes));
    }

    private boolean isKept(Path older, String hash) throws IOException {
        var path = folder.resolve(older);
        return Files.exists(path) && hash(Files.readString(path)).equals(hash);
    }

    /**
     * {@code a.json} becomes {@code versioned/a-1.json}, {@code hybrid/a.json} becomes {@code versioned/a-1.json} too.
     */
    private static Path older(Path file, int version) {
        var name = file.getFileName().toString();
        return Path.of("versioned", "%s-%d.json".formatted(name.substring(0, name.lastIndexOf('.')), version));
    }

    private static String id(JsonNode template) {
        return template.path("id").asText();
    }

    private static int version(JsonNode template) {
        return template.path("version").asInt();
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
