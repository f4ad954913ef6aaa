package io.feishuhire.doctor;

import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.doctor.Report.Mark;
import java.util.Map;

/** How often this runtime publishes at most, and what several runtimes have to share. */
record LimitStep(Report report) {

    void tell(FeishuClientSettings settings, Map<String, String> environment) {
        report.step(new Text("Limit of publishing", "发布频率"));
        var name = FeishuClientSettings.PUBLISHES_PER_SECOND;
        var limit = settings.publishesPerSecond();
        var feishus = FeishuClientSettings.DEFAULT.publishesPerSecond();
        report.line(
                Mark.OK,
                environment.getOrDefault(name, "").isBlank()
                        ? Text.of(
                                "At most %d publications a second for each app, which is Feishu's own limit (%s is not set).",
                                "每个应用每秒最多发布 %d 次，即飞书的频率限制（未设置 %s）。", limit, name)
                        : Text.of(
                                "At most %d publications a second for each app (%s).",
                                "每个应用每秒最多发布 %d 次（%s）。", limit, name));
        if (limit > feishus) {
            report.line(
                    Mark.NOTE,
                    Text.of(
                            "That is more than the %d that Feishu documents: Feishu refuses what exceeds its limit, unless it has"
                                    + " raised it for you.",
                            "超过了飞书文档中的 %d 次：除非飞书已为贵公司调高，超出的请求会被拒绝。", feishus));
        }
        report.line(
                Mark.NOTE,
                Text.of(
                        "Several runtimes that publish for one app share its limit of %d: give each of three %s=3. Without"
                                + " that they find out their shares from Feishu's refusals.",
                        "多个运行时使用同一应用发布时共享每秒 %d 次的限制：例如三个运行时各设置 %s=3；不设置则会在被飞书拒绝后自动调整。", feishus, name));
    }
}
