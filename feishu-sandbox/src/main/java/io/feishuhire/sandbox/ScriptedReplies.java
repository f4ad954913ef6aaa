package io.feishuhire.sandbox;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The replies that were ordered: a queue for each endpoint, and what comes when the queue is empty. */
final class ScriptedReplies {

    private final Map<Endpoint, ArrayDeque<Reply>> queues = new EnumMap<>(Endpoint.class);
    private final Map<Endpoint, Reply> standing = new EnumMap<>(Endpoint.class);

    synchronized void next(Endpoint endpoint, List<Reply> replies) {
        queues.computeIfAbsent(endpoint, key -> new ArrayDeque<>()).addAll(replies);
    }

    synchronized void always(Endpoint endpoint, Reply reply) {
        standing.put(endpoint, reply);
    }

    synchronized void resetReplies(Endpoint endpoint) {
        queues.remove(endpoint);
        standing.remove(endpoint);
    }

    /** The reply for a request that has just come in. */
    synchronized Reply take(Endpoint endpoint) {
        var queue = queues.get(endpoint);
        var first = queue == null ? null : queue.pollFirst();
        return first == null ? standing.getOrDefault(endpoint, Reply.fromSandbox()) : first;
    }

    synchronized int queued(Endpoint endpoint) {
        var queue = queues.get(endpoint);
        return queue == null ? 0 : queue.size();
    }

    synchronized boolean standing(Endpoint endpoint) {
        return standing.containsKey(endpoint);
    }

    synchronized void clear() {
        queues.clear();
        standing.clear();
    }
}
