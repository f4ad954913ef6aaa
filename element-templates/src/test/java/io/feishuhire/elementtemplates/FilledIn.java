package io.feishuhire.elementtemplates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A way to fill in a template, and what comes of it. The Modeler's side is {@code modeler/filling-in}.
 *
 * @param diagram what the Modeler exported, such as {@code publish-typed-id}
 * @param variables what the process is started with
 * @param onlineAt the channel on which the advertisement is online before; empty for none
 * @param calls what the task asks of Feishu, beside the token: method, path and body
 * @param resultVariable the variable that gets the result
 * @param result what the result has, among other things
 */
record FilledIn(
        String diagram,
        Map<String, Object> variables,
        String onlineAt,
        List<String> calls,
        String resultVariable,
        Map<String, Object> result) {

    static final String ADVERTISEMENT = "7004000000000000001";
    static final String JOB = "7003000000000000001";
    static final String CLOSED_JOB = "7003000000000000004";
    static final String WEBSITE = "7001000000000000001";
    static final String CHANNEL = "7002000000000000001";

    static final String LIST_WEBSITES = "GET /open-apis/hire/v1/websites?page_size=10";
    static final String LOOK = "GET /open-apis/hire/v1/websites/" + WEBSITE + "/job_posts/" + ADVERTISEMENT;
    static final String LOOK_FOR_JOB = "GET /open-apis/hire/v1/websites/" + WEBSITE + "/job_posts?page_size=10";
    static final String ON_CHANNEL = "{\"job_channel_id\":\"" + CHANNEL + "\"}";

    private static final String FIND_PEOPLE = "POST /open-apis/contact/v3/users/batch_get_id?user_id_type=open_id "
            + "{\"emails\":[\"li.xue@example.com\",\"wang.qiang@example.com\",\"chen.jing@example.com\"]}";
    private static final String CREATE_JOB = "POST /open-apis/hire/v1/jobs/combined_create"
            + "?department_id_type=open_department_id&job_level_id_type=job_level_id"
            + "&job_family_id_type=job_family_id&user_id_type=open_id "
            + """
            {"head_count":2,"process_type":1,"job_process_id":"7005000000000000001",\
            "job_type_id":"7006000000000000001","recruitment_type_id":"101",\
            "job_function_id":"7007000000000000001","subject_id":"7009000000000000001","department_id":"od-10",\
            "address_id_list":["7008000000000000001","7008000000000000002"],"min_salary":20,"max_salary":35,\
            "experience":5,"required_degree":6,"description":"负责招聘系统的后端开发。","requirement":"熟悉 Java。",\
            "job_attribute":1,"code":"BE-2999","title":"Backend engineer","is_never_expired":false,\
            "expiry_timestamp":"32479891199999","job_managers":{"recruiter_id":"ou_7010000000000000001",\
            "hiring_manager_id_list":["ou_7010000000000000002"],"assistant_id_list":["ou_7010000000000000003"]}}""";
    private static final String NOT_ONLINE = "";
    private static final String TYPED = "6960663240925956660";
    private static final String NAME = "社招官网 (Careers)";

    static Stream<FilledIn> all() {
        return Stream.of(
                publish(
                        "publish-typed-id",
                        Map.of(),
                        List.of(publishCall(TYPED, "{\"job_channel_id\":\"3\"}")),
                        Map.of("advertisementId", TYPED, "jobChannelId", "3")),
                publish(
                        "publish-left-to-feishu",
                        Map.of("advertisementId", ADVERTISEMENT),
                        List.of(publishCall(ADVERTISEMENT, "{}")),
                        Map.of("advertisementId", ADVERTISEMENT)),
                publish(
                        "publish-on-website",
                        Map.of("advertisementId", ADVERTISEMENT, "jobChannelId", CHANNEL),
                        List.of(publishCall(ADVERTISEMENT, ON_CHANNEL)),
                        Map.of("advertisementId", ADVERTISEMENT, "jobChannelId", CHANNEL)),
                publish(
                        "publish-on-website-by-name",
                        Map.of("advertisementId", ADVERTISEMENT),
                        List.of(LIST_WEBSITES, publishCall(ADVERTISEMENT, ON_CHANNEL)),
                        Map.of("jobChannelId", CHANNEL, "channelName", NAME)),
                publish(
                        "publish-chosen-in-process",
                        Map.of("advertisementId", ADVERTISEMENT, "jobChannelId", "3"),
                        List.of(publishCall(ADVERTISEMENT, "{\"job_channel_id\":\"3\"}")),
                        Map.of("jobChannelId", "3")),
                publish(
                        "publish-with-link-and-look",
                        Map.of("advertisementId", ADVERTISEMENT, "websiteName", "社招官网", "jobId", JOB),
                        List.of(LIST_WEBSITES, publishCall(ADVERTISEMENT, ON_CHANNEL)),
                        Map.of(
                                "url",
                                "https://example.jobs.feishu.cn/" + WEBSITE + "/position/" + ADVERTISEMENT
                                        + "/detail")),
                check(
                        "check-on-website-by-name",
                        Map.of("advertisementId", ADVERTISEMENT),
                        Map.of("state", "LIVE", "url", "https://example.com/" + WEBSITE + "/" + ADVERTISEMENT)),
                check(
                        "check-on-website",
                        Map.of("advertisementId", ADVERTISEMENT),
                        Map.of("state", "LIVE", "jobChannelId", CHANNEL)),
                check(
                        "check-chosen-in-process-with-job",
                        Map.of("advertisementId", ADVERTISEMENT, "jobChannelId", CHANNEL, "jobId", JOB),
                        Map.of("state", "LIVE", "jobChannelId", CHANNEL)),
                new FilledIn(
                        "list-departments-in-chinese",
                        Map.of("partOfName", "组"),
                        NOT_ONLINE,
                        List.of("GET /open-apis/contact/v3/departments/od-10/children"
                                + "?fetch_child=true&department_id_type=open_department_id&page_size=50"),
                        "choices",
                        Map.of("items", List.of(inPlatform("od-12", "平台部 / 后端组"), inPlatform("od-13", "平台部 / 前端组")))),
                new FilledIn(
                        "create-job-with-all-fields",
                        withAssistants(Sample.of(Connector.CREATE_JOB).variables()),
                        NOT_ONLINE,
                        List.of(FIND_PEOPLE, CREATE_JOB),
                        "createdJob",
                        Map.of("code", "BE-2999", "title", "Backend engineer")),
                new FilledIn(
                        "look-up-typed-id",
                        Map.of(),
                        NOT_ONLINE,
                        List.of("GET /open-apis/hire/v1/jobs/" + JOB + "/get_detail?user_id_type=open_id"),
                        "job",
                        Map.of("jobId", JOB, "active", true)),
                openOrClose(
                        "open-until-a-day",
                        Map.of("jobId", CLOSED_JOB),
                        openCall("{\"is_never_expired\":false,\"expiry_time\":32479916399999}"),
                        Map.of("changed", true, "expiresAt", "2999-03-31T22:59:59.999Z")),
                openOrClose(
                        "open-until-a-time-of-feel",
                        Map.of("jobId", CLOSED_JOB),
                        openCall("{\"is_never_expired\":false,\"expiry_time\":32479869600000}"),
                        Map.of("changed", true, "expiresAt", "2999-03-31T10:00:00.000Z")),
                openOrClose(
                        "close-job",
                        Map.of("jobId", JOB),
                        "POST /open-apis/hire/v1/jobs/" + JOB + "/close",
                        Map.of("action", "close", "changed", true)));
    }

    private static Map<String, Object> withAssistants(Map<String, Object> variables) {
        var all = new HashMap<>(variables);
        all.put("assistants", "chen.jing@example.com");
        return all;
    }

    private static FilledIn publish(
            String diagram, Map<String, Object> variables, List<String> calls, Map<String, Object> result) {
        return new FilledIn(diagram, variables, NOT_ONLINE, calls, "publication", result);
    }

    private static FilledIn check(String diagram, Map<String, Object> variables, Map<String, Object> result) {
        return new FilledIn(diagram, variables, CHANNEL, List.of(LIST_WEBSITES, LOOK), "advertisementStatus", result);
    }

    private static FilledIn openOrClose(
            String diagram, Map<String, Object> variables, String call, Map<String, Object> result) {
        return new FilledIn(diagram, variables, NOT_ONLINE, List.of(call), "jobStatus", result);
    }

    private static String openCall(String body) {
        return "POST /open-apis/hire/v1/jobs/" + CLOSED_JOB + "/open " + body;
    }

    private static Map<String, String> inPlatform(String id, String name) {
        return Map.of("value", id, "label", name, "parentId", "od-11");
    }

    static String publishCall(String advertisement, String body) {
        return "POST /open-apis/hire/v1/advertisements/" + advertisement + "/publish " + body;
    }

    @Override
    public String toString() {
        return diagram;
    }
}
