package io.feishuhire.connector.publish;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.feishu.AdvertisementId;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.PublishRequest;
import io.feishuhire.connector.mapping.AuthenticationInput;
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
                channel.toJobChannelId(),
                connection.toTimeout());
    }
}
