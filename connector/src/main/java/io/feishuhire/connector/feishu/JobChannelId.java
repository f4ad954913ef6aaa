package io.feishuhire.connector.feishu;

/**
 * The id of the channel that an advertisement is published on: a recruitment website's {@code job_channel_id} from
 * Feishu Hire's "list websites" (which is not the website's own {@code id}), or {@link #REFERRAL_PLATFORM}.
 *
 * @param value 1 to 32 digits
 */
public record JobChannelId(String value) {

    /** The referral platform (内推平台), as the page "发布职位广告" says. */
    public static final JobChannelId REFERRAL_PLATFORM = new JobChannelId("3");

    /**
     * Checks the form of the id.
     *
     * @throws IllegalArgumentException when the value is not 1 to 32 digits; the message continues a sentence that
     *     begins with the name of the value, and does not repeat the value
     */
    public JobChannelId {
        NumericId.require(value);
    }
}
