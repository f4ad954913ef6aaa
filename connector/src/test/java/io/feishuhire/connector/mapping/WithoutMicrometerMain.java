package io.feishuhire.connector.mapping;

import ch.qos.logback.classic.Level;
import io.feishuhire.connector.testing.EveryConnector;
import io.feishuhire.connector.testing.LogOfThisThread;

/**
 * Publishes once with the access that all functions of a JVM share, and prints the log and whether there is Micrometer.
 */
final class WithoutMicrometerMain {

    static final String MICROMETER = "Micrometer: ";
    static final String DONE = "published";

    private WithoutMicrometerMain() {}

    public static void main(String[] baseUrl) {
        System.out.println(MICROMETER + hasMicrometer());
        try (var log = new LogOfThisThread()) {
            var unused = EveryConnector.PUBLISH.execute(
                    FeishuAccess.ofThisProcess(), EveryConnector.PUBLISH.variables(baseUrl[0]));
            log.messages(Level.INFO).forEach(System.out::println);
        }
        System.out.println(DONE);
    }

    private static boolean hasMicrometer() {
        try {
            Class.forName("io.micrometer.core.instrument.Metrics");
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }
}
