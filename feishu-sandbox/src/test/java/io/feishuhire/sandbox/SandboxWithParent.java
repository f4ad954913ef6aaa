package io.feishuhire.sandbox;

import java.io.IOException;
import java.io.OutputStream;

/** {@link SandboxMain} for a test to start: it ends with the test, even when that is killed. */
final class SandboxWithParent {

    private SandboxWithParent() {}

    public static void main(String[] args) {
        Thread.ofPlatform().daemon().start(SandboxWithParent::awaitParent);
        SandboxMain.main(args);
    }

    /** Standard input is a pipe that closes when the parent is gone. */
    private static void awaitParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            // The parent is gone, too.
        }
        Runtime.getRuntime().halt(1);
    }
}
