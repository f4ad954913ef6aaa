package io.feishuhire.connector.feishu;

import java.time.Duration;

/**
 * One list to read.
 *
 * @param app who reads
 * @param of what to list
 * @param filter what the names have to have in them, without regard to case; empty for all
 * @param root for {@link ChoiceList#DEPARTMENTS}: the department whose sub-departments are listed; {@code 0} is the
 *     company
 * @param timeout the longest that one HTTP exchange may take, from connecting to the last byte of the reply
 */
public record ChoicesRequest(FeishuApp app, ChoiceList of, String filter, String root, Duration timeout) {

    /** Leaves what people typed and credentials out. */
    @Override
    public String toString() {
        return "ChoicesRequest[baseUrl=" + app.baseUrl().uri() + ", of=" + of + "]";
    }
}
