package io.feishuhire.connector.feishu.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings that look as if they would count, and do not. The log tells the operator of each when the settings are read,
 * which is once in the life of a process.
 */
final class ProxyOversights {

    private static final Logger LOG = LoggerFactory.getLogger(ProxyOversights.class);

    private ProxyOversights() {}

    static void tell(Map<String, String> environment, String nonProxyHostsOfTheJvm) {
        in(environment, nonProxyHostsOfTheJvm).forEach(LOG::warn);
    }

    /** One sentence each. They name variables and never hold a value: a proxy's URL may hold its password. */
    static List<String> in(Map<String, String> environment, String nonProxyHostsOfTheJvm) {
        var found = new ArrayList<String>();
        if (isSet(environment, "HTTPS_PROXY", "https_proxy") && !isSet(environment, "CONNECTOR_HTTPS_PROXY_HOST")) {
            found.add(
                    "The environment variable HTTPS_PROXY does not count for the Feishu Hire connector, as it does not"
                            + " for Camunda's own: set CONNECTOR_HTTPS_PROXY_HOST and CONNECTOR_HTTPS_PROXY_PORT.");
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

    private static boolean isSet(Map<String, String> environment, String... names) {
        return Stream.of(names)
                .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    }
}
