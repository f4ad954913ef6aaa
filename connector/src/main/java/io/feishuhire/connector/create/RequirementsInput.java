package io.feishuhire.connector.create;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.mapping.FieldPatterns;
import io.feishuhire.connector.mapping.InputValue;

/**
 * What is paid, and what is asked for.
 *
 * @param minSalary the lowest pay, in thousands a month; may be left out
 * @param maxSalary the highest pay, in thousands a month; may be left out
 * @param experience years of experience, as a number of Feishu's list; may be left out
 * @param degree the degree, as a number of Feishu's list; may be left out
 */
public record RequirementsInput(
        @TemplateProperty(
                id = "minSalary",
                group = "requirements",
                label = "Pay from",
                description = "In thousands a month: 20 means 20,000",
                tooltip = "For example <code>20</code>.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.OPTIONAL_NUMBER,
                                                message = "must be a whole number, in thousands")))
        InputValue minSalary,

        @TemplateProperty(
                id = "maxSalary",
                group = "requirements",
                label = "Pay up to",
                description = "In thousands a month: 35 means 35,000",
                tooltip = "For example <code>35</code>.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.OPTIONAL_NUMBER,
                                                message = "must be a whole number, in thousands")))
        InputValue maxSalary,

        @TemplateProperty(
                id = "experience",
                group = "requirements",
                label = "Experience",
                description =
                        "1 = any, 2 = graduate; years: 3 = below 1, 4 = 1 to 3, 5 = 3 to 5, 6 = 5 to 7, 7 = 7 to 10, 8 = above 10",
                tooltip = "For example <code>5</code>, or <code>=experience</code> from a form.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                constraints =
                        @PropertyConstraints(
                                pattern = @Pattern(value = FieldPatterns.EXPERIENCE, message = "must be 1 to 8")))
        InputValue experience,

        @TemplateProperty(
                id = "degree",
                group = "requirements",
                label = "Degree",
                description =
                        "1 = primary, 2 = junior high, 3 = vocational, 4 = senior high, 5 = college, 6 = bachelor, 7 = master, 8 = doctor, each or above; 20 = any",
                tooltip = "For example <code>6</code>, or <code>=degree</code> from a form.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                constraints =
                        @PropertyConstraints(
                                pattern = @Pattern(value = FieldPatterns.DEGREE, message = "must be 1 to 8, or 20")))
        InputValue degree) {

    static RequirementsInput of(JsonNode json) {
        return new RequirementsInput(
                InputValue.of(json, "minSalary"),
                InputValue.of(json, "maxSalary"),
                InputValue.of(json, "experience"),
                InputValue.of(json, "degree"));
    }

    /** Puts these fields into the body; see {@link JobFields}. */
    void addTo(JobFields fields) {
        var min = fields.number("requirements.minSalary", minSalary, "min_salary", 0, 1_000_000);
        var max = fields.number("requirements.maxSalary", maxSalary, "max_salary", 0, 1_000_000);
        if (min.isPresent() && max.isPresent() && min.getAsInt() > max.getAsInt()) {
            throw InputValue.invalid(
                    "requirements.minSalary is more than requirements.maxSalary.",
                    "requirements.minSalary 高于 requirements.maxSalary。");
        }
        fields.number("requirements.experience", experience, "experience", 1, 8);
        var asked = fields.number("requirements.degree", degree, "required_degree", 1, 20);
        if (asked.isPresent() && asked.getAsInt() > 8 && asked.getAsInt() < 20) {
            throw InputValue.invalid(
                    "requirements.degree must be 1 to 8, or 20.", "requirements.degree 应为 1 到 8 或 20。");
        }
    }
}
