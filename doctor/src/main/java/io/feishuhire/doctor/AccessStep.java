package io.feishuhire.doctor;

import io.feishuhire.connector.feishu.AppInspection;
import io.feishuhire.connector.feishu.BaseUrl;
import io.feishuhire.connector.feishu.FeishuApp;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.FeishuFailure;
import io.feishuhire.doctor.Report.Mark;
import java.time.Duration;
import java.util.Set;

/** Whether Feishu is reached, and whether it takes app id and secret: the token's call tells both. */
record AccessStep(Report report, AppInspection inspection, Duration timeout) {

    /** "Invalid param": Feishu's word for an app that it does not know, or that was never published. */
    private static final int UNKNOWN_APP = 10003;

    /** Feishu's list and its answers name the two differently; both concern an app that it knows. */
    private static final Set<Integer> WRONG_SECRET = Set.of(10014, 10015);

    /** Tells it; whether there is a token. */
    boolean tell(FeishuApp app, Credentials credentials) {
        try {
            inspection.signIn(app, timeout);
            tellReached(app.baseUrl());
            report.step(token());
            report.line(Mark.OK, new Text("Feishu accepts app ID and app secret.", "App ID 和 App Secret 验证通过。"));
            return true;
        } catch (FeishuException failed) {
            tell(failed.failure(), app.baseUrl(), credentials);
            return false;
        }
    }

    private void tell(FeishuFailure failure, BaseUrl baseUrl, Credentials credentials) {
        if (failure.code().isEmpty()) {
            report.step(address());
            report.line(Mark.MEND, Failures.text(failure));
            return;
        }
        tellReached(baseUrl);
        report.step(token());
        report.line(Mark.MEND, refusal(failure, baseUrl, credentials));
    }

    private void tellReached(BaseUrl baseUrl) {
        report.step(address());
        report.line(Mark.OK, Text.of("Feishu answers at %s.", "已连通：%s。", baseUrl.uri()));
    }

    private static Text refusal(FeishuFailure failure, BaseUrl baseUrl, Credentials credentials) {
        var code = failure.code().getAsInt();
        if (code == UNKNOWN_APP) {
            return Text.of(
                            "The app ID or the region is wrong: there is no published app with this app ID at %s. Compare %s with"
                                    + " the App ID in the Developer Console, see that a version of the app is released, and"
                                    + " that the app was created on this platform (for Lark add --region lark).",
                            "App ID 或平台有误：%s 上没有该 App ID 对应的已发布应用。请将 %s 与「开发者后台」中的 App ID 核对，"
                                    + "确认应用已发布版本，且应用创建于该平台（Lark 请加 --region lark）。",
                            baseUrl.uri(),
                            credentials.nameOfId())
                    .and(Failures.facts(failure));
        }
        if (WRONG_SECRET.contains(code)) {
            return Text.of(
                            "The app secret is wrong: Feishu knows the app ID, but not with this secret. Copy the App Secret from"
                                    + " the Developer Console, Credentials & Basic Info, into %s; it changes when a person"
                                    + " resets it.",
                            "App Secret 有误：App ID 存在，但与 App Secret 不匹配。请从「开发者后台 › 凭证与基础信息」重新复制 App Secret 到 %s"
                                    + "（被重置后旧值即失效）。",
                            credentials.nameOfSecret())
                    .and(Failures.facts(failure));
        }
        return Failures.text(failure);
    }

    private static Text address() {
        return new Text("Address", "连通性");
    }

    private static Text token() {
        return new Text("Token", "获取令牌");
    }
}
