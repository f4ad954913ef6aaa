package io.feishuhire.connector.feishu;

/**
 * The id of a job (职位) of Feishu Hire: {@code data.job.id} in the answer of "create job". An advertisement of the job
 * has an id of its own.
 *
 * @param value 1 to 32 digits
 */
public record JobId(String value) {

    /**
     * Checks the form of the id.
     *
     * @throws IllegalArgumentException when the value is not 1 to 32 digits; the message continues a sentence that
     *     begins with the name of the value, and does not repeat the value
     */
    public JobId {
        NumericId.require(value);
    }
}
