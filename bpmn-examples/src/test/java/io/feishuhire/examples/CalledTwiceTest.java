package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.CallActivityBuilder;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import io.feishuhire.examples.QuickstartEngine.Stop;
import io.feishuhire.localcamunda.EmbeddedEngine;
import io.feishuhire.localcamunda.ProcessHistory;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Reply;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example with inputs as other processes call it: twice in a row, and with all variables passed down and up. Of
 * the one without any see {@link RequisitionTest}.
 */
@ExtendWith(ExampleExtension.class)
class CalledTwiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What people answer at any task; the output mappings of each take what is meant. */
    private static final Map<String, Object> ANSWERS =
            Map.of("approved", true, "resolution", "give-up", "requestDecision", "withdraw");

    /** What an agent does, where the example has one. */
    private static final Map<String, Object> PLAN = PlannedTurns.plan(
            "Done",
            PlannedTurns.turn(PlannedTurns.listChannels()),
            PlannedTurns.turn(PlannedTurns.publish("内推平台 (Referral platform)")));

    private static final Reply REFUSAL = Reply.error(400, 99_991_403, "this month's api call quota is exceeded");

    static Stream<Arguments> everyExampleAmongLeftovers() {
        return Arrays.stream(Example.values())
                .filter(example -> !example.inputs().isEmpty())
                .flatMap(example -> Leftovers.KINDS.stream().map(kind -> Arguments.of(example, kind)));
    }

    @ParameterizedTest
    @MethodSource("everyExampleAmongLeftovers")
    void theSecondCallKnowsNothingOfTheFirst(Example example, Object leftover, EmbeddedEngine engine) {
        try (var feishu = FeishuSandbox.start()) {
            feishu.next(Endpoint.PUBLISH, REFUSAL);
            var variables = new HashMap<>(Leftovers.of(example, leftover).variables());
            variables.putAll(PLAN);
            variables.put("first", inputs(example, "11111111"));
            variables.put("second", inputs(example, "22222222"));
            var parent = start(parentOf(example), example, variables, feishu, engine);

            walk(called(1, parent, engine), engine);
            var second = walk(called(2, parent, engine), engine);

            assertThat(feishu.published())
                    .extracting(published -> published.advertisementId())
                    .containsOnlyOnce("22222222");
            assertThat(second.errorsThrown()).isEmpty();
            var itsOwn = new HashMap<>(second.variables());
            itsOwn.keySet().removeAll(Set.of("first", "second"));
            itsOwn.keySet().removeAll(PLAN.keySet());
            assertThat(itsOwn.toString()).contains("22222222").doesNotContain("11111111");
            assertThat(second.variables())
                    .as("the inputs are still what the caller gave")
                    .containsAllEntriesOf(inputs(example, "22222222"));
            engine.awaitCompleted(parent, PATIENCE);
        }
    }

    private static Map<String, Object> inputs(Example example, String advertisementId) {
        return switch (example) {
            case REQUISITION_TO_LIVE -> Map.of();
            case PUBLISH_MINIMAL -> Map.of("advertisementId", advertisementId);
            case PUBLISH_WITH_APPROVAL ->
                Map.of(
                        "advertisementId",
                        advertisementId,
                        "jobChannelId",
                        "3",
                        "jobId",
                        advertisementId,
                        "reason",
                        "For " + advertisementId);
            case PUBLISH_TO_CHANNELS -> Map.of("advertisementId", advertisementId, "channels", "3，3");
            case RECRUITING_AGENT_TOOLS ->
                Map.of("advertisementId", advertisementId, "agentRequest", "For " + advertisementId);
            case BULK_PUBLISH ->
                Map.of("advertisementIds", advertisementId + "\n" + advertisementId, "jobChannelId", "3");
        };
    }

    private static BpmnModelInstance parentOf(Example example) {
        var parent = Bpmn.createExecutableProcess("calls-" + example.processId())
                .startEvent()
                .callActivity("first", call -> call(example, "first", call))
                // Where the example has no way for a refusal.
                .boundaryEvent("refused")
                .error()
                .callActivity("second", call -> call(example, "second", call))
                .endEvent();
        return parent.moveToActivity("first").connectTo("second").done();
    }

    private static void call(Example example, String inputs, CallActivityBuilder call) {
        call.zeebeProcessId(example.processId())
                .zeebeBindingType(ZeebeBindingType.deployment)
                .zeebePropagateAllParentVariables(true)
                .zeebePropagateAllChildVariables(true);
        example.inputs().forEach(input -> call.zeebeInputExpression(inputs + "." + input, input));
    }

    private static long start(
            BpmnModelInstance parent,
            Example example,
            Map<String, Object> variables,
            FeishuSandbox feishu,
            EmbeddedEngine engine) {
        var key = example.deployment(engine.client(), FeishuAddress.of(feishu))
                .addProcessModel(parent, "parent.bpmn")
                .send()
                .join()
                .getProcesses()
                .getLast()
                .getProcessDefinitionKey();
        return engine.start(key, variables);
    }

    private static long called(int number, long parent, EmbeddedEngine engine) {
        return engine.await(
                        parent,
                        "call " + number,
                        history -> history.calledInstances().size() >= number,
                        PATIENCE)
                .calledInstances()
                .get(number - 1);
    }

    /** Goes on to the end, where it may have been cut off by the refusal. */
    private static ProcessHistory walk(long instance, EmbeddedEngine engine) {
        while (true) {
            switch (new QuickstartEngine.Embedded(engine).awaitStop(instance, PATIENCE)) {
                case Stop.AtUserTask task -> engine.completeUserTask(task.key(), ANSWERS);
                case Stop.AtIncident incident -> throw new AssertionError(incident.message());
                case Stop.AtEnd end -> {
                    return engine.history(instance);
                }
            }
        }
    }
}
