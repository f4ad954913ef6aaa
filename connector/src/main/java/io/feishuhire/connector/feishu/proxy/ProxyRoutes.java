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
import java.util.Optional;
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

    /** An http URL is this machine, and what goes there is not encrypted: no proxy may read it, whoever names one. */
    @Override
    public List<Proxy> select(URI uri) {
        if (!isHttps(uri) || settings.bypasses(uri.getHost())) {
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
        return isHttps(uri) && !settings.bypasses(uri.getHost())
                ? relay.map(known -> new Header(ProxyRelay.KEY_HEADER, known.key()))
                : Optional.empty();
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

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static String basic(ProxySettings.Credentials known) {
        var both = (known.user() + ":" + known.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
