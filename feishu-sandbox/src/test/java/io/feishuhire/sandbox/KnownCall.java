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
                        100));
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
