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
 * How people are hired.
 *
 * @param processType experienced or campus hire
 * @param processId the hiring process
 * @param jobTypeId the job type
 * @param recruitmentTypeId the kind of employment
 * @param jobFunctionId the job function; may be left out
 * @param subjectId the subject; may be left out
 */
public record ProcessInput(
        @TemplateProperty(
                id = "processType",
                group = "process",
                label = "Kind of hiring",
                description = "1 = experienced hire (社招), 2 = campus hire (校招)",
                tooltip = "For example <code>1</code>, or <code>=processType</code> from a form.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = FieldPatterns.PROCESS_TYPE, message = "must be 1 or 2")))
        InputValue processType,

        @TemplateProperty(
                id = "processId",
                group = "process",
                label = "Hiring process",
                description = "The ID of the hiring process (招聘流程); it has to fit the kind of hiring",
                tooltip = "For example <code>=processId</code>, from <em>List choices</em>.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = FieldPatterns.ID, message = "must be an ID")))
        InputValue processId,

        @TemplateProperty(
                id = "jobTypeId",
                group = "process",
                label = "Job type (职位类别)",
                description = "The ID of the job type",
                tooltip = "For example <code>=jobTypeId</code>, from <em>List choices</em>.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = FieldPatterns.ID, message = "must be an ID")))
        InputValue jobTypeId,

        @TemplateProperty(
                id = "recruitmentTypeId",
                group = "process",
                label = "Employment",
                description =
                        "101 = full-time, 102 = outsourced, 103 = labour service, 105 = consultant, 301 = intern; campus: 201 = full-time, 202 = intern",
                tooltip =
                        "For example <code>101</code>, or <code>=recruitmentTypeId</code> from a form. Your company may have more (雇佣类型).",
                type = PropertyType.String,
                feel = FeelMode.optional,
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern = @Pattern(value = FieldPatterns.ID, message = "must be an ID, such as 101")))
        InputValue recruitmentTypeId,

        @TemplateProperty(
                id = "jobFunctionId",
                group = "process",
                label = "Job function",
                description = "The ID of the job function (职能分类)",
                tooltip = "For example <code>=jobFunctionId</code>, from <em>List choices</em>.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                constraints =
                        @PropertyConstraints(
                                pattern = @Pattern(value = FieldPatterns.OPTIONAL_ID, message = "must be an ID")))
        InputValue jobFunctionId,

        @TemplateProperty(
                id = "subjectId",
                group = "process",
                label = "Subject",
                description = "The ID of the subject (项目) that the job belongs to",
                tooltip = "For example <code>=subjectId</code>, from <em>List choices</em>.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                constraints =
                        @PropertyConstraints(
                                pattern = @Pattern(value = FieldPatterns.OPTIONAL_ID, message = "must be an ID")))
        InputValue subjectId) {

    static ProcessInput of(JsonNode json) {
        return new ProcessInput(
                InputValue.of(json, "processType"),
                InputValue.of(json, "processId"),
                InputValue.of(json, "jobTypeId"),
                InputValue.of(json, "recruitmentTypeId"),
                InputValue.of(json, "jobFunctionId"),
                InputValue.of(json, "subjectId"));
    }

    /** Puts these fields into the body; see {@link JobFields}. */
    void addTo(JobFields fields) {
        fields.number("process.processType", processType, "process_type", 1, 2);
        fields.id("process.processId", processId, "job_process_id");
        fields.id("process.jobTypeId", jobTypeId, "job_type_id");
        fields.id("process.recruitmentTypeId", recruitmentTypeId, "recruitment_type_id");
        fields.id("process.jobFunctionId", jobFunctionId, "job_function_id");
        fields.id("process.subjectId", subjectId, "subject_id");
    }
}
