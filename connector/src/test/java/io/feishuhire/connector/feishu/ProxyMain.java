package io.feishuhire.connector.feishu;

import io.netty.handler.codec.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.littleshoot.proxy.HttpFilters;
import org.littleshoot.proxy.HttpFiltersAdapter;
import org.littleshoot.proxy.HttpFiltersSourceAdapter;
import org.littleshoot.proxy.ProxyAuthenticator;
import org.littleshoot.proxy.impl.DefaultHttpProxyServer;

/**
 * A forward proxy, to be run as a process of its own. It prints its port, and then the request line of everything that
 * passes. With a user and a password as arguments, it lets no other user through.
 */
final class ProxyMain {

    static final String PORT = "port ";
    static final String PASSED = "passed ";

    private ProxyMain() {}

    public static void main(String[] userAndPassword) throws InterruptedException {
        var proxy = DefaultHttpProxyServer.bootstrap()
                .withAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withFiltersSource(new HttpFiltersSourceAdapter() {
                    @Override
                    public HttpFilters filterRequest(HttpRequest request) {
                        System.out.println(PASSED + request.method() + " " + request.uri());
                        return new HttpFiltersAdapter(request);
                    }
                });
        if (userAndPassword.length == 2) {
            proxy.withProxyAuthenticator(new ProxyAuthenticator() {
                @Override
                public boolean authenticate(String user, String password) {
                    return user.equals(userAndPassword[0]) && password.equals(userAndPassword[1]);
                }

                @Override
                public String getRealm() {
                    return "test";
                }
            });
        }
        var started = proxy.start();
        System.out.println(PORT + started.getListenAddress().getPort());
        Thread.currentThread().join();
    }
}
