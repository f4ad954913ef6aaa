package io.feishuhire.sandbox;

import java.util.List;

/**
 * A recruitment website.
 *
 * @param id its own number
 * @param jobChannelId the number to publish to
 * @param processTypes 1 experienced, 2 campus
 */
record Website(String id, String jobChannelId, LocalizedName name, List<Integer> processTypes) {

    Website {
        if (!Call.isDigits(id) || !Call.isDigits(jobChannelId)) {
            throw new IllegalArgumentException("The ids of a website and of its channel are strings of digits.");
        }
        processTypes = List.copyOf(processTypes);
    }
}
