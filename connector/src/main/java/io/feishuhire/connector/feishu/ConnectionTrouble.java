package io.feishuhire.connector.feishu;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Why there was no reply, in words of our own, and what to check. The text of an exception is never shown, because it
 * may quote what was sent or read; where types do not tell enough, it is compared with what the JDK is known to say.
 *
 * <p>The first that fits an exception counts.
 */
@SuppressWarnings("ImmutableEnumChecker") // Predicates are functions without state.
enum ConnectionTrouble {
    HOST_UNKNOWN(
            any(cause -> cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException),
            "The name service does not know the host of the base URL: check the base URL and the DNS of the connector"
                    + " runtime.",
            "The name service does not know the host of the proxy: check the name of the proxy and the DNS of the"
                    + " connector runtime."),

    NO_CONNECTION_IN_TIME(
            any(cause -> cause instanceof HttpTimeoutException || cause instanceof SocketTimeoutException),
            "No connection came about in time: check the firewall between the connector runtime and the host of the"
                    + " base URL, and whether there is a proxy to go through.",
            "No connection through the proxy came about in time: check host and port of the proxy, and the firewalls"
                    + " before and behind it."),

    /** The JDK has no type for it. */
    CERTIFICATE_OF_ANOTHER_HOST(
            any(cause -> cause instanceof CertificateException
                    && says(cause, "No subject alternative ", "No name matching ")),
            "The certificate does not match the host of the base URL: check the base URL, and where the DNS of the"
                    + " connector runtime leads.",
            "The certificate that came through the proxy does not match the host of the base URL: check the base URL,"
                    + " and where the proxy leads."),

    /** An empty trust store is an invalid parameter for the JDK. */
    CERTIFICATE_NOT_TRUSTED(
            any(GeneralSecurityException.class::isInstance),
            "The JVM of the connector runtime does not trust the certificate: check its clock and its trust store"
                    + " (javax.net.ssl.trustStore). A gateway that opens TLS needs its root certificate there.",
            "The JVM of the connector runtime does not trust the certificate: check its clock and its trust store"
                    + " (javax.net.ssl.trustStore). A proxy that opens TLS needs its root certificate there."),

    RESET(
            any(cause -> cause instanceof IOException && says(cause, "Connection reset"))
                    .or(any(ConnectException.class::isInstance)
                            .negate()
                            .and(any(cause -> isOfAnOpenSocket(cause)
                                    || cause instanceof EOFException
                                    || cause instanceof ClosedChannelException))),
            "The connection was reset or closed before the answer was complete: if it happens again, check the"
                    + " firewall and the gateway on the way to the base URL.",
            "The connection was reset or closed before the answer was complete: if it happens again, check the proxy"
                    + " and the firewalls before and behind it."),

    /** With a socket's own exception as its cause it would be {@link #UNREACHABLE}. */
    CONNECTION_REFUSED(
            any(cause -> cause instanceof ConnectException
                    && (cause.getCause() == null || cause.getCause() instanceof ClosedChannelException)),
            "The connection was refused: check host and port of the base URL, and the firewall of the connector"
                    + " runtime.",
            "The proxy's host refused the connection: check host and port of the proxy, and whether it runs."),

    UNREACHABLE(
            any(SocketException.class::isInstance),
            "There is no way to the host of the base URL: check the network and the firewall of the connector runtime.",
            "There is no way to the host of the proxy: check the network and the firewall of the connector runtime."),

    TLS_FAILED(
            any(SSLException.class::isInstance),
            "TLS could not be agreed upon: check that TLS 1.2 or 1.3 is spoken at host and port of the base URL, and"
                    + " that no firewall cuts it off.",
            "TLS could not be agreed upon through the proxy: check that TLS 1.2 or 1.3 is spoken at host and port of"
                    + " the base URL, and that the proxy does not cut it off."),

    NOT_HTTP(
            any(ProtocolException.class::isInstance),
            "What answers does not speak HTTP: check host and port of the base URL.",
            "What answers does not speak HTTP: check host and port of the proxy and of the base URL.");

    private static final Pattern REFUSED_TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{3})");

    static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int MOST_CAUSES = 20;

    private final Predicate<List<Throwable>> sign;
    private final String direct;
    private final String proxied;

    ConnectionTrouble(Predicate<List<Throwable>> sign, String direct, String proxied) {
        this.sign = sign;
        this.direct = direct;
        this.proxied = proxied;
    }

    /** Which one an exception stands for; empty when it is none of them. */
    static Optional<ConnectionTrouble> of(Throwable failure) {
        var chain = chain(failure);
        return Stream.of(values()).filter(trouble -> trouble.sign.test(chain)).findFirst();
    }

    /** The name of what keeps a connection to a proxy from coming about. */
    static String ofProxy(IOException failure) {
        return of(failure).filter(known -> known != RESET).orElse(UNREACHABLE).name();
    }

    /** The status with which a proxy refused a tunnel; empty when that is not what happened. */
    static Optional<Integer> statusOfProxy(Throwable failure) {
        return chain(failure).stream()
                .filter(cause -> cause instanceof IOException && cause.getMessage() != null)
                .map(cause -> REFUSED_TUNNEL.matcher(cause.getMessage()))
                .filter(found -> found.matches())
                .map(found -> Integer.valueOf(found.group(1)))
                .findFirst();
    }

    /** What a proxy means that refuses a tunnel. */
    static String proxyRefused(int status) {
        var check = status == PROXY_AUTHENTICATION_REQUIRED
                ? "it does not accept the user and password of the connector runtime. Check CONNECTOR_HTTPS_PROXY_USER"
                        + " and CONNECTOR_HTTPS_PROXY_PASSWORD."
                : status >= FIRST_SERVER_ERROR
                        ? "check that the proxy itself can reach the host of the base URL."
                        : "check that the rules of the proxy let the connector runtime reach the host of the base URL.";
        return "The proxy, not Feishu, refused the connection with HTTP status " + status + ": " + check;
    }

    /** One or two sentences for the person who has to mend it. */
    String sentence(boolean throughProxy) {
        return throughProxy ? proxied : direct;
    }

    private static List<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .toList();
    }

    private static Predicate<List<Throwable>> any(Predicate<Throwable> sign) {
        return chain -> chain.stream().anyMatch(sign);
    }

    private static boolean isOfAnOpenSocket(Throwable cause) {
        return cause instanceof SocketException && !(cause instanceof NoRouteToHostException);
    }

    private static boolean says(Throwable cause, String... beginnings) {
        return cause.getMessage() != null && Stream.of(beginnings).anyMatch(cause.getMessage()::startsWith);
    }
}
