package io.feishuhire.connector.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.api.error.ConnectorException;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuClientSettings;
import io.feishuhire.connector.mapping.FeishuAccess;
import io.feishuhire.sandbox.FeishuSandbox;
import java.util.Map;
import java.util.UUID;

/** Gives connectors whatever a job may carry, with a sandbox behind them, and sees what becomes of it. */
public final class InputProbe implements AutoCloseable {

    private final FeishuSandbox sandbox = FeishuSandbox.start();
    private final FeishuAccess feishu = FeishuAccess.through(new FeishuClient(new FeishuClientSettings(1_000)));

    private InputProbe() {}

    /** Starts a sandbox, which has to be closed. */
    public static InputProbe start() {
        var probe = new InputProbe();
        probe.sandbox.withoutRateLimit();
        return probe;
    }

    public FeishuSandbox sandbox() {
        return sandbox;
    }

    /** The ordinary input of a connector. */
    public ObjectNode input(EveryConnector connector) {
        return connector.variables(sandbox.baseUrl().toString());
    }

    /** The same with one value replaced, by its JSON pointer. */
    public ObjectNode with(EveryConnector connector, String pointer, String withSingleQuotes) {
        return JobVariables.replace(input(connector), pointer, withSingleQuotes);
    }

    /** Works a job. */
    public Object execute(EveryConnector connector, JsonNode variables) {
        return connector.execute(feishu, variables);
    }

    /** Works a job, and shows its result as the process gets it. */
    public JsonNode result(EveryConnector connector, JsonNode variables) {
        return JobVariables.ofResult(execute(connector, variables));
    }

    /** The message of a job whose input is a BPMN error before anything is sent. */
    public String rejection(EveryConnector connector, ObjectNode variables) {
        var appOfThisCase = "cli_" + UUID.randomUUID();
        ((ObjectNode) variables.get("authentication")).put("appId", appOfThisCase);
        var thrown = catchThrowableOfType(ConnectorException.class, () -> execute(connector, variables));
        assertThat(thrown).as("rejected").isNotNull().hasNoCause();
        assertThat(thrown.getErrorCode()).isEqualTo("FEISHU_INVALID_PARAMETER");
        assertThat(thrown.getErrorVariables().get("feishuError"))
                .asInstanceOf(MAP)
                .containsEntry("code", null)
                .containsEntry("httpStatus", null)
                .containsEntry("logId", null)
                .containsEntry("kind", "permanent")
                .containsEntry("name", "FEISHU_INVALID_PARAMETER")
                .containsEntry("message", thrown.getMessage());
        assertThat(((Map<?, ?>) thrown.getErrorVariables().get("feishuError")).get("advice"))
                .asInstanceOf(MAP)
                .extractingByKey("zh")
                .asString()
                .as("the same field and a reason, for people who read Chinese")
                .contains(firstFieldOf(thrown.getMessage()))
                .containsPattern("\\p{IsHan}.*。请更正后");
        assertThat(sandbox.requests())
                .as("nothing is sent")
                .noneMatch(request -> request.body().contains(appOfThisCase));
        return thrown.getMessage();
    }

    /** A message begins with the field, but for one that lists all that a job lacks. */
    private static String firstFieldOf(String message) {
        return message.replaceFirst("^A job needs ", "").split("[ ,.](?=[ ]|$)|[ ,]", 2)[0];
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
