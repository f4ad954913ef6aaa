package io.feishuhire.connector.create;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.feishuhire.connector.mapping.FeishuAccess;
import io.feishuhire.connector.mapping.FeishuDocumentation;

/**
 * The connector: creates a job of Feishu Hire with its advertisement (Feishu's page "新建职位"). It looks for the job's
 * code before, and after an attempt without an answer, so that no job is created twice.
 */
@OutboundConnector(
        name = "Feishu Hire: Create job",
        inputVariables = {
            "position",
            "people",
            "process",
            "placement",
            "requirements",
            "advertisement",
            "further",
            "authentication",
            "connection"
        },
        type = "io.feishuhire:create-job:1")
@ElementTemplate(
        id = "io.feishuhire.CreateJob.v1",
        name = "Feishu Hire: Create job",
        version = 1,
        description = "Create a job of Feishu Hire (飞书招聘) with its advertisement, once. Permissions: "
                + "hire:job, hire:job:readonly to look for the code, and contact:user.id:readonly for "
                + "people by e-mail address",
        documentationRef = FeishuDocumentation.CREATE_JOB,
        metadata =
                @Metadata(
                        keywords = {
                            "feishu",
                            "lark",
                            "飞书",
                            "飞书招聘",
                            "招聘",
                            "新建职位",
                            "create job",
                            "requisition",
                            "vacancy",
                            "recruiting"
                        }),
        icon = "feishu-hire.svg",
        engineVersion = "^8.7",
        inputDataClass = CreateJobInput.class,
        defaultResultVariable = "createdJob",
        propertyGroups = {
            @PropertyGroup(id = "position", label = "Position"),
            @PropertyGroup(id = "people", label = "People"),
            @PropertyGroup(id = "process", label = "Process and type"),
            @PropertyGroup(id = "placement", label = "Department and place"),
            @PropertyGroup(id = "requirements", label = "Pay and requirements", openByDefault = false),
            @PropertyGroup(id = "advertisement", label = "Advertisement", openByDefault = false),
            @PropertyGroup(id = "further", label = "Further fields", openByDefault = false),
            @PropertyGroup(id = "authentication", label = "Credentials"),
            @PropertyGroup(id = "connection", label = "Connection", openByDefault = false)
        })
public final class CreateJobFunction implements OutboundConnectorFunction {

    private final FeishuAccess feishu;

    /** For connector runtimes: shares the Feishu client of the process, which environment variables configure. */
    public CreateJobFunction() {
        this(FeishuAccess.ofThisProcess());
    }

    /** Works jobs with a given access to Feishu. */
    public CreateJobFunction(FeishuAccess feishu) {
        this.feishu = feishu;
    }

    /**
     * Creates the job.
     *
     * @return the result variable {@code createdJob}
     */
    @Override
    public CreatedJobResult execute(OutboundConnectorContext context) {
        return feishu.execute(context, FeishuOperation.CREATE, CreateJobInput.class, (input, client) -> {
            var taskKey = context.getJobContext().getElementInstanceKey();
            var request = input.toRequest(client.settings(), taskKey);
            return CreatedJobResult.of(client.newJobs().create(request));
        });
    }
}
