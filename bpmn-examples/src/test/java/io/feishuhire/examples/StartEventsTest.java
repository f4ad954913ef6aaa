package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A start form is filled in before an instance can list anything. */
class StartEventsTest {

    @ParameterizedTest
    @EnumSource(names = {"PUBLISH_WITH_APPROVAL", "REQUISITION_TO_LIVE", "PUBLISH_TO_CHANNELS"})
    void anExampleThatOffersChoicesByNameHasNoStartForm(Example example) {
        var model = Bpmn.readModelFromStream(getClass().getResourceAsStream("/" + example.processId() + ".bpmn"));

        assertThat(model.getModelElementsByType(StartEvent.class))
                .isNotEmpty()
                .allSatisfy(start -> assertThat(start.getSingleExtensionElement(ZeebeFormDefinition.class))
                        .isNull());
    }
}
