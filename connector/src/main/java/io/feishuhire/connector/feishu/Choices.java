package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people choose from in a form, by name. Lists other than that of jobs are kept for some minutes. */
public final class Choices {

    /** The most entries that a drop-down is given. */
    public static final int MAX_CHOICES = 500;

    private static final Duration BUDGET = Duration.ofSeconds(150);
    private static final Pattern DEPARTMENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /** Contact's word for a department with more sub-departments than it lists at once. */
    private static final int TOO_MANY_DEPARTMENTS = 43010;

    private static final int NO_SUCH_DEPARTMENT = 99992357;

    private static final int MAX_LISTS = 50;
    private static final Duration KEEP_FOR = Duration.ofMinutes(5);

    private final ApiClient api;
    private final Websites websites;
    private final InstantSource clock;
    private final KeptLists<ListEntry> kept;
    private final KeptLists<ListEntry> jobs;

    Choices(ApiClient api, Websites websites, InstantSource clock, LongSupplier nanoTime) {
        this.api = api;
        this.websites = websites;
        this.clock = clock;
        this.kept = new KeptLists<>(MAX_LISTS, KEEP_FOR, nanoTime);
        this.jobs = new KeptLists<>(MAX_LISTS, Duration.ZERO, nanoTime);
    }

    /**
     * Reads all of a list, without the entries that are not active. It takes 150 seconds at most. Interrupting the
     * thread ends it at once.
     *
     * @throws FeishuException when Feishu does not answer, or with {@link FeishuError#INVALID_PARAMETER} when there are
     *     more than {@value #MAX_CHOICES} entries: a list that was cut short would hide the right one
     */
    public List<Choice> list(ChoicesRequest request) {
        var isOfDepartments = request.of() == ChoiceList.DEPARTMENTS;
        if (isOfDepartments && !DEPARTMENT.matcher(request.root()).matches()) {
            throw refused(
                    "list.root is no department ID: it has letters, digits, - and _ only, at most 64.",
                    "list.root 不是部门 ID：只能包含字母、数字、- 和 _，最多 64 位。");
        }
        try (var session = api.open(request.app(), request.timeout(), BUDGET)) {
            var choices = choices(entries(session, request)).stream()
                    .filter(choice -> request.filter().isBlank() || choice.matches(request.filter()))
                    .limit(MAX_CHOICES + 1)
                    .toList();
            if (choices.size() > MAX_CHOICES) {
                throw refused(
                        "More than " + MAX_CHOICES
                                + " entries are in the list, too many to choose from. Choose a filter"
                                + " (list.filter): a part of the name.",
                        "列表超过 " + MAX_CHOICES + " 项，无法逐一选择。请填写筛选文字（list.filter），即名称中包含的文字。");
            }
            return choices;
        }
    }

    private List<ListEntry> entries(ApiSession session, ChoicesRequest request) {
        if (request.of() == ChoiceList.CHANNELS) {
            var referral = new ListEntry(
                    JobChannelId.REFERRAL_PLATFORM.value(), Channel.REFERRAL_PLATFORM_NAME, "", true, Map.of());
            return Stream.concat(
                            Stream.of(referral), websites.all(session).stream().map(ListEntry::website))
                    .toList();
        }
        return switch (read(session, request)) {
            case ListReading.Whole<ListEntry> whole -> whole.entries();
            case ListReading.TooLong<ListEntry> tooLong ->
                throw refused(
                        "The list has more entries than this connector reads; of departments, choose one further down"
                                + " (list.root).",
                        "列表条目过多，超出连接器可读取的数量；如为部门列表，请选择更下级的部门（list.root）。");
            case ListReading.None<ListEntry> none -> throw noDepartments(none.code());
        };
    }

    private static FeishuException noDepartments(int code) {
        return code == NO_SUCH_DEPARTMENT
                ? refused("There is no department with the ID in list.root.", "list.root 填写的部门 ID 不存在。")
                : refused(
                        "The department (list.root) has more sub-departments than Feishu lists at once. Choose one further"
                                + " down.",
                        "该部门（list.root）的下级部门过多，飞书无法一次列出，请选择更下级的部门。");
    }

    private ListReading.Result<ListEntry> read(ApiSession session, ChoicesRequest request) {
        return switch (request.of()) {
            case JOBS -> {
                var since = clock.instant().minus(ChoiceList.LATELY).toEpochMilli();
                yield read(session, jobs, request, "", Long.toString(since));
            }
            case DEPARTMENTS ->
                read(session, kept, request, request.root(), request.root(), TOO_MANY_DEPARTMENTS, NO_SUCH_DEPARTMENT);
            default -> read(session, kept, request, "", "");
        };
    }

    private static ListReading.Result<ListEntry> read(
            ApiSession session,
            KeptLists<ListEntry> lists,
            ChoicesRequest request,
            String name,
            String argument,
            Integer... results) {
        return lists.read(
                session,
                request.of() + name,
                request.of().list(argument).withResults(results),
                item -> Stream.of(request.of().entry(item))
                        .filter(entry -> !entry.id().isEmpty()));
    }

    private static List<Choice> choices(List<ListEntry> entries) {
        var byId = entries.stream().collect(Collectors.toMap(ListEntry::id, Function.identity(), (one, other) -> one));
        return entries.stream()
                .filter(ListEntry::active)
                .map(entry -> new Choice(entry.id(), path(entry, byId), entry.more()))
                .toList();
    }

    /** The names from the top of the tree down to an entry; of a tree that is a ring, each name once. */
    private static List<LocalizedName> path(ListEntry entry, Map<String, ListEntry> byId) {
        var path = new LinkedHashMap<String, LocalizedName>();
        for (var at = entry; at != null && !path.containsKey(at.id()); at = byId.get(at.parentId())) {
            path.putFirst(at.id(), at.name().isEmpty() ? new LocalizedName(at.id(), at.id()) : at.name());
        }
        return List.copyOf(path.values());
    }

    private static FeishuException refused(String detail, String detailZh) {
        return new FeishuException(FeishuFailure.invalidParameter(detail, detailZh));
    }
}
