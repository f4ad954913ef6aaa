package io.feishuhire.examples;

import io.feishuhire.sandbox.CreatedJob;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An instance of {@code requisition-to-live}, and what people do in it.
 *
 * @param code of the requisition; another one in each test, as messages find their instance by it
 * @param wish what the hiring manager fills in
 */
record Requisition(ExampleFixture example, ExampleInstance instance, String code, Map<String, Object> wish) {

    static final String REFERRAL = "3";
    static final String CAREERS = "7002000000000000001";

    /** A job ends this long after the day on which it is asked for. */
    static final int DAYS = 30;

    static Requisition start(ExampleFixture example, String code) {
        return among(Map.of(), example, code);
    }

    /** Starts an instance among variables of these names. */
    static Requisition among(Map<String, Object> variables, ExampleFixture example, String code) {
        return new Requisition(example, example.start(variables), code, someWish());
    }

    /** Asks for the job and has it approved. */
    static Requisition approved(ExampleFixture example, String code) {
        var requisition = start(example, code);
        requisition.request();
        requisition.approve();
        return requisition;
    }

    private static Map<String, Object> someWish() {
        var wish = new HashMap<String, Object>();
        wish.put("title", "数据工程师");
        wish.put("jobTypeId", "7006000000000000002");
        wish.put("processId", "7005000000000000001");
        wish.put("departmentId", "od-12");
        wish.put("locationIds", List.of("7008000000000000001"));
        wish.put("channelIds", List.of(REFERRAL, CAREERS));
        wish.put("headCount", 2);
        wish.put("minSalary", 20);
        wish.put("maxSalary", 35);
        wish.put("hiringManager", "wang.qiang@example.com");
        wish.put(
                "expiresAt",
                LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(DAYS).toString());
        wish.put("description", "Builds the data platform");
        wish.put("requirement", "Has built one before");
        return wish;
    }

    void request() {
        instance.complete("request-job", wish);
    }

    void approve() {
        complete(Map.of());
    }

    /** Approves, with other values in some fields. */
    void complete(Map<String, Object> changes) {
        var all = new HashMap<>(wish);
        all.putAll(
                Map.of("approved", true, "code", code, "recruiter", "li.xue@example.com", "recruitmentTypeId", "101"));
        all.putAll(changes);
        instance.complete("complete-requisition", all);
    }

    /** Rejects, as HR does it in the form. */
    void reject(String reason) {
        instance.complete("complete-requisition", Map.of("approved", false, "rejectionReason", reason));
    }

    void withdraw() {
        instance.complete("request-job", Map.of("requestDecision", "withdraw"));
    }

    /** What the form of an open task in {@code prepare-requisition} shows: a variable of the task or of that scope. */
    Object offered(String userTask, String field) {
        instance.awaitUserTask(userTask);
        var local = instance.history().localVariables();
        var task = local.get(userTask);
        return task.containsKey(field)
                ? task.get(field)
                : local.get("prepare-requisition").get(field);
    }

    /** Decides at one of the tasks that a problem leads to. */
    void resolve(String userTask, String resolution) {
        instance.complete(userTask, Map.of("resolution", resolution));
    }

    /** Sends the message that ends the search. */
    void fill() {
        instance.engine()
                .client()
                .newPublishMessageCommand()
                .messageName("position-filled")
                .correlationKey(code)
                .timeToLive(Duration.ofMinutes(5))
                .send()
                .join();
    }

    /** What Feishu has of it. */
    CreatedJob job() {
        return example.sandbox().createdJobs().getLast();
    }

    /** The outcomes that the last form shows. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> shown(String outcome) {
        instance.awaitUserTask("see-results");
        return (List<Map<String, Object>>)
                instance.history().localVariables().get("see-results").get(outcome);
    }
}
