package io.feishuhire.doctor;

import io.feishuhire.connector.feishu.AppInspection;
import io.feishuhire.connector.feishu.AppPermission;
import io.feishuhire.connector.feishu.FeishuApp;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.FeishuFailure;
import io.feishuhire.doctor.PermissionFindings.Finding;
import io.feishuhire.doctor.Report.Mark;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Set;

/** Which permissions the app has: by Feishu's own list, or by reads where Feishu does not give it. */
record PermissionsStep(Report report, AppInspection inspection, Duration timeout) {

    /** After these no other call will do better. */
    private static final Set<FeishuError> CONCERN_EVERY_CALL = EnumSet.of(
            FeishuError.AUTHENTICATION_FAILED,
            FeishuError.APP_UNAVAILABLE,
            FeishuError.IP_NOT_ALLOWED,
            FeishuError.QUOTA_EXHAUSTED,
            FeishuError.UNAVAILABLE,
            FeishuError.UNEXPECTED_ANSWER);

    PermissionFindings tell(FeishuApp app, Set<ConnectorUse> uses) {
        report.step(new Text("Permissions of the app", "应用权限"));
        var needed = EnumSet.noneOf(AppPermission.class);
        uses.forEach(use -> needed.addAll(use.needs()));
        uses.forEach(use -> use.less().ifPresent(less -> needed.addAll(less.needs())));
        var findings = find(app, needed);
        needed.forEach(permission -> tell(permission, findings.of(permission)));
        if (!findings.with(Finding.MISSING, needed).isEmpty()) {
            report.line(new Text(
                    "Request what is missing in the Feishu Developer Console under Permissions & Scopes, release a new version"
                            + " of the app, and have it approved by a Feishu administrator.",
                    "请在「开发者后台 › 权限管理」中开通缺少的权限，发布新的应用版本并由飞书管理员审核通过。"));
        }
        return findings;
    }

    private PermissionFindings find(FeishuApp app, Set<AppPermission> needed) {
        try {
            return listed(inspection.granted(app, timeout), needed);
        } catch (FeishuException failed) {
            report.lineNotTested(new Text(
                            "Feishu does not list the app's permissions, so reads that change nothing have to tell."
                                    + " This does not show whether the app may publish and change jobs.",
                            "飞书没有返回应用的权限列表，改用不会修改任何内容的读取请求逐项检测；发布和修改职位的权限无法用这种方式检测。")
                    .and(Failures.text(failed.failure())));
            return CONCERN_EVERY_CALL.contains(failed.failure().error())
                            && failed.failure().httpStatus().isEmpty()
                    ? new PermissionFindings(new EnumMap<>(AppPermission.class))
                    : tried(app, needed);
        }
    }

    private static PermissionFindings listed(Set<String> granted, Set<AppPermission> needed) {
        var findings = new EnumMap<AppPermission, Finding>(AppPermission.class);
        for (var permission : needed) {
            var has = permission.names().stream().anyMatch(granted::contains);
            findings.put(permission, has ? Finding.GRANTED : Finding.MISSING);
        }
        return new PermissionFindings(findings);
    }

    private PermissionFindings tried(FeishuApp app, Set<AppPermission> needed) {
        var findings = new EnumMap<AppPermission, Finding>(AppPermission.class);
        for (var permission : needed) {
            if (!inspection.canTry(permission)) {
                continue;
            }
            try {
                findings.put(
                        permission, inspection.isGranted(app, permission, timeout) ? Finding.GRANTED : Finding.MISSING);
            } catch (FeishuException failed) {
                report.lineNotTested(Text.of(permission.scope() + ": ").and(Failures.text(failed.failure())));
                if (concernsEveryCall(failed.failure())) {
                    break;
                }
            }
        }
        return new PermissionFindings(findings);
    }

    private static boolean concernsEveryCall(FeishuFailure failure) {
        return CONCERN_EVERY_CALL.contains(failure.error());
    }

    private void tell(AppPermission permission, Finding finding) {
        var name = Text.of(permission.scope());
        switch (finding) {
            case GRANTED -> report.line(Mark.OK, name);
            case MISSING -> report.line(Mark.NOTE, Text.of("%s is missing", "缺少 %s", permission.scope()));
            case NOT_TESTED -> report.line(Mark.NOT_TESTED, name);
        }
    }
}
