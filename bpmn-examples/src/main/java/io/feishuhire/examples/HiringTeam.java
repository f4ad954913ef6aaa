package io.feishuhire.examples;

import com.fasterxml.jackson.databind.JsonNode;
import io.feishuhire.examples.People.Answer;
import io.feishuhire.examples.People.Decision;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The hiring manager and HR in {@code requisition-to-live}, as the quickstart plays them. */
final class HiringTeam {

    private static final String LISTS = "prepare-requisition";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS_ONLINE = 30;

    private final QuickstartFeishu feishu;
    private final Narrator narrator;

    HiringTeam(QuickstartFeishu feishu, Narrator narrator) {
        this.feishu = feishu;
        this.narrator = narrator;
    }

    /** Fills in the hiring manager's form: what there is to choose from is chosen by its name. */
    Decision requestJob(InstanceVariables variables) {
        narrator.detail(
                "The hiring manager needs a data engineer (数据工程师), and there is no job for that in Feishu Hire.");
        narrator.detail("The form offers what Feishu Hire has, by name. No person types an id. We choose:");
        var wish = new HashMap<String, Object>();
        wish.put("title", "数据工程师");
        wish.put("jobTypeId", choose("job type", "jobTypes", 1, variables).getFirst());
        wish.put(
                "processId",
                choose("hiring process", "jobProcesses", 1, variables).getFirst());
        wish.put(
                "departmentId",
                choose("department", "departments", 1, variables).getFirst());
        wish.put("locationIds", choose("location", "locations", 1, variables));
        wish.put("channelIds", choose("channels", "channels", 2, variables));
        wish.put("headCount", 1);
        wish.put("minSalary", 20);
        wish.put("maxSalary", 35);
        wish.put("hiringManager", feishu.staff().hiringManager());
        wish.put("expiresAt", LocalDate.now(ZONE).plusDays(DAYS_ONLINE).toString());
        wish.put("description", "Builds the data platform / 建设数据平台");
        wish.put("requirement", "Has built one before / 有相关经验");
        narrator.detail("  people: the hiring manager is " + feishu.staff().hiringManager() + ", an e-mail address.");
        narrator.detail("  last day: " + wish.get("expiresAt") + ".");
        return new Decision(Answer.DONE, wish);
    }

    /**
     * Approves, and completes what only HR knows.
     *
     * @param instance makes the code of the requisition, which no other one may have
     */
    Decision completeRequisition(InstanceVariables variables, long instance) {
        var code = "DEMO-" + Long.toString(instance % 100_000_000, Character.MAX_RADIX);
        narrator.detail("HR sees what the hiring manager asks for, and approves.");
        narrator.detail("HR adds the code of the requisition, %s, the recruiter, %s, and that it is full-time."
                .formatted(code, feishu.staff().recruiter()));
        narrator.detail(
                "Now the process creates the job, publishes its advertisement, and looks whether it is online…");
        var completion = new HashMap<String, Object>();
        variables
                .ofSubProcess(LISTS, "request")
                .properties()
                .forEach(field -> completion.put(field.getKey(), field.getValue()));
        completion.put("approved", true);
        completion.put("code", code);
        completion.put("recruiter", feishu.staff().recruiter());
        completion.put("recruitmentTypeId", "101");
        return new Decision(Answer.DONE, completion);
    }

    /** Tells that the job is closed, and what candidates see of its advertisement then. */
    void tellClosed(JsonNode jobStatus, JsonNode results) {
        narrator.step("The job %s is closed in Feishu Hire (variable jobStatus), and offline on every channel."
                .formatted(jobStatus.path("jobId").asText()));
        results.forEach(result -> {
            var url = result.path("url").asText("");
            if (!url.isEmpty()) {
                narrator.detail(url);
                narrator.detail(feishu.open(url)
                        .map(title -> "  We open the link again. The page still says: " + title)
                        .orElse("  We open the link again. The page is gone."));
            }
        });
    }

    private List<String> choose(String what, String list, int atMost, InstanceVariables variables) {
        var chosen = Channel.in(variables.ofSubProcess(LISTS, list)).stream()
                .limit(atMost)
                .toList();
        narrator.detail(
                "  %s: %s.".formatted(what, chosen.stream().map(Channel::name).collect(Collectors.joining(", "))));
        return Channel.idsOf(chosen);
    }

    /** People of the company, by their e-mail addresses. */
    record Staff(String hiringManager, String recruiter) {}
}
