package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;

/** The calls that say where an advertisement is online. */
record JobPostCalls(Caller caller, String token) {

    private static final String HIRE = "/open-apis/hire/v1";

    HttpResponse<String> onWebsite(String website, String id) {
        return caller.get(token, HIRE + "/websites/" + website + "/job_posts/" + id);
    }

    HttpResponse<String> listOf(String website, String query) {
        return caller.get(token, HIRE + "/websites/" + website + "/job_posts" + query);
    }

    HttpResponse<String> onReferral(String id) {
        return caller.get(token, HIRE + "/referral_websites/job_posts/" + id);
    }

    HttpResponse<String> referral(String query) {
        return caller.get(token, HIRE + "/referral_websites/job_posts" + query);
    }

    JsonNode records(String channel) {
        var body = "{\"job_channel_id\":\"" + channel + "\"}";
        return json(caller.call(token, HIRE + "/job_publish_records/search", body))
                .at("/data/items");
    }

    static List<String> ids(HttpResponse<String> reply) {
        return json(reply).at("/data/items").findValuesAsText("id");
    }
}
