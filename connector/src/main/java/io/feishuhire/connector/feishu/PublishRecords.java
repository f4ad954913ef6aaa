package io.feishuhire.connector.feishu;

import java.util.Optional;
import java.util.Set;

/**
 * What was ever published on a channel ("获取职位广告发布记录"): the only thing that Feishu tells of headhunters and third
 * parties. It does not tell whether an advertisement is still online.
 */
final class PublishRecords {

    private static final int PAGE_SIZE = 100;
    private static final int MAX_PAGES = 20;

    /** Headhunters, and the third parties of "枚举常量介绍". */
    private static final Set<String> CHANNELS =
            Set.of("2", "4", "6", "8", "9", "10", "15", "16", "30", "31", "32", "33", "34", "35", "38", "41", "42");

    private PublishRecords() {}

    /** Whether a channel has publish records, and nothing else that can be read. */
    static boolean areAllThereIsOf(JobChannelId channel) {
        return CHANNELS.contains(channel.value());
    }

    /**
     * Looks for an advertisement among the records of a channel.
     *
     * @return whether it was published there before; empty when there are too many records to say so
     */
    static Optional<Boolean> have(ApiSession session, JobChannelId channel, AdvertisementId advertisementId) {
        var list = new PagedList(
                ApiCall.RateLimit.ofMinute("publish records"),
                "/open-apis/hire/v1/job_publish_records/search",
                Optional.of("{\"job_channel_id\":\"" + channel.value() + "\"}"),
                PAGE_SIZE,
                Set.of());
        var outcome =
                list.read(session, MAX_PAGES, entry -> JsonText.of(entry, "id").equals(advertisementId.value()));
        return switch (outcome) {
            case PagedList.Stopped stopped -> Optional.of(true);
            case PagedList.Complete complete -> Optional.of(false);
            case PagedList.TooLong tooLong -> Optional.empty();
            case PagedList.None impossible -> throw new IllegalStateException("No code is a result of this call");
        };
    }
}
