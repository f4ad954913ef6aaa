package io.feishuhire.sandbox;

import java.time.Duration;

/** The control of the guesses. */
final class GuessControls {

    private final World world;

    GuessControls(World world) {
        this.world = world;
    }

    /** Each field is a guess; those that are not there stay as they are. */
    void guesses(ControlInput input) {
        var guesses = world.guesses();
        var seen = delay(input, "delayUntilSeenMillis", guesses.delayUntilSeen());
        var another = input.optionalBoolean("anotherIdOnWebsites", guesses.anotherIdOnWebsites());
        var twice = input.optionalBoolean("refusePublishingTwice", guesses.publishingTwiceRefused());
        var channels = input.optionalBoolean("acceptUnknownChannels", guesses.unknownChannelsAccepted());
        var back = input.optionalBoolean("bringBackByReopening", guesses.broughtBackByReopening());
        var same = input.optionalBoolean("numberWebsitesLikeChannels", guesses.websitesNumberedLikeChannels());
        var reads = input.optionalBoolean("readJobsByWritingScope", guesses.jobsReadByWritingScope());
        var listed = delay(input, "delayUntilListedMillis", guesses.delayUntilListed());
        var duplicate = input.optionalInt("duplicateCodeError", guesses.duplicateCodeError());
        var closes = input.optionalBoolean("closeWithoutApiSync", guesses.closedWithoutApiSync());
        var unknown = input.optionalInt("closeUnknownJobError", guesses.unknownJobError());
        guesses.delayUntilSeen(seen);
        guesses.delayUntilListed(listed);
        guesses.duplicateCodeError(duplicate);
        guesses.closeWithoutApiSync(closes);
        guesses.unknownJobError(unknown);
        guesses.anotherIdOnWebsites(another);
        guesses.refusePublishingTwice(twice);
        guesses.acceptUnknownChannels(channels);
        guesses.bringBackByReopening(back);
        guesses.numberWebsitesLikeChannels(same);
        guesses.readJobsByWritingScope(reads);
    }

    private static Duration delay(ControlInput input, String name, Duration otherwise) {
        return Duration.ofMillis(input.optionalInt(name, Math.toIntExact(otherwise.toMillis())));
    }
}
