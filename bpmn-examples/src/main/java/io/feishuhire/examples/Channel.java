package io.feishuhire.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A recruitment channel as a form offers it.
 *
 * @param name what people choose it by
 * @param id what Feishu calls it
 */
record Channel(String name, String id) {

    /** The entries of the variable {@code choices}; none where it is null, as the list could not be loaded then. */
    static List<Channel> in(JsonNode choices) {
        return StreamSupport.stream(choices.path("items").spliterator(), false)
                .map(item -> new Channel(
                        item.path("label").asText(), item.path("value").asText()))
                .toList();
    }

    static List<String> idsOf(List<Channel> channels) {
        return channels.stream().map(Channel::id).toList();
    }

    static String namesOf(List<Channel> channels) {
        return channels.stream().map(Channel::name).collect(Collectors.joining(", "));
    }
}
