package io.feishuhire.doctor;

/**
 * The check cannot begin: an environment variable is missing or cannot be used. The text names it without its value.
 */
final class CannotBeginException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Text text;

    CannotBeginException(Text text) {
        super(text.en());
        this.text = text;
    }

    Text text() {
        return text;
    }
}
