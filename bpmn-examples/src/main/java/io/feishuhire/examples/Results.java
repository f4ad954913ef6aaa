package io.feishuhire.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The variable {@code results} of the examples that publish more than once. */
record Results(List<Result> all) {

    /**
     * What became of one.
     *
     * @param id of the channel or the advertisement
     * @param name what people call it; the id where it has no name
     * @param message why it failed; empty if it is published
     */
    record Result(String id, String name, boolean published, String message) {

        private static Result of(JsonNode json) {
            var id = json.path(json.has("jobChannelId") ? "jobChannelId" : "advertisementId");
            var error = json.has("feishuError") ? json.path("feishuError") : json;
            return new Result(
                    id.asText(),
                    json.path("channelName").asText(id.asText()),
                    json.path("outcome").asText().equals("published"),
                    error.path("message").asText());
        }
    }

    static Results of(JsonNode json) {
        return new Results(
                StreamSupport.stream(json.spliterator(), false).map(Result::of).toList());
    }

    List<Result> failures() {
        return all.stream().filter(result -> !result.published()).toList();
    }
}
