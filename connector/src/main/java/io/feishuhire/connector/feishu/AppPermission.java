package io.feishuhire.connector.feishu;

import io.feishuhire.connector.feishu.ApiCall.RateLimit;
import java.util.List;
import java.util.Optional;

/**
 * A permission (scope) that calls of this client need, with the names that Feishu has for it, and a read that shows
 * whether an app has it. Sources: the permission tables of the pages of these calls.
 *
 * <p>The permissions that publish and write have no such read: what shows them would change something.
 */
@SuppressWarnings(
        "ImmutableEnumChecker") // A list and a record that cannot change are immutable, but not to the checker.
public enum AppPermission {
    /** Publishes advertisements. */
    PUBLISH(List.of("hire:advertisement"), null),
    /** Lists recruitment websites with their channels. */
    WEBSITES(List.of("hire:site:readonly", "hire:site"), hire("websites", 10, "websites?page_size=1")),
    /** Reads the advertisements of a website. */
    WEBSITE_JOB_POSTS(
            List.of("hire:site_job_post:readonly"),
            ApiCall.get(RateLimit.ofMinute("website job posts"), "/open-apis/hire/v1/websites/1/job_posts?page_size=1")
                    .withResults(1002502, 1002002)),
    /** Reads the advertisements of the referral platform. */
    REFERRAL_JOB_POSTS(
            List.of("hire:referral_website:readonly"),
            ApiCall.get(
                    RateLimit.ofMinute("referral job posts"),
                    "/open-apis/hire/v1/referral_websites/job_posts?page_size=1")),
    /** Reads jobs, job types and job functions. */
    JOBS(List.of("hire:job:readonly"), hire("jobs", 50, "jobs?page_size=1")),
    /** Reads a job with the names of its people. */
    JOB_DETAIL(
            List.of("hire:job.composite_info:readonly"),
            hire("job detail", 20, "jobs/1/get_detail").withResults(1002601, 1002002)),
    /** Creates, opens and closes jobs. */
    CHANGE_JOBS(List.of("hire:job"), null),
    /** Lists hiring processes. */
    JOB_PROCESSES(List.of("hire:job_process:readonly"), hire("job processes", 20, "job_processes?page_size=1")),
    /** Lists places of work. */
    LOCATIONS(
            List.of("hire:location:readonly"), hire("locations", 20, "locations?usage=position_location&page_size=1")),
    /** Lists projects. */
    SUBJECTS(List.of("hire:subject:readonly"), hire("subjects", 20, "subjects?page_size=1")),
    /** Lists departments; those of the data range, which may be none. */
    DEPARTMENTS(
            List.of(
                    "contact:contact.base:readonly",
                    "contact:department.organize:readonly",
                    "contact:contact:access_as_app",
                    "contact:contact:readonly",
                    "contact:contact:readonly_as_app"),
            ApiCall.get(RateLimit.ofMinute("departments"), "/open-apis/contact/v3/departments/0/children?page_size=1")
                    .withResults(40004, 40014)),
    /** Adds their names to departments. Without it they have only ids, and no call fails. */
    DEPARTMENT_NAMES(List.of("contact:department.base:readonly"), null),
    /** Finds people by e-mail address. Feishu has this read as a POST; it is asked for a person that there is not. */
    PEOPLE_BY_EMAIL(
            List.of("contact:user.id:readonly"),
            ApiCall.post(
                            RateLimit.ofMinute("people by e-mail"),
                            "/open-apis/contact/v3/users/batch_get_id",
                            "{\"emails\":[\"unknown@example.invalid\"]}")
                    .withResults(41050)),
    /** Names people by the user id that the company gave them. */
    PEOPLE_BY_USER_ID(List.of("contact:user.employee_id:readonly"), null);

    private final List<String> names;
    private final Optional<ApiCall> read;

    AppPermission(List<String> names, ApiCall read) {
        this.names = names;
        this.read = Optional.ofNullable(read);
    }

    private static ApiCall hire(String name, int perSecond, String path) {
        return ApiCall.get(RateLimit.ofSecond(name, perSecond), "/open-apis/hire/v1/" + path);
    }

    /** The permission to request, such as {@code hire:advertisement}. */
    public String scope() {
        return names.getFirst();
    }

    /** All permissions that do; any one of them is enough. */
    public List<String> names() {
        return names;
    }

    /** A call that changes nothing and that Feishu refuses without this permission; empty when there is none. */
    Optional<ApiCall> read() {
        return read;
    }
}
