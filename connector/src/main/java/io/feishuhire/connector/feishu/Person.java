package io.feishuhire.connector.feishu;

import java.util.regex.Pattern;

/**
 * A person of the company, by an id or by the e-mail address of the profile.
 *
 * @param field the name of the value, for messages
 * @param idOrEmail an e-mail address where it holds an {@code @}, or else an id of the kind that the request names
 */
public record Person(String field, String idOrEmail) {

    private static final int MAX_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cc}\\p{Cf}]{1,64}@[^@\\s\\p{Cc}\\p{Cf}]+");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** What an id of a person is, in Feishu's words. */
    public enum IdType {
        /** The app's own id of a person. */
        OPEN_ID("open_id"),
        /** The same in all apps of one developer. */
        UNION_ID("union_id"),
        /** The company's; the app needs {@code contact:user.employee_id:readonly}. */
        USER_ID("user_id");

        private final String parameter;

        IdType(String parameter) {
            this.parameter = parameter;
        }

        String parameter() {
            return parameter;
        }
    }

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException when it is neither an e-mail address nor an id; the message continues a sentence
     *     that begins with the name of the value, and does not repeat the value
     */
    public Person {
        idOrEmail = idOrEmail.strip();
        var isShort = idOrEmail.length() <= MAX_EMAIL;
        var form = idOrEmail.indexOf('@') >= 0 ? EMAIL : ID;
        if (!isShort || !form.matcher(idOrEmail).matches()) {
            throw new InvalidValue("is neither an e-mail address nor a person's ID", "既不是邮箱地址，也不是人员 ID");
        }
    }

    boolean isEmail() {
        return idOrEmail.indexOf('@') >= 0;
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "Person[" + field + "]";
    }
}
