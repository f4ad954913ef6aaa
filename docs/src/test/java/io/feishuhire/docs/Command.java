package io.feishuhire.docs;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;

/**
 * A command that a page tells its reader to type.
 *
 * @param line as it stands there, without its comment
 * @param notRun why the build does not run it; empty when it runs
 * @param before the text before it
 */
record Command(Page page, String line, Optional<String> notRun, String before) {

    /** What a command needs that the build does not run, and how the pages say so in Chinese. */
    static final Map<String, String> REASONS =
            Map.of("Docker", "Docker", "cluster", "集群", "Feishu", "飞书", "time", "耗时", "release", "发布");

    private static final Pattern MARK = Pattern.compile("<!-- not run here: (\\w+) -->");
    private static final Pattern COMMENT = Pattern.compile("\\s+#\\s.*$");
    private static final Pattern PROGRAM =
            Pattern.compile("(\\./mvnw|npm|npx|java -jar|docker|helm|kubectl) .+|\\.ci/run");

    /** Those in blocks of {@code sh}, and those in the text that begin with a program. */
    static Stream<Command> of(Page page) {
        return Stream.concat(inBlocks(page), inText(page));
    }

    private static Stream<Command> inBlocks(Page page) {
        return page.nodes(FencedCodeBlock.class)
                .filter(block -> block.getInfo().equals("sh"))
                .flatMap(block -> block.getLiteral()
                        .replaceAll("\\\\\\n\\s*", "")
                        .lines()
                        .map(line -> COMMENT.matcher(line).replaceFirst("").strip())
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(line -> new Command(page, line, markBefore(block), textBefore(block))));
    }

    private static Stream<Command> inText(Page page) {
        return page.nodes(Code.class)
                .map(Code::getLiteral)
                .filter(text -> PROGRAM.matcher(text).matches())
                .map(text -> new Command(page, text, Optional.empty(), ""));
    }

    private static Optional<String> markBefore(Node block) {
        return Optional.ofNullable(block.getPrevious())
                .filter(HtmlBlock.class::isInstance)
                .map(html -> MARK.matcher(((HtmlBlock) html).getLiteral()))
                .filter(mark -> mark.find())
                .map(mark -> mark.group(1));
    }

    /** The paragraph before the mark. */
    private static String textBefore(Node block) {
        return Stream.iterate(block.getPrevious(), node -> node != null, Node::getPrevious)
                .filter(node -> !(node instanceof HtmlBlock))
                .findFirst()
                .map(Page::plain)
                .orElse("");
    }

    /** Whether the reader sees, too, that it is not run. */
    boolean saysThatItIsNotRun() {
        var reason = notRun.orElseThrow();
        return before.contains(page.isChinese() ? "此处未运行：" + REASONS.get(reason) : "not run here: " + reason);
    }

    @Override
    public String toString() {
        return page + ": " + line;
    }
}
