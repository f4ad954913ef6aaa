package io.feishuhire.doctor;

import io.feishuhire.connector.feishu.BaseUrl;
import io.feishuhire.connector.feishu.FeishuApp;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.proxy.ProxySettings;
import io.feishuhire.doctor.Report.Mark;
import java.util.Map;
import java.util.TreeSet;

/** The settings in force, and those that look as if they were. */
record SettingsStep(Report report, Map<String, String> environment) {

    /**
     * Reads the settings as a runtime does.
     *
     * @throws CannotBeginException when one cannot be used: each job would end in an incident
     */
    static FeishuClientSettings read(Map<String, String> environment) throws CannotBeginException {
        try {
            return FeishuClientSettings.from(environment);
        } catch (IllegalArgumentException unusable) {
            throw new CannotBeginException(new Text(
                    "An environment variable cannot be used, and a runtime that has it would end each job in an incident: "
                            + unusable.getMessage(),
                    "有环境变量无法使用（若运行时使用该设置，每个任务都会产生事件 incident）：" + SettingHint.of(unusable.getMessage())));
        }
    }

    void tell(FeishuClientSettings settings, FeishuApp app, Credentials credentials) {
        report.step(new Text("Settings in force", "当前设置"));
        report.line(Mark.OK, address(settings, app.baseUrl()));
        report.line(Mark.OK, hosts(settings));
        report.line(Mark.OK, proxy(settings.proxies()));
        report.line(
                Mark.OK,
                Text.of(
                        "App ID and app secret: %s and %s",
                        "App ID 和 App Secret：取自 %s 和 %s", credentials.nameOfId(), credentials.nameOfSecret()));
        for (var oversight : ProxySettings.oversights(environment)) {
            report.line(Mark.MEND, new Text(oversight, "代理设置未生效：" + SettingHint.of(oversight)));
        }
        if (credentials.lookCopiedWithTooMuch()) {
            report.line(
                    Mark.MEND,
                    new Text(
                            "App ID or app secret begins or ends with a blank, a line break or a quotation mark. Copy them"
                                    + " again without.",
                            "App ID 或 App Secret 的首尾含有空格、换行或引号，请去掉后重新填写。"));
        }
        if (!credentials.looksLikeAnAppId()) {
            report.line(
                    Mark.MEND,
                    Text.of(
                            "%s does not begin with cli_, as every App ID does.",
                            "%s 不是以 cli_ 开头，而 App ID 都以 cli_ 开头。", credentials.nameOfId()));
        }
    }

    private static Text address(FeishuClientSettings settings, BaseUrl baseUrl) {
        var where = baseUrl.equals(BaseUrl.LARK)
                ? new Text(
                        "Lark. That Feishu Hire can be called there is documented nowhere.",
                        "Lark。飞书文档未说明 Lark 是否提供招聘接口。")
                : settings.feishu().equals(BaseUrl.FEISHU)
                        ? new Text("Feishu's own", "飞书官方地址")
                        : Text.of(
                                "set by %s; it is what the region Feishu means",
                                "由 %s 设置，即任务中的「飞书」平台", FeishuClientSettings.BASE_URL);
        return new Text(
                "Base URL: " + baseUrl.uri() + " (" + where.en() + ")",
                "服务地址：" + baseUrl.uri() + "（" + where.zh() + "）");
    }

    private static Text hosts(FeishuClientSettings settings) {
        var others = String.join(", ", new TreeSet<>(settings.allowedHosts()));
        return others.isEmpty()
                ? Text.of(
                        "Other hosts that a task may name as its own base URL: none (%s)",
                        "任务可填写的其他主机：无（%s）", FeishuClientSettings.ALLOWED_HOSTS)
                : Text.of("Other hosts that a task may name as its own base URL: %s", "任务可填写的其他主机：%s", others);
    }

    private static Text proxy(ProxySettings proxies) {
        return proxies.https()
                .map(proxy -> Text.of(
                                "Proxy: %s, port %s,", "代理：%s，端口 %s，", proxy.host(), Integer.toString(proxy.port()))
                        .and(
                                proxy.credentials().isPresent()
                                        ? new Text("with user and password", "使用用户名和密码")
                                        : new Text("without user and password", "不使用用户名和密码"))
                        .and(bypassed(proxies)))
                .orElse(new Text(
                        "Proxy: none (CONNECTOR_HTTPS_PROXY_HOST is not set)", "代理：无（未设置 CONNECTOR_HTTPS_PROXY_HOST）"));
    }

    private static Text bypassed(ProxySettings proxies) {
        var hosts = String.join("|", proxies.nonProxyHosts().entries());
        return hosts.isEmpty() ? Text.of("") : Text.of("but not for %s", "，以下主机不经代理：%s", hosts);
    }
}
