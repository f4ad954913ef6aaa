package io.feishuhire.connector.create;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DefaultValueType;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.mapping.EndTime;
import io.feishuhire.connector.mapping.FieldPatterns;
import io.feishuhire.connector.mapping.InputValue;
import java.time.Instant;
import java.util.Optional;

/**
 * What position it is.
 *
 * @param title the title of the job and of its advertisement
 * @param code the code of the job; made of the task where it is left out
 * @param lookForCode whether to look first if there is a job with this code
 * @param headCount how many people are wanted; may be left out
 * @param expiresAt when the job expires; never when it is left out
 * @param timeZone where a date without a time ends; {@value EndTime#SHANGHAI} when it is left out
 */
public record PositionInput(
        @TemplateProperty(
                id = "title",
                group = "position",
                label = "Title",
                description = "What the job and its advertisement are called",
                tooltip = "For example <code>Backend engineer</code>, or <code>=title</code>.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                constraints = @PropertyConstraints(notEmpty = true))
        InputValue title,

        @TemplateProperty(
                id = "code",
                group = "position",
                label = "Code",
                description = "The number of the job in your company; left empty, the task makes one",
                tooltip =
                        "For example <code>BE-2027-01</code>: letters, digits, - and _, at most 16. It has to be unique; the task looks for it first, so that no job is created twice. Left empty, it is made of the task's instance, the same for all its attempts.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.JOB_CODE,
                                                message = "must be letters, digits, - and _, at most 16")))
        InputValue code,

        @TemplateProperty(
                id = "lookForCode",
                group = "position",
                label = "Look for the code first",
                description = "Look whether there is a job with this code, so that none is created twice",
                tooltip =
                        "The task looks among the jobs that were changed in the last two hours, before it creates one and after an attempt without an answer. For example <em>off</em> where the app may not have the permission <code>hire:job:readonly</code>: a repeated attempt may then create the job twice.",
                type = PropertyType.Boolean,
                feel = FeelMode.staticFeel,
                defaultValue = "true",
                defaultValueType = DefaultValueType.Boolean)
        InputValue lookForCode,

        @TemplateProperty(
                id = "headCount",
                group = "position",
                label = "Head count",
                description = "How many people are wanted",
                tooltip = "For example <code>2</code>.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.OPTIONAL_NUMBER,
                                                message = "must be a whole number")))
        InputValue headCount,

        @TemplateProperty(
                id = "expiresAt",
                group = "position",
                label = "Expires",
                description = "The last day of the job, or a date and time; empty for a job that never expires",
                tooltip = "For example <code>2027-03-31</code>, <code>=expiresAt</code> or"
                        + " <code>2027-03-31T18:00:00+08:00</code>. A date includes the whole day in the time zone"
                        + " below; a date and time needs its own offset or time zone.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.END_TIME,
                                                message = "must be a date such as 2027-03-31, or a date and time with"
                                                        + " its offset such as 2027-03-31T18:00:00+08:00")))
        InputValue expiresAt,

        @TemplateProperty(
                id = "timeZone",
                group = "position",
                label = "Time zone",
                description = "Where the last day ends",
                tooltip = "For example <code>Asia/Shanghai</code> or <code>Europe/Berlin</code>. It counts for a date"
                        + " without a time.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                defaultValue = EndTime.SHANGHAI,
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.TIME_ZONE,
                                                message = "must be a time zone such as Asia/Shanghai")))
        InputValue timeZone) {

    static PositionInput of(JsonNode json) {
        return new PositionInput(
                InputValue.of(json, "title"),
                InputValue.of(json, "code"),
                InputValue.of(json, "lookForCode"),
                InputValue.of(json, "headCount"),
                InputValue.of(json, "expiresAt"),
                InputValue.of(json, "timeZone"));
    }

    /** Puts these fields into the body; see {@link JobFields}. */
    void addTo(JobFields fields) {
        fields.number("position.headCount", headCount, "head_count", 1, 1_000_000);
    }

    /**
     * When the job expires; empty for never.
     *
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when it is no moment
     */
    Optional<Instant> toExpiry() {
        return EndTime.of("position.", expiresAt, timeZone);
    }
}
