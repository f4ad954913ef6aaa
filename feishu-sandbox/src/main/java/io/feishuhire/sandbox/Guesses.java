package io.feishuhire.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What Feishu does where its pages say nothing. Guarded by the world's lock. */
final class Guesses {

    /** What the call that reopens a job answers by its page. */
    private static final int JOB_DOES_NOT_EXIST = 1_002_601;

    private Duration delayUntilSeen = Duration.ZERO;
    private boolean anotherIdOnWebsites;
    private boolean publishingTwiceRefused;
    private boolean unknownChannelsAccepted;
    private boolean broughtBackByReopening;
    private boolean websitesNumberedLikeChannels;
    private boolean jobsReadByWritingScope;
    private Duration delayUntilListed = Duration.ZERO;
    private int duplicateCodeError;
    private boolean closedWithoutApiSync;
    private int unknownJobError = JOB_DOES_NOT_EXIST;

    void delayUntilSeen(Duration delay) {
        delayUntilSeen = checked(delay, "A published advertisement is seen");
    }

    void delayUntilListed(Duration delay) {
        delayUntilListed = checked(delay, "A new job is listed");
    }

    /** 0 for no error. */
    void duplicateCodeError(int code) {
        duplicateCodeError = checked(code);
    }

    void closeWithoutApiSync(boolean close) {
        closedWithoutApiSync = close;
    }

    /** 0 for no error. */
    void unknownJobError(int code) {
        unknownJobError = checked(code);
    }

    void anotherIdOnWebsites(boolean another) {
        anotherIdOnWebsites = another;
    }

    void refusePublishingTwice(boolean refuse) {
        publishingTwiceRefused = refuse;
    }

    void acceptUnknownChannels(boolean accept) {
        unknownChannelsAccepted = accept;
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

    Duration delayUntilListed() {
        return delayUntilListed;
    }

    int duplicateCodeError() {
        return duplicateCodeError;
    }

    boolean closedWithoutApiSync() {
        return closedWithoutApiSync;
    }

    /** What closing a job that does not exist is answered. */
    int unknownJobError() {
        return unknownJobError;
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

    boolean unknownChannelsAccepted() {
        return unknownChannelsAccepted;
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

    boolean listed(Instant since, Instant now) {
        return !now.isBefore(since.plus(delayUntilListed));
    }

    void reset() {
        delayUntilListed = Duration.ZERO;
        duplicateCodeError = 0;
        closedWithoutApiSync = false;
        unknownJobError = JOB_DOES_NOT_EXIST;
        delayUntilSeen = Duration.ZERO;
        anotherIdOnWebsites = false;
        publishingTwiceRefused = false;
        unknownChannelsAccepted = false;
        broughtBackByReopening = false;
        websitesNumberedLikeChannels = false;
        jobsReadByWritingScope = false;
    }

    private static int checked(int code) {
        if (code < 0) {
            throw new IllegalArgumentException("A code of Feishu's is a positive number, or 0 for none.");
        }
        return code;
    }

    private static Duration checked(Duration delay, String what) {
        if (delay.isNegative() || delay.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(what + " between at once and a day later.");
        }
        return delay;
    }
}
