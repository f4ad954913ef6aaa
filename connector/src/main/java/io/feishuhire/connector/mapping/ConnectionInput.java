package io.feishuhire.connector.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.error.ConnectorInputException;
import io.camunda.connector.generator.dsl.Property.FeelMode;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DefaultValueType;
import io.camunda.connector.generator.java.annotation.TemplateProperty.DropdownPropertyChoice;
import io.camunda.connector.generator.java.annotation.TemplateProperty.Pattern;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyCondition;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyConstraints;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import io.feishuhire.connector.feishu.BaseUrl;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import java.time.Duration;

/**
 * How to reach Feishu.
 *
 * @param region {@value Region#FEISHU} (also when absent), {@value Region#LARK} or {@value Region#CUSTOM}
 * @param baseUrl for {@value Region#CUSTOM}: the platform's base URL
 * @param timeoutInSeconds the longest that one request may take, 1 to {@value TimeoutSeconds#MAX};
 *     {@value TimeoutSeconds#DEFAULT} when absent
 */
public record ConnectionInput(
        @TemplateProperty(
                id = "region",
                group = "connection",
                label = "Region",
                description = "The Feishu platform that your company uses",
                tooltip = "The platform on which your company signs in, for example <em>Feishu</em> in mainland"
                        + " China, or what the operator of the connector runtime has put in its place"
                        + " (<code>FEISHU_HIRE_BASE_URL</code>). <em>Own base URL</em> is for private"
                        + " deployments and gateways.",
                type = PropertyType.Dropdown,
                feel = FeelMode.disabled,
                defaultValue = ConnectionInput.Region.FEISHU,
                choices = {
                    @DropdownPropertyChoice(value = ConnectionInput.Region.FEISHU, label = "Feishu (open.feishu.cn)"),
                    @DropdownPropertyChoice(value = ConnectionInput.Region.LARK, label = "Lark (open.larksuite.com)"),
                    @DropdownPropertyChoice(value = ConnectionInput.Region.CUSTOM, label = "Own base URL")
                })
        InputValue region,

        @TemplateProperty(
                id = "baseUrl",
                group = "connection",
                label = "Base URL",
                description = "An https URL, without the part that begins with /open-apis",
                tooltip = "For private deployments, gateways and the sandbox, for example"
                        + " <code>https://open.feishu.example.com</code>. http is accepted for this machine only."
                        + " The operator of the connector runtime has to allow the host"
                        + " (<code>FEISHU_HIRE_ALLOWED_HOSTS</code>).",
                type = PropertyType.String,
                feel = FeelMode.disabled,
                condition = @PropertyCondition(property = "connection.region", equals = ConnectionInput.Region.CUSTOM),
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.BASE_URL,
                                                message = "must begin with https:// and end before /open-apis,"
                                                        + " with no user name, question mark or #")))
        InputValue baseUrl,

        @TemplateProperty(
                id = "timeoutInSeconds",
                group = "connection",
                label = "Time limit in seconds",
                description = "The longest that one request to Feishu may take, 1 to 30",
                tooltip = "For example <code>20</code>. The limit covers connecting, sending and the whole answer."
                        + " An execution may make several requests; it ends within 170 seconds.",
                type = PropertyType.String,
                feel = FeelMode.optional,
                defaultValue = "20",
                defaultValueType = DefaultValueType.String,
                constraints =
                        @PropertyConstraints(
                                notEmpty = true,
                                pattern =
                                        @Pattern(
                                                value = FieldPatterns.SECONDS,
                                                message = "must be a whole number from 1 to 30")))
        InputValue timeoutInSeconds) {

    /** Takes the variable {@code connection} apart; any JSON will do. */
    public static ConnectionInput of(JsonNode connection) {
        return new ConnectionInput(
                InputValue.of(connection, "region"),
                InputValue.of(connection, "baseUrl"),
                InputValue.of(connection, "timeoutInSeconds"));
    }

    /** The values of {@link #region}. */
    static final class Region {
        static final String FEISHU = "feishu";
        static final String LARK = "lark";
        static final String CUSTOM = "custom";

        private Region() {}
    }

    /** The bounds of {@link #timeoutInSeconds}. */
    static final class TimeoutSeconds {
        static final int DEFAULT = 20;
        /** Four requests of this length stay far below the five minutes after which a job is handed out again. */
        static final int MAX = 30;

        private TimeoutSeconds() {}
    }

    /**
     * The platform that the modeler chose, within what the operator allows.
     *
     * @throws ConnectorInputException when there is no such region, or the base URL cannot be used or is not allowed
     */
    public BaseUrl toBaseUrl(FeishuClientSettings settings) {
        return switch (region.text()) {
            case "", Region.FEISHU -> settings.feishu();
            case Region.LARK -> BaseUrl.LARK;
            case Region.CUSTOM -> allowed(ownBaseUrl(), settings);
            default ->
                throw new ConnectorInputException("connection.region is none of " + Region.FEISHU + ", " + Region.LARK
                        + " and " + Region.CUSTOM + ".");
        };
    }

    private BaseUrl ownBaseUrl() {
        var text = baseUrl.text();
        if (text.isEmpty()) {
            throw new ConnectorInputException(
                    "connection.baseUrl is empty. Enter the base URL, or choose a region that has one.");
        }
        try {
            return BaseUrl.parse(text);
        } catch (IllegalArgumentException unusable) {
            throw new ConnectorInputException("connection.baseUrl " + unusable.getMessage()
                    + ". Enter an https URL such as https://open.feishu.cn, without the part that begins"
                    + " with /open-apis.");
        }
    }

    /** A diagram is process data: what it names gets the app's credentials only if the operator agrees. */
    private static BaseUrl allowed(BaseUrl baseUrl, FeishuClientSettings settings) {
        if (!settings.allows(baseUrl)) {
            throw new ConnectorInputException("connection.baseUrl names a host that the operator of the connector"
                    + " runtime has not allowed, so nothing was sent there. If the host is right, add it to the"
                    + " environment variable " + FeishuClientSettings.ALLOWED_HOSTS + " of the connector runtime and"
                    + " restart the runtime.");
        }
        return baseUrl;
    }

    /**
     * The longest that one HTTP exchange may take.
     *
     * @throws ConnectorInputException when it is no whole number of seconds within the bounds
     */
    public Duration toTimeout() {
        var text = timeoutInSeconds.text();
        var seconds = text.isEmpty() ? TimeoutSeconds.DEFAULT : text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
        if (seconds < 1 || seconds > TimeoutSeconds.MAX) {
            throw new ConnectorInputException(
                    "connection.timeoutInSeconds is not a whole number from 1 to " + TimeoutSeconds.MAX + ".");
        }
        return Duration.ofSeconds(seconds);
    }
}
