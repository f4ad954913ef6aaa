package io.feishuhire.benchmarks.client;

import java.net.URI;

/** Publishes once and prints a line: the program that {@link ColdStart} starts repeatedly. */
public final class FirstPublish {

    static final String DONE = "published";

    private FirstPublish() {}

    /** Arguments: the contender and the server's base URL. */
    public static void main(String[] args) throws Exception {
        HttpContender.valueOf(args[0]).connect(URI.create(args[1])).publish();
        System.out.println(DONE);
        Runtime.getRuntime().halt(0);
    }
}
