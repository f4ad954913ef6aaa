package io.feishuhire.localcamunda;

import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.grpc.Server;
import java.lang.reflect.Field;
import java.net.URI;
import java.util.Timer;

/**
 * The private parts of Zeebe Process Test that we cannot do without. All reflection of this library is here:
 *
 * <ul>
 *   <li>{@code EngineFactory}: it has to come from {@link EngineClassLoader}, where the compiler cannot see it.
 *   <li>{@code logStream}: the gateway has no command to complete a user task, so we write it to the log ourselves; and
 *       the public record source rebuilds some sixty value objects for each record and hands out a list that grows
 *       while one reads it.
 *   <li>{@code grpcServer}: the engine listens on the port it is told and does not report another. With port 0 the
 *       operating system picks a free one, which no other process can take in between; only the server knows it.
 *   <li>{@code EngineStateMonitor.TIMER}: a static timer whose thread is no daemon and keeps the JVM alive for good. It
 *       serves {@code waitForIdleState} and {@code waitForBusyState} only, which we do not use.
 * </ul>
 */
record EngineInternals(ZeebeTestEngine engine, LogStream logStream, Server grpcServer) {

    private static final String PACKAGE = "io.camunda.zeebe.process.test.engine.";
    private static final int ANY_FREE_PORT = 0;

    static EngineInternals create() {
        var classes = new EngineClassLoader();
        try {
            var timer = (Timer) read(classes.loadClass(PACKAGE + "EngineStateMonitor"), "TIMER", null);
            timer.cancel();
            var engine = (ZeebeTestEngine) classes.loadClass(PACKAGE + "EngineFactory")
                    .getMethod("create", int.class)
                    .invoke(null, ANY_FREE_PORT);
            return new EngineInternals(engine, (LogStream) read(engine.getClass(), "logStream", engine), (Server)
                    read(engine.getClass(), "grpcServer", engine));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "This version of zeebe-process-test-engine is not made as we know 8.8.21 to be", e);
        }
    }

    URI grpcAddress() {
        return URI.create("http://127.0.0.1:" + grpcServer.getPort());
    }

    private static Object read(Class<?> type, String name, Object target) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(target);
    }
}
