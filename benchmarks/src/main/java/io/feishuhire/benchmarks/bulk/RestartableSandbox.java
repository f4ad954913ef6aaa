package io.feishuhire.benchmarks.bulk;

import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.PublishedAdvertisement;
import io.feishuhire.sandbox.RecordedRequest;
import io.feishuhire.sandbox.SandboxSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sandbox that can be stopped and started again. It remembers what it published before. */
final class RestartableSandbox implements AutoCloseable {

    private static final int API_SYNC_OFF = 1002613;

    private final SandboxSettings settings;
    private final List<PublishedAdvertisement> publishedBefore = new ArrayList<>();
    private final List<RecordedRequest> requestsBefore = new ArrayList<>();
    private FeishuSandbox sandbox;

    RestartableSandbox(SandboxSettings settings) {
        sandbox = FeishuSandbox.start(settings);
        this.settings = settings.withPort(sandbox.baseUrl().getPort());
    }

    synchronized FeishuSandbox sandbox() {
        return sandbox;
    }

    synchronized URI baseUrl() {
        return sandbox.baseUrl();
    }

    synchronized void stop() {
        sandbox.close();
        publishedBefore.addAll(sandbox.published());
        requestsBefore.addAll(sandbox.requests());
    }

    synchronized void startAgain() {
        sandbox = FeishuSandbox.start(settings);
    }

    synchronized List<PublishedAdvertisement> published() {
        return Stream.concat(publishedBefore.stream(), sandbox.published().stream())
                .distinct()
                .toList();
    }

    /** The number of advertisements that are online. */
    long publishedIds() {
        return published().stream()
                .map(PublishedAdvertisement::advertisementId)
                .distinct()
                .count();
    }

    /** The number of advertisements that Feishu refused because the switch was off, and did not publish later. */
    synchronized long refusedIds() {
        var published = published().stream()
                .map(one -> "/" + one.advertisementId() + "/")
                .collect(Collectors.toSet());
        return Stream.concat(requestsBefore.stream(), sandbox.requests().stream())
                .filter(request -> request.code() != null && request.code() == API_SYNC_OFF)
                .map(RecordedRequest::path)
                .distinct()
                .filter(path -> published.stream().noneMatch(path::contains))
                .count();
    }

    synchronized long count(Predicate<RecordedRequest> wanted) {
        return Stream.concat(requestsBefore.stream(), sandbox.requests().stream())
                .distinct()
                .filter(wanted)
                .count();
    }

    @Override
    public synchronized void close() {
        sandbox.close();
    }
}
