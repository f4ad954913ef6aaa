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
     * @throws IllegalArgumentException when the value is not 1 to 32 digits; the message continues a sentence that
     *     begins with the name of the value, and does not repeat the value
     */
    public AdvertisementId {
        NumericId.require(value);
    }
}
