package io.feishuhire.connector.publish;

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
 * The connector: publishes a job advertisement on Feishu Hire (Feishu's page "发布职位广告"). Connector runtimes find it by
 * SPI and share one instance among all jobs.
 */
@OutboundConnector(
        name = "Feishu Hire: Publish job advertisement",
        inputVariables = {
            "advertisementId",
            "channel",
            "linkPattern",
            "lookBeforeRepeating",
            "jobId",
            "authentication",
            "connection"
        },
        type = "io.feishuhire:publish-advertisement:1")
@ElementTemplate(
        id = "io.feishuhire.PublishAdvertisement.v1",
        name = "Feishu Hire: Publish job advertisement",
        version = 1,
        description =
                "Put a job advertisement of Feishu Hire (飞书招聘) online, on a recruitment website or the referral platform;"
                        + " needs the permission hire:advertisement",
        documentationRef =
                "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/advertisement/publish",
        metadata =
                @Metadata(keywords = {"feishu", "lark", "飞书", "飞书招聘", "招聘", "发布职位", "job ad", "publish", "recruiting"}),
        icon = "feishu-hire.svg",
        engineVersion = "^8.7",
        inputDataClass = PublishAdvertisementInput.class,
        defaultResultVariable = "publication",
        propertyGroups = {
            @PropertyGroup(id = "advertisement", label = "Advertisement"),
            @PropertyGroup(id = "channel", label = "Channel"),
            @PropertyGroup(id = "link", label = "Link", openByDefault = false),
            @PropertyGroup(id = "repeating", label = "Repeating", openByDefault = false),
            @PropertyGroup(id = "authentication", label = "Credentials"),
            @PropertyGroup(id = "connection", label = "Connection", openByDefault = false)
        })
public final class PublishAdvertisementFunction implements OutboundConnectorFunction {

    private final FeishuAccess feishu;

    /** For connector runtimes: shares the Feishu client of the process, which environment variables configure. */
    public PublishAdvertisementFunction() {
        this(FeishuAccess.ofThisProcess());
    }

    /** Works jobs with a given access to Feishu. */
    public PublishAdvertisementFunction(FeishuAccess feishu) {
        this.feishu = feishu;
    }

    /**
     * Publishes the advertisement that the job names.
     *
     * @return the result variable {@code publication}
     */
    @Override
    public Publication execute(OutboundConnectorContext context) {
        return feishu.execute(
                context,
                FeishuOperation.PUBLISH,
                PublishAdvertisementInput.class,
                PublishAdvertisementFunction::publish);
    }

    private static Publication publish(PublishAdvertisementInput input, FeishuClient feishu) {
        var request = input.toRequest(feishu.settings());
        return Publication.of(request, feishu.advertisements().publish(request));
    }
}
