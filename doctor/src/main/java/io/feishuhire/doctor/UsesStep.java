package io.feishuhire.doctor;

import io.feishuhire.connector.feishu.AppPermission;
import io.feishuhire.doctor.PermissionFindings.Finding;
import io.feishuhire.doctor.Report.Mark;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which connector, and what of it, works with the permissions that were found. */
record UsesStep(Report report) {

    /** What fails with 1002613 while the switch is off. */
    private static final Set<ConnectorUse> NEED_THE_SWITCH = Stream.of(ConnectorUse.values())
            .filter(use ->
                    use.needs().contains(AppPermission.PUBLISH) || use.needs().contains(AppPermission.CHANGE_JOBS))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ConnectorUse.class)));

    void tell(Set<ConnectorUse> uses, PermissionFindings permissions) {
        report.step(new Text("What works with these permissions", "连接器可用情况"));
        uses.stream().sorted().forEach(use -> tell(use, permissions));
        if (uses.stream().anyMatch(NEED_THE_SWITCH::contains)) {
            report.line(
                    Mark.NOTE,
                    new Text(
                            "Feishu has no call that reads the API sync switch (飞书招聘 › 设置 › 职位管理 › 职位设置 ›"
                                    + " 通过 API 同步职位). Look there: only publishing, or changing a job, shows that it is off.",
                            "「飞书招聘 › 设置 › 职位管理 › 职位设置 › 通过 API 同步职位」开关无法通过接口读取，请人工确认：只有在发布或修改职位时才会发现其未开启。"));
        }
    }

    private void tell(ConnectorUse use, PermissionFindings permissions) {
        var less = use.less().filter(fewer -> permissions.allGranted(fewer.needs()));
        var missing = permissions.with(Finding.MISSING, use.needs());
        var notTested = permissions.with(Finding.NOT_TESTED, use.needs());
        if (missing.isEmpty() && notTested.isEmpty()) {
            report.line(Mark.OK, use.label());
        } else if (less.isPresent()) {
            var remark = less.get().remark();
            report.line(
                    missing.isEmpty() ? Mark.NOTE : Mark.OK,
                    new Text(
                            use.label().en() + ": " + remark.en() + ", as long as " + names(use.needs(), less.get())
                                    + (missing.isEmpty() ? " is not known" : " is missing"),
                            use.label().zh() + "：" + remark.zh() + "（"
                                    + (missing.isEmpty() ? "未检测 " : "缺少 ") + names(use.needs(), less.get())
                                    + "）"));
        } else if (!missing.isEmpty()) {
            report.line(
                    Mark.MEND,
                    new Text(
                            use.label().en() + ": " + names(missing) + " is missing",
                            use.label().zh() + "（缺少 " + names(missing) + "）"));
        } else {
            report.lineNotTested(new Text(
                    use.label().en() + ": " + names(notTested) + " is not known",
                    use.label().zh() + "（未能检测 " + names(notTested) + "）"));
        }
    }

    private static String names(List<AppPermission> needs, ConnectorUse.Less less) {
        return names(needs.stream()
                .filter(permission -> !less.needs().contains(permission))
                .toList());
    }

    private static String names(List<AppPermission> permissions) {
        return permissions.stream().map(AppPermission::scope).collect(Collectors.joining(", "));
    }
}
