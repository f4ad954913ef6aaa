package io.feishuhire.examples;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the quickstart is to run on, from environment variables.
 *
 * @param realFeishu the app and the advertisement to publish on the real Feishu; empty for the sandbox
 * @param cluster the cluster to deploy to; empty for the embedded engine
 */
record QuickstartSettings(Optional<RealFeishu> realFeishu, Optional<Cluster> cluster) {

    /** The operator's setting of the connector, too. */
    private static final String BASE_URL = "FEISHU_HIRE_BASE_URL";

    /**
     * A Feishu app and what it is to publish.
     *
     * @param jobChannelIds where to publish; empty to be asked
     * @param linkPattern what the page of an advertisement on the user's recruitment website is called
     */
    record RealFeishu(
            String appId,
            String appSecret,
            List<String> advertisementIds,
            List<String> jobChannelIds,
            Optional<URI> baseUrl,
            Optional<String> linkPattern) {
        @Override
        public String toString() {
            return "RealFeishu[<redacted>]";
        }
    }

    /** A Camunda 8 cluster without authentication. */
    record Cluster(URI grpcAddress, URI restAddress) {}

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException with a sentence for the user, when some variables are set and others missing
     */
    static QuickstartSettings from(Map<String, String> environment) {
        return new QuickstartSettings(realFeishu(environment), cluster(environment));
    }

    /**
     * For a diagram of the user's own, the quickstart starts what it runs on.
     *
     * @throws IllegalArgumentException with a sentence for the user, when variables ask for something else
     */
    static void refuseForOwnDiagram(Map<String, String> environment) {
        var names = Stream.of("FEISHU_APP_ID", "FEISHU_APP_SECRET", "CAMUNDA_GRPC_ADDRESS")
                .filter(name -> isSet(environment, name))
                .toList();
        if (!names.isEmpty()) {
            throw new IllegalArgumentException(
                    "-Ddiagram starts a sandbox and an embedded engine of its own, and runs on no other: unset "
                            + String.join(", ", names) + ". On your cluster, deploy the diagram by the Modeler.");
        }
    }

    private static Optional<RealFeishu> realFeishu(Map<String, String> environment) {
        if (!isSet(environment, "FEISHU_APP_ID") && !isSet(environment, "FEISHU_APP_SECRET")) {
            return Optional.empty();
        }
        return Optional.of(new RealFeishu(
                required(environment, "FEISHU_APP_ID"),
                required(environment, "FEISHU_APP_SECRET"),
                list(required(environment, "FEISHU_ADVERTISEMENT_ID")),
                list(environment.getOrDefault("FEISHU_JOB_CHANNEL_ID", "")),
                optional(environment, BASE_URL).map(text -> uri(BASE_URL, text)),
                optional(environment, "FEISHU_LINK_PATTERN")));
    }

    private static Optional<Cluster> cluster(Map<String, String> environment) {
        if (!isSet(environment, "CAMUNDA_GRPC_ADDRESS")) {
            return Optional.empty();
        }
        return Optional.of(new Cluster(
                uri("CAMUNDA_GRPC_ADDRESS", environment.get("CAMUNDA_GRPC_ADDRESS")),
                uri(
                        "CAMUNDA_REST_ADDRESS",
                        environment.getOrDefault("CAMUNDA_REST_ADDRESS", "http://127.0.0.1:8080"))));
    }

    private static URI uri(String name, String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(name + " is no address, such as http://127.0.0.1:8080.", malformed);
        }
    }

    private static String required(Map<String, String> environment, String name) {
        if (!isSet(environment, name)) {
            throw new IllegalArgumentException("To publish on the real Feishu, set FEISHU_APP_ID, FEISHU_APP_SECRET and"
                    + " FEISHU_ADVERTISEMENT_ID; " + name + " is missing. Without any of them the quickstart uses a"
                    + " sandbox.");
        }
        return environment.get(name).strip();
    }

    private static Optional<String> optional(Map<String, String> environment, String name) {
        return Optional.of(environment.getOrDefault(name, "").strip()).filter(value -> !value.isEmpty());
    }

    /** Some examples take more than one id, separated by commas. */
    private static List<String> list(String ids) {
        return Arrays.stream(ids.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
