package io.feishuhire.benchmarks.bulk;

import java.util.Locale;

/** What goes wrong when a third of a bulk is published. */
enum InjectedFault {
    NONE,
    /** The connector runtime is killed and started again. */
    RUNTIME_KILLED,
    /** Feishu is down for 20 seconds. */
    FEISHU_DOWN,
    /** Feishu revokes every token. */
    TOKEN_REVOKED,
    /** The API sync switch is turned off, and on again 5 seconds later. */
    SWITCH_OFF;

    /** The name on the command line, such as {@code runtime-killed}. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
