package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private static final int MAX_PAGES = 200;
    private static final Pattern DEPARTMENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /** Contact's word for a department with more sub-departments than it lists at once. */
    private static final int TOO_MANY_DEPARTMENTS = 43010;

    private static final int MAX_DEPTH = 20;

    private static final int MAX_LISTS = 200;
    private static final int MAX_KEPT_ENTRIES = 2_000;
    private static final Duration KEEP_FOR = Duration.ofMinutes(5);

    private final ApiClient api;
    private final Websites websites;
    private final InstantSource clock;
    private final KeptLists<List<ListEntry>> kept;

    Choices(ApiClient api, Websites websites, InstantSource clock, LongSupplier nanoTime) {
        this.api = api;
        this.websites = websites;
        this.clock = clock;
        this.kept = new KeptLists<>(MAX_LISTS, KEEP_FOR, nanoTime);
    }

    /**
     * Reads all of a list, without the entries that are not active. It takes 150 seconds at most. Interrupting the
     * thread ends it at once.
     *
     * @throws FeishuException when Feishu does not answer, or with {@link FeishuError#INVALID_PARAMETER} when there are
     *     more than {@value #MAX_CHOICES} entries: a list that was cut short would hide the right one
     */
    public List<Choice> list(ChoicesRequest request) {
        if (!DEPARTMENT.matcher(request.root()).matches()) {
            throw invalid("list.root is no department ID: it has letters, digits, - and _ only, at most 64.");
        }
        try (var session = api.open(request.app(), request.timeout(), BUDGET)) {
            var choices = choices(entries(session, request)).stream()
                    .filter(choice -> request.filter().isBlank() || choice.matches(request.filter()))
                    .limit(MAX_CHOICES + 1)
                    .toList();
            if (choices.size() > MAX_CHOICES) {
                throw invalid("More than " + MAX_CHOICES + " entries are in the list, too many to choose from. Choose a"
                        + " filter (list.filter): a part of the name.");
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
        var key = request.of() + " " + request.root();
        return kept.get(session.app(), key).orElseGet(() -> {
            var entries = read(session, request);
            if (request.of() != ChoiceList.JOBS && entries.size() <= MAX_KEPT_ENTRIES) {
                kept.put(session.app(), key, entries);
            }
            return entries;
        });
    }

    private List<ListEntry> read(ApiSession session, ChoicesRequest request) {
        var argument = request.of() == ChoiceList.JOBS
                ? Long.toString(clock.instant().minus(ChoiceList.LATELY).toEpochMilli())
                : request.root();
        var entries = new ArrayList<ListEntry>();
        var outcome = request.of()
                .list(argument)
                .withResults(TOO_MANY_DEPARTMENTS)
                .forEach(session, MAX_PAGES, item -> entries.add(request.of().entry(item)));
        return switch (outcome) {
            case PagedList.None tooMany ->
                throw invalid(
                        "The department (list.root) has more sub-departments than Feishu lists at once. Choose one"
                                + " further down.");
            case PagedList.TooLong tooLong -> throw invalid("The list has more entries than this connector reads.");
            default -> List.copyOf(entries);
        };
    }

    private static List<Choice> choices(List<ListEntry> entries) {
        var byId = entries.stream().collect(Collectors.toMap(ListEntry::id, Function.identity(), (one, other) -> one));
        return entries.stream()
                .filter(entry -> entry.active() && !entry.id().isEmpty())
                .map(entry -> new Choice(entry.id(), path(entry, byId), entry.more()))
                .toList();
    }

    /** The names from the top of the tree down to an entry. */
    private static List<LocalizedName> path(ListEntry entry, Map<String, ListEntry> byId) {
        Deque<LocalizedName> path = new ArrayDeque<>();
        for (var at = entry; at != null && path.size() < MAX_DEPTH; at = byId.get(at.parentId())) {
            path.addFirst(at.name().isEmpty() ? new LocalizedName(at.id(), at.id()) : at.name());
        }
        return List.copyOf(path);
    }

    private static FeishuException invalid(String detail) {
        return new FeishuException(FeishuFailure.invalidParameter(detail));
    }
}
