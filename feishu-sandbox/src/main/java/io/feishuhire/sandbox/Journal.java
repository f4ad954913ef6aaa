package io.feishuhire.sandbox;

import java.util.ArrayDeque;
import java.util.List;

/** The last entries of a list that has no end. */
final class Journal<T> {

    private final int size;
    private final ArrayDeque<T> entries = new ArrayDeque<>();

    Journal(int size) {
        this.size = size;
    }

    synchronized void add(T entry) {
        if (entries.size() == size) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /** Oldest first. */
    synchronized List<T> entries() {
        return List.copyOf(entries);
    }

    synchronized int count() {
        return entries.size();
    }

    synchronized void clear() {
        entries.clear();
    }
}
