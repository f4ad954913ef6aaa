package io.feishuhire.connector.faults;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that can be reached from an object: the fields of our own classes by reflection, causes and suppressed
 * exceptions, what is in collections, and how everything looks as text.
 */
final class ObjectGraph {

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final List<String> texts = new ArrayList<>();

    private ObjectGraph() {}

    static ObjectGraph of(Object root) {
        var graph = new ObjectGraph();
        graph.reach(root);
        while (!graph.waiting.isEmpty()) {
            graph.open(graph.waiting.removeFirst());
        }
        return graph;
    }

    /** Every text in it. */
    List<String> texts() {
        return texts;
    }

    private void reach(Object object) {
        if (object != null && seen.add(object)) {
            waiting.add(object);
        }
    }

    private void open(Object object) {
        texts.add(String.valueOf(object));
        switch (object) {
            case Throwable thrown -> {
                texts.add(String.valueOf(thrown.getMessage()));
                texts.add(Arrays.toString(thrown.getStackTrace()));
                reach(thrown.getCause());
                Arrays.stream(thrown.getSuppressed()).forEach(this::reach);
            }
            case Iterable<?> many -> many.forEach(this::reach);
            case Map<?, ?> map -> {
                map.keySet().forEach(this::reach);
                map.values().forEach(this::reach);
            }
            case Optional<?> perhaps -> perhaps.ifPresent(this::reach);
            default -> {
                if (object.getClass().isArray()) {
                    for (var i = 0; i < Array.getLength(object); i++) {
                        reach(Array.get(object, i));
                    }
                }
            }
        }
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().startsWith("io.feishuhire.") || type.getName().startsWith("io.camunda.")) {
                Arrays.stream(type.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .forEach(field -> reach(read(field, object)));
            }
        }
    }

    private static Object read(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
