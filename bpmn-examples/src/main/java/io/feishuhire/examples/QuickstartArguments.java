package io.feishuhire.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks for: an example, or a diagram of the user's own.
 *
 * @param example the name of the example; empty for the first
 * @param ownDiagram a diagram of the user's own, in the place of an example
 */
public record QuickstartArguments(Optional<String> example, Optional<Own> ownDiagram) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * A diagram of the user's own.
     *
     * @param file where it is; its forms lie in the same folder
     * @param process which process of it to start; empty where it has one
     * @param variables what to start it with
     */
    public record Own(Path file, Optional<String> process, Map<String, Object> variables) {}

    /**
     * Reads the arguments. Each is {@code --name=value}, as the build passes them; an empty value is none.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static QuickstartArguments of(List<String> arguments) {
        var values = new HashMap<String, String>();
        for (var argument : arguments) {
            var nameAndValue = argument.split("=", 2);
            if (nameAndValue.length == 1) {
                values.put("--example", argument);
            } else if (!nameAndValue[1].isBlank()) {
                values.put(nameAndValue[0], nameAndValue[1].strip());
            }
        }
        var folder = path(values.getOrDefault("--folder", ""));
        var diagram = Optional.ofNullable(values.get("--diagram")).map(name -> folder.resolve(path(name)));
        if (diagram.isEmpty() && values.containsKey("--variables")) {
            throw new IllegalArgumentException("-Dvariables belongs to a diagram of your own: add -Ddiagram=….");
        }
        return new QuickstartArguments(
                Optional.ofNullable(values.get("--example")),
                diagram.map(file -> new Own(
                        existing(file),
                        Optional.ofNullable(values.get("--process")),
                        variables(values.getOrDefault("--variables", "{}"), folder))));
    }

    /**
     * Reads variables that a person has typed.
     *
     * @return them, or empty if that is no JSON object
     */
    static Optional<Map<String, Object>> variables(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, new TypeReference<Map<String, Object>>() {}));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> variables(String jsonOrFile, Path folder) {
        return variables(jsonOrFile.startsWith("{") ? jsonOrFile : text(folder.resolve(path(jsonOrFile))))
                .orElseThrow(() -> new IllegalArgumentException("-Dvariables is no JSON object, such as"
                        + " '{\"advertisementId\":\"6960663240925956660\"}', and no file with one."));
    }

    private static String text(Path file) {
        try {
            return Files.readString(existing(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The file " + file + " cannot be read as UTF-8 text.", unreadable);
        }
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + file + ".");
        }
        return file;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException noPath) {
            throw new IllegalArgumentException("\"" + text + "\" is no name of a file.", noPath);
        }
    }
}
