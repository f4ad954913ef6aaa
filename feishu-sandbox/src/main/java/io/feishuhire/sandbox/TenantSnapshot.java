package io.feishuhire.sandbox;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes what a {@link Tenant} shows out of a sandbox's state. */
final class TenantSnapshot {

    private static final LocalizedName REFERRAL = new LocalizedName("内推平台", "Referral platform");
    private static final LocalizedName NOT_NAMED = new LocalizedName("未指定渠道", "No channel named");

    private final SandboxState state;
    private final World world;

    TenantSnapshot(SandboxState state) {
        this.state = state;
        this.world = state.world();
    }

    Tenant take() {
        return world.read(() -> new Tenant(
                state.down().get(),
                world.advertisements().apiSync(),
                state.rateLimits().of(Endpoint.PUBLISH).perSecond(),
                state.apps().scopes().getOrDefault(FeishuSandbox.DEFAULT_APP_ID, Map.of()),
                jobs(),
                channels(),
                world.people().all().stream().map(TenantSnapshot::member).toList()));
    }

    private static Tenant.Member member(Person person) {
        return new Tenant.Member(
                Objects.requireNonNullElse(person.name().zh(), ""),
                Objects.requireNonNullElse(person.name().en(), ""),
                person.email(),
                person.resigned());
    }

    /** Of jobs of the same time, the one that was added last comes first. */
    private List<Tenant.Job> jobs() {
        return world.jobs().all().reversed().stream()
                .sorted(comparing(Job::createdAt, reverseOrder()))
                .map(job -> new Tenant.Job(job.id(), job.code(), job.title(), job.open(), advertisements(job)))
                .toList();
    }

    private List<Tenant.Advertisement> advertisements(Job job) {
        return world.jobs().advertisementsOf(job.id()).stream()
                .sorted()
                .map(id -> new Tenant.Advertisement(id, world.advertisements().compliant(id)))
                .toList();
    }

    private List<Tenant.Channel> channels() {
        var channels = new ArrayList<Tenant.Channel>();
        world.websites().added().forEach(website -> channels.add(ofWebsite(website)));
        channels.add(withoutWebsite(JobPosts.REFERRAL, REFERRAL));
        world.postings().channels().stream()
                .filter(id -> !JobPosts.REFERRAL.equals(id) && !isOfWebsite(id))
                .map(id -> withoutWebsite(id, name(id)))
                .forEach(channels::add);
        return channels;
    }

    private boolean isOfWebsite(String channel) {
        return channel != null && world.websites().haveChannel(channel);
    }

    private Tenant.Channel ofWebsite(Website website) {
        var websiteId = world.websites().shownId(website);
        var online = newestFirst(website.jobChannelId()).stream()
                .map(posting -> online(
                        posting, CareersPage.path(websiteId, world.jobPosts().shownId(posting))))
                .toList();
        return channel(website.jobChannelId(), websiteId, website.name(), online);
    }

    private Tenant.Channel withoutWebsite(String channel, LocalizedName name) {
        var online = newestFirst(channel).stream()
                .map(posting -> online(posting, null))
                .toList();
        return channel(channel, null, name, online);
    }

    private static Tenant.Channel channel(String id, String websiteId, LocalizedName name, List<Tenant.Online> online) {
        return new Tenant.Channel(
                id,
                websiteId,
                Objects.requireNonNullElse(name.zh(), ""),
                Objects.requireNonNullElse(name.en(), ""),
                online);
    }

    private List<Posting> newestFirst(String channel) {
        return world.jobPosts().seen(channel).reversed().stream()
                .sorted(comparing(Posting::onlineSince, reverseOrder()))
                .toList();
    }

    private Tenant.Online online(Posting posting, String careersPath) {
        var title = world.jobs().ofAdvertisement(posting.advertisementId()).title();
        return new Tenant.Online(posting.advertisementId(), title, posting.onlineSince(), careersPath);
    }

    /** Feishu's page of the publish call names the number of the referral platform only. */
    private static LocalizedName name(String channel) {
        return channel == null ? NOT_NAMED : new LocalizedName("渠道 " + channel, "Channel " + channel);
    }
}
