package io.feishuhire.connector.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.FeishuFailure;
import io.feishuhire.connector.feishu.JobChannelId;
import io.feishuhire.connector.mapping.FeishuDocumentation;
import io.feishuhire.connector.mapping.FieldPatterns;
import io.feishuhire.connector.mapping.InputValue;
import java.util.Optional;

/**
 * Where to publish.
 *
 * @param type {@value Type#REFERRAL}, {@value Type#WEBSITE} or {@value Type#DEFAULT}
 * @param jobChannelId for {@value Type#WEBSITE}: the website's {@code job_channel_id}
 */
public record ChannelInput(
        @TemplateProperty(
                id = "type",
                group = "channel",
                label = "Recruitment channel",
                description = "Where the advertisement goes online; one channel for each task",
                tooltip = "For example <em>Referral platform</em>, where employees recommend candidates. For several"
                        + " channels use several tasks. <em>Let Feishu decide</em> sends no channel; Feishu"
                        + " does not document where the advertisement then appears.",
                type = PropertyType.Dropdown,
                feel = FeelMode.disabled,
                defaultValue = ChannelInput.Type.REFERRAL,
                choices = {
                    @DropdownPropertyChoice(value = ChannelInput.Type.REFERRAL, label = "Referral platform (内推平台)"),
                    @DropdownPropertyChoice(value = ChannelInput.Type.WEBSITE, label = "Recruitment website (官网)"),
                    @DropdownPropertyChoice(value = ChannelInput.Type.DEFAULT, label = "Let Feishu decide")
                })
        InputValue type,

        @TemplateProperty(
                id = "jobChannelId",
                group = "channel",
                label = "Job channel ID",
                description = "The digits that Feishu Hire lists for the website as job_channel_id",
                tooltip = "For example <code>6960663240925956631</code>. It is <code>items[].job_channel_id</code> in"
                        + " the answer of <a href='"
                        + FeishuDocumentation.LIST_WEBSITES
                        + "' target='_blank'>list websites</a>; the website's own <code>id</code> is"
                        + " another number.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                condition = @PropertyCondition(property = "channel.type", equals = ChannelInput.Type.WEBSITE),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.DIGITS,
                                                message = "must be the digits that Feishu Hire lists for the"
                                                        + " website as job_channel_id, at most 32")))
        InputValue jobChannelId) {

    /** The values of {@link #type}. */
    static final class Type {
        static final String REFERRAL = "referral";
        static final String WEBSITE = "website";
        static final String DEFAULT = "default";

        private Type() {}
    }

    static ChannelInput of(JsonNode channel) {
        return new ChannelInput(InputValue.of(channel, "type"), InputValue.of(channel, "jobChannelId"));
    }

    Optional<JobChannelId> toJobChannelId() {
        return switch (type.text()) {
            case Type.REFERRAL -> Optional.of(JobChannelId.REFERRAL_PLATFORM);
            case Type.WEBSITE -> Optional.of(jobChannelId.id("channel.jobChannelId", JobChannelId::new));
            case Type.DEFAULT -> Optional.empty();
            default ->
                throw new FeishuException(FeishuFailure.invalidParameter("channel.type is none of " + Type.REFERRAL
                        + ", " + Type.WEBSITE + " and " + Type.DEFAULT + "."));
        };
    }
}
