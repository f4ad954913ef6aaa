package io.feishuhire.connector.create;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.feishu.CreateJobRequest;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.feishu.FeishuFailure;
import io.feishuhire.connector.feishu.JobCode;
import io.feishuhire.connector.feishu.JobDraft;
import io.feishuhire.connector.mapping.AuthenticationInput;
import io.feishuhire.connector.mapping.ConnectionInput;
import io.feishuhire.connector.mapping.FeishuDocumentation;
import io.feishuhire.connector.mapping.InputValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a modeler fills in, as the job carries it: unchecked, and with secrets in place. The names of the components are
 * the names of the input variables; the annotations make the element template.
 *
 * @param position what position it is
 * @param people who is responsible
 * @param process how people are hired
 * @param placement where the position is
 * @param requirements what is paid and asked for
 * @param advertisement what candidates read
 * @param further all that has no field of its own, as a context; may be left out
 * @param authentication the Feishu app that creates the job
 * @param connection how to reach Feishu
 */
public record CreateJobInput(
        PositionInput position,
        PeopleInput people,
        ProcessInput process,
        PlacementInput placement,
        RequirementsInput requirements,
        AdvertisementInput advertisement,

        @TemplateProperty(
                id = "further",
                group = "further",
                label = "Further fields",
                description = "All else that Feishu's call takes, by its own names; custom fields included",
                tooltip = "For example <code>={min_level_id: levelId, customized_data_list: [{object_id:"
                        + " \"6960663240925956660\", value: \"1\"}]}</code>. The names are those of <a href='"
                        + FeishuDocumentation.CREATE_JOB
                        + "' target='_blank'>create job</a>; levels and families by <code>job_level_id</code> and"
                        + " <code>job_family_id</code>.",
                type = PropertyType.Text,
                feel = FeelMode.required,
                optional = true)
        InputValue further,

        AuthenticationInput authentication,
        ConnectionInput connection) {

    private static final class Bounds {
        static final int MAX_TITLE = 300;

        private Bounds() {}
    }

    /**
     * Takes the variables apart. Any JSON will do: {@link #toRequest} reports what is missing or of another form, in
     * words of its own that do not quote the value.
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static CreateJobInput of(JsonNode variables) {
        return new CreateJobInput(
                PositionInput.of(variables.path("position")),
                PeopleInput.of(variables.path("people")),
                ProcessInput.of(variables.path("process")),
                PlacementInput.of(variables.path("placement")),
                RequirementsInput.of(variables.path("requirements")),
                AdvertisementInput.of(variables.path("advertisement")),
                InputValue.of(variables, "further"),
                AuthenticationInput.of(variables.path("authentication")),
                ConnectionInput.of(variables.path("connection")));
    }

    /**
     * Checks the variables.
     *
     * @param settings what the operator allows
     * @param taskKey the key of the task's instance, which is the same for all attempts; the code is made of it where
     *     none is given
     * @throws ConnectorInputException when the credentials or the connection are configured wrongly
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when a required field is missing or a value
     *     cannot be used
     */
    CreateJobRequest toRequest(FeishuClientSettings settings, long taskKey) {
        var app = authentication.toApp(connection.toBaseUrl(settings));
        var timeout = connection.toTimeout();
        requireAll();
        var code = position.code().optional("position.code", JobCode::new).orElseGet(() -> JobCode.ofKey(taskKey));
        var title = position.title().plainText("position.title");
        if (title.length() > Bounds.MAX_TITLE) {
            throw InputValue.invalid(
                    "position.title is longer than " + Bounds.MAX_TITLE + " characters.",
                    "position.title 超过 " + Bounds.MAX_TITLE + " 个字符。");
        }
        var lookFirst =
                position.lookForCode().isLeftOut() || position.lookForCode().flag("position.lookForCode");
        var job = new JobDraft(code, title, position.toExpiry(), people.toTeam(), fields().json());
        return new CreateJobRequest(app, job, lookFirst, timeout);
    }

    private JobFields fields() {
        var fields = new JobFields();
        position.addTo(fields);
        process.addTo(fields);
        placement.addTo(fields);
        requirements.addTo(fields);
        advertisement.addTo(fields);
        fields.further(further);
        return fields;
    }

    /** All that is missing at once, so that a person need not try again for each. */
    private void requireAll() {
        var required = new LinkedHashMap<String, InputValue>();
        required.put("position.title", position.title());
        required.put("people.recruiter", people.recruiter());
        required.put("people.hiringManagers", people.hiringManagers());
        required.put("process.processType", process.processType());
        required.put("process.processId", process.processId());
        required.put("process.jobTypeId", process.jobTypeId());
        required.put("process.recruitmentTypeId", process.recruitmentTypeId());
        required.put("placement.departmentId", placement.departmentId());
        var missing = required.entrySet().stream()
                .filter(field -> isMissing(field.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!missing.isEmpty()) {
            throw new FeishuException(FeishuFailure.invalidParameter(
                    "A job needs " + String.join(", ", missing) + ".", "缺少必填字段：" + String.join("、", missing) + "。"));
        }
    }

    private static boolean isMissing(InputValue value) {
        var isEmptyList = value.json().isArray() && value.json().isEmpty();
        return value.isLeftOut() || isEmptyList;
    }
}
