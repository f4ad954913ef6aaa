package io.feishuhire.playground;

import io.feishuhire.sandbox.FeishuSandbox;
import io.feishuhire.sandbox.Tenant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What the page shows of the sandbox, as an administrator of Feishu Hire would see it. */
record FeishuView(FeishuSandbox sandbox) {

    private static final int MOST_SHOWN = 100;

    /** All of it. */
    record Feishu(
            boolean apiSync,
            boolean down,
            int publishesPerSecond,
            List<Scope> scopes,
            List<Tenant.Job> jobs,
            int moreJobs,
            List<Channel> channels,
            List<Person> people) {}

    /** A permission of the app. */
    record Scope(String name, boolean granted) {}

    /** A recruitment channel, with the website that it belongs to, if any, and what is online there. */
    record Channel(String id, String website, Name name, List<Online> online, int moreOnline) {}

    /** A member of the tenant, whom forms name by the e-mail address. */
    record Person(Name name, String email, boolean resigned) {}

    /** A name in both languages. */
    record Name(String zh, String en) {}

    /** An advertisement that is online. */
    record Online(String advertisement, String title, Instant since, String url) {}

    Feishu now() {
        var tenant = sandbox.tenant();
        return new Feishu(
                tenant.apiSync(),
                tenant.down(),
                tenant.publishesPerSecond(),
                tenant.scopes().entrySet().stream()
                        .map(scope -> new Scope(scope.getKey(), scope.getValue()))
                        .toList(),
                tenant.jobs().stream()
                        .sorted(Comparator.comparing(FeishuView::isMadeUp))
                        .limit(MOST_SHOWN)
                        .toList(),
                more(tenant.jobs()),
                tenant.channels().stream().map(this::channel).toList(),
                tenant.people().stream()
                        .map(member -> new Person(
                                new Name(member.zhName(), member.enName()), member.email(), member.resigned()))
                        .toList());
    }

    /** The sandbox makes up a job for any advertisement that is published; those of a bulk would hide all others. */
    private static boolean isMadeUp(Tenant.Job job) {
        return job.advertisements().stream()
                .anyMatch(advertisement -> job.code().equals("J" + advertisement.id()));
    }

    private Channel channel(Tenant.Channel channel) {
        return new Channel(
                channel.jobChannelId(),
                channel.websiteId(),
                new Name(channel.zhName(), channel.enName()),
                channel.online().stream()
                        .limit(MOST_SHOWN)
                        .map(advertisement -> new Online(
                                advertisement.advertisementId(),
                                advertisement.title(),
                                advertisement.since(),
                                advertisement.careersPath() == null
                                        ? null
                                        : sandbox.baseUrl() + advertisement.careersPath()))
                        .toList(),
                more(channel.online()));
    }

    private static int more(List<?> all) {
        return Math.max(0, all.size() - MOST_SHOWN);
    }
}
