package io.feishuhire.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The run-book in one of its languages. */
public enum RunBook {
    /** In English. */
    EN("../docs/run-book.md"),
    /** In Chinese. */
    ZH("../docs/run-book.zh-CN.md");

    private static final Pattern SECTION = Pattern.compile("(?m)^### (.+)$");
    private static final Pattern QUOTED =
            Pattern.compile("(?m)^- \\*\\*(The message holds|Message|错误信息包含|事件信息)[:：]\\*\\* ?`(.+)`$");
    private static final Pattern POINT = Pattern.compile("(?m)^- \\*\\*");

    private final String text;

    RunBook(String file) {
        try {
            text = Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a section about one problem says. */
    public record Section(String heading, String text) {

        /** How the message begins, or what it holds. */
        public String quoted() {
            var quoted = QUOTED.matcher(text);
            if (!quoted.find()) {
                throw new IllegalStateException("No message is quoted under " + heading);
            }
            return quoted.group(2);
        }

        /** How many points it has. */
        public long points() {
            return POINT.matcher(text).results().count();
        }
    }

    /** Those about BPMN errors by code, in their order. */
    public Map<String, Section> bpmnErrors() {
        return sections().stream()
                .filter(section -> section.heading().startsWith("FEISHU_"))
                .collect(Collectors.toMap(
                        Section::heading, section -> section, (one, other) -> one, LinkedHashMap::new));
    }

    /** Those about incidents, in their order. */
    public List<Section> incidents() {
        return sections().stream()
                .filter(section -> !section.heading().startsWith("FEISHU_"))
                .toList();
    }

    private List<Section> sections() {
        var headings = SECTION.matcher(text).results().toList();
        return headings.stream()
                .map(heading ->
                        new Section(heading.group(1), text.substring(heading.end(), nextHeading(heading.end()))))
                .toList();
    }

    private int nextHeading(int from) {
        var next = text.indexOf("\n##", from);
        return next < 0 ? text.length() : next;
    }
}
