package io.feishuhire.connector.feishu;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What exactly happened, in Chinese, for those who run the connector. A process does not show it: there the advice says
 * what to do.
 */
final class ChineseDetail {

    private static final Pattern TIMED_OUT = Pattern.compile("No complete answer within ([0-9.]+) s\\.");
    private static final Pattern PROXY_REFUSED =
            Pattern.compile("The proxy, not Feishu, refused the connection with HTTP status (\\d{3}): .*");

    private static final Map<ConnectionTrouble, Sentence> TROUBLES = troubles();

    private static final Map<String, String> OTHERS = Map.of(
            "Feishu answers too slowly for the calls that this needs.", "飞书响应过慢，未能在规定时间内完成全部请求。",
            "The answer did not come from Feishu's API.", "返回内容不是飞书开放平台的响应。",
            "The answer contradicts itself: its code says success and its HTTP status says failure.",
                    "响应自相矛盾：错误码表示成功，HTTP 状态码表示失败。",
            "Feishu's answer to the request for a tenant access token holds none.", "飞书的响应中没有 tenant_access_token。",
            "Feishu's answer lacks the list of permissions.", "飞书的响应中没有权限列表。",
            "Feishu said that its list goes on, but not where the next page is.", "飞书表示列表还有下一页，但没有给出分页标记。");

    /** The same for a direct connection and for one through a proxy. */
    private record Sentence(String direct, String proxied) {}

    private ChineseDetail() {}

    /** The same in Chinese; empty for a detail that has no Chinese words. */
    static Optional<String> of(String detail) {
        return timedOut(detail)
                .or(() -> proxyRefused(detail))
                .or(() -> trouble(detail))
                .or(() -> Optional.ofNullable(OTHERS.get(detail)));
    }

    private static Optional<String> timedOut(String detail) {
        var found = TIMED_OUT.matcher(detail);
        return found.matches() ? Optional.of(found.group(1) + " 秒内没有收到完整的响应。") : Optional.empty();
    }

    private static Optional<String> proxyRefused(String detail) {
        var found = PROXY_REFUSED.matcher(detail);
        if (!found.matches()) {
            return Optional.empty();
        }
        var status = Integer.parseInt(found.group(1));
        var check = detail.equals(ConnectionTrouble.proxyRefused(ConnectionTrouble.PROXY_AUTHENTICATION_REQUIRED))
                ? "代理不接受当前的用户名和密码，请检查 CONNECTOR_HTTPS_PROXY_USER 和 CONNECTOR_HTTPS_PROXY_PASSWORD。"
                : HttpStatus.isServerError(status) ? "请检查代理本身能否访问服务地址所在的主机。" : "请检查代理的访问规则是否允许连接器运行时访问服务地址所在的主机。";
        return Optional.of("拒绝连接的是代理，而不是飞书（HTTP 状态码 " + status + "）：" + check);
    }

    private static Optional<String> trouble(String detail) {
        return Stream.of(ConnectionTrouble.values())
                .flatMap(trouble -> Stream.of(
                        Map.entry(trouble.sentence(false), TROUBLES.get(trouble).direct()),
                        Map.entry(trouble.sentence(true), TROUBLES.get(trouble).proxied())))
                .filter(sentence -> sentence.getKey().equals(detail))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<ConnectionTrouble, Sentence> troubles() {
        var sentences = new EnumMap<ConnectionTrouble, Sentence>(ConnectionTrouble.class);
        sentences.put(
                ConnectionTrouble.HOST_UNKNOWN,
                new Sentence("域名解析失败，找不到服务地址中的主机：请检查服务地址和连接器运行时的 DNS。", "域名解析失败，找不到代理主机：请检查代理的主机名和连接器运行时的 DNS。"));
        sentences.put(
                ConnectionTrouble.NO_CONNECTION_IN_TIME,
                new Sentence("连接超时：请检查连接器运行时与服务地址之间的防火墙，以及是否必须经过代理。", "经代理连接超时：请检查代理的主机和端口，以及代理前后的防火墙。"));
        sentences.put(
                ConnectionTrouble.CERTIFICATE_OF_ANOTHER_HOST,
                new Sentence(
                        "证书与服务地址的主机名不符：请检查服务地址，以及连接器运行时的 DNS 把它解析到了哪里。", "经代理收到的证书与服务地址的主机名不符：请检查服务地址，以及代理把请求转发到了哪里。"));
        sentences.put(
                ConnectionTrouble.CERTIFICATE_NOT_TRUSTED,
                new Sentence(
                        "连接器运行时的 JVM 不信任对方的证书：请检查系统时间和信任库（javax.net.ssl.trustStore）。如网关会解密 TLS，须将其根证书导入信任库。",
                        "连接器运行时的 JVM 不信任对方的证书：请检查系统时间和信任库（javax.net.ssl.trustStore）。如代理会解密 TLS，须将其根证书导入信任库。"));
        sentences.put(
                ConnectionTrouble.RESET,
                new Sentence("响应尚未完整返回，连接就被重置或关闭：如反复出现，请检查到服务地址途中的防火墙和网关。", "响应尚未完整返回，连接就被重置或关闭：如反复出现，请检查代理及其前后的防火墙。"));
        sentences.put(
                ConnectionTrouble.CONNECTION_REFUSED,
                new Sentence("连接被拒绝：请检查服务地址的主机和端口，以及连接器运行时的防火墙。", "代理主机拒绝连接：请检查代理的主机和端口，并确认代理正在运行。"));
        sentences.put(
                ConnectionTrouble.UNREACHABLE,
                new Sentence("无法到达服务地址所在的主机：请检查连接器运行时的网络和防火墙。", "无法到达代理主机：请检查连接器运行时的网络和防火墙。"));
        sentences.put(
                ConnectionTrouble.TLS_FAILED,
                new Sentence(
                        "TLS 协商失败：请确认服务地址的主机和端口支持 TLS 1.2 或 1.3，且没有被防火墙阻断。",
                        "经代理的 TLS 协商失败：请确认服务地址的主机和端口支持 TLS 1.2 或 1.3，且没有被代理阻断。"));
        sentences.put(
                ConnectionTrouble.NOT_HTTP,
                new Sentence("对方返回的不是 HTTP 响应：请检查服务地址的主机和端口。", "对方返回的不是 HTTP 响应：请检查代理和服务地址的主机、端口。"));
        return sentences;
    }
}
