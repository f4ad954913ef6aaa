package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateRulesTest {

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void aTemplateBreaksNoRule(ConnectorTemplate template) throws JsonProcessingException {
        assertThat(violations(template.json())).isEmpty();
    }

    @Test
    void anUnknownKeyIsReported() throws JsonProcessingException {
        assertThat(violations("{\"keyword\": []}")).containsExactly("The template has an unknown key keyword.");
    }

    @Test
    void anUnknownGroupIsReported() throws JsonProcessingException {
        assertThat(violations("{\"properties\": [{\"id\": \"a\", \"group\": \"g\"}]}"))
                .containsExactly("The property a is in the unknown group g.");
    }

    @Test
    void aGroupOfHiddenPropertiesIsReported() throws JsonProcessingException {
        assertThat(violations("{\"groups\": [{\"id\": \"g\"}], \"properties\":"
                        + " [{\"id\": \"a\", \"group\": \"g\", \"type\": \"Hidden\"}]}"))
                .containsExactly("The group g has no field that shows.");
    }

    @Test
    void aDuplicateIdIsReported() throws JsonProcessingException {
        assertThat(violations("{\"properties\": [{\"id\": \"a\"}, {\"id\": \"a\"}]}"))
                .containsExactly("The property a is there twice.");
    }

    @Test
    void aDanglingConditionIsReported() throws JsonProcessingException {
        assertThat(violations("{\"properties\": [{\"id\": \"a\", \"condition\": {\"property\": \"b\"}}]}"))
                .containsExactly("The property a depends on b, which is not there.");
    }

    @Test
    void aConditionThatPointsForwardIsReported() throws JsonProcessingException {
        assertThat(violations("{\"properties\": [{\"id\": \"a\", \"condition\": {\"allMatch\":"
                        + " [{\"property\": \"b\"}]}}, {\"id\": \"b\"}]}"))
                .containsExactly("The property a depends on b, which comes after it.");
    }

    @Test
    void aDefaultThatIsNoChoiceIsReported() throws JsonProcessingException {
        assertThat(violations(
                        "{\"properties\": [{\"id\": \"a\", \"value\": \"x\", \"choices\": [{\"value\": \"y\"}]}]}"))
                .containsExactly("The property a has a default that is none of its choices.");
    }

    @Test
    void markupThatTheModelerRemovesIsReported() throws JsonProcessingException {
        assertThat(violations("{\"properties\": [{\"id\": \"a\", \"tooltip\": \"<code>x</code> <b>\"}]}"))
                .containsExactly("The property a uses <b>, which the Modeler removes.");
    }

    private static List<String> violations(String template) throws JsonProcessingException {
        return TemplateRules.violations(new JsonMapper().readTree(template));
    }
}
