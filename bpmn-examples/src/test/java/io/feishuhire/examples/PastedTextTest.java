package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.ScriptTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A form's pattern (JavaScript) and the process behind it (FEEL, and so Java) have one idea of what is between ids. */
class PastedTextTest {

    private static final String SEEN_BY_PEOPLE = "\n\r\t ,;，；、\u0085\u00a0\u2028\u2029\u3000\ufeff";

    /** Inside an id they are not seen, so what stands around them may be one id or two. */
    private static final String NOT_SEEN_BY_PEOPLE = "\u00ad\u180e\u200b\u200c\u200d\u200e\u202a\u2060\u2066";

    /** Classes that JavaScript, Java and FEEL each fill with other characters. */
    private static final Pattern SHORTHAND = Pattern.compile("\\\\[sSwWdDbBpPhHvR]");

    @ParameterizedTest
    @CsvSource({
        "BULK_PUBLISH, bulk-publish-request, advertisementIds, list-advertisements",
        "PUBLISH_TO_CHANNELS, publish-to-channels-request, channelsByHand, take-channels-apart"
    })
    void whatTheFormAcceptsBetweenIdsTheProcessTakesApart(Example example, String form, String key, String scriptTask) {
        var accepted = ExampleForm.read(form).pattern(key).orElseThrow().asMatchPredicate();
        var listed = listing(example, scriptTask);
        var separators = new TreeSet<Character>();
        var apart = new ArrayList<String>();
        for (char between = 0; between < Character.MAX_VALUE; between++) {
            if (Character.isSurrogate(between) || Character.isLetterOrDigit(between)) {
                continue;
            }
            var text = "61" + between + "62";
            var ids = listed.apply(text);
            if (accepted.test(text)) {
                separators.add(between);
                apart.add(ids.equals(List.of("61", "62")) ? "" : "U+%04X: %s".formatted((int) between, ids));
            } else {
                apart.add(ids.equals(List.of(text)) ? "" : "U+%04X: %s".formatted((int) between, ids));
            }
        }

        assertThat(apart).containsOnly("");
        assertThat(separators)
                .containsAll(SEEN_BY_PEOPLE.chars().mapToObj(c -> (char) c).toList());
        assertThat(separators)
                .doesNotContainAnyElementsOf(
                        NOT_SEEN_BY_PEOPLE.chars().mapToObj(c -> (char) c).toList());
        assertThat(listed.apply("61\nadvertisementId\n62, abc; 63 64\n65 (campus)"))
                .as("one line that is no id costs no other")
                .isEqualTo(List.of("61", "advertisementId", "62", " abc", "63", "64", "65 (campus)"));
        assertThat(listed.apply("61\n" + "x".repeat(100_000))).isEqualTo(List.of("61", "x".repeat(40) + "…"));
        assertThat(listed.apply("\ufeff61\u3000\u3000 62、\u2028")).isEqualTo(List.of("61", "62"));
    }

    @ParameterizedTest
    @EnumSource
    void noExampleLeavesItToAnEngineWhatABlankIs(Example example) {
        for (var form : example.diagram().formIds()) {
            var json = ExampleForm.read(form);
            assertThat(json.keys().stream().flatMap(key -> json.pattern(key).stream()))
                    .as(form)
                    .allSatisfy(pattern -> assertThat(pattern.pattern()).doesNotContainPattern(SHORTHAND));
        }
        assertThat(example.diagram().toXml()).doesNotContainPattern(SHORTHAND);
    }

    private static Function<String, Object> listing(Example example, String scriptTask) {
        var model = Bpmn.readModelFromStream(
                PastedTextTest.class.getClassLoader().getResourceAsStream(example.processId() + ".bpmn"));
        ScriptTask task = model.getModelElementById(scriptTask);
        var script = task.getSingleExtensionElement(ZeebeScript.class);
        var expression = Feel.parse(script.getExpression());
        return text -> Feel.evaluate(
                expression, Map.of("advertisementIds", text, "publicationRequest", Map.of("channels", text)));
    }
}
