package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A recruitment website (官网), as "获取招聘官网列表" has it.
 *
 * @param id the website's own id, 1 to 32 digits
 * @param channel where to publish for it; another number, or the same
 * @param name what people call it
 * @param processTypes what it recruits for: 1 experienced hires (社招), 2 campus (校招)
 */
record Website(String id, JobChannelId channel, LocalizedName name, List<Integer> processTypes) {

    Website {
        NumericId.require(id);
    }

    /** A website; empty when its ids are of no use to other calls. */
    static Optional<Website> of(JsonNode item) {
        try {
            return Optional.of(new Website(
                    JsonText.of(item, "id"),
                    new JobChannelId(JsonText.of(item, "job_channel_id")),
                    LocalizedName.of(item.path("name")),
                    StreamSupport.stream(item.path("process_type_list").spliterator(), false)
                            .map(JsonNode::asInt)
                            .toList()));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
