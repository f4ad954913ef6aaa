package io.feishuhire.doctor;

import java.util.Map;

/**
 * App id and app secret, as the environment has them. The names with {@code SECRET_} are those that a connector runtime
 * reads secrets from.
 *
 * @param source the prefix of the two variables
 */
record Credentials(String source, String appId, String appSecret) {

    private static final String ID = "FEISHU_APP_ID";
    private static final String SECRET = "FEISHU_APP_SECRET";
    private static final String OF_THE_RUNTIME = "SECRET_";

    /**
     * Reads them; the names without prefix go first.
     *
     * @throws CannotBeginException when one, or both, are not set
     */
    static Credentials of(Map<String, String> environment) throws CannotBeginException {
        var prefix = isSet(environment, ID)
                        || isSet(environment, SECRET)
                        || !(isSet(environment, OF_THE_RUNTIME + ID) || isSet(environment, OF_THE_RUNTIME + SECRET))
                ? ""
                : OF_THE_RUNTIME;
        var hasId = isSet(environment, prefix + ID);
        var hasSecret = isSet(environment, prefix + SECRET);
        if (!hasId && !hasSecret) {
            throw new CannotBeginException(new Text(
                    "The app's ID and secret are missing: set the environment variables FEISHU_APP_ID and"
                            + " FEISHU_APP_SECRET (or SECRET_FEISHU_APP_ID and SECRET_FEISHU_APP_SECRET, as the runtime"
                            + " has them). Both stand in the Feishu Developer Console under Credentials & Basic Info.",
                    "缺少飞书应用的 App ID 和 App Secret：请设置环境变量 FEISHU_APP_ID 和 FEISHU_APP_SECRET"
                            + "（或与运行时相同的 SECRET_FEISHU_APP_ID 和 SECRET_FEISHU_APP_SECRET）。两者见「开发者后台 › 凭证与基础信息」。"));
        }
        if (!hasId || !hasSecret) {
            var missing = prefix + (hasId ? SECRET : ID);
            var there = prefix + (hasId ? ID : SECRET);
            throw new CannotBeginException(Text.of(
                    "The environment variable %s is missing: set it beside %s.",
                    "缺少环境变量 %s：请与 %s 一并设置。", missing, there));
        }
        return new Credentials(prefix, environment.get(prefix + ID), environment.get(prefix + SECRET));
    }

    String nameOfId() {
        return source + ID;
    }

    String nameOfSecret() {
        return source + SECRET;
    }

    /**
     * Whether one of them begins or ends with what no app id or secret has: a blank, a line break or a quotation mark.
     */
    boolean lookCopiedWithTooMuch() {
        return hasTooMuch(appId) || hasTooMuch(appSecret);
    }

    /** Whether the app id begins as those of Feishu do. */
    boolean looksLikeAnAppId() {
        return appId.startsWith("cli_");
    }

    private static boolean hasTooMuch(String value) {
        return !value.equals(value.strip()) || value.matches("(?s)[\"'].*|.*[\"']");
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    /** Leaves both out. */
    @Override
    public String toString() {
        return "Credentials[" + nameOfId() + ", " + nameOfSecret() + "]";
    }
}
