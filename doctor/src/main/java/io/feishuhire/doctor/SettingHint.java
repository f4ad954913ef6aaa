package io.feishuhire.doctor;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a setting has to be, in Chinese. The connector's own messages about settings are for its log, and English. */
final class SettingHint {

    private static final Pattern NAME = Pattern.compile("[A-Z]+(_[A-Z]+)+|http\\.nonProxyHosts");

    private static final List<Map.Entry<String, String>> HINTS = List.of(
            Map.entry("FEISHU_HIRE_PUBLISHES_PER_SECOND", "须为 1 到 1000 的整数，即每个应用每秒最多发布的次数。"),
            Map.entry("FEISHU_HIRE_BASE_URL", "须为 https 地址，例如 https://feishu.example.com，不含 /open-apis 及其后的部分。"),
            Map.entry("FEISHU_HIRE_ALLOWED_HOSTS", "须为以逗号分隔的主机名，例如 open.feishu.example.com，不含 https://、端口、路径和 *。"),
            Map.entry("CONNECTOR_HTTP_NON_PROXY_HOSTS", "有无法匹配任何主机的条目：各主机名以 | 分隔（不是逗号），* 表示任意文字。"),
            Map.entry("http.nonProxyHosts", "有无法匹配任何主机的条目：各主机名以 | 分隔（不是逗号），* 表示任意文字。"),
            Map.entry("Only one of", "CONNECTOR_HTTPS_PROXY_USER 和 CONNECTOR_HTTPS_PROXY_PASSWORD 须同时设置，或都不设置。"),
            Map.entry(
                    "alone does not make", "仅设置该变量不会使用代理，请设置 CONNECTOR_HTTPS_PROXY_HOST 和 CONNECTOR_HTTPS_PROXY_PORT。"),
            Map.entry("CONNECTOR_HTTPS_PROXY_HOST must", "只能填写代理的主机名或地址，不含 http:// 和端口。"),
            Map.entry("CONNECTOR_HTTPS_PROXY_PORT must", "设置了 CONNECTOR_HTTPS_PROXY_HOST 时必须设置，为 1 到 65535 的整数。"),
            Map.entry("CONNECTOR_HTTPS_PROXY_SCHEME", "只能是 http。到飞书的内容仍然全程加密。"),
            Map.entry("CONNECTOR_HTTPS_PROXY_USER", "不能包含冒号。"));

    private SettingHint() {}

    /** The hint with the variable's name before it; the English words where there is no hint. */
    static String of(String message) {
        return HINTS.stream()
                .filter(hint -> message.contains(hint.getKey()))
                .findFirst()
                .map(hint -> variable(message) + " " + hint.getValue())
                .orElse(message);
    }

    private static String variable(String message) {
        var name = NAME.matcher(message);
        return name.find() ? name.group() : "";
    }
}
