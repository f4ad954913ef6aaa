package io.feishuhire.connector.openclose;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.feishuhire.connector.mapping.FeishuAccess;

/** The connector: opens a job of Feishu Hire, or closes it (Feishu's pages "重启职位" and "关闭职位"). */
@OutboundConnector(
        name = "Feishu Hire: Open or close job",
        inputVariables = {"jobId", "action", "expiresAt", "timeZone", "authentication", "connection"},
        type = "io.feishuhire:open-or-close-job:1")
@ElementTemplate(
        id = "io.feishuhire.OpenOrCloseJob.v1",
        name = "Feishu Hire: Open or close job",
        version = 1,
        description = "Open a job of Feishu Hire (飞书招聘) again, or close it and take all its advertisements offline; "
                + "needs the permission hire:job",
        documentationRef = "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/job/open",
        metadata =
                @Metadata(
                        keywords = {
                            "feishu",
                            "lark",
                            "飞书",
                            "飞书招聘",
                            "招聘",
                            "重启职位",
                            "关闭职位",
                            "job",
                            "open",
                            "close",
                            "recruiting"
                        }),
        icon = "feishu-hire.svg",
        engineVersion = "^8.7",
        inputDataClass = OpenOrCloseJobInput.class,
        defaultResultVariable = "jobStatus",
        propertyGroups = {
            @PropertyGroup(id = "job", label = "Job"),
            @PropertyGroup(id = "authentication", label = "Credentials"),
            @PropertyGroup(id = "connection", label = "Connection", openByDefault = false)
        })
public final class OpenOrCloseJobFunction implements OutboundConnectorFunction {

    private final FeishuAccess feishu;

    /** For connector runtimes: shares the Feishu client of the process, which environment variables configure. */
    public OpenOrCloseJobFunction() {
        this(FeishuAccess.ofThisProcess());
    }

    /** Works jobs with a given access to Feishu. */
    public OpenOrCloseJobFunction(FeishuAccess feishu) {
        this.feishu = feishu;
    }

    /**
     * Opens or closes the job that the task names.
     *
     * @return the result variable {@code jobStatus}
     */
    @Override
    public JobStatusResult execute(OutboundConnectorContext context) {
        return feishu.execute(
                context, FeishuOperation.OPEN_OR_CLOSE, OpenOrCloseJobInput.class, OpenOrCloseJobFunction::openOrClose);
    }

    private static JobStatusResult openOrClose(OpenOrCloseJobInput input, FeishuClient feishu) {
        var request = input.toRequest(feishu.settings());
        return JobStatusResult.of(request, feishu.existingJobs().openOrClose(request));
    }
}
