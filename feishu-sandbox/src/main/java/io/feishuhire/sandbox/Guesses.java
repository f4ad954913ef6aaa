package io.feishuhire.sandbox;

import java.time.Duration;
import java.time.Instant;

/** What Feishu does where its pages say nothing. Guarded by the world's lock. */
final class Guesses {

    private Duration delayUntilSeen = Duration.ZERO;
    private boolean anotherIdOnWebsites;
    private boolean publishingTwiceRefused;
    private boolean broughtBackByReopening;
    private boolean websitesNumberedLikeChannels;

    void delayUntilSeen(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("An advertisement is not seen before it is published: " + delay);
        }
        delayUntilSeen = delay;
    }

    void anotherIdOnWebsites(boolean another) {
        anotherIdOnWebsites = another;
    }

    void refusePublishingTwice(boolean refuse) {
        publishingTwiceRefused = refuse;
    }

    void bringBackByReopening(boolean bringBack) {
        broughtBackByReopening = bringBack;
    }

    void numberWebsitesLikeChannels(boolean same) {
        websitesNumberedLikeChannels = same;
    }

    Duration delayUntilSeen() {
        return delayUntilSeen;
    }

    boolean anotherIdOnWebsites() {
        return anotherIdOnWebsites;
    }

    boolean publishingTwiceRefused() {
        return publishingTwiceRefused;
    }

    boolean broughtBackByReopening() {
        return broughtBackByReopening;
    }

    boolean websitesNumberedLikeChannels() {
        return websitesNumberedLikeChannels;
    }

    boolean seen(Instant since, Instant now) {
        return !now.isBefore(since.plus(delayUntilSeen));
    }

    void reset() {
        delayUntilSeen = Duration.ZERO;
        anotherIdOnWebsites = false;
        publishingTwiceRefused = false;
        broughtBackByReopening = false;
        websitesNumberedLikeChannels = false;
    }
}
