package io.feishuhire.benchmarks.bulk;

import java.util.Locale;

/** What goes wrong in the middle of a bulk. */
enum Fault {
    NONE,
    /** The connector runtime is killed and started again. */
    RUNTIME_KILLED,
    /** Feishu is gone for 20 seconds. */
    FEISHU_DOWN,
    /** Every token that Feishu gave is revoked. */
    TOKEN_REVOKED,
    /** The API sync switch is turned off, and on again 5 seconds later. */
    SWITCH_OFF;

    /** The name on the command line, such as {@code runtime-killed}. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
