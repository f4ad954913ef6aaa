package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.LocalizedName.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Recruitment websites (官网) by name and by channel ("获取招聘官网列表"). They are kept for some minutes. */
final class Websites {

    private static final PagedList LIST =
            PagedList.get(ApiCall.RateLimit.ofSecond("websites", 10), "/open-apis/hire/v1/websites", 10);
    private static final int MAX_PAGES = 50;

    private static final int MAX_APPS = 1_000;
    private static final Duration KEEP_FOR = Duration.ofMinutes(10);
    private static final int MAX_NAMES_IN_A_MESSAGE = 20;

    private final KeptLists<List<Website>> kept;

    Websites(LongSupplier nanoTime) {
        this.kept = new KeptLists<>(MAX_APPS, KEEP_FOR, nanoTime);
    }

    /** All websites; those that are kept, if there are any. */
    List<Website> all(ApiSession session) {
        return kept.get(session.app(), "").orElseGet(() -> fresh(session));
    }

    /** All websites, as Feishu has them now. */
    List<Website> fresh(ApiSession session) {
        var websites = new ArrayList<Website>();
        LIST.forEach(session, MAX_PAGES, item -> Website.of(item).ifPresent(websites::add));
        var all = List.copyOf(websites);
        kept.put(session.app(), "", all);
        return all;
    }

    /** The website of a channel as far as it is kept, without a call. */
    Optional<Website> keptOf(FeishuApp app, JobChannelId channel) {
        return kept.get(app, "").flatMap(websites -> of(channel, websites));
    }

    /** The website of a channel; looked for once more, fresh, where it is not among those that are kept. */
    Optional<Website> of(ApiSession session, JobChannelId channel) {
        return keptOf(session.app(), channel).or(() -> of(channel, fresh(session)));
    }

    private static Optional<Website> of(JobChannelId channel, List<Website> websites) {
        return websites.stream()
                .filter(website -> website.channel().equals(channel))
                .findFirst();
    }

    /**
     * The website of a name.
     *
     * @param field the input that holds the name, for the message
     * @throws FeishuException with {@link FeishuError#INVALID_PARAMETER} when no website has that name, or several have
     */
    Website named(ApiSession session, String field, String name) {
        Predicate<Website> isMeant = website -> website.name().is(name);
        var known = kept.get(session.app(), "").stream()
                .flatMap(List::stream)
                .filter(isMeant)
                .toList();
        if (known.size() == 1) {
            return known.getFirst();
        }
        var all = fresh(session);
        var meant = all.stream().filter(isMeant).toList();
        if (meant.size() != 1) {
            throw new FeishuException(FeishuFailure.invalidParameter(field
                    + (meant.isEmpty()
                            ? " names no recruitment website."
                            : " is the name of several recruitment websites.")
                    + " " + namesOf(all)));
        }
        return meant.getFirst();
    }

    private static String namesOf(List<Website> websites) {
        if (websites.isEmpty()) {
            return "Feishu Hire lists no recruitment website for this app.";
        }
        var names = websites.stream()
                .map(website -> website.name().in(Language.BOTH))
                .filter(name -> !name.isEmpty())
                .limit(MAX_NAMES_IN_A_MESSAGE)
                .collect(Collectors.joining(", "));
        return "Feishu Hire lists: " + names + (websites.size() > MAX_NAMES_IN_A_MESSAGE ? ", and others." : ".");
    }
}
