package io.feishuhire.connector.openclose;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.JobAction;
import io.feishuhire.connector.feishu.JobId;
import io.feishuhire.connector.feishu.OpenOrCloseRequest;
import io.feishuhire.connector.mapping.AuthenticationInput;
import io.feishuhire.connector.mapping.ConnectionInput;
import io.feishuhire.connector.mapping.EndTime;
import io.feishuhire.connector.mapping.FeishuDocumentation;
import io.feishuhire.connector.mapping.FieldPatterns;
import io.feishuhire.connector.mapping.InputValue;

/**
 * What a modeler fills in, as the job carries it: unchecked, and with secrets in place. The names of the components are
 * the names of the input variables; the annotations make the element template.
 *
 * @param jobId the job (职位) to open or close: text of digits, or a whole number
 * @param action {@value To#OPEN} or {@value To#CLOSE}
 * @param expiresAt for {@value To#OPEN}: when the job expires; never when it is left out
 * @param timeZone where a date without a time ends; {@value EndTime#SHANGHAI} when it is left out
 * @param authentication the Feishu app that does it
 * @param connection how to reach Feishu
 */
public record OpenOrCloseJobInput(
        @TemplateProperty(
                id = "jobId",
                group = "job",
                label = "Job ID",
                description = "The digits of the job in Feishu Hire, not those of an advertisement",
                tooltip = "For example <code>6960663240925956631</code>, or <code>=createdJob.jobId</code> after"
                        + " the connector <em>Create job</em>. It is also <code>data.job.id</code> in the answer of <a href='"
                        + FeishuDocumentation.CREATE_JOB
                        + "' target='_blank'>create job</a>, and <code>jobId</code> in the result of the connector"
                        + " <em>Check job advertisement</em>. Keep it as text: numbers of that size lose digits in"
                        + " forms and scripts.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.DIGITS,
                                                message = "must be the digits of a job, at most 32")))
        InputValue jobId,

        @TemplateProperty(
                id = "action",
                group = "job",
                label = "Action",
                description = "Closing takes every advertisement of the job offline, on all channels",
                tooltip = "For example <em>Open the job</em>. Feishu does not document whether the advertisements of a"
                        + " job that is opened again come back online: publish them again. A job that is open already"
                        + " stays as it is, with the date on which it expires, and so does one that is closed already;"
                        + " the task completes, and <code>changed</code> is <code>false</code>.",
                type = PropertyType.Dropdown,
                feel = FeelMode.disabled,
                defaultValue = OpenOrCloseJobInput.To.OPEN,
                choices = {
                    @DropdownPropertyChoice(value = OpenOrCloseJobInput.To.OPEN, label = "Open the job (重启职位)"),
                    @DropdownPropertyChoice(value = OpenOrCloseJobInput.To.CLOSE, label = "Close the job (关闭职位)")
                })
        InputValue action,

        @TemplateProperty(
                id = "expiresAt",
                group = "job",
                label = "Expires",
                description = "The last day of the job, or a date and time; empty for a job that never expires",
                tooltip = "For example <code>2027-03-31</code>, <code>=expiresAt</code> or"
                        + " <code>2027-03-31T18:00:00+08:00</code>. A date includes the whole day in the time zone"
                        + " below; a date and time needs its own offset or time zone. The date of a job that is open"
                        + " already does not change. Left empty, the field takes a process variable called"
                        + " <code>expiresAt</code>, if there is one: write <code>=null</code> for none.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                condition = @PropertyCondition(property = "action", equals = OpenOrCloseJobInput.To.OPEN),
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
                group = "job",
                label = "Time zone",
                description = "Where the last day ends",
                tooltip = "For example <code>Asia/Shanghai</code> or <code>Europe/Berlin</code>. It counts for a date"
                        + " without a time.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                optional = true,
                defaultValue = EndTime.SHANGHAI,
                condition = @PropertyCondition(property = "action", equals = OpenOrCloseJobInput.To.OPEN),
                constraints =
                        @PropertyConstraints(
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.TIME_ZONE,
                                                message = "must be a time zone such as Asia/Shanghai")))
        InputValue timeZone,

        AuthenticationInput authentication,
        ConnectionInput connection) {

    /** The values of {@link #action}. */
    static final class To {
        static final String OPEN = "open";
        static final String CLOSE = "close";

        private To() {}
    }

    /**
     * Takes the variables apart. Any JSON will do: {@link #toRequest} reports what is missing or of another form, in
     * words of its own that do not quote the value.
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static OpenOrCloseJobInput of(JsonNode variables) {
        return new OpenOrCloseJobInput(
                InputValue.of(variables, "jobId"),
                InputValue.of(variables, "action"),
                InputValue.of(variables, "expiresAt"),
                InputValue.of(variables, "timeZone"),
                AuthenticationInput.of(variables.path("authentication")),
                ConnectionInput.of(variables.path("connection")));
    }

    /**
     * Checks the input, configuration first.
     *
     * @param settings what the operator allows
     * @throws ConnectorInputException when credentials or connection are not usable: a matter for the operator
     * @throws FeishuException with {@link io.feishuhire.connector.feishu.FeishuError#INVALID_PARAMETER} when a value
     *     cannot be used: a matter for the process
     */
    OpenOrCloseRequest toRequest(FeishuClientSettings settings) {
        return new OpenOrCloseRequest(
                authentication.toApp(connection.toBaseUrl(settings)),
                jobId.id("jobId", JobId::new),
                toAction(),
                connection.toTimeout());
    }

    private JobAction toAction() {
        return switch (action.plainText("action")) {
            case To.OPEN -> new JobAction.Open(EndTime.of("", expiresAt, timeZone));
            case To.CLOSE -> new JobAction.Close();
            default -> throw InputValue.invalid("action is neither open nor close.", "action 既不是 open，也不是 close。");
        };
    }
}
