package io.feishuhire.doctor;

import io.feishuhire.connector.feishu.AppPermission;
import io.feishuhire.connector.feishu.ConnectorVersion;
import io.feishuhire.connector.feishu.FeishuApp;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.UnusableSetupException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Looks whether everything is ready for the first job: settings, address, app id and secret, permissions, recruitment
 * websites, limit. It tells it step by step in plain words. Nothing is published, created or changed at Feishu, and no
 * secret or token is printed.
 */
public final class Doctor {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Map<String, String> environment;
    private final PrintStream out;
    private final Duration timeout;

    /** How it went. */
    public enum Outcome {
        /** All is well. */
        WELL(0),
        /** There is something to mend, or something could not be found out. */
        TO_MEND(1),
        /** The check could not begin: wrong arguments, no app id or secret, a setting that cannot be used. */
        UNUSABLE(2);

        private final int exitCode;

        Outcome(int exitCode) {
            this.exitCode = exitCode;
        }

        /** The exit code of the program. */
        public int exitCode() {
            return exitCode;
        }
    }

    /**
     * With ten seconds for each request.
     *
     * @param environment usually {@link System#getenv()}: app id and secret, and the settings of
     *     {@link FeishuClientSettings#from}
     * @param out gets the lines
     */
    public Doctor(Map<String, String> environment, PrintStream out) {
        this(environment, out, TIMEOUT);
    }

    Doctor(Map<String, String> environment, PrintStream out, Duration timeout) {
        this.environment = environment;
        this.out = out;
        this.timeout = timeout;
    }

    /**
     * Looks once, and ends within a few minutes whatever answers.
     *
     * @param arguments as {@code --help} lists them; no secret is among them
     */
    public Outcome run(List<String> arguments) {
        try {
            var options = DoctorOptions.of(arguments, environment);
            var report = new Report(out, options.language());
            if (options.help()) {
                report.say(DoctorOptions.usage());
                return Outcome.WELL;
            }
            return run(options, report);
        } catch (DoctorOptions.WrongArguments wrong) {
            var report = new Report(out, wrong.language());
            report.say(wrong.text());
            report.say(new Text("--help lists the options.", "可用 --help 查看全部选项。"));
            return Outcome.UNUSABLE;
        }
    }

    private Outcome run(DoctorOptions options, Report report) {
        try {
            var credentials = Credentials.of(environment);
            var settings = SettingsStep.read(environment);
            var client = new FeishuClient(settings);
            return run(options, report, credentials, client);
        } catch (CannotBeginException unusable) {
            report.say(unusable.text());
        } catch (UnusableSetupException unusable) {
            report.say(new Text(unusable.getMessage(), "本机环境无法建立 HTTP 连接：" + unusable.getMessage()));
        }
        return Outcome.UNUSABLE;
    }

    private Outcome run(DoctorOptions options, Report report, Credentials credentials, FeishuClient client) {
        report.say(Text.of(
                "Feishu Hire connector %s: is everything ready? Nothing is published, created or changed.",
                "飞书招聘连接器 %s：上线前检查。检查过程不会发布、新建或修改任何内容。", ConnectorVersion.current()));
        var app = new FeishuApp(
                options.region().baseUrl(client.settings()), credentials.appId(), credentials.appSecret());
        new SettingsStep(report, environment).tell(client.settings(), app, credentials);
        if (new AccessStep(report, client.appInspection(), timeout).tell(app, credentials)) {
            var permissions = new PermissionsStep(report, client.appInspection(), timeout).tell(app, options.uses());
            if (options.uses().stream().anyMatch(use -> use.needs().contains(AppPermission.WEBSITES))) {
                new WebsitesStep(report, client.choices(), timeout).tell(app, permissions.of(AppPermission.WEBSITES));
            }
            new UsesStep(report).tell(options.uses(), permissions);
        } else {
            report.say(new Text(
                    "\nPermissions, websites and connectors can be looked at once there is a token.",
                    "\n取得令牌后才能继续检查权限、官网和连接器。"));
        }
        new LimitStep(report).tell(client.settings(), environment);
        return end(report);
    }

    private static Outcome end(Report report) {
        if (report.hasSomethingToMend()) {
            report.say(new Text(
                    "\nNot everything is well: see the lines marked [to mend] and [not tested]."
                            + " What you do not use can be left out by --uses.",
                    "\n还有问题需要处理：请查看标有 [需处理] 和 [未检测] 的行。未使用的部分可通过 --uses 排除。"));
            return Outcome.TO_MEND;
        }
        report.say(new Text("\nAll is well.", "\n一切正常。"));
        return Outcome.WELL;
    }
}
