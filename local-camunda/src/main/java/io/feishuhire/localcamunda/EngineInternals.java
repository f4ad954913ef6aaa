package io.feishuhire.localcamunda;

import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Timer;

/**
 * The private parts of Zeebe Process Test that this library needs. All of its reflection is here:
 *
 * <ul>
 *   <li>{@code EngineFactory}: it must come from {@link EngineClassLoader}, where the compiler cannot see it.
 *   <li>{@code logStream}: the gateway has no command to complete a user task, so {@link RecordLog} writes it to the
 *       log. The public record source is of no use: it rebuilds some sixty value objects for each record, and its list
 *       grows while it is read.
 *   <li>{@code grpcServer}: the engine's own would listen on every interface, and ask for no password. With port 0, the
 *       operating system picks a free port that no other process can take in between. Only the server knows which; the
 *       engine reports the 0.
 *   <li>{@code EngineStateMonitor.TIMER}: a static timer whose thread is no daemon, so it would keep the JVM alive. It
 *       serves only {@code waitForIdleState} and {@code waitForBusyState}, which this library does not use.
 * </ul>
 */
record EngineInternals(ZeebeTestEngine engine, LogStream logStream, Server grpcServer) {

    private static final String PACKAGE = "io.camunda.zeebe.process.test.engine.";
    /** By number: the name may be another address where Java prefers IPv6. */
    private static final String LOOPBACK = "127.0.0.1";

    private static final int ANY_FREE_PORT = 0;

    static EngineInternals create() {
        var classes = new EngineClassLoader();
        try {
            var timer = (Timer) read(classes.loadClass(PACKAGE + "EngineStateMonitor"), "TIMER", null);
            timer.cancel();
            var engine = (ZeebeTestEngine) classes.loadClass(PACKAGE + "EngineFactory")
                    .getMethod("create", int.class)
                    .invoke(null, ANY_FREE_PORT);
            var logStream = (LogStream) read(engine.getClass(), "logStream", engine);
            return new EngineInternals(engine, logStream, onLoopbackOnly(engine));
        } catch (ReflectiveOperationException differs) {
            throw new IllegalStateException(
                    "This version of zeebe-process-test-engine differs from 8.8.21, whose internals we know", differs);
        }
    }

    /** Puts a server with the same services in the place of the one that the engine has built and not started. */
    @SuppressWarnings("AddressSelection")
    private static Server onLoopbackOnly(ZeebeTestEngine engine) throws ReflectiveOperationException {
        var field = field(engine.getClass(), "grpcServer");
        var services = ((Server) field.get(engine)).getImmutableServices();
        var server = NettyServerBuilder.forAddress(new InetSocketAddress(LOOPBACK, ANY_FREE_PORT))
                .addServices(services)
                .build();
        field.set(engine, server);
        return server;
    }

    URI grpcAddress() {
        return URI.create("http://" + LOOPBACK + ":" + grpcServer.getPort());
    }

    private static Object read(Class<?> type, String name, Object target) throws ReflectiveOperationException {
        return field(type, name).get(target);
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        var field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
