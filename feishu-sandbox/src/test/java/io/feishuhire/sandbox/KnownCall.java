package io.feishuhire.sandbox;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Feishu's pages say about a call, written down a second time: this is what the sandbox is checked against.
 *
 * @param body null for GET
 * @param scopes one of them is enough
 * @param perMinute 0 if the page gives only a second's limit
 * @param pageSize the default, 0 if the call has no pages
 */
record KnownCall(
        Endpoint endpoint,
        String path,
        String body,
        List<String> scopes,
        int perSecond,
        int perMinute,
        int pageSize,
        int largestPage) {

    private static final String HIRE = "/open-apis/hire/v1";
    private static final List<String> SITE = List.of("hire:site:readonly", "hire:site");
    private static final List<String> SITE_POSTS = List.of("hire:site_job_post:readonly");
    private static final List<String> REFERRAL = List.of("hire:referral_website:readonly");
    private static final List<String> RECORDS = List.of("hire:job:readonly", "hire:job");

    private static final List<String> JOBS = List.of("hire:job:readonly");
    private static final List<String> WRITING_JOBS = List.of("hire:job");
    private static final List<String> DETAIL = List.of("hire:job.composite_info:readonly");
    private static final List<String> DEPARTMENTS = List.of(
            "contact:contact.base:readonly",
            "contact:department.organize:readonly",
            "contact:contact:access_as_app",
            "contact:contact:readonly",
            "contact:contact:readonly_as_app");

    /** The page says that the limit is special, and no number. */
    private static final int GUESS = 10;

    static Stream<KnownCall> all() {
        return Stream.of(
                get(Endpoint.WEBSITES, "/websites", SITE, 10, 0, 10, 10),
                get(Endpoint.WEBSITE_JOB_POST, "/websites/7001000000000000001/job_posts/1", SITE_POSTS, 50, 1000, 0, 0),
                get(
                        Endpoint.WEBSITE_JOB_POSTS,
                        "/websites/7001000000000000001/job_posts",
                        SITE_POSTS,
                        50,
                        1000,
                        10,
                        10),
                get(Endpoint.REFERRAL_JOB_POST, "/referral_websites/job_posts/1", REFERRAL, 50, 1000, 0, 0),
                get(Endpoint.REFERRAL_JOB_POSTS, "/referral_websites/job_posts", REFERRAL, 50, 1000, 10, 10),
                post(
                        Endpoint.PUBLISH_RECORDS,
                        "/job_publish_records/search",
                        "{\"job_channel_id\":\"3\"}",
                        RECORDS,
                        50,
                        1000,
                        10,
                        100),
                get(Endpoint.JOBS, "/jobs", JOBS, 50, 0, 10, 20),
                get(Endpoint.JOB, "/jobs/7003000000000000001", JOBS, 50, 0, 0, 0),
                get(Endpoint.JOB_DETAIL, "/jobs/7003000000000000001/get_detail", DETAIL, 20, 0, 0, 0),
                get(Endpoint.JOB_RECRUITER, "/jobs/7003000000000000001/recruiter", JOBS, 50, 0, 0, 0),
                post(
                        Endpoint.CREATE_JOB,
                        "/jobs/combined_create",
                        JobBody.withCode("REQ-1").toString(),
                        WRITING_JOBS,
                        20,
                        0,
                        0,
                        0),
                post(
                        Endpoint.OPEN_JOB,
                        "/jobs/7003000000000000004/open",
                        "{\"is_never_expired\":true}",
                        WRITING_JOBS,
                        10,
                        0,
                        0,
                        0),
                post(Endpoint.CLOSE_JOB, "/jobs/7003000000000000001/close", "{}", WRITING_JOBS, 10, 0, 0, 0),
                get(Endpoint.JOB_PROCESSES, "/job_processes", List.of("hire:job_process:readonly"), 20, 0, 10, 100),
                get(Endpoint.JOB_TYPES, "/job_types", JOBS, 20, 0, 10, 100),
                get(Endpoint.JOB_FUNCTIONS, "/job_functions", JOBS, 20, 0, 10, 50),
                get(
                        Endpoint.LOCATIONS,
                        "/locations?usage=position_location",
                        List.of("hire:location:readonly"),
                        20,
                        0,
                        10,
                        100),
                get(Endpoint.SUBJECTS, "/subjects", List.of("hire:subject:readonly"), GUESS, 0, 1, 200),
                new KnownCall(
                        Endpoint.DEPARTMENTS,
                        "/open-apis/contact/v3/departments/0/children",
                        null,
                        DEPARTMENTS,
                        50,
                        1000,
                        10,
                        50),
                new KnownCall(
                        Endpoint.USER_IDS,
                        "/open-apis/contact/v3/users/batch_get_id",
                        "{\"emails\":[\"li.xue@example.com\"]}",
                        List.of("contact:user.id:readonly"),
                        50,
                        1000,
                        0,
                        0),
                new KnownCall(Endpoint.SCOPES, "/open-apis/application/v6/scopes", null, List.of(), GUESS, 0, 0, 0));
    }

    static KnownCall of(Endpoint endpoint) {
        return all().filter(call -> call.endpoint == endpoint).findFirst().orElseThrow();
    }

    static Stream<KnownCall> lists() {
        return all().filter(call -> call.pageSize > 0);
    }

    private static KnownCall get(
            Endpoint endpoint, String path, List<String> scopes, int second, int minute, int pageSize, int largest) {
        return new KnownCall(endpoint, HIRE + path, null, scopes, second, minute, pageSize, largest);
    }

    private static KnownCall post(
            Endpoint endpoint,
            String path,
            String body,
            List<String> scopes,
            int second,
            int minute,
            int pageSize,
            int largest) {
        return new KnownCall(endpoint, HIRE + path, body, scopes, second, minute, pageSize, largest);
    }

    HttpResponse<String> make(Caller caller, String token) {
        return caller.call(token, path, body);
    }

    HttpResponse<String> make(Caller caller, String token, String query) {
        return caller.call(token, path + (path.contains("?") ? "&" : "?") + query, body);
    }

    @Override
    public String toString() {
        return endpoint.name();
    }
}
