package io.feishuhire.doctor;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** Prints what was found, step by step, and remembers whether there is something to mend. */
final class Report {

    private static final String INDENTATION = "   ";
    private static final String BETWEEN_COLUMNS = "  ";

    private final PrintStream out;
    private final Language language;
    private int steps;
    private boolean somethingToMend;

    /** What a line says. */
    @SuppressWarnings("ImmutableEnumChecker") // A record of strings is immutable, but not to the checker.
    enum Mark {
        OK("ok", "正常"),
        MEND("to mend", "需处理"),
        NOT_TESTED("not tested", "未检测"),
        NOTE("note", "提示");

        private final Text text;

        Mark(String en, String zh) {
            this.text = new Text(en, zh);
        }
    }

    Report(PrintStream out, Language language) {
        this.out = out;
        this.language = language;
    }

    Language language() {
        return language;
    }

    /** Begins a step. */
    void step(Text title) {
        steps++;
        out.println();
        out.println(steps + ". " + title.in(language));
        out.flush();
    }

    /** A line without a step. */
    void say(Text text) {
        out.println(text.in(language));
        out.flush();
    }

    /** A line below a step; one that is to be mended counts. */
    void line(Mark mark, Text text) {
        somethingToMend |= mark == Mark.MEND;
        out.println(INDENTATION + marked(mark) + text.in(language));
        out.flush();
    }

    /** A line without a mark. */
    void line(Text text) {
        out.println(INDENTATION + text.in(language));
        out.flush();
    }

    /** What could not be found out may need mending. */
    void lineNotTested(Text text) {
        somethingToMend = true;
        line(Mark.NOT_TESTED, text);
    }

    /** Rows in columns, which are as wide as their widest cell; the first row is the head. */
    void table(List<List<String>> rows) {
        for (var row : rows) {
            var line = new StringBuilder(INDENTATION);
            for (var column = 0; column < row.size(); column++) {
                var at = column;
                var width = rows.stream()
                        .mapToInt(other -> Columns.width(other.get(at)))
                        .max()
                        .orElse(0);
                line.append(Columns.padded(row.get(column), width)).append(BETWEEN_COLUMNS);
            }
            out.println(line.toString().stripTrailing());
        }
        out.flush();
    }

    boolean hasSomethingToMend() {
        return somethingToMend;
    }

    private String marked(Mark mark) {
        var widest = Stream.of(Mark.values())
                .mapToInt(other -> Columns.width(other.text.in(language)))
                .max()
                .orElse(0);
        return Columns.padded("[" + mark.text.in(language) + "]", widest + 2) + " ";
    }
}
