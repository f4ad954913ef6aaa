package io.feishuhire.connector.mapping;

/** What the Modeler accepts in a field: the value itself, a FEEL expression or a secret. */
final class FieldPatterns {

    private static final String FEEL_OR_SECRET = "=[\\s\\S]*|\\s*\\{\\{\\s*secrets\\.[^}]+\\}\\}\\s*";

    static final String DIGITS = "^([0-9]{1,32}|" + FEEL_OR_SECRET + ")$";
    static final String BASE_URL =
            "^(https://[^\\s?#@]+|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?/?|" + FEEL_OR_SECRET + ")$";
    static final String SECONDS = "^([1-9]|[12][0-9]|30|" + FEEL_OR_SECRET + ")$";

    private FieldPatterns() {}
}
