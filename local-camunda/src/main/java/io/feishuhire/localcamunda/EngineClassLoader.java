package io.feishuhire.localcamunda;

import java.io.IOException;

/**
 * Loads the classes of Zeebe Process Test anew for each engine.
 *
 * <p>{@code GrpcResponseWriter} builds its answer in static fields, so two engines that answer at the same moment would
 * mix up their answers. An engine with classes of its own has static fields of its own, and its timer can be stopped
 * without stopping the timers of others. All other classes, including the engine's public API, come from the usual
 * class loader.
 */
final class EngineClassLoader extends ClassLoader {

    private static final String OWN = "io.camunda.zeebe.process.test.engine.";

    EngineClassLoader() {
        super("embedded-engine", EngineClassLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (var bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            var code = bytes.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
