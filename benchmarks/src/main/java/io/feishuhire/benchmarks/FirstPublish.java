package io.feishuhire.benchmarks;

import java.net.URI;

/** Publishes once and says so: the program that {@link ColdStart} starts again and again. */
public final class FirstPublish {

    static final String DONE = "published";

    private FirstPublish() {}

    /** Arguments: the peer and the server's base URL. */
    public static void main(String[] args) throws Exception {
        Peer.valueOf(args[0]).connect(URI.create(args[1])).publish();
        System.out.println(DONE);
        Runtime.getRuntime().halt(0);
    }
}
