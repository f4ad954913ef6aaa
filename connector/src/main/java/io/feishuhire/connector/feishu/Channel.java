package io.feishuhire.connector.feishu;

/** Where an advertisement is published, or looked for. */
public sealed interface Channel {

    /** The referral platform (内推平台). */
    Channel REFERRAL_PLATFORM = new Numbered(JobChannelId.REFERRAL_PLATFORM);

    /** What people call the referral platform: none of Feishu's lists has it. */
    LocalizedName REFERRAL_PLATFORM_NAME = new LocalizedName("Referral platform", "内推平台");

    /**
     * A channel by its id.
     *
     * @param id the id
     */
    record Numbered(JobChannelId id) implements Channel {}

    /**
     * A recruitment website by its name.
     *
     * @param field the input that holds the name, for messages
     * @param name its name in Feishu Hire, Chinese or English, in any case
     */
    record WebsiteNamed(String field, String name) implements Channel {

        /** Leaves the name out. */
        @Override
        public String toString() {
            return "WebsiteNamed[field=" + field + "]";
        }
    }

    /** Feishu decides, by rules that it documents nowhere. */
    record LeftToFeishu() implements Channel {}
}
