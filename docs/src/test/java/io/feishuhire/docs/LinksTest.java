package io.feishuhire.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page links to is there: files, folders and headings of this project. */
class LinksTest {

    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Page page) {
        assertThat(page.destinations())
                .filteredOn(destination -> !leadsSomewhere(page, URI.create(destination)))
                .isEmpty();
    }

    private static boolean leadsSomewhere(Page page, URI link) {
        if (link.isAbsolute()) {
            return link.getScheme().equals("https");
        }
        var target = link.getPath().isEmpty()
                ? Page.ROOT.resolve(page.path())
                : Page.ROOT.resolve(page.path()).resolveSibling(link.getPath()).normalize();
        if (!target.startsWith(Page.ROOT) || !Files.exists(target)) {
            return false;
        }
        var withHeadings = Files.isDirectory(target) ? target.resolve("README.md") : target;
        return link.getFragment() == null
                || Page.read(Page.ROOT.relativize(withHeadings)).anchors().contains(link.getFragment());
    }
}
