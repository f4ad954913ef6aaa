package io.feishuhire.sandbox;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sandbox at one moment, as an administrator of Feishu would see it; see {@link FeishuSandbox#tenant}. It does not
 * change when the sandbox does.
 *
 * @param down whether Feishu answers nothing, see {@link FeishuSandbox#down}
 * @param apiSync whether the switch 通过 API 同步职位 is on
 * @param publishesPerSecond how many publish calls an app may make in any 1,000 ms, 0 for no limit
 * @param scopes what {@link FeishuSandbox#DEFAULT_APP_ID} has asked for, sorted by name, and whether each is granted
 * @param jobs newest first
 * @param channels those of the websites in the order of the websites, then the referral platform, then any other that
 *     something was published to
 * @param people the members of the tenant, whom a form may name by their e-mail addresses
 */
public record Tenant(
        boolean down,
        boolean apiSync,
        int publishesPerSecond,
        Map<String, Boolean> scopes,
        List<Job> jobs,
        List<Channel> channels,
        List<Member> people) {

    /** Copies the collections. */
    public Tenant {
        scopes = Collections.unmodifiableMap(new TreeMap<>(scopes));
        jobs = List.copyOf(jobs);
        channels = List.copyOf(channels);
        people = List.copyOf(people);
    }

    /**
     * A member of the tenant.
     *
     * @param zhName the Chinese name; "" where there is none
     * @param enName the English name, likewise
     * @param resigned whether the person has left
     */
    public record Member(String zhName, String enName, String email, boolean resigned) {}

    /**
     * A job. An advertisement that was published, closed or rejected without a declared job has a job of its own.
     *
     * @param id a string of digits
     * @param code the job code
     * @param open whether it is open; none of its advertisements is online otherwise
     * @param advertisements its advertisements by id
     */
    public record Job(String id, String code, String title, boolean open, List<Advertisement> advertisements) {

        /** Copies the advertisements. */
        public Job {
            advertisements = List.copyOf(advertisements);
        }
    }

    /**
     * An advertisement of a job.
     *
     * @param id a string of digits
     * @param compliant whether it may be published; if not, publishing fails with 1002624
     */
    public record Advertisement(String id, boolean compliant) {}

    /**
     * A channel that jobs are published to.
     *
     * @param jobChannelId the number to publish to; null for what was published by calls that named no channel
     * @param websiteId the id of the website as the calls show it now, or null for a channel of no website
     * @param zhName the Chinese name, empty for a website that has none
     * @param enName the English name, likewise
     * @param online what a candidate sees there now, newest first
     */
    public record Channel(String jobChannelId, String websiteId, String zhName, String enName, List<Online> online) {

        /** Copies what is online. */
        public Channel {
            online = List.copyOf(online);
        }
    }

    /**
     * An advertisement that is online on a channel.
     *
     * @param advertisementId the id to publish it by, whatever id the website shows
     * @param title the title of its job
     * @param since since when it is online, by the sandbox's clock
     * @param careersPath the path of its page below {@link FeishuSandbox#baseUrl}, such as
     *     {@code /careers/…/position/…/detail}; null on a channel of no website
     */
    public record Online(String advertisementId, String title, Instant since, String careersPath) {}
}
