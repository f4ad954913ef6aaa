package io.feishuhire.connector.feishu;

/** A value does not have the form of its type. The layer that knows the name of the field makes a sentence of it. */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String zh;

    /**
     * Says what is wrong, without repeating the value.
     *
     * @param en the rest of an English sentence that begins with the name of the value, without a full stop
     * @param zh the same in Chinese
     */
    public InvalidValue(String en, String zh) {
        super(en);
        this.zh = zh;
    }

    /** The rest of the sentence in Chinese. */
    public String chinese() {
        return zh;
    }

    static void unless(boolean holds, String en, String zh) {
        if (!holds) {
            throw new InvalidValue(en, zh);
        }
    }
}
