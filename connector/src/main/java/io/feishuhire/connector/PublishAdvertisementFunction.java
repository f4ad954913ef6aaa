package io.feishuhire.connector;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.camunda.connector.generator.java.annotation.ElementTemplate.Metadata;
import io.camunda.connector.generator.java.annotation.ElementTemplate.PropertyGroup;
import io.feishuhire.connector.mapping.AdvertisementPublisher;
import io.feishuhire.connector.mapping.Publication;
import io.feishuhire.connector.mapping.PublishAdvertisementInput;

/**
 * The connector: publishes a job advertisement on Feishu Hire (Feishu's page "发布职位广告"). Connector runtimes find it by
 * SPI and share one instance among all jobs.
 */
@OutboundConnector(
        name = "Feishu Hire: Publish job advertisement",
        inputVariables = {"advertisementId", "channel", "authentication", "connection"},
        type = "io.feishuhire:publish-advertisement:1")
@ElementTemplate(
        id = "io.feishuhire.PublishAdvertisement.v1",
        name = "Feishu Hire: Publish job advertisement",
        version = 1,
        description =
                "Put a job advertisement of Feishu Hire (飞书招聘) online, on a recruitment website or the referral platform",
        documentationRef =
                "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/advertisement/publish",
        metadata =
                @Metadata(keywords = {"feishu", "lark", "飞书", "飞书招聘", "招聘", "发布职位", "job ad", "publish", "recruiting"}),
        icon = "feishu-hire.svg",
        engineVersion = "^8.8",
        inputDataClass = PublishAdvertisementInput.class,
        defaultResultVariable = "publication",
        propertyGroups = {
            @PropertyGroup(id = "advertisement", label = "Advertisement"),
            @PropertyGroup(id = "channel", label = "Channel"),
            @PropertyGroup(id = "authentication", label = "Credentials"),
            @PropertyGroup(id = "connection", label = "Connection", openByDefault = false)
        })
public final class PublishAdvertisementFunction implements OutboundConnectorFunction {

    private final AdvertisementPublisher publisher;

    /** For connector runtimes: configured by the environment variables of the process. */
    public PublishAdvertisementFunction() {
        this(AdvertisementPublisher.configuredBy(System.getenv()));
    }

    PublishAdvertisementFunction(AdvertisementPublisher publisher) {
        this.publisher = publisher;
    }

    /**
     * Publishes the advertisement that the job names.
     *
     * @return the result variable {@code publication}
     */
    @Override
    public Publication execute(OutboundConnectorContext context) {
        try {
            return publisher.publish(context.bindVariables(PublishAdvertisementInput.class));
        } catch (OutOfMemoryError exhausted) {
            throw exhausted;
        } catch (Error defect) {
            throw incident(defect);
        } finally {
            forgetInterruption();
        }
    }

    /** The runtime does not answer for a job that ends in an {@link Error}: it would hang without an incident. */
    private static ConnectorInputException incident(Error defect) {
        return new ConnectorInputException("The connector failed with an internal error ("
                + defect.getClass().getSimpleName()
                + ") and gave this job up. The advertisement may have been published: check in Feishu Hire before you"
                + " retry, and report the error to the people who maintain the connector.");
    }

    /**
     * A runtime that stops interrupts its threads. What it does next with the outcome is to evaluate the job's FEEL
     * expressions, and the FEEL engine works on no interrupted thread: left set, the flag would make an incident of a
     * job that the next runtime can publish.
     */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static void forgetInterruption() {
        Thread.interrupted();
    }
}
