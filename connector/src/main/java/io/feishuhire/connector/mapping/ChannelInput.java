package io.feishuhire.connector.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.feishu.Channel;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.JobChannelId;

/**
 * Where an advertisement is published, or looked for.
 *
 * @param type {@value Type#REFERRAL}, {@value Type#WEBSITE}, {@value Type#WEBSITE_BY_NAME}, {@value Type#ID} or
 *     {@value Type#DEFAULT}
 * @param jobChannelId for {@value Type#WEBSITE}: the website's {@code job_channel_id}
 * @param websiteName for {@value Type#WEBSITE_BY_NAME}: the website's name, Chinese or English
 * @param id for {@value Type#ID}: the value of a choice of the list of recruitment channels
 */
public record ChannelInput(
        @TemplateProperty(
                id = "type",
                group = "channel",
                label = "Recruitment channel",
                description = "Where the advertisement is online; one channel for each task",
                tooltip = "For example <em>Referral platform</em>, where employees recommend candidates. For several"
                        + " channels use several tasks. <em>Chosen in the process</em> takes what a form has"
                        + " chosen from the connector <em>List choices</em>. <em>Let Feishu decide</em> sends no"
                        + " channel; Feishu does not document where the advertisement then appears.",
                type = PropertyType.Dropdown,
                feel = FeelMode.disabled,
                defaultValue = ChannelInput.Type.REFERRAL,
                choices = {
                    @DropdownPropertyChoice(value = ChannelInput.Type.REFERRAL, label = "Referral platform (内推平台)"),
                    @DropdownPropertyChoice(
                            value = ChannelInput.Type.WEBSITE_BY_NAME,
                            label = "Recruitment website, by its name (官网)"),
                    @DropdownPropertyChoice(
                            value = ChannelInput.Type.WEBSITE,
                            label = "Recruitment website, by its channel ID (官网)"),
                    @DropdownPropertyChoice(value = ChannelInput.Type.ID, label = "Chosen in the process"),
                    @DropdownPropertyChoice(value = ChannelInput.Type.DEFAULT, label = "Let Feishu decide")
                })
        InputValue type,

        @TemplateProperty(
                id = "websiteName",
                group = "channel",
                label = "Name of the website",
                description = "The Chinese or English name that the website has in Feishu Hire",
                tooltip = "For example <code>社招官网</code>. Upper and lower case do not matter. The app needs the"
                        + " permission <code>hire:site:readonly</code>.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                condition = @PropertyCondition(property = "channel.type", equals = ChannelInput.Type.WEBSITE_BY_NAME),
                constraints = @PropertyConstraints(notEmpty = true))
        InputValue websiteName,

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
                                                value = FieldPatterns.WEBSITE_CHANNEL,
                                                message = "must be the digits that Feishu Hire lists for the"
                                                        + " website as job_channel_id, at most 32; 3 is the"
                                                        + " referral platform, which is a channel of its own")))
        InputValue jobChannelId,

        @TemplateProperty(
                id = "id",
                group = "channel",
                label = "Chosen channel",
                description = "The process variable that holds the channel that a form has chosen",
                tooltip = "For example <code>=jobChannelId</code>: the <code>value</code> of a choice of the connector"
                        + " <em>List choices</em>. <code>3</code> is the referral platform.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                condition = @PropertyCondition(property = "channel.type", equals = ChannelInput.Type.ID),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.DIGITS,
                                                message = "must be an expression such as =jobChannelId, or the digits"
                                                        + " of a channel, at most 32")))
        InputValue id) {

    /** The values of {@link #type}. */
    static final class Type {
        static final String REFERRAL = "referral";
        static final String WEBSITE = "website";
        static final String WEBSITE_BY_NAME = "website-by-name";
        static final String ID = "id";
        static final String DEFAULT = "default";

        private Type() {}
    }

    /** Constants of the record itself would be fields of the template. */
    private static final class WebsiteName {
        static final String FIELD = "channel.websiteName";
        static final int MAX_LENGTH = 200;

        private WebsiteName() {}
    }

    /** Takes the variable {@code channel} apart; any JSON will do. */
    public static ChannelInput of(JsonNode channel) {
        return new ChannelInput(
                InputValue.of(channel, "type"),
                InputValue.of(channel, "websiteName"),
                InputValue.of(channel, "jobChannelId"),
                InputValue.of(channel, "id"));
    }

    /**
     * The channel.
     *
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when it cannot be one; it names the field
     */
    public Channel toChannel() {
        return switch (type.text()) {
            case Type.REFERRAL -> Channel.REFERRAL_PLATFORM;
            case Type.WEBSITE -> new Channel.Numbered(jobChannelId.id("channel.jobChannelId", JobChannelId::new));
            case Type.WEBSITE_BY_NAME -> new Channel.WebsiteNamed(WebsiteName.FIELD, name());
            case Type.ID -> new Channel.Numbered(id.id("channel.id", JobChannelId::new));
            case Type.DEFAULT -> new Channel.LeftToFeishu();
            default ->
                throw InputValue.invalid(
                        "channel.type is none of " + Type.REFERRAL + ", " + Type.WEBSITE + ", " + Type.WEBSITE_BY_NAME
                                + ", " + Type.ID + " and " + Type.DEFAULT + ".",
                        "channel.type 不是 " + Type.REFERRAL + "、" + Type.WEBSITE + "、" + Type.WEBSITE_BY_NAME + "、"
                                + Type.ID + " 或 " + Type.DEFAULT + "。");
        };
    }

    private String name() {
        var name = websiteName.plainText(WebsiteName.FIELD);
        if (name.isEmpty()) {
            throw InputValue.invalid(WebsiteName.FIELD + " is empty.", WebsiteName.FIELD + " 为空。");
        }
        if (name.length() > WebsiteName.MAX_LENGTH) {
            throw InputValue.invalid(
                    WebsiteName.FIELD + " is longer than " + WebsiteName.MAX_LENGTH + " characters.",
                    WebsiteName.FIELD + " 超过 " + WebsiteName.MAX_LENGTH + " 个字符。");
        }
        return name;
    }
}
