package io.feishuhire.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What Feishu does where its pages say nothing. Guarded by the world's lock. */
final class Guesses {

    private Duration delayUntilSeen = Duration.ZERO;
    private boolean anotherIdOnWebsites;
    private boolean publishingTwiceRefused;
    private boolean broughtBackByReopening;
    private boolean websitesNumberedLikeChannels;
    private boolean jobsReadByWritingScope;

    void delayUntilSeen(Duration delay) {
        if (delay.isNegative() || delay.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("A published advertisement is seen between at once and a day later.");
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

    void readJobsByWritingScope(boolean read) {
        jobsReadByWritingScope = read;
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

    boolean jobsReadByWritingScope() {
        return jobsReadByWritingScope;
    }

    /** The scopes that a call accepts, given those of its page. */
    List<String> accepted(List<String> scopes) {
        return jobsReadByWritingScope && scopes.equals(Scopes.JOBS) ? Scopes.JOBS_OR_WRITING : scopes;
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
        jobsReadByWritingScope = false;
    }
}
