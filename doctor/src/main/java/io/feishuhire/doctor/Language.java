package io.feishuhire.doctor;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** In which language to tell what was found. */
public enum Language {
    /** English. */
    EN,
    /** Chinese. */
    ZH;

    /**
     * The language of the machine: by the first of {@code LC_ALL}, {@code LC_MESSAGES} and {@code LANG} that is set, or
     * by Java's own locale where none is, as on Windows. All but Chinese is English.
     *
     * @param environment usually {@link System#getenv()}
     */
    static Language of(Map<String, String> environment, Locale locale) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(value -> !value.isBlank())
                        .findFirst()
                        .orElse(locale.getLanguage())
                        .toLowerCase(Locale.ROOT)
                        .startsWith("zh")
                ? ZH
                : EN;
    }
}
