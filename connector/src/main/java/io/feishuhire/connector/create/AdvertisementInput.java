package io.feishuhire.connector.create;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.mapping.InputValue;

/**
 * What candidates read.
 *
 * @param description what the job is; may be left out
 * @param requirement what is asked for; may be left out
 * @param highlightIds what the company offers: a list, or text with commas; may be left out
 */
public record AdvertisementInput(
        @TemplateProperty(
                id = "description",
                group = "advertisement",
                label = "Job description",
                description = "What the job is about (职位描述)",
                tooltip = "For example <code>=description</code> from a form.",
                type = PropertyType.Text,
                feel = FeelMode.optional,
                optional = true)
        InputValue description,

        @TemplateProperty(
                id = "requirement",
                group = "advertisement",
                label = "Requirements",
                description = "What candidates need (职位要求)",
                tooltip = "For example <code>=requirement</code> from a form.",
                type = PropertyType.Text,
                feel = FeelMode.optional,
                optional = true)
        InputValue requirement,

        @TemplateProperty(
                id = "highlightIds",
                group = "advertisement",
                label = "Highlights",
                description = "The IDs of what the company offers (职位亮点)",
                tooltip =
                        "For example <code>6732430418215192836</code>, flexible hours; Feishu's page of constants (枚举常量介绍) lists them.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true)
        InputValue highlightIds) {

    static AdvertisementInput of(JsonNode json) {
        return new AdvertisementInput(
                InputValue.of(json, "description"),
                InputValue.of(json, "requirement"),
                InputValue.of(json, "highlightIds"));
    }

    /** Puts these fields into the body; see {@link JobFields}. */
    void addTo(JobFields fields) {
        fields.text("advertisement.description", description, "description");
        fields.text("advertisement.requirement", requirement, "requirement");
        fields.ids("advertisement.highlightIds", highlightIds, "highlight_list");
    }
}
