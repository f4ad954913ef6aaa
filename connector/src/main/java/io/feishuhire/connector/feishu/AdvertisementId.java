package io.feishuhire.connector.feishu;

/**
 * The id of a job advertisement: what Feishu Hire's "create job" returns as {@code data.default_job_post.id}, for
 * example {@code 6960663240925956660}.
 *
 * @param value 1 to 32 digits
 */
public record AdvertisementId(String value) {

    /**
     * Checks the form of the id.
     *
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when the value is not 1 to 32 digits
     */
    public AdvertisementId {
        Digits.require("advertisementId", value);
    }
}
