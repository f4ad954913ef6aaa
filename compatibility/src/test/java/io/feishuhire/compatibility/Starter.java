package io.feishuhire.compatibility;

import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The starter diagram of each connector, which is made of its element template, and how to make it succeed and fail.
 */
@SuppressWarnings("ImmutableEnumChecker") // A lambda without state is immutable, but not to the checker.
enum Starter {
    PUBLISH_ADVERTISEMENT(
            "publish",
            Map.of("advertisementId", "6960663240925956660"),
            "publication",
            Endpoint.PUBLISH,
            sandbox -> sandbox.apiSync(false),
            "FEISHU_API_SYNC_DISABLED"),
    CHECK_ADVERTISEMENT(
            "check",
            Map.of("advertisementId", "6960663240925956660"),
            "advertisementStatus",
            Endpoint.REFERRAL_JOB_POST,
            sandbox -> sandbox.always(Endpoint.REFERRAL_JOB_POST, Reply.error(400, 1_002_002, "invalid")),
            "FEISHU_INVALID_PARAMETER"),
    LIST_CHOICES(
            "list-choices",
            Map.of(),
            "choices",
            Endpoint.WEBSITES,
            sandbox -> sandbox.always(Endpoint.WEBSITES, Reply.scopeMissing(FeishuSandbox.DEFAULT_APP_ID)),
            "FEISHU_PERMISSION_DENIED"),
    CREATE_JOB(
            "create",
            Map.ofEntries(
                    Map.entry("title", "Backend engineer"),
                    Map.entry("recruiter", "li.xue@example.com"),
                    Map.entry("hiringManagers", List.of("wang.qiang@example.com")),
                    Map.entry("processType", "1"),
                    Map.entry("processId", "7005000000000000001"),
                    Map.entry("jobTypeId", "7006000000000000001"),
                    Map.entry("recruitmentTypeId", "101"),
                    Map.entry("departmentId", "od-10")),
            "createdJob",
            Endpoint.CREATE_JOB,
            sandbox -> sandbox.apiSync(false),
            "FEISHU_API_SYNC_DISABLED"),
    LOOK_UP_JOB(
            "look-up",
            Map.of("jobId", "7003000000000000001"),
            "job",
            Endpoint.JOB_DETAIL,
            sandbox -> sandbox.always(Endpoint.JOB_DETAIL, Reply.error(404, 1_002_601, "no such job")),
            "FEISHU_JOB_NOT_FOUND"),
    OPEN_OR_CLOSE_JOB(
            "open-or-close",
            Map.of("jobId", "7003000000000000004"),
            "jobStatus",
            Endpoint.OPEN_JOB,
            sandbox -> sandbox.apiSync(false),
            "FEISHU_API_SYNC_DISABLED");

    private static final Path FOLDER = Path.of("..", "element-templates", "starter");

    private final String meterTag;
    private final Map<String, Object> variables;
    private final String resultVariable;
    private final Endpoint endpoint;
    private final Consumer<FeishuSandbox> trouble;
    private final String errorCode;

    Starter(
            String meterTag,
            Map<String, Object> variables,
            String resultVariable,
            Endpoint endpoint,
            Consumer<FeishuSandbox> trouble,
            String errorCode) {
        this.meterTag = meterTag;
        this.variables = variables;
        this.resultVariable = resultVariable;
        this.endpoint = endpoint;
        this.trouble = trouble;
        this.errorCode = errorCode;
    }

    /** What the meters call the connector. */
    String meterTag() {
        return meterTag;
    }

    /** With which the diagram succeeds on a fresh sandbox. */
    Map<String, Object> variables() {
        return variables;
    }

    /** Where the process finds the result. */
    String resultVariable() {
        return resultVariable;
    }

    /** What the connector is there to call. */
    Endpoint endpoint() {
        return endpoint;
    }

    /** Makes the next execution fail with {@link #errorCode()}. */
    void fail(FeishuSandbox sandbox) {
        trouble.accept(sandbox);
    }

    String errorCode() {
        return errorCode;
    }

    /** The id of the boundary event that catches this error. */
    String boundaryEvent() {
        return errorCode.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String jobType() {
        return "io.feishuhire:" + verbAndNoun() + ":1";
    }

    /** The diagram as it is committed, but with another address than Feishu's. */
    String diagram(String address) {
        var text = bpmn();
        var feishu = "<zeebe:input source=\"feishu\" target=\"connection.region\" />";
        if (!text.contains(feishu)) {
            throw new IllegalStateException(file() + " has no connection to Feishu");
        }
        return text.replace(
                feishu,
                "<zeebe:input source=\"custom\" target=\"connection.region\" /><zeebe:input source=\"" + address
                        + "\" target=\"connection.baseUrl\" />");
    }

    Path file() {
        return FOLDER.resolve("feishu-hire-" + verbAndNoun() + "-starter.bpmn");
    }

    private String verbAndNoun() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String bpmn() {
        try {
            return Files.readString(file());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
