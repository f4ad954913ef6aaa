package io.feishuhire.examples;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** FEEL as the engine evaluates it. */
final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-z]\\w*+(?! *\\()");

    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "else",
            "every",
            "false",
            "for",
            "if",
            "in",
            "instance",
            "item",
            "null",
            "of",
            "or",
            "return",
            "satisfies",
            "some",
            "then",
            "true");

    private Feel() {}

    /** Parses what a diagram has behind its equals sign. */
    static ParsedExpression parse(String expression) {
        return ENGINE.parseExpression(expression.substring(1)).parsedExpression();
    }

    static Object evaluate(ParsedExpression expression, Map<String, Object> variables) {
        return ENGINE.evaluate(expression, variables).result();
    }

    /** The words of an expression that may be variables. Some of them are local. */
    static Set<String> namesIn(String expression) {
        var names = new TreeSet<String>();
        NAME.matcher(TEXT.matcher(expression).replaceAll("")).results().forEach(found -> names.add(found.group()));
        names.removeAll(KEYWORDS);
        return names;
    }
}
