package io.feishuhire.connector.publish;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DefaultValueType;
import io.camunda.connector.generator.java.annotation.TemplateProperty.EqualsBoolean;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.feishu.AdvertisementId;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.JobId;
import io.feishuhire.connector.feishu.LinkPattern;
import io.feishuhire.connector.feishu.PublishRequest;
import io.feishuhire.connector.mapping.AuthenticationInput;
import io.feishuhire.connector.mapping.ChannelInput;
import io.feishuhire.connector.mapping.ConnectionInput;
import io.feishuhire.connector.mapping.FeishuDocumentation;
import io.feishuhire.connector.mapping.FieldPatterns;
import io.feishuhire.connector.mapping.InputValue;

/**
 * What a modeler fills in, as the job carries it: unchecked, and with secrets in place. The names of the components are
 * the names of the input variables; the annotations make the element template.
 *
 * @param advertisementId what to publish: text of digits, or a whole number
 * @param channel where to publish
 * @param linkPattern what the address of the advertisement looks like; may be left out
 * @param lookBeforeRepeating whether to look, after a failure that leaves it open, if the advertisement is online
 * @param jobId for that look: the job of the advertisement; may be left out
 * @param authentication the Feishu app that publishes
 * @param connection how to reach Feishu
 */
public record PublishAdvertisementInput(
        @TemplateProperty(
                id = "advertisementId",
                group = "advertisement",
                label = "Advertisement ID",
                description = "The digits that Feishu Hire returns when a job is created",
                tooltip = "For example <code>6960663240925956660</code>, or <code>=advertisementId</code> to take it"
                        + " from a process variable. It is <code>data.default_job_post.id</code> in the"
                        + " answer of <a href='"
                        + FeishuDocumentation.CREATE_JOB
                        + "' target='_blank'>create job</a>, not the ID of the job. Keep it as text:"
                        + " numbers of that size lose digits in forms and scripts.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.DIGITS,
                                                message = "must be the digits that Feishu Hire returns when a job"
                                                        + " is created, at most 32")))
        InputValue advertisementId,

        ChannelInput channel,

        @TemplateProperty(
                id = "linkPattern",
                group = "link",
                label = "Address of the advertisement",
                description = "What the page of an advertisement on your recruitment website is called, for the link",
                tooltip =
                        "For example <code>https://example.jobs.feishu.cn/index/position/{advertisementId}/detail</code>."
                                + " <code>{advertisementId}</code> and <code>{websiteId}</code> are filled in. Feishu does not"
                                + " document this address: open an advertisement on your website and copy it. The result then"
                                + " has the link as <code>url</code>, but for the referral platform.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.LINK,
                                                message = "must begin with https:// and have no spaces, at most 500"
                                                        + " characters")))
        InputValue linkPattern,

        @TemplateProperty(
                id = "lookBeforeRepeating",
                group = "repeating",
                label = "Look before repeating",
                description = "After a failure that leaves it open, look whether the advertisement is online",
                tooltip =
                        "When Feishu gives no answer, the advertisement may be online all the same. With this choice the"
                                + " task looks once, at once, and completes if it is, with"
                                + " <code>publication.alreadyOnline</code> = <code>true</code>; else it fails, and is tried"
                                + " again, as without it. The app needs the permissions <code>hire:site:readonly</code>,"
                                + " <code>hire:site_job_post:readonly</code> and"
                                + " <code>hire:referral_website:readonly</code> for that. For example <em>on</em> where"
                                + " publishing twice would disturb.",
                type = PropertyType.Boolean,
                feel = FeelMode.staticFeel,
                defaultValue = "false",
                defaultValueType = DefaultValueType.Boolean)
        InputValue lookBeforeRepeating,

        @TemplateProperty(
                id = "jobId",
                group = "repeating",
                label = "Job ID",
                description = "The job of the advertisement, if the process has it: it is looked for, too",
                tooltip = "For example <code>=jobId</code>. Whether an advertisement keeps its ID on a website is"
                        + " documented nowhere; with the job's ID any advertisement of that job on the website counts. Leave"
                        + " it empty where a job has several.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                condition = @PropertyCondition(property = "lookBeforeRepeating", equalsBoolean = EqualsBoolean.TRUE),
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.OPTIONAL_DIGITS,
                                                message = "must be the digits of a job, at most 32")))
        InputValue jobId,

        AuthenticationInput authentication,
        ConnectionInput connection) {

    /**
     * Takes the variables apart. Any JSON will do: {@link #toRequest} reports what is missing or of another form, in
     * words of its own that do not quote the value.
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PublishAdvertisementInput of(JsonNode variables) {
        return new PublishAdvertisementInput(
                InputValue.of(variables, "advertisementId"),
                ChannelInput.of(variables.path("channel")),
                InputValue.of(variables, "linkPattern"),
                InputValue.of(variables, "lookBeforeRepeating"),
                InputValue.of(variables, "jobId"),
                AuthenticationInput.of(variables.path("authentication")),
                ConnectionInput.of(variables.path("connection")));
    }

    /**
     * Checks the input, configuration first.
     *
     * @param settings what the operator allows
     * @throws ConnectorInputException when credentials or connection are not usable: a matter for the operator
     * @throws FeishuException with {@link io.feishuhire.connector.feishu.FeishuError#INVALID_PARAMETER} when an id
     *     cannot be one: a matter for the process
     */
    PublishRequest toRequest(FeishuClientSettings settings) {
        return new PublishRequest(
                authentication.toApp(connection.toBaseUrl(settings)),
                advertisementId.id("advertisementId", AdvertisementId::new),
                channel.toChannel(),
                lookBeforeRepeating.flag("lookBeforeRepeating"),
                jobId.optional("jobId", JobId::new),
                linkPattern.optional("linkPattern", LinkPattern::new),
                connection.toTimeout());
    }
}
