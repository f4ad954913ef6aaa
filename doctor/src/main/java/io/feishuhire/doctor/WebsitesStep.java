package io.feishuhire.doctor;

import io.feishuhire.connector.feishu.Choice;
import io.feishuhire.connector.feishu.ChoiceList;
import io.feishuhire.connector.feishu.Choices;
import io.feishuhire.connector.feishu.ChoicesRequest;
import io.feishuhire.connector.feishu.FeishuApp;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.FeishuFailure;
import io.feishuhire.connector.feishu.LocalizedName;
import io.feishuhire.doctor.PermissionFindings.Finding;
import io.feishuhire.doctor.Report.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The channels, by name and with the id that a template wants. */
record WebsitesStep(Report report, Choices choices, Duration timeout) {

    private static final int EXPERIENCED = 1;

    void tell(FeishuApp app, Finding permission) {
        report.step(new Text("Recruitment channels", "招聘渠道"));
        if (permission == Finding.MISSING) {
            report.line(
                    Mark.NOTE,
                    new Text(
                            "Websites cannot be listed without hire:site:readonly. The referral platform has the channel ID 3.",
                            "没有 hire:site:readonly 权限，无法列出官网。内推平台的渠道 ID 为 3。"));
            return;
        }
        try {
            tell(choices.list(new ChoicesRequest(app, ChoiceList.CHANNELS, "", "", timeout)));
        } catch (FeishuException failed) {
            if (isTooLong(failed.failure())) {
                report.line(
                        Mark.NOTE,
                        new Text(
                                "There are too many websites to list them here. A template takes the channel by the website's"
                                        + " name, too; the connector List choices finds the channel ID with a filter (list.filter).",
                                "官网过多，此处不逐一列出。模板中也可直接填写官网名称来选择渠道；如需渠道 ID，请使用连接器「获取选项列表」并填写筛选文字（list.filter）。"));
            } else {
                report.lineNotTested(Failures.text(failed.failure()));
            }
        }
    }

    /** Of this list the connector itself refuses only the length. */
    private static boolean isTooLong(FeishuFailure failure) {
        return failure.error() == FeishuError.INVALID_PARAMETER
                && failure.code().isEmpty()
                && failure.httpStatus().isEmpty();
    }

    private void tell(List<Choice> channels) {
        var rows = new ArrayList<List<String>>();
        rows.add(row(new Text("Name", "名称"), new Text("Channel ID", "渠道 ID"), new Text("For", "招聘类型")));
        channels.forEach(channel -> rows.add(List.of(
                channel.label(LocalizedName.Language.BOTH),
                channel.value(),
                recruitsFor(channel).in(report.language()))));
        report.table(rows);
        report.line(new Text(
                "The channel ID is what the field Job channel ID of the template wants (job_channel_id), not the website's id.",
                "渠道 ID 即模板中「招聘渠道 ID」所需的值（job_channel_id），不是官网的 id。"));
        if (channels.size() == 1) {
            report.line(
                    Mark.NOTE,
                    new Text(
                            "Feishu Hire has no recruitment website, or shows none to this app. Only the referral platform is"
                                    + " left.",
                            "飞书招聘中没有官网，或该应用看不到官网，目前只能发布到内推平台。"));
        }
    }

    private static Text recruitsFor(Choice channel) {
        if (!(channel.more().get("processTypes") instanceof List<?> types)) {
            return Text.of("");
        }
        var experienced = types.contains(EXPERIENCED);
        var campus = types.contains(EXPERIENCED + 1);
        return experienced && campus
                ? new Text("experienced, campus", "社招、校招")
                : experienced ? new Text("experienced", "社招") : campus ? new Text("campus", "校招") : Text.of("");
    }

    private List<String> row(Text... cells) {
        return List.of(cells).stream().map(cell -> cell.in(report.language())).toList();
    }
}
