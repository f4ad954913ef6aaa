package io.feishuhire.elementtemplates;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.connector.runtime.core.config.ConnectorConfigurationOverrides;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectorTextsTest {

    private static final Pattern FIELD_OF_RESULT = Pattern.compile("response\\.(\\w+)");
    private static final Pattern BRACE =
            Pattern.compile("\\{(codes|permissions|example-code|job-type|result-|throw-event)[^}]*}");

    @ParameterizedTest
    @EnumSource
    void theRuntimeTakesTheJobTypeFromTheVariableThatTheTextsName(Connector connector) {
        var environment = Map.of(new ConnectorTexts(connector).jobTypeVariable(), "another:1");

        var overrides = new ConnectorConfigurationOverrides(connector.displayName(), environment::get);

        assertThat(overrides.typeOverride()).contains("another:1");
    }

    @ParameterizedTest
    @EnumSource
    void theExampleOfAResultExpressionTakesFieldsThatTheResultHas(Connector connector) {
        assertThat(FIELD_OF_RESULT
                        .matcher(connector.resultExpression())
                        .results()
                        .map(field -> field.group(1)))
                .isNotEmpty()
                .isSubsetOf(connector.resultFields());
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void noBraceIsLeft(ConnectorTemplate template) {
        assertThat(BRACE.matcher(template.json()).results().map(MatchResult::group))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.feishuhire.elementtemplates.ConnectorTemplate#all")
    void theAdviceForThrowEventsIsGivenWhereThereIsATemplateForThem(ConnectorTemplate template) {
        assertThat(List.of("event sub-process", "事件子流程"))
                .filteredOn(words -> template.json().contains(words))
                .hasSize(template.connector().has(TemplateVariant.THROW_EVENT_SHAPE) ? 1 : 0);
    }
}
