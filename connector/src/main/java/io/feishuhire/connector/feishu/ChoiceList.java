package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import io.feishuhire.connector.feishu.ApiCall.RateLimit;
import java.time.Duration;
import java.util.function.Function;

/** The lists that drop-downs are filled from. Each says where it is, and how an entry is read. */
@SuppressWarnings("ImmutableEnumChecker") // A method reference is immutable, but not to the checker.
public enum ChoiceList {
    /** Where to publish: the referral platform, and the recruitment websites ("获取招聘官网列表"). */
    CHANNELS(null, null),
    /** Hiring processes ("获取招聘流程信息"). */
    JOB_PROCESSES(hire("job processes", "job_processes", 100), ListEntry::jobProcess),
    /** Job types ("获取职位类别列表"), a tree. */
    JOB_TYPES(hire("job types", "job_types", 100), ListEntry::ofTree),
    /** Job functions ("获取职能分类列表"), a tree. */
    JOB_FUNCTIONS(hire("job functions", "job_functions", 50), ListEntry::ofTree),
    /** Places of work ("获取地址列表"). */
    LOCATIONS(hire("locations", "locations?usage=position_location", 100), ListEntry::location),
    /** Projects that jobs run in ("获取项目列表"). Feishu documents no limit for this list, so the others' is used. */
    SUBJECTS(hire("subjects", "subjects", 200), ListEntry::named),
    /** Departments ("获取子部门列表" of contact), a tree. */
    DEPARTMENTS(
            PagedList.get(
                    RateLimit.ofMinute("departments"),
                    "/open-apis/contact/v3/departments/%s/children?fetch_child=true&department_id_type=open_department_id",
                    50),
            ListEntry::department),
    /** Jobs that were changed in the last 90 days ("获取职位列表"). */
    JOBS(
            PagedList.get(RateLimit.ofSecond("jobs", 50), "/open-apis/hire/v1/jobs?update_start_time=%s", 20),
            ListEntry::job);

    /** How far back {@link #JOBS} reaches. */
    static final Duration LATELY = Duration.ofDays(90);

    private final PagedList list;
    private final Function<JsonNode, ListEntry> entry;

    ChoiceList(PagedList list, Function<JsonNode, ListEntry> entry) {
        this.list = list;
        this.entry = entry;
    }

    private static PagedList hire(String name, String path, int pageSize) {
        return PagedList.get(RateLimit.ofSecond(name, 20), "/open-apis/hire/v1/" + path, pageSize);
    }

    /** The list, its path completed. */
    PagedList list(String argument) {
        return new PagedList(
                list.limit(), list.path().formatted(argument), list.json(), list.pageSize(), list.results());
    }

    ListEntry entry(JsonNode item) {
        return entry.apply(item);
    }
}
