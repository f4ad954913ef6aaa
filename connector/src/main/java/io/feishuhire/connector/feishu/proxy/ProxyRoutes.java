package io.feishuhire.connector.feishu.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which proxy a request goes through, and the header that opens it. */
public final class ProxyRoutes extends ProxySelector {

    /** A header that only the next hop sees: {@link java.net.http.HttpClient} keeps {@code Proxy-…} from the server. */
    public record Header(String name, String value) {

        /** Leaves the value out. */
        @Override
        public String toString() {
            return "Header[" + name + "]";
        }
    }

    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private final ProxySettings settings;
    private final Optional<ProxyRelay> relay;

    /**
     * Routes by the settings; where they name no proxy, by the JVM's own properties.
     *
     * @param nameOfTrouble gives a name to what keeps a connection to the proxy from coming about
     * @throws IOException when a proxy wants a password and this machine has no port left for a {@link ProxyRelay}
     */
    public ProxyRoutes(ProxySettings settings, Function<IOException, String> nameOfTrouble) throws IOException {
        this.settings = settings;
        var proxy = settings.https();
        var credentials = proxy.flatMap(ProxySettings.Proxy::credentials);
        this.relay = credentials.isEmpty()
                ? Optional.empty()
                : Optional.of(ProxyRelay.start(address(proxy.get()), basic(credentials.get()), nameOfTrouble));
    }

    /**
     * Nothing that is meant for this machine goes through a proxy: over http a proxy could read it, and by https it
     * would end at the proxy's own machine.
     */
    @Override
    public List<Proxy> select(URI uri) {
        if (isDirect(uri)) {
            return List.of(Proxy.NO_PROXY);
        }
        var ofTheJvm = ProxySelector.getDefault();
        return settings.https()
                .map(proxy -> List.of(new Proxy(Proxy.Type.HTTP, nextHop(proxy))))
                .orElseGet(() -> ofTheJvm == null ? List.of(Proxy.NO_PROXY) : ofTheJvm.select(uri));
    }

    /** Whether a request to this URI goes through a proxy. */
    public boolean leadThroughProxy(URI uri) {
        return select(uri).stream().anyMatch(hop -> hop.type() == Proxy.Type.HTTP);
    }

    /** What the next hop must be told with a request to this URI. */
    public Optional<Header> header(URI uri) {
        return isDirect(uri) ? Optional.empty() : relay.map(known -> new Header(ProxyRelay.KEY_HEADER, known.key()));
    }

    /** The name of what kept the tunnel from the proxy, where a response says so. */
    public Optional<String> relayTrouble(HttpHeaders response) {
        return response.firstValue(ProxyRelay.TROUBLE_HEADER);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // There is no second proxy to try; the request fails with the same exception.
    }

    private SocketAddress nextHop(ProxySettings.Proxy proxy) {
        return relay.<SocketAddress>map(ProxyRelay::address).orElseGet(() -> address(proxy));
    }

    private static InetSocketAddress address(ProxySettings.Proxy proxy) {
        return InetSocketAddress.createUnresolved(proxy.host(), proxy.port());
    }

    private boolean isDirect(URI uri) {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        return !"https".equalsIgnoreCase(uri.getScheme()) || LOOPBACK_HOSTS.contains(host) || settings.bypasses(host);
    }

    private static String basic(ProxySettings.Credentials known) {
        var both = (known.user() + ":" + known.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
