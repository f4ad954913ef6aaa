package io.feishuhire.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A form of the examples, to look things up in. */
record ExampleForm(JsonNode json) {

    private static final Pattern LOOP = Pattern.compile("\\{\\{#loop (\\w+)}}.*?\\{\\{/loop}}", Pattern.DOTALL);
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}");

    static ExampleForm read(String id) {
        try (var form = ExampleForm.class.getClassLoader().getResourceAsStream("forms/" + id + ".form")) {
            return new ExampleForm(new JsonMapper().readTree(form));
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }

    /** The names of the variables that it sets or fills its fields with. */
    Set<String> keys() {
        return components(json)
                .map(component -> component.path("key").asText())
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The pattern that a field wants, if it wants any. */
    Optional<Pattern> pattern(String key) {
        return components(json)
                .filter(component -> component.path("key").asText().equals(key))
                .map(component -> component.at("/validate/pattern").asText())
                .filter(pattern -> !pattern.isEmpty())
                .map(Pattern::compile)
                .findFirst();
    }

    /** The names of the variables that a reader may see. Some of these words are no variables. */
    Set<String> shows() {
        var names = keys();
        for (var component : json.path("components")) {
            for (var shown : List.of("text", "label", "description")) {
                var text = LOOP.matcher(component.path(shown).asText()).replaceAll("{{$1}}");
                TEMPLATE.matcher(text).results().forEach(found -> names.addAll(Feel.namesIn(found.group(1))));
            }
            names.addAll(Feel.namesIn(component.path("dataSource").asText()));
            names.addAll(Feel.namesIn(component.path("valuesExpression").asText()));
            names.addAll(Feel.namesIn(component.at("/conditional/hide").asText()));
        }
        return names;
    }

    private static Stream<JsonNode> components(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false);
    }
}
