package io.feishuhire.elementtemplates;

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
    static final String WEBSITE = "7001000000000000001";
    static final String CHANNEL = "7002000000000000001";

    static final String LIST_WEBSITES = "GET /open-apis/hire/v1/websites?page_size=10";
    static final String LOOK = "GET /open-apis/hire/v1/websites/" + WEBSITE + "/job_posts/" + ADVERTISEMENT;
    static final String LOOK_FOR_JOB = "GET /open-apis/hire/v1/websites/" + WEBSITE + "/job_posts?page_size=10";
    static final String ON_CHANNEL = "{\"job_channel_id\":\"" + CHANNEL + "\"}";

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
                        Map.of("items", List.of(inPlatform("od-12", "平台部 / 后端组"), inPlatform("od-13", "平台部 / 前端组")))));
    }

    private static FilledIn publish(
            String diagram, Map<String, Object> variables, List<String> calls, Map<String, Object> result) {
        return new FilledIn(diagram, variables, NOT_ONLINE, calls, "publication", result);
    }

    private static FilledIn check(String diagram, Map<String, Object> variables, Map<String, Object> result) {
        return new FilledIn(diagram, variables, CHANNEL, List.of(LIST_WEBSITES, LOOK), "advertisementStatus", result);
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
