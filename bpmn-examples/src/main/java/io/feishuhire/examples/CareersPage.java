package io.feishuhire.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page of an advertisement, as a candidate sees it. */
final class CareersPage {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FOUND = 200;
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>");

    private CareersPage() {}

    /** Opens the page and gives its title; empty where there is no such page. */
    static Optional<String> titleAt(URI url) {
        try (var browser = HttpClient.newHttpClient()) {
            var page =
                    browser.send(HttpRequest.newBuilder(url).timeout(PATIENCE).build(), BodyHandlers.ofString());
            var title = TITLE.matcher(page.body());
            return page.statusCode() == FOUND && title.find() ? Optional.of(title.group(1)) : Optional.empty();
        } catch (IOException notOpened) {
            throw new UncheckedIOException(notOpened);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
