package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.LocalizedName.Language;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An entry of a drop-down.
 *
 * @param value what Feishu's calls want
 * @param path the names that lead to it, its own last; just its own in a list that is no tree
 * @param more what else Feishu tells of it, by name
 */
public record Choice(String value, List<LocalizedName> path, Map<String, Object> more) {

    private static final String BETWEEN_NAMES = " / ";

    /** What to show in a language, or in the other where it is missing there; the value where there is no name. */
    public String label(Language language) {
        var text = name().in(language);
        return text.isEmpty() ? value : text;
    }

    /** Whether the label has this text in it in one of the languages, without regard to case. */
    boolean matches(String filter) {
        return name().contains(filter);
    }

    private LocalizedName name() {
        return new LocalizedName(joined(name -> name.in(Language.EN)), joined(name -> name.in(Language.ZH)));
    }

    private String joined(Function<LocalizedName, String> text) {
        return path.stream().map(text).collect(Collectors.joining(BETWEEN_NAMES));
    }
}
