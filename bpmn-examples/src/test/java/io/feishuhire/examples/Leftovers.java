package io.feishuhire.examples;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Variables that a process may find when it starts, or get when a user task is completed: of every name that it uses
 * itself, but for its inputs, and with something else in them.
 */
record Leftovers(Map<String, Object> variables) {

    /** What they hold. The last one cannot be told from what a process might set itself. */
    static final List<Object> KINDS =
            List.of("left behind", -1, List.of("left behind"), Map.of("left", "behind"), true);

    private static final Pattern EXPRESSION = Pattern.compile(
            "(?:source|expression|inputCollection|outputElement)=\"=([^\"]*)\"|<[^>]*conditionExpression[^>]*>=([^<]*)<");
    private static final Pattern VARIABLE = Pattern.compile(
            "(?:target|inputElement|outputCollection|resultVariable)=\"(\\w+)|key=\"resultVariable\" value=\"(\\w+)\"");

    /** Leftovers for an example, each with the same value: one of the {@link #KINDS}. */
    static Leftovers of(Example example, Object kind) {
        var variables = new HashMap<String, Object>();
        namesIn(example).forEach(name -> variables.put(name, kind));
        return new Leftovers(variables);
    }

    /** The variables without those of these names. */
    Map<String, Object> without(Set<String> names) {
        var others = new HashMap<>(variables);
        others.keySet().removeAll(names);
        return others;
    }

    /** Whether a variable is one of these. */
    boolean contain(String name, Object value) {
        return variables.containsKey(name) && variables.get(name).equals(value) && !value.equals(true);
    }

    private static Set<String> namesIn(Example example) {
        var names = new TreeSet<String>();
        var xml = example.diagram().toXml();
        groups(EXPRESSION, xml)
                .forEach(expression -> names.addAll(Feel.namesIn(expression.replaceAll("&(#34|quot);", "\""))));
        names.addAll(groups(VARIABLE, xml));
        example.diagram()
                .formIds()
                .forEach(form -> names.addAll(ExampleForm.read(form).keys()));
        names.removeAll(example.inputs());
        return names;
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }
}
