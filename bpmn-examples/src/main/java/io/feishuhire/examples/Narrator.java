package io.feishuhire.examples;

import java.io.PrintStream;

/** Prints what happens, as numbered steps with details. People and the AI agent may tell at the same time. */
final class Narrator {

    private static final String INDENTATION = "    ";

    private final PrintStream out;
    private int steps;

    Narrator(PrintStream out) {
        this.out = out;
    }

    /** A number of things in words. */
    static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    synchronized void step(String text) {
        steps++;
        out.printf("%n%2d. %s%n", steps, text.replace("\n", System.lineSeparator() + INDENTATION));
        out.flush();
    }

    synchronized void detail(String text) {
        out.println(text.indent(INDENTATION.length()).stripTrailing());
        out.flush();
    }
}
