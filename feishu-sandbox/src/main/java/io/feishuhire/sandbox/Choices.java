package io.feishuhire.sandbox;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The lists of choices, and the calls that answer them. Guarded by the world's lock. */
final class Choices {

    private static final List<String> USAGES = List.of("position_location", "interview_location", "store_location");

    private final InstantSource clock;
    private final Map<Catalogue, Map<String, Choice>> lists = new EnumMap<>(Catalogue.class);

    Choices(InstantSource clock) {
        this.clock = clock;
    }

    /** An entry of the same id is replaced. */
    void add(Catalogue list, Choice choice) {
        lists.computeIfAbsent(list, empty -> new LinkedHashMap<>()).put(choice.id(), choice);
    }

    /** With what a list has besides, as {@link Catalogue} says it. */
    void add(Catalogue list, String id, LocalizedName name, String parentId, boolean active) {
        var choice = switch (list) {
            case JOB_PROCESSES -> process(id, name, 1, List.of());
            case JOB_TYPES, JOB_FUNCTIONS, JOB_FAMILIES -> inTree(id, name, parentId, active);
            case LOCATIONS -> location(id, name, active, Place.BEIJING, Set.of(USAGES.getFirst()));
            case SUBJECTS -> subject(id, name, active);
            case JOB_LEVELS, HIGHLIGHTS -> plain(id, name, active);
            case DEPARTMENTS -> throw new IllegalStateException("Departments are a tree of their own.");
        };
        add(list, choice);
    }

    void clear(Catalogue list) {
        lists.remove(list);
    }

    void clear() {
        lists.clear();
    }

    Function<Call, Pages.Listing<?>> list(Catalogue list) {
        return call -> new Pages.Listing<>(all(list), item(list));
    }

    /** The one list with a parameter that must be there. */
    Pages.Listing<Choice> locations(Call call) {
        var usage = call.oneOf("usage", USAGES, "");
        var listed = all(Catalogue.LOCATIONS).stream()
                .filter(location -> location.usages().contains(usage))
                .toList();
        return new Pages.Listing<>(listed, item(Catalogue.LOCATIONS));
    }

    static Choice process(String id, LocalizedName name, int type, List<Map<String, Object>> stages) {
        return new Choice(id, name, null, true, Set.of(), Map.of("type", type, "stage_list", stages));
    }

    static Choice inTree(String id, LocalizedName name, String parentId, boolean active) {
        return new Choice(id, name, parentId, active, Set.of(), Map.of());
    }

    static Choice plain(String id, LocalizedName name, boolean active) {
        return inTree(id, name, null, active);
    }

    static Choice location(String id, LocalizedName name, boolean active, Place place, Set<String> usages) {
        return new Choice(id, name, null, active, usages, place.fields());
    }

    Choice subject(String id, LocalizedName name, boolean active) {
        var creator = DefaultWorld.TEAM.recruiter().idAndName(PersonId.OPEN_ID);
        return new Choice(
                id,
                name,
                null,
                active,
                Set.of(),
                Map.of("create_time", Job.millis(clock.instant()), "creator", creator));
    }

    boolean has(Catalogue list, String id) {
        return lists.getOrDefault(list, Map.of()).containsKey(id);
    }

    boolean isActive(Catalogue list, String id) {
        return has(list, id) && lists.get(list).get(id).active();
    }

    private List<Choice> all(Catalogue list) {
        return List.copyOf(lists.getOrDefault(list, Map.of()).values());
    }

    private static Function<Choice, Map<String, Object>> item(Catalogue list) {
        return switch (list) {
            case JOB_PROCESSES -> choice -> choice.fieldsWithNames("zh_name", "en_name");
            case JOB_TYPES, DEPARTMENTS -> Choice::fields;
            case JOB_FUNCTIONS, LOCATIONS, SUBJECTS, JOB_FAMILIES, JOB_LEVELS, HIGHLIGHTS -> Choice::fieldsWithStatus;
        };
    }
}
