package io.feishuhire.sandbox;

import java.time.Duration;
import java.util.List;

/** The switches for what Feishu documents nowhere, or for what it documents and might not keep to. */
abstract sealed class SandboxGuesses extends SandboxApps permits SandboxTenant {

    private final World world;

    SandboxGuesses(Apps apps, World world) {
        super(apps);
        this.world = world;
    }

    /**
     * How long after its publication an advertisement is seen by the other calls; not documented by Feishu. Ordinarily
     * at once.
     *
     * @param delay by the sandbox's clock
     * @throws IllegalArgumentException if it is negative or longer than a day
     */
    public void delayUntilSeen(Duration delay) {
        world.change(() -> world.guesses().delayUntilSeen(delay));
    }

    /**
     * Whether a website shows an advertisement under an id of its own, so that only the list of the website's
     * advertisements and the job's id lead to it; not documented by Feishu. Ordinarily not.
     */
    public void anotherIdOnWebsites(boolean another) {
        world.change(() -> world.guesses().anotherIdOnWebsites(another));
    }

    /**
     * Whether publishing what is online on that channel already fails with 1002002; not documented by Feishu.
     * Ordinarily it does not.
     */
    public void refusePublishingTwice(boolean refuse) {
        world.change(() -> world.guesses().refusePublishingTwice(refuse));
    }

    /**
     * Whether an advertisement can be published on a channel that no website has; not documented by Feishu. Ordinarily
     * it fails with 1002002. The referral platform, headhunters and third parties, whose numbers have one or two
     * digits, are channels in any case.
     */
    public void acceptUnknownChannels(boolean accept) {
        world.change(() -> world.guesses().acceptUnknownChannels(accept));
    }

    /**
     * Whether the advertisements of a job that is reopened are online again by themselves; not documented by Feishu.
     * Ordinarily they have to be published again.
     */
    public void bringBackByReopening(boolean bringBack) {
        world.change(() -> world.guesses().bringBackByReopening(bringBack));
    }

    /**
     * Whether the id of a website is the same number as that of its channel, as in the example on Feishu's page.
     * Ordinarily it is not.
     */
    public void numberWebsitesLikeChannels(boolean same) {
        world.change(() -> world.guesses().numberWebsitesLikeChannels(same));
    }

    /**
     * Whether the scope {@code hire:job} is enough to read jobs and lists that ask for {@code hire:job:readonly}. By
     * Feishu's pages it is not, and ordinarily it is not here.
     */
    public void readJobsByWritingScope(boolean read) {
        world.change(() -> world.guesses().readJobsByWritingScope(read));
    }

    /**
     * What creating a job with a code that another job has is answered. Feishu asks its callers to keep codes unique,
     * and lists no error for this. Ordinarily there is none: the second job is created.
     *
     * @param feishuCode the code of the refusal with HTTP 400, such as 1002002, or 0 for none
     * @throws IllegalArgumentException if it is negative
     */
    public void refuseDuplicateCodes(int feishuCode) {
        world.change(() -> world.guesses().duplicateCodeError(feishuCode));
    }

    /**
     * How long after its creation a job is in the list of jobs; not documented by Feishu. Ordinarily at once. Calls by
     * the job's id find it at once in any case.
     *
     * @param delay by the sandbox's clock
     * @throws IllegalArgumentException if it is negative or longer than a day
     */
    public void delayUntilListed(Duration delay) {
        world.change(() -> world.guesses().delayUntilListed(delay));
    }

    /**
     * Whether a job can be closed while the switch 通过 API 同步职位 is off; not documented by Feishu. Ordinarily closing
     * fails with 1002613 then.
     */
    public void closeWithoutApiSync(boolean close) {
        world.change(() -> world.guesses().closeWithoutApiSync(close));
    }

    /**
     * What closing a job that does not exist is answered; not documented by Feishu. Ordinarily 1002601.
     *
     * @param feishuCode the code of the refusal with HTTP 400, or 0 for none
     * @throws IllegalArgumentException if it is negative
     */
    public void refuseClosingUnknownJobs(int feishuCode) {
        world.change(() -> world.guesses().unknownJobError(feishuCode));
    }

    /**
     * Locks every job for a while: until then these calls fail with 1002631, "try later", and afterwards all is as
     * before. Feishu documents that code for the call that updates a job; that these answer it is a guess.
     *
     * @param time how long from now on, by the sandbox's clock; zero ends a lock
     * @param calls some of {@link Endpoint#CREATE_JOB}, {@link Endpoint#OPEN_JOB} and {@link Endpoint#CLOSE_JOB}; none
     *     for all three
     * @throws IllegalArgumentException if the time is negative or longer than a day, or it is another call
     */
    public void lockJobs(Duration time, Endpoint... calls) {
        world.change(() -> world.jobLife().locks().lockAll(time, List.of(calls)));
    }

    /**
     * Locks one job for a while, as {@link #lockJobs} does all.
     *
     * @param time how long from now on, by the sandbox's clock; zero ends a lock
     * @param calls {@link Endpoint#OPEN_JOB} or {@link Endpoint#CLOSE_JOB}; none for both
     * @throws IllegalArgumentException if there is no such job, the time is negative or longer than a day, or it is
     *     another call
     */
    public void lockJob(String jobId, Duration time, Endpoint... calls) {
        world.change(() -> world.jobLife().lock(jobId, time, List.of(calls)));
    }
}
