package io.feishuhire.connector.feishu.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxy on the way to Feishu, by the environment variables that Camunda's own HTTP client honours (the page
 * "Configuring proxies" of Camunda's connector runtime), so that one set of variables serves all connectors. There is
 * none for http URLs: those are this machine.
 *
 * @param https the proxy for https URLs, {@code CONNECTOR_HTTPS_PROXY_…}
 * @param nonProxyHosts the hosts that are called without a proxy, by {@value #NON_PROXY_HOSTS} and the system property
 *     {@value #NON_PROXY_HOSTS_OF_THE_JVM}
 */
public record ProxySettings(Optional<Proxy> https, NonProxyHosts nonProxyHosts) {

    /** The environment variable for {@link #nonProxyHosts}, for example {@code *.example.com|localhost}. */
    public static final String NON_PROXY_HOSTS = "CONNECTOR_HTTP_NON_PROXY_HOSTS";

    /** The system property for {@link #nonProxyHosts}, which counts for https, too. */
    public static final String NON_PROXY_HOSTS_OF_THE_JVM = "http.nonProxyHosts";

    /** No proxies but those of the JVM's own properties, such as {@code https.proxyHost}. */
    public static final ProxySettings NONE = new ProxySettings(Optional.empty(), NonProxyHosts.NONE);

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");

    /**
     * A proxy.
     *
     * @param host its name or address
     * @param port its port, 1 to 65535
     * @param credentials user name and password; empty when it does not ask
     */
    public record Proxy(String host, int port, Optional<Credentials> credentials) {}

    /**
     * User name and password for a proxy.
     *
     * @param user without a colon, which separates the two on the wire (RFC 7617)
     * @param password not empty
     */
    public record Credentials(String user, String password) {

        /** Leaves both out. */
        @Override
        public String toString() {
            return "Credentials[<redacted>]";
        }
    }

    /**
     * Reads the settings, and tells the log what in them looks as if it would count, and does not. As with Camunda's
     * client there is a proxy where {@code …_HOST} and {@code …_PORT} are set, and it gets credentials where
     * {@code …_USER} and {@code …_PASSWORD} are set.
     *
     * @param environment usually {@link System#getenv()}
     * @throws IllegalArgumentException when a variable cannot be used; the message begins with its name
     */
    public static ProxySettings from(Map<String, String> environment) {
        var ofTheJvm = System.getProperty(NON_PROXY_HOSTS_OF_THE_JVM, "");
        ProxyOversights.tell(environment, ofTheJvm);
        return from(environment, ofTheJvm);
    }

    /**
     * What looks as if it would count, and does not.
     *
     * @param environment usually {@link System#getenv()}
     * @return one sentence each, which names the variable and holds no value
     */
    public static List<String> oversights(Map<String, String> environment) {
        return ProxyOversights.in(environment, System.getProperty(NON_PROXY_HOSTS_OF_THE_JVM, ""));
    }

    static ProxySettings from(Map<String, String> environment, String nonProxyHostsOfTheJvm) {
        return new ProxySettings(
                proxy("CONNECTOR_HTTPS_PROXY_", environment),
                NonProxyHosts.of(value(environment, NON_PROXY_HOSTS), nonProxyHostsOfTheJvm));
    }

    /** The proxy in force, for an operator; never its credentials. */
    public String inWords() {
        return https.map(proxy -> "proxy " + proxy.host() + ":" + proxy.port()
                        + (proxy.credentials().isPresent() ? " with credentials" : " without credentials")
                        + (nonProxyHosts.entries().isEmpty()
                                ? ""
                                : ", but not for " + String.join("|", nonProxyHosts.entries())))
                .orElse("no proxy of its own");
    }

    boolean bypasses(String host) {
        return nonProxyHosts.include(host);
    }

    private static Optional<Proxy> proxy(String prefix, Map<String, String> environment) {
        var host = value(environment, prefix + "HOST");
        if (host.isEmpty()) {
            return Optional.empty();
        }
        require(
                HOST.matcher(host).matches(),
                prefix + "HOST must be the name or the address of the proxy alone, without http:// and port.");
        var port = value(environment, prefix + "PORT");
        // Camunda's client goes without the proxy then; here a forgotten port is not a silent way around the proxy.
        require(!port.isEmpty(), prefix + "PORT must be set, because " + prefix + "HOST is.");
        var number = port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0;
        require(number >= 1 && number <= 65_535, prefix + "PORT must be a whole number from 1 to 65535.");
        var scheme = value(environment, prefix + "SCHEME").toLowerCase(Locale.ROOT);
        require(
                scheme.isEmpty() || scheme.equals("http"),
                prefix + "SCHEME must be http: TLS to the proxy itself is not supported. What goes to Feishu is"
                        + " encrypted all the same.");
        return Optional.of(new Proxy(host, number, credentials(prefix, environment)));
    }

    private static Optional<Credentials> credentials(String prefix, Map<String, String> environment) {
        var user = environment.getOrDefault(prefix + "USER", "");
        var password = environment.getOrDefault(prefix + "PASSWORD", "");
        if (user.isBlank() || password.isEmpty()) {
            return Optional.empty();
        }
        require(!user.contains(":"), prefix + "USER must not contain a colon.");
        return Optional.of(new Credentials(user, password));
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
