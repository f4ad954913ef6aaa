package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A name in the languages of Feishu Hire. Either may be missing.
 *
 * @param en in English; empty when Feishu has none
 * @param zh in Chinese; empty when Feishu has none
 */
public record LocalizedName(String en, String zh) {

    /** In which language to show a name. */
    public enum Language {
        /** English. */
        EN,
        /** Chinese. */
        ZH,
        /** Chinese, and English in brackets. */
        BOTH
    }

    /** Takes the names without white space around them. */
    public LocalizedName {
        en = en.strip();
        zh = zh.strip();
    }

    /** The object that most of Feishu Hire's lists have, {@code {"zh_cn":…,"en_us":…}}. */
    static LocalizedName of(JsonNode name) {
        return new LocalizedName(JsonText.shown(name, "en_us"), JsonText.shown(name, "zh_cn"));
    }

    /** Whether Feishu has no name in any language. */
    public boolean isEmpty() {
        return en.isEmpty() && zh.isEmpty();
    }

    /** The name in a language, or in the other where it is missing there. */
    public String in(Language language) {
        return switch (language) {
            case EN -> en.isEmpty() ? zh : en;
            case ZH -> zh.isEmpty() ? en : zh;
            case BOTH -> en.isEmpty() || zh.isEmpty() || en.equals(zh) ? in(Language.ZH) : zh + " (" + en + ")";
        };
    }

    /** Whether one of the names is this text, without regard to case and to white space around it. */
    boolean is(String text) {
        var wanted = JsonText.clean(text);
        return any(name -> name.equalsIgnoreCase(wanted));
    }

    /** Whether one of the names has this text in it, without regard to case. */
    boolean contains(String text) {
        var wanted = JsonText.clean(text).toLowerCase(Locale.ROOT);
        return any(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private boolean any(Predicate<String> condition) {
        return Stream.of(en, zh).filter(name -> !name.isEmpty()).anyMatch(condition);
    }
}
