package io.feishuhire.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A Markdown file of the project.
 *
 * @param path from the project's root
 */
record Page(Path path, String text, Node document) {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS = Set.of("node_modules", "target", ".git");
    private static final String CHINESE = ".zh-CN.md";

    /** All pages but those among sources, sorted by path. */
    static List<Page> all() {
        return files(".md")
                .filter(path -> !path.toString().contains("src/"))
                .map(Page::read)
                .toList();
    }

    /** The files of the project whose name ends so, from the project's root. */
    static Stream<Path> files(String suffix) {
        var found = new ArrayList<Path>();
        collect(ROOT, suffix, found);
        return found.stream().sorted();
    }

    static Page read(Path path) {
        try {
            var text = Files.readString(ROOT.resolve(path));
            var parser = Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .build();
            return new Page(path, text, parser.parse(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void collect(Path folder, String suffix, List<Path> found) {
        try (var entries = Files.list(folder)) {
            for (var entry : entries.toList()) {
                if (Files.isDirectory(entry)) {
                    if (!NOT_OURS.contains(entry.getFileName().toString())) {
                        collect(entry, suffix, found);
                    }
                } else if (entry.toString().endsWith(suffix)) {
                    found.add(ROOT.relativize(entry));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isChinese() {
        return path.toString().endsWith(CHINESE);
    }

    /** Where the same page is in Chinese, whether there is one or not. */
    Path inChinese() {
        return path.resolveSibling(path.getFileName().toString().replace(".md", CHINESE));
    }

    /** What links and images point to. */
    List<String> destinations() {
        return Stream.concat(
                        nodes(Link.class).map(Link::getDestination),
                        nodes(Image.class).map(Image::getDestination))
                .toList();
    }

    /** The anchors that GitHub makes of the headings. */
    Set<String> anchors() {
        var ids = IdGenerator.builder().build();
        return nodes(Heading.class)
                .map(heading -> ids.generateId(plain(heading)))
                .collect(Collectors.toSet());
    }

    List<Integer> headingLevels() {
        return nodes(Heading.class).map(Heading::getLevel).toList();
    }

    /** The rows of each table. */
    List<List<Node>> tables() {
        return nodes(TableBlock.class)
                .map(table -> children(table).flatMap(Page::children).toList())
                .toList();
    }

    <T extends Node> Stream<T> nodes(Class<T> type) {
        return descendants(document).filter(type::isInstance).map(type::cast);
    }

    static Stream<Node> descendants(Node node) {
        return Stream.concat(Stream.of(node), children(node).flatMap(Page::descendants));
    }

    static Stream<Node> children(Node node) {
        return Stream.iterate(node.getFirstChild(), child -> child != null, Node::getNext);
    }

    static String plain(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text literal) {
                text.append(literal.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }
        });
        return text.toString();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
