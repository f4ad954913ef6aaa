package io.feishuhire.connector.feishu;

/** The version of the connector. */
public final class ConnectorVersion {

    private ConnectorVersion() {}

    /** What the jar says of itself, such as {@code 1.0.0}; {@code development} where the connector runs from no jar. */
    public static String current() {
        var version = ConnectorVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
