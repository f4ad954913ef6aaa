package io.feishuhire.connector.feishu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server's key with its self-signed certificate, made for one test run by the JDK's keytool. */
final class TlsIdentity implements AutoCloseable {

    static final String PASSWORD = "changeit";

    private final Path directory;

    private TlsIdentity(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes a key.
     *
     * @param names for whom, in keytool's form, for example {@code dns:localhost,ip:127.0.0.1}
     */
    static TlsIdentity of(String names) {
        try {
            var identity = new TlsIdentity(Files.createTempDirectory("tls-identity"));
            var keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "server",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=test",
                            "-ext",
                            "san=" + names,
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            identity.keyStore().toString(),
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .start();
            var said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.Charset.defaultCharset());
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return identity;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Path keyStore() {
        return directory.resolve("server.p12");
    }

    /** Has this key, and trusts it. */
    SSLContext context() {
        try (var file = Files.newInputStream(keyStore())) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(keys, PASSWORD.toCharArray());
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", keys.getCertificate("server"));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** What a JVM makes of a trust store without certificates. */
    static SSLContext trustingNobody() {
        try {
            var empty = KeyStore.getInstance("PKCS12");
            empty.load(null, null);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(empty);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @Override
    public void close() throws IOException {
        Files.delete(keyStore());
        Files.delete(directory);
    }
}
