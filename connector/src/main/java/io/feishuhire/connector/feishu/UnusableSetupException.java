package io.feishuhire.connector.feishu;

/**
 * Thrown when settings, JVM or machine do not let a client be made. There is never a cause: its text would be foreign.
 */
public final class UnusableSetupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Says what to mend.
     *
     * @param whatToMend one sentence for an operator, without any value
     */
    public UnusableSetupException(String whatToMend) {
        super(whatToMend);
    }
}
