package io.feishuhire.connector.feishu;

import java.util.Optional;

/**
 * What is known of a channel.
 *
 * @param id empty when Feishu decides
 * @param name what people call the channel; empty when it is not known
 * @param websiteId the website's own id; empty when the channel is no website, or none that is known
 */
record ResolvedChannel(Optional<JobChannelId> id, Optional<LocalizedName> name, Optional<String> websiteId) {

    static final ResolvedChannel LEFT_TO_FEISHU =
            new ResolvedChannel(Optional.empty(), Optional.empty(), Optional.empty());

    static ResolvedChannel of(JobChannelId id) {
        var name = id.equals(JobChannelId.REFERRAL_PLATFORM)
                ? Optional.of(Channel.REFERRAL_PLATFORM_NAME)
                : Optional.<LocalizedName>empty();
        return new ResolvedChannel(Optional.of(id), name, Optional.empty());
    }

    static ResolvedChannel of(Website website) {
        return new ResolvedChannel(
                Optional.of(website.channel()),
                Optional.of(website.name()).filter(name -> !name.isEmpty()),
                Optional.of(website.id()));
    }

    boolean mayBeWebsite() {
        return id.filter(it -> !it.equals(JobChannelId.REFERRAL_PLATFORM))
                .filter(it -> !PublishRecords.areAllThereIsOf(it))
                .isPresent();
    }
}
