package io.feishuhire.elementtemplates;

import io.feishuhire.sandbox.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the tests have to know of a connector to run its diagrams.
 *
 * @param variables what a process needs so that the task succeeds on a fresh sandbox, by the last part of the input's
 *     name: what the template does not fill in by itself, and no more
 * @param endpoint the first call that the task makes then, beside the one for the token
 * @param withoutPermission the call that it makes where the permission of the first is missing; mostly none
 */
record Sample(Map<String, Object> variables, Endpoint endpoint, Optional<Endpoint> withoutPermission) {

    Sample(Map<String, Object> variables, Endpoint endpoint) {
        this(variables, endpoint, Optional.empty());
    }

    static Sample of(Connector connector) {
        return switch (connector) {
            case PUBLISH_ADVERTISEMENT ->
                new Sample(Map.of("advertisementId", "6960663240925956660"), Endpoint.PUBLISH);
            case CHECK_ADVERTISEMENT ->
                new Sample(Map.of("advertisementId", "6960663240925956660"), Endpoint.REFERRAL_JOB_POST);
            case LIST_CHOICES -> new Sample(Map.of(), Endpoint.WEBSITES);
            case CREATE_JOB ->
                new Sample(
                        Map.ofEntries(
                                Map.entry("title", "Backend engineer"),
                                Map.entry("recruiter", "li.xue@example.com"),
                                Map.entry("hiringManagers", List.of("wang.qiang@example.com")),
                                Map.entry("processType", "1"),
                                Map.entry("processId", "7005000000000000001"),
                                Map.entry("jobTypeId", "7006000000000000001"),
                                Map.entry("recruitmentTypeId", "101"),
                                Map.entry("departmentId", "od-10")),
                        Endpoint.CREATE_JOB);
            case LOOK_UP_JOB ->
                new Sample(Map.of("jobId", FilledIn.JOB), Endpoint.JOB_DETAIL, Optional.of(Endpoint.JOB));
            case OPEN_OR_CLOSE_JOB -> new Sample(Map.of("jobId", FilledIn.CLOSED_JOB), Endpoint.OPEN_JOB);
        };
    }
}
