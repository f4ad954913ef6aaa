package io.feishuhire.connector.feishu;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Which proxy a request goes through, and the header that opens it. */
final class ProxyRoutes extends ProxySelector {

    /** A header that only the next hop sees: {@link java.net.http.HttpClient} keeps {@code Proxy-…} from the server. */
    record Header(String name, String value) {

        /** Leaves the value out. */
        @Override
        public String toString() {
            return "Header[" + name + "]";
        }
    }

    private final ProxySettings settings;
    private final Optional<ProxyRelay> relay;

    /**
     * Routes by the settings; where they name no proxy, by the JVM's own properties.
     *
     * @throws IllegalStateException when this machine has no port left for a {@link ProxyRelay}
     */
    ProxyRoutes(ProxySettings settings) {
        this.settings = settings;
        this.relay = settings.https()
                .flatMap(proxy ->
                        proxy.credentials().map(known -> ProxyRelay.start(proxy.host(), proxy.port(), basic(known))));
    }

    @Override
    public List<Proxy> select(URI uri) {
        var configured = "https".equals(uri.getScheme()) ? settings.https() : settings.http();
        if (configured.isEmpty()) {
            var ofTheJvm = ProxySelector.getDefault();
            return ofTheJvm == null ? List.of(Proxy.NO_PROXY) : ofTheJvm.select(uri);
        }
        return List.of(proxyFor(uri)
                .map(proxy -> new Proxy(Proxy.Type.HTTP, nextHop(uri, proxy)))
                .orElse(Proxy.NO_PROXY));
    }

    /** What the next hop must be told with a request to this URI. */
    Optional<Header> header(URI uri) {
        return proxyFor(uri)
                .flatMap(ProxySettings.Proxy::credentials)
                .map(known -> "https".equals(uri.getScheme())
                        ? new Header(ProxyRelay.KEY_HEADER, relay.orElseThrow().key())
                        : new Header("Proxy-Authorization", basic(known)));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // There is no second proxy to try; the request fails with the same exception.
    }

    /**
     * An http URL is this machine, and what goes there is not encrypted: it takes a proxy only if that is this machine
     * too, or else the app's secret would cross the network for everybody to read.
     */
    private Optional<ProxySettings.Proxy> proxyFor(URI uri) {
        if (settings.bypasses(uri.getHost())) {
            return Optional.empty();
        }
        return "https".equals(uri.getScheme())
                ? settings.https()
                : settings.http().filter(proxy -> BaseUrl.isLoopback(proxy.host()));
    }

    private SocketAddress nextHop(URI uri, ProxySettings.Proxy proxy) {
        return "https".equals(uri.getScheme()) && relay.isPresent()
                ? relay.get().address()
                : InetSocketAddress.createUnresolved(proxy.host(), proxy.port());
    }

    private static String basic(ProxySettings.Credentials known) {
        var both = (known.user() + ":" + known.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
