package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.feishuhire.connector.feishu.LocalizedName.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recruitment websites (官网) by name and by channel ("获取招聘官网列表"). They are kept for some minutes. */
final class Websites {

    private static final PagedList LIST =
            PagedList.get(ApiCall.RateLimit.ofSecond("websites", 10), "/open-apis/hire/v1/websites", 10);
    private static final String NAME = "websites";
    private static final Advice ASK_FOR_PERMISSION = new Advice(
            "The Feishu app may not read the recruitment websites yet. Ask the person who runs the app to request"
                    + " {permission} in the Feishu Developer Console under Permissions & Scopes, to release a new version of"
                    + " the app, and to have it approved by a Feishu administrator; then {again}.",
            "飞书应用没有读取招聘官网的权限。请联系应用负责人在「开发者后台 › 权限管理」中开通 {permission}，发布新的应用版本并由飞书管理员审核通过，" + "然后{again}。");

    private static final int MAX_APPS = 1_000;
    private static final Duration KEEP_FOR = Duration.ofMinutes(10);
    /** In a bulk that looks for a website that does not exist, one job in this time asks for it. */
    private static final Duration JUST_READ = Duration.ofSeconds(10);

    private static final int MAX_NAMES_IN_A_MESSAGE = 20;
    private static final int MAX_NAME_IN_A_MESSAGE = 40;

    private final KeptLists<Website> kept;

    Websites(LongSupplier nanoTime) {
        this.kept = new KeptLists<>(MAX_APPS, KEEP_FOR, nanoTime);
    }

    /** All websites; those that are kept, if there are any. */
    List<Website> all(ApiSession session) {
        return websites(allowed(() -> kept.read(session, NAME, LIST, Websites::entries)));
    }

    /** All websites, as Feishu has them now, or had them some seconds ago. */
    List<Website> fresh(ApiSession session) {
        return websites(allowed(() -> kept.readSince(session, NAME, LIST, Websites::entries, JUST_READ)));
    }

    /** Publishing by name lacks another permission than publishing. */
    private ListReading.Result<Website> allowed(Supplier<ListReading.Result<Website>> reading) {
        try {
            return reading.get();
        } catch (FeishuException failed) {
            throw failed.failure().error() == FeishuError.PERMISSION_DENIED
                    ? new FeishuException(failed.failure()
                            .needing(AppPermission.WEBSITES.scope())
                            .advising(ASK_FOR_PERMISSION))
                    : failed;
        }
    }

    private static Stream<Website> entries(JsonNode item) {
        return Website.of(item).stream();
    }

    private static List<Website> websites(ListReading.Result<Website> result) {
        return switch (result) {
            case ListReading.Whole<Website> whole -> whole.entries();
            case ListReading.TooLong<Website> tooLong ->
                throw new FeishuException(FeishuFailure.invalidParameter(
                        "Feishu Hire lists more websites than this connector reads.", "飞书招聘中的官网数量超出连接器可读取的上限。"));
            case ListReading.None<Website> impossible ->
                throw new IllegalStateException("No code is a result of this call");
        };
    }

    /** The website of a channel as far as it is kept, without a call. */
    Optional<Website> keptOf(FeishuApp app, JobChannelId channel) {
        return kept.find(app, NAME).flatMap(websites -> of(channel, websites));
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
        var known = kept.find(session.app(), NAME).stream()
                .flatMap(List::stream)
                .filter(isMeant)
                .toList();
        if (known.size() == 1) {
            return known.getFirst();
        }
        var all = fresh(session);
        var meant = all.stream().filter(isMeant).toList();
        if (meant.isEmpty()) {
            throw refused(
                    field + " names no recruitment website. " + namesOf(all, "Feishu Hire lists: ", "."),
                    "没有招聘官网使用所填的名称。" + namesOf(all, "飞书招聘中现有的官网：", "。"));
        }
        if (meant.size() > 1) {
            throw refused(
                    field + " is the name of several recruitment websites, so use the channel ID instead. "
                            + namesOf(all, "Feishu Hire lists: ", "."),
                    "有多个招聘官网使用所填的名称，请改用渠道 ID。" + namesOf(all, "飞书招聘中现有的官网：", "。"));
        }
        return meant.getFirst();
    }

    private static FeishuException refused(String detail, String detailZh) {
        return new FeishuException(FeishuFailure.invalidParameter(detail, detailZh));
    }

    private static String namesOf(List<Website> websites, String before, String after) {
        var names = websites.stream()
                .map(website -> website.name().in(Language.BOTH))
                .filter(name -> !name.isEmpty())
                .map(Websites::shortened)
                .toList();
        var shown = names.stream().limit(MAX_NAMES_IN_A_MESSAGE).collect(Collectors.joining(", "));
        return before + (names.isEmpty() ? "—" : shown) + (names.size() > MAX_NAMES_IN_A_MESSAGE ? ", …" : after);
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= MAX_NAME_IN_A_MESSAGE
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_NAME_IN_A_MESSAGE)) + "…";
    }
}
