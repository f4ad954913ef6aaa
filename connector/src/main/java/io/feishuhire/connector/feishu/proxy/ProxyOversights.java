package io.feishuhire.connector.feishu.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings that look as if they would count, and do not. The log tells the operator of each when the settings are read,
 * which is once in the life of a process.
 */
final class ProxyOversights {

    private static final Logger LOG = LoggerFactory.getLogger(ProxyOversights.class);

    private static final String HOST = "CONNECTOR_HTTPS_PROXY_HOST";
    private static final String USER = "CONNECTOR_HTTPS_PROXY_USER";
    private static final String PASSWORD = "CONNECTOR_HTTPS_PROXY_PASSWORD";

    private ProxyOversights() {}

    static void tell(Map<String, String> environment, String nonProxyHostsOfTheJvm) {
        in(environment, nonProxyHostsOfTheJvm).forEach(LOG::warn);
    }

    /** One sentence each. They name variables and never hold a value: a proxy's URL may hold its password. */
    static List<String> in(Map<String, String> environment, String nonProxyHostsOfTheJvm) {
        var found = new ArrayList<String>();
        if (!isSet(environment, HOST)) {
            for (var name :
                    List.of("HTTPS_PROXY", "ALL_PROXY", "CONNECTOR_HTTPS_PROXY_PORT", "CONNECTOR_HTTP_PROXY_HOST")) {
                if (isSet(environment, name) || isSet(environment, name.toLowerCase(Locale.ROOT))) {
                    found.add("The environment variable " + name + " alone does not make the Feishu Hire connector use"
                            + " a proxy: set " + HOST + " and CONNECTOR_HTTPS_PROXY_PORT, as for Camunda's own"
                            + " connectors.");
                }
            }
        } else if (isSet(environment, USER) != isSet(environment, PASSWORD)) {
            found.add("Only one of the environment variables " + USER + " and " + PASSWORD
                    + " is set, so the proxy gets" + " neither: set both, or none.");
        }
        if (NonProxyHosts.of(environment.getOrDefault(ProxySettings.NON_PROXY_HOSTS, ""))
                .hasEntryThatFitsNoHost()) {
            found.add("The environment variable " + ProxySettings.NON_PROXY_HOSTS + fitsNoHost());
        }
        if (NonProxyHosts.of(nonProxyHostsOfTheJvm).hasEntryThatFitsNoHost()) {
            found.add("The system property " + ProxySettings.NON_PROXY_HOSTS_OF_THE_JVM + fitsNoHost());
        }
        return found;
    }

    private static String fitsNoHost() {
        return " has an entry that fits no host: separate the names by |, not by commas, and write * for any text, for"
                + " example *.example.com|localhost.";
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
