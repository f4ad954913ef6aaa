package io.feishuhire.connector.lookup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.JobId;
import io.feishuhire.connector.feishu.LookUpRequest;
import io.feishuhire.connector.mapping.AuthenticationInput;
import io.feishuhire.connector.mapping.ConnectionInput;
import io.feishuhire.connector.mapping.FeishuDocumentation;
import io.feishuhire.connector.mapping.FieldPatterns;
import io.feishuhire.connector.mapping.InputValue;

/**
 * What a modeler fills in, as the job carries it: unchecked, and with secrets in place. The names of the components are
 * the names of the input variables; the annotations make the element template.
 *
 * @param jobId the job (职位) to look up: text of digits, or a whole number
 * @param authentication the Feishu app that looks
 * @param connection how to reach Feishu
 */
public record LookUpJobInput(
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

        AuthenticationInput authentication,
        ConnectionInput connection) {

    /**
     * Takes the variables apart. Any JSON will do: {@link #toRequest} reports what is missing or of another form, in
     * words of its own that do not quote the value.
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LookUpJobInput of(JsonNode variables) {
        return new LookUpJobInput(
                InputValue.of(variables, "jobId"),
                AuthenticationInput.of(variables.path("authentication")),
                ConnectionInput.of(variables.path("connection")));
    }

    /**
     * Checks the input, configuration first.
     *
     * @param settings what the operator allows
     * @throws ConnectorInputException when credentials or connection are not usable: a matter for the operator
     * @throws FeishuException with {@link io.feishuhire.connector.feishu.FeishuError#INVALID_PARAMETER} when the id
     *     cannot be used: a matter for the process
     */
    LookUpRequest toRequest(FeishuClientSettings settings) {
        return new LookUpRequest(
                authentication.toApp(connection.toBaseUrl(settings)),
                jobId.id("jobId", JobId::new),
                connection.toTimeout());
    }
}
