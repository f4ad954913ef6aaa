package io.feishuhire.connector.feishu;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether an advertisement is online on a channel.
 *
 * @param reason the answer
 * @param channelId the channel that was looked at; empty when Feishu was to decide, or the channel could not be found
 * @param channelName what people call the channel; empty when it is not known
 * @param websiteId the website's own id; empty when the channel is no website
 * @param post the advertisement as the channel has it; empty when it was not seen
 * @param publishedBefore for {@link Reason#ONLY_PUBLISH_RECORDS}: whether it was published there before
 * @param scopes for {@link Reason#PERMISSION_MISSING}: the permissions that Feishu asks for
 * @param link the address of the advertisement; empty when it is not online, or there is no pattern for it
 * @param checkedAt when it was looked for
 */
public record AdvertisementStatus(
        Reason reason,
        Optional<JobChannelId> channelId,
        Optional<LocalizedName> channelName,
        Optional<String> websiteId,
        Optional<JobPost> post,
        Optional<Boolean> publishedBefore,
        List<String> scopes,
        Optional<String> link,
        Instant checkedAt) {

    /** Whether candidates can see it. */
    public enum State {
        /** Feishu shows it on the channel, and its job is open. */
        LIVE,
        /** Feishu does not show it there, or its job is not open. */
        NOT_SEEN,
        /** Feishu does not tell. */
        UNKNOWN
    }

    /** Why it is in its state. The list is closed. */
    public enum Reason {
        /** It is on the channel. */
        SEEN(State.LIVE),
        /** It is not on the channel, or not yet. */
        NOT_ON_CHANNEL(State.NOT_SEEN),
        /** It is on the channel, but its job is not active. */
        JOB_NOT_ACTIVE(State.NOT_SEEN),
        /** It is on the channel, but its job has expired. */
        EXPIRED(State.NOT_SEEN),
        /** The app lacks a permission to look. */
        PERMISSION_MISSING(State.UNKNOWN),
        /** No website has this channel. */
        NO_SUCH_WEBSITE(State.UNKNOWN),
        /** No channel was chosen, so there is none to look at. */
        CHANNEL_LEFT_TO_FEISHU(State.UNKNOWN),
        /** A channel of which Feishu only tells what was published there before. */
        ONLY_PUBLISH_RECORDS(State.UNKNOWN),
        /** The channel has more entries than one look reads. */
        TOO_MANY(State.UNKNOWN);

        private final State state;

        Reason(State state) {
            this.state = state;
        }

        /** The state that this is a reason of. */
        public State state() {
            return state;
        }
    }

    /** The state of the advertisement. */
    public State state() {
        return reason.state();
    }
}
