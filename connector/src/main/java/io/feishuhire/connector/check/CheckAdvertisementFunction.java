package io.feishuhire.connector.check;

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
 * The connector: tells whether a job advertisement of Feishu Hire is online on a channel. Feishu has no call for that,
 * so it reads the channel's website and the advertisement on it (Feishu's pages "获取招聘官网列表", "获取招聘官网下职位广告详情",
 * "获取内推官网下职位广告详情" and "获取职位广告发布记录"). Nothing changes at Feishu.
 */
@OutboundConnector(
        name = "Feishu Hire: Check job advertisement",
        inputVariables = {"advertisementId", "channel", "jobId", "linkPattern", "authentication", "connection"},
        type = "io.feishuhire:check-advertisement:1")
@ElementTemplate(
        id = "io.feishuhire.CheckAdvertisement.v1",
        name = "Feishu Hire: Check job advertisement",
        version = 1,
        description = "See whether a job advertisement of Feishu Hire (飞书招聘) is online on a channel. "
                + "Permissions: hire:site:readonly, hire:site_job_post:readonly, "
                + "hire:referral_website:readonly, and hire:job:readonly for headhunters and third "
                + "parties",
        documentationRef = "https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/website/get",
        metadata =
                @Metadata(
                        keywords = {
                            "feishu",
                            "lark",
                            "飞书",
                            "飞书招聘",
                            "招聘",
                            "职位状态",
                            "job ad",
                            "check",
                            "status",
                            "recruiting"
                        }),
        icon = "feishu-hire.svg",
        engineVersion = "^8.7",
        inputDataClass = CheckAdvertisementInput.class,
        defaultResultVariable = "advertisementStatus",
        propertyGroups = {
            @PropertyGroup(id = "advertisement", label = "Advertisement"),
            @PropertyGroup(id = "channel", label = "Channel"),
            @PropertyGroup(id = "link", label = "Link", openByDefault = false),
            @PropertyGroup(id = "authentication", label = "Credentials"),
            @PropertyGroup(id = "connection", label = "Connection", openByDefault = false)
        })
public final class CheckAdvertisementFunction implements OutboundConnectorFunction {

    private final FeishuAccess feishu;

    /** For connector runtimes: shares the Feishu client of the process, which environment variables configure. */
    public CheckAdvertisementFunction() {
        this(FeishuAccess.ofThisProcess());
    }

    /** Works jobs with a given access to Feishu. */
    public CheckAdvertisementFunction(FeishuAccess feishu) {
        this.feishu = feishu;
    }

    /**
     * Looks once whether the advertisement is online.
     *
     * @return the result variable {@code advertisementStatus}
     */
    @Override
    public AdvertisementStatusResult execute(OutboundConnectorContext context) {
        return feishu.execute(
                context, FeishuOperation.CHECK, CheckAdvertisementInput.class, CheckAdvertisementFunction::check);
    }

    private static AdvertisementStatusResult check(CheckAdvertisementInput input, FeishuClient feishu) {
        var request = input.toRequest(feishu.settings());
        return AdvertisementStatusResult.of(request, feishu.advertisements().check(request));
    }
}
