package io.feishuhire.connector.choices;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.error.ConnectorInputException;
import io.feishuhire.connector.feishu.ChoicesRequest;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.feishu.FeishuException;
import io.feishuhire.connector.mapping.AuthenticationInput;
import io.feishuhire.connector.mapping.ConnectionInput;

/**
 * What a modeler fills in, as the job carries it: unchecked, and with secrets in place. The names of the components are
 * the names of the input variables; the annotations make the element template.
 *
 * @param list what to list
 * @param authentication the Feishu app that reads the list
 * @param connection how to reach Feishu
 */
public record ListChoicesInput(ListInput list, AuthenticationInput authentication, ConnectionInput connection) {

    /**
     * Takes the variables apart. Any JSON will do: {@link #toRequest} reports what is missing or of another form, in
     * words of its own that do not quote the value.
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ListChoicesInput of(JsonNode variables) {
        return new ListChoicesInput(
                ListInput.of(variables.path("list")),
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
    ChoicesRequest toRequest(FeishuClientSettings settings) {
        return new ChoicesRequest(
                authentication.toApp(connection.toBaseUrl(settings)),
                list.toList(),
                list.toFilter(),
                list.toRoot(),
                connection.toTimeout());
    }
}
