package io.feishuhire.localcamunda;

import java.io.IOException;

/**
 * Loads the classes of Zeebe Process Test anew for each engine.
 *
 * <p>Its {@code GrpcResponseWriter} keeps the answer that it is building in static fields, so nothing keeps two engines
 * that answer at the same moment from mixing them up. With classes of its own an engine has static fields of its own,
 * and its timer can be stopped without stopping that of others. Everything else, the API it is used by included, comes
 * from the usual class loader.
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
            byte[] code = bytes.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
