package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.TerminateEventDefinition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A reminder runs beside the path that it reminds of, in the same process or sub-process. That scope ends only when
 * both have ended, so a reminder that stays open would keep it from ending.
 */
class RemindersTest {

    @ParameterizedTest
    @EnumSource(Example.class)
    void everyWayOutOfAScopeEndsItsReminders(Example example) {
        var model = Bpmn.readModelFromStream(getClass().getResourceAsStream("/" + example.processId() + ".bpmn"));

        assertThat(scopes(model).filter(RemindersTest::hasReminder).flatMap(RemindersTest::waysOut))
                .as("end events that leave a reminder open")
                .filteredOn(end -> !endsItsScope(end))
                .extracting(EndEvent::getId)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void noReminderIsLeftBehindByAPathThatGoesOn(Example example) {
        var model = Bpmn.readModelFromStream(getClass().getResourceAsStream("/" + example.processId() + ".bpmn"));

        assertThat(model.getModelElementsByType(BoundaryEvent.class))
                .filteredOn(event -> !event.cancelActivity())
                .as("the only thing that its scope does is what the reminder is about")
                .allSatisfy(reminder -> assertThat(reachable(reminder.getAttachedTo()))
                        .allMatch(element -> element.equals(reminder.getAttachedTo()) || element instanceof EndEvent));
    }

    private static Stream<ModelElementInstance> scopes(BpmnModelInstance model) {
        return Stream.of(Process.class, SubProcess.class).flatMap(type -> model.getModelElementsByType(type).stream());
    }

    private static boolean hasReminder(ModelElementInstance scope) {
        return scope.getChildElementsByType(BoundaryEvent.class).stream().anyMatch(event -> !event.cancelActivity())
                || scope.getChildElementsByType(SubProcess.class).stream()
                        .flatMap(inner -> inner.getChildElementsByType(StartEvent.class).stream())
                        .anyMatch(start -> !start.isInterrupting());
    }

    private static Stream<EndEvent> waysOut(ModelElementInstance scope) {
        return scope.getChildElementsByType(StartEvent.class).stream()
                .flatMap(start -> reachable(start).stream())
                .filter(EndEvent.class::isInstance)
                .map(EndEvent.class::cast);
    }

    /** What a token meets, unless it is that of a reminder. */
    private static Set<FlowNode> reachable(FlowNode start) {
        var reached = new LinkedHashSet<FlowNode>(Set.of(start));
        var ahead = new ArrayDeque<FlowNode>(reached);
        while (!ahead.isEmpty()) {
            var element = ahead.remove();
            Stream.concat(element.getSucceedingNodes().list().stream(), interruptionsOf(element).stream())
                    .filter(reached::add)
                    .forEach(ahead::add);
        }
        return reached;
    }

    private static Collection<BoundaryEvent> interruptionsOf(FlowNode element) {
        return element.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.cancelActivity() && event.getAttachedTo().equals(element))
                .toList();
    }

    private static boolean endsItsScope(EndEvent end) {
        return end.getEventDefinitions().stream()
                .anyMatch(definition ->
                        definition instanceof TerminateEventDefinition || definition instanceof ErrorEventDefinition);
    }
}
