package io.feishuhire.sandbox;

import java.time.Instant;

/**
 * An advertisement on a channel.
 *
 * @param channel the job channel, or null if the publish call named none
 * @param createdAt when it was first published there
 * @param modifiedAt when it was last published there
 * @param onlineSince since when it is online, or null if it is not
 */
record Posting(String advertisementId, String channel, Instant createdAt, Instant modifiedAt, Instant onlineSince) {

    boolean online() {
        return onlineSince != null;
    }

    Posting publishedAgain(Instant at) {
        return new Posting(advertisementId, channel, createdAt, at, online() ? onlineSince : at);
    }

    Posting takenOffline() {
        return new Posting(advertisementId, channel, createdAt, modifiedAt, null);
    }
}
