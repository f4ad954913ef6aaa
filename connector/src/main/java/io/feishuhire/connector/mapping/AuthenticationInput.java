package io.feishuhire.connector.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.feishu.BaseUrl;
import io.feishuhire.connector.feishu.FeishuApp;

/**
 * The custom app that calls Feishu.
 *
 * @param appId {@code cli_…}
 * @param appSecret the app's secret
 */
// The braces stand for what each connector's description names; the generator of the templates fills them in.
public record AuthenticationInput(
        @TemplateProperty(
                id = "appId",
                group = "authentication",
                label = "App ID",
                description = "The connector secret that holds the app ID of your Feishu app",
                tooltip = "The secret's value, for example <code>cli_a1b2c3d4e5f6</code>, is in the <a href='"
                        + FeishuDocumentation.DEVELOPER_CONSOLE
                        + "' target='_blank'>Feishu Developer Console</a> › your app › Credentials &amp;"
                        + " Basic Info. Permissions for this task: {permissions|, | and }.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "{{secrets.FEISHU_APP_ID}}",
                constraints = @PropertyConstraints(notEmpty = true))
        InputValue appId,

        @TemplateProperty(
                id = "appSecret",
                group = "authentication",
                label = "App secret",
                description = "The connector secret that holds the app secret; never type the secret itself here",
                tooltip = "The secret's value is in the <a href='" + FeishuDocumentation.DEVELOPER_CONSOLE
                        + "' target='_blank'>Feishu Developer Console</a> › your app › Credentials &amp;"
                        + " Basic Info. The diagram stores what is typed here, and all its readers can see it,"
                        + " so refer to a connector secret, for example"
                        + " <code>{{secrets.FEISHU_APP_SECRET}}</code>.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "{{secrets.FEISHU_APP_SECRET}}",
                constraints = @PropertyConstraints(notEmpty = true))
        InputValue appSecret) {

    /** Takes the variable {@code authentication} apart; any JSON will do. */
    public static AuthenticationInput of(JsonNode authentication) {
        return new AuthenticationInput(
                InputValue.of(authentication, "appId"), InputValue.of(authentication, "appSecret"));
    }

    /**
     * The app, if its credentials can be some.
     *
     * @throws ConnectorInputException when a credential is missing or cannot be one; it names the field
     */
    public FeishuApp toApp(BaseUrl baseUrl) {
        return new FeishuApp(baseUrl, credential("appId", appId), credential("appSecret", appSecret));
    }

    private static String credential(String name, InputValue value) {
        var field = "authentication." + name;
        var text = value.text();
        if (text.isEmpty()) {
            throw new ConnectorInputException(field
                    + " is empty. Refer to a connector secret in this field and give that secret a value in the"
                    + " connector runtime.");
        }
        Credential.problem(text).ifPresent(problem -> {
            throw new ConnectorInputException(field + " " + problem);
        });
        return text;
    }
}
