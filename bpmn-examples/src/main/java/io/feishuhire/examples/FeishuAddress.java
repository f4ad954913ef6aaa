package io.feishuhire.examples;

import io.feishuhire.sandbox.FeishuSandbox;
import java.net.URI;
import java.util.Optional;

/**
 * Which Feishu an example calls, once it is deployed.
 *
 * @param baseUrl another Feishu than the region's; empty for the region's
 * @param linkPattern what the page of an advertisement is called there; empty where that is not known, and there are no
 *     links then
 */
public record FeishuAddress(Optional<URI> baseUrl, Optional<String> linkPattern) {

    /** A sandbox, which serves the page of each advertisement, too. */
    public static FeishuAddress of(FeishuSandbox sandbox) {
        return new FeishuAddress(
                Optional.of(sandbox.baseUrl()),
                Optional.of(sandbox.baseUrl() + "/careers/{websiteId}/position/{advertisementId}/detail"));
    }
}
