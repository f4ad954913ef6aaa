package io.feishuhire.connector.mapping;

/** What the Modeler accepts in a field: the value itself, a FEEL expression or a secret. */
public final class FieldPatterns {

    private static final String SECRET = "\\{\\{\\s*secrets\\.[^}]+\\}\\}";
    private static final String FEEL_OR_SECRET = "=[\\s\\S]*|\\s*" + SECRET + "\\s*";

    private static final String DOMAIN_LABEL = "([A-Za-z0-9-]*[A-Za-z0-9])?";
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    /** All eight groups, or fewer with one gap. */
    private static final String IPV6 = "\\[([0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{1,4}){7}"
            + "|(?=\\S*::)(?!\\S*::\\S*::|\\S*:::|:[0-9A-Fa-f]|\\S*[0-9A-Fa-f]:\\])"
            + "[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7})\\]";

    private static final String HOST = "([A-Za-z0-9]" + DOMAIN_LABEL + "\\.)*[A-Za-z]" + DOMAIN_LABEL + "\\.?" + "|"
            + OCTET + "(\\." + OCTET + "){3}|" + IPV6;
    private static final String LOOPBACK_HOST = "[Ll][Oo][Cc][Aa][Ll][Hh][Oo][Ss][Tt]\\.?|127\\.0\\.0\\.1|\\[::1\\]";

    private static final String PORT =
            "(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?";
    private static final String PATH = "(/(?![Oo][Pp][Ee][Nn]-[Aa][Pp][Ii][Ss](/|[ \\t\\r\\n]*$))[A-Za-z0-9_-]+)*/*";

    public static final String DIGITS = "^([0-9]{1,32}|" + FEEL_OR_SECRET + ")$";

    /** Without the referral platform, which people take for a website. */
    public static final String WEBSITE_CHANNEL = "^(?!\\s*0*3\\s*$)([0-9]{1,32}|" + FEEL_OR_SECRET + ")$";

    public static final String JOB_CODE = "^([A-Za-z0-9_-]{1,16}|" + FEEL_OR_SECRET + ")?$";

    public static final String OPTIONAL_DIGITS = "^([0-9]{1,32}|" + FEEL_OR_SECRET + ")?$";

    private static final String PLACEHOLDER = "\\{(advertisementId|websiteId)\\}";
    private static final String LINK_HOST = "(" + PLACEHOLDER + "\\.)?([A-Za-z0-9]" + DOMAIN_LABEL + "\\.)*[A-Za-z]"
            + DOMAIN_LABEL + "|" + OCTET + "(\\." + OCTET + "){3}";
    private static final String LINK_LOOPBACK = "[Ll][Oo][Cc][Aa][Ll][Hh][Oo][Ss][Tt]|127\\.0\\.0\\.1|\\[::1\\]";
    private static final String LINK_CHARACTER =
            "([^\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f\\u3000\\ufeff{}%#\\\\\"<>^`|\\[\\]]|%[0-9A-Fa-f]{2}|"
                    + PLACEHOLDER + ")*";

    /** What {@link io.feishuhire.connector.feishu.LinkPattern} accepts, or a little less. */
    public static final String LINK = "^((?=[\\s\\S]{0,500}$)([Hh][Tt][Tt][Pp][Ss]://(" + LINK_HOST
            + ")|[Hh][Tt][Tt][Pp]://(" + LINK_LOOPBACK + "))" + PORT + "([/?]" + LINK_CHARACTER + ")?(#"
            + LINK_CHARACTER + ")?|=[\\s\\S]*)?$";

    /** A first check while typing. {@link EndTime} decides. */
    public static final String END_TIME =
            "^([0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{5,20}[Z+@\\[-][^\\s]{0,60})?|" + FEEL_OR_SECRET + ")?$";

    public static final String TIME_ZONE = "^([A-Za-z+-][A-Za-z0-9_:+/-]{0,63}|" + FEEL_OR_SECRET + ")?$";

    public static final String DEPARTMENT = "^([A-Za-z0-9_-]{1,64}|" + FEEL_OR_SECRET + ")?$";

    /**
     * What {@link io.feishuhire.connector.feishu.BaseUrl} accepts, or a secret. It takes no FEEL: process data must not
     * decide where the app's credentials go.
     */
    public static final String BASE_URL =
            "^(?=[\\s\\S]{0,2048}$)[ \\t\\r\\n]*([Hh][Tt][Tt][Pp][Ss]://(" + HOST + ")" + PORT + PATH
                    + "|[Hh][Tt][Tt][Pp]://(" + LOOPBACK_HOST + ")" + PORT + PATH + "|" + SECRET + ")[ \\t\\r\\n]*$";

    public static final String ID = "^([A-Za-z0-9_-]{1,64}|" + FEEL_OR_SECRET + ")$";

    public static final String OPTIONAL_ID = "^([A-Za-z0-9_-]{1,64}|" + FEEL_OR_SECRET + ")?$";

    public static final String OPTIONAL_NUMBER = "^([0-9]{1,7}|" + FEEL_OR_SECRET + ")?$";

    /** Of hiring: experienced or campus. */
    public static final String PROCESS_TYPE = "^([12]|" + FEEL_OR_SECRET + ")$";

    public static final String EXPERIENCE = "^([1-8]|" + FEEL_OR_SECRET + ")?$";

    public static final String DEGREE = "^([1-8]|20|" + FEEL_OR_SECRET + ")?$";

    /** Characters of e-mail addresses and ids only, so that a name in Chinese, or one with a blank, is refused. */
    private static final String ONE_PERSON = "[ \\t]*[!-:?-~]{1,254}[ \\t]*";

    private static final String SOME_PEOPLE = "[ -:?-~\\t\\r\\n;，；、]{1,20000}";

    public static final String PERSON = "^(" + ONE_PERSON + "|" + FEEL_OR_SECRET + ")$";

    public static final String PEOPLE = "^(" + SOME_PEOPLE + "|" + FEEL_OR_SECRET + ")$";

    public static final String OPTIONAL_PEOPLE = "^(" + SOME_PEOPLE + "|" + FEEL_OR_SECRET + ")?$";

    public static final String SECONDS = "^([1-9]|[12][0-9]|30|" + FEEL_OR_SECRET + ")$";

    private FieldPatterns() {}
}
