package io.feishuhire.connector.choices;

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
 * The connector: fills a form's drop-down from one of Feishu Hire's lists, so that people choose by name and meet no
 * ids. Nothing changes at Feishu.
 */
@OutboundConnector(
        name = "Feishu Hire: List choices",
        inputVariables = {"list", "authentication", "connection"},
        type = "io.feishuhire:list-choices:1")
@ElementTemplate(
        id = "io.feishuhire.ListChoices.v1",
        name = "Feishu Hire: List choices",
        version = 1,
        description = "Fill a form's drop-down from Feishu Hire (飞书招聘): recruitment channels, hiring "
                + "processes, job types, departments and more. Permissions, by list: hire:site:readonly, "
                + "hire:job_process:readonly, hire:job:readonly, hire:location:readonly, "
                + "hire:subject:readonly, contact:contact.base:readonly, "
                + "contact:department.base:readonly",
        documentationRef = "https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/website/list",
        metadata =
                @Metadata(
                        keywords = {
                            "feishu",
                            "lark",
                            "飞书",
                            "飞书招聘",
                            "招聘",
                            "下拉选项",
                            "choices",
                            "drop-down",
                            "list",
                            "recruiting"
                        }),
        icon = "feishu-hire.svg",
        engineVersion = "^8.7",
        inputDataClass = ListChoicesInput.class,
        defaultResultVariable = "choices",
        propertyGroups = {
            @PropertyGroup(id = "list", label = "List"),
            @PropertyGroup(id = "authentication", label = "Credentials"),
            @PropertyGroup(id = "connection", label = "Connection", openByDefault = false)
        })
public final class ListChoicesFunction implements OutboundConnectorFunction {

    private final FeishuAccess feishu;

    /** For connector runtimes: shares the Feishu client of the process, which environment variables configure. */
    public ListChoicesFunction() {
        this(FeishuAccess.ofThisProcess());
    }

    /** Works jobs with a given access to Feishu. */
    public ListChoicesFunction(FeishuAccess feishu) {
        this.feishu = feishu;
    }

    /**
     * Reads the list.
     *
     * @return the result variable {@code choices}
     */
    @Override
    public ChoicesResult execute(OutboundConnectorContext context) {
        return feishu.execute(context, FeishuOperation.LIST_CHOICES, ListChoicesInput.class, ListChoicesFunction::list);
    }

    private static ChoicesResult list(ListChoicesInput input, FeishuClient feishu) {
        var request = input.toRequest(feishu.settings());
        var language = input.list().toLanguage();
        return ChoicesResult.of(feishu.choices().list(request), language);
    }
}
