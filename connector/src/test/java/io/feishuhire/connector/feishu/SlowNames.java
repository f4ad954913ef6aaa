package io.feishuhire.connector.feishu;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** A name server that does not answer for one host; all other names are resolved as ever. The JVM finds it by SPI. */
public final class SlowNames extends InetAddressResolverProvider {

    /** Another name of this machine, which proxies are not kept from. */
    static final String THIS_MACHINE = "feishu.test";

    /** The host whose name server says nothing until {@link #giveUp()}. */
    static final String HOST = "name-server-is-down.test";

    private static final CountDownLatch GIVEN_UP = new CountDownLatch(1);

    static void giveUp() {
        GIVEN_UP.countDown();
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        var usual = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return switch (host) {
                    case HOST -> waitInVain();
                    case THIS_MACHINE -> Stream.of(InetAddress.getLoopbackAddress());
                    default -> usual.lookupByName(host, policy);
                };
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return usual.lookupByAddress(address);
            }
        };
    }

    private static Stream<InetAddress> waitInVain() throws UnknownHostException {
        try {
            GIVEN_UP.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException(HOST);
    }

    @Override
    public String name() {
        return "slow names";
    }
}
