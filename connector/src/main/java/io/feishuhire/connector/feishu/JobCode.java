package io.feishuhire.connector.feishu;

import java.util.regex.Pattern;

/**
 * The code of a job (职位编号), by which people and processes find it again. Feishu asks the caller to keep it unique, and
 * documents no refusal of a code that is in use ("新建职位").
 *
 * @param value 1 to 16 letters, digits, hyphens and underscores
 */
public record JobCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,16}");

    /**
     * Checks the form of the code.
     *
     * @throws IllegalArgumentException when it has another form; the message continues a sentence that begins with the
     *     name of the value, and does not repeat the value
     */
    public JobCode {
        value = value.strip();
        if (value.length() > 16 || !FORM.matcher(value).matches()) {
            throw new InvalidValue("is not 1 to 16 letters, digits, - and _", "应为 1 至 16 位字母、数字、- 或 _");
        }
    }

    /** A code made of a key that is unique, such as that of a task's instance. */
    public static JobCode ofKey(long key) {
        return new JobCode(Long.toUnsignedString(key, 36));
    }
}
