package io.feishuhire.connector.lookup;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.feishuhire.connector.mapping.FeishuAccess;

/**
 * The connector: tells what a job of Feishu Hire is called, whether it is open, and who recruits for it (Feishu's pages
 * "获取职位详情" and, without its permission, "获取职位信息"). Nothing changes at Feishu.
 */
@OutboundConnector(
        name = "Feishu Hire: Look up job",
        inputVariables = {"jobId", "authentication", "connection"},
        type = "io.feishuhire:look-up-job:1")
@ElementTemplate(
        id = "io.feishuhire.LookUpJob.v1",
        name = "Feishu Hire: Look up job",
        version = 1,
        description = "See whether a job of Feishu Hire (飞书招聘) is open, until when, and who recruits for it. "
                + "Permission: hire:job.composite_info:readonly, or hire:job:readonly, which tells "
                + "no names of people",
        documentationRef = "https://open.feishu.cn/document/hire-v1/recruitment-related-configuration/job/get_detail",
        metadata =
                @Metadata(
                        keywords = {
                            "feishu",
                            "lark",
                            "飞书",
                            "飞书招聘",
                            "招聘",
                            "职位详情",
                            "job",
                            "look up",
                            "recruiter",
                            "recruiting"
                        }),
        icon = "feishu-hire.svg",
        engineVersion = "^8.7",
        inputDataClass = LookUpJobInput.class,
        defaultResultVariable = "job",
        propertyGroups = {
            @PropertyGroup(id = "job", label = "Job"),
            @PropertyGroup(id = "authentication", label = "Credentials"),
            @PropertyGroup(id = "connection", label = "Connection", openByDefault = false)
        })
public final class LookUpJobFunction implements OutboundConnectorFunction {

    private final FeishuAccess feishu;

    /** For connector runtimes: shares the Feishu client of the process, which environment variables configure. */
    public LookUpJobFunction() {
        this(FeishuAccess.ofThisProcess());
    }

    /** Works jobs with a given access to Feishu. */
    public LookUpJobFunction(FeishuAccess feishu) {
        this.feishu = feishu;
    }

    /**
     * Looks the job up that the task names.
     *
     * @return the result variable {@code job}
     */
    @Override
    public JobResult execute(OutboundConnectorContext context) {
        return feishu.execute(context, FeishuOperation.LOOK_UP, LookUpJobInput.class, LookUpJobFunction::lookUp);
    }

    private static JobResult lookUp(LookUpJobInput input, FeishuClient feishu) {
        return JobResult.of(feishu.existingJobs().lookUp(input.toRequest(feishu.settings())));
    }
}
