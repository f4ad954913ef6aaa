package io.feishuhire.sandbox;

import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * How a sandbox is started. {@link #defaults()} is a free port on the loopback interface, 10 requests a second for each
 * app and a journal of 10,000 requests.
 *
 * @param host the address to listen on
 * @param port the port to listen on, 0 for a free one
 * @param clock the time that tokens, rate limit and journal go by
 * @param requestsPerSecond publish calls that each app may make in any 1,000 ms, 0 for no limit
 * @param journalSize how many requests, and how many published advertisements, are kept; older ones are dropped
 * @param tokens makes the text of each new tenant access token; no two may be equal
 */
public record SandboxSettings(
        String host, int port, InstantSource clock, int requestsPerSecond, int journalSize, Supplier<String> tokens) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the port is not between 0 and 65535, the limit negative or the journal empty
     */
    public SandboxSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(tokens, "tokens");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("The port must be between 0 and 65535, not " + port);
        }
        if (requestsPerSecond < 0) {
            throw new IllegalArgumentException("The rate limit must be 0 (none) or more, not " + requestsPerSecond);
        }
        if (journalSize < 1) {
            throw new IllegalArgumentException("The journal must hold at least one request, not " + journalSize);
        }
    }

    /** A free port on 127.0.0.1, a clock that never goes back, 10 requests a second, 10,000 requests kept. */
    public static SandboxSettings defaults() {
        return new SandboxSettings("127.0.0.1", 0, new MonotonicClock(), 10, 10_000, new RandomTokens());
    }

    /** The same on another address; {@code 0.0.0.0} is reachable from other machines. */
    public SandboxSettings withHost(String host) {
        return new SandboxSettings(host, port, clock, requestsPerSecond, journalSize, tokens);
    }

    /** The same on another port, 0 for a free one. */
    public SandboxSettings withPort(int port) {
        return new SandboxSettings(host, port, clock, requestsPerSecond, journalSize, tokens);
    }

    /** The same with another clock. Delays of {@link Reply} keep to real time. */
    public SandboxSettings withClock(InstantSource clock) {
        return new SandboxSettings(host, port, clock, requestsPerSecond, journalSize, tokens);
    }

    /** The same with another rate limit, 0 for none. */
    public SandboxSettings withRequestsPerSecond(int requestsPerSecond) {
        return new SandboxSettings(host, port, clock, requestsPerSecond, journalSize, tokens);
    }

    /** The same with another number of requests kept. */
    public SandboxSettings withJournalSize(int journalSize) {
        return new SandboxSettings(host, port, clock, requestsPerSecond, journalSize, tokens);
    }

    /** The same with other token texts, for instance long ones without the {@code t-} prefix. */
    public SandboxSettings withTokens(Supplier<String> tokens) {
        return new SandboxSettings(host, port, clock, requestsPerSecond, journalSize, tokens);
    }
}
