package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What Feishu adds to an error code, in the {@code error} of a reply. It may be anything, so only what has the form of
 * a name, an id or a trusted address is taken.
 *
 * @param json any JSON, or a missing node
 */
record ErrorDetails(JsonNode json) {

    private static final int MAX_NAMES = 10;
    private static final Pattern SCOPE = Pattern.compile("[a-z][a-z0-9_.-]{0,40}(:[a-z0-9_.-]{1,40}){1,4}");
    /** The name of a field, or the id of a field of the company's own. */
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.\\[\\]-]{0,80}");

    /** Feishu's own id of the request; its gateway's may be another. */
    Stream<String> logIds() {
        return Stream.of("log_id", "logid").map(name -> json.path(name).textValue());
    }

    Optional<URI> helpUrl() {
        var helps = StreamSupport.stream(json.path("helps").spliterator(), false)
                .map(help -> help.path("url").textValue());
        return Stream.concat(helps, Stream.of(json.path("troubleshooter").textValue()))
                .flatMap(url -> HelpUrl.trusted(url).stream())
                .findFirst();
    }

    /**
     * Any one of them is enough. Real replies name a scope as {@code subject}, Feishu's general pages as {@code scope}.
     */
    List<String> scopes() {
        return names(
                "permission_violations",
                violation ->
                        violation.path("subject").asText(violation.path("scope").asText()),
                SCOPE);
    }

    /** The fields that Feishu does not accept as they are, as its API calls them. */
    List<String> fields() {
        return names("field_violations", violation -> JsonText.of(violation, "field"), FIELD);
    }

    private List<String> names(String list, Function<JsonNode, String> name, Pattern form) {
        return StreamSupport.stream(json.path(list).spliterator(), false)
                .map(name)
                .filter(text -> form.matcher(text).matches())
                .distinct()
                .limit(MAX_NAMES)
                .toList();
    }
}
