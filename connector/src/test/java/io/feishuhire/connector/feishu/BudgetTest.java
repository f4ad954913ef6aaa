package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How long one execution may go on making calls. The engine hands a job out again after five minutes, so none may take
 * more than three. Here each exchange takes ten seconds, and no list comes to an end.
 */
class BudgetTest {

    private static final String PUBLISH = "hire/v1/advertisements/4711/publish";
    private static final String WEBSITES = "hire/v1/websites";
    private static final String JOBS = "hire/v1/jobs";
    private static final String CREATE = "hire/v1/jobs/combined_create";
    private static final AdvertisementId ADVERTISEMENT = new AdvertisementId("4711");
    private static final Channel BY_NAME = new Channel.WebsiteNamed("channel.websiteName", "Careers");
    private static final Channel WEBSITE = new Channel.Numbered(new JobChannelId("91"));
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final FeishuRoutes feishu = new FeishuRoutes();

    @BeforeEach
    void feishuIsSlow() {
        for (var list : List.of(WEBSITES, JOBS, "hire/v1/job_types")) {
            feishu.on(list, query -> {
                feishu.passes(Duration.ofMillis(9_800));
                return FeishuRoutes.list(true, "t" + feishu.requests().size());
            });
        }
        feishu.failsWith(PUBLISH, 1002001).failsWith(CREATE, 1002001);
    }

    @Test
    void readingTheNamesBeforePublishingTakes25Seconds() {
        assertTooSlow(() -> publish(BY_NAME, false));
        assertThat(paths()).containsOnly(WEBSITES).hasSize(3);
    }

    @Test
    void aLookAfterPublishingTakes20SecondsAndLeavesTheFailure() {
        var failed = catchThrowableOfType(FeishuException.class, () -> publish(WEBSITE, true));

        assertThat(failed.failure().error()).isEqualTo(FeishuError.SYSTEM_ERROR);
        assertThat(paths()).containsExactly(PUBLISH, WEBSITES, WEBSITES);
    }

    @Test
    void theWebsiteForALinkTakes20SecondsAndIsLeftOutThen() {
        feishu.on(PUBLISH, "{\"code\":0}");

        assertThat(publish(WEBSITE, false).link()).isEmpty();
        assertThat(paths()).containsExactly(PUBLISH, WEBSITES, WEBSITES);
    }

    @Test
    void aCheckTakes150Seconds() {
        assertTooSlow(() -> feishu.client()
                .advertisements()
                .check(new CheckRequest(
                        Requests.APP, ADVERTISEMENT, WEBSITE, Optional.empty(), Optional.empty(), TIMEOUT)));
        assertThat(paths()).hasSize(15);
    }

    @Test
    void aListTakes150SecondsAndGoesOnInTheNextExecution() {
        var request = new ChoicesRequest(Requests.APP, ChoiceList.JOB_TYPES, "", "0", TIMEOUT);
        assertTooSlow(() -> feishu.client().choices().list(request));
        assertThat(feishu.requests()).hasSize(15);
        feishu.forgetRequests();

        assertTooSlow(() -> feishu.client().choices().list(request));

        assertThat(feishu.requests()).first().asString().contains("page_token=t15");
    }

    @Test
    void theLookForACodeTakes50SecondsBefore() {
        assertTooSlow(() -> create());
        assertThat(paths()).containsOnly(JOBS).hasSize(5);
    }

    @Test
    void theLookForACodeTakes40SecondsAfterwards() {
        var slow = feishu.answerOf(JOBS);
        feishu.on(JOBS, FeishuRoutes.list(false, "")).on(CREATE, query -> {
            feishu.on(JOBS, slow);
            return "{\"code\":1002001}";
        });

        var failed = catchThrowableOfType(FeishuException.class, this::create);

        assertThat(failed.failure().error()).isEqualTo(FeishuError.SYSTEM_ERROR);
        assertThat(paths()).containsExactly(JOBS, CREATE, JOBS, JOBS, JOBS, JOBS);
    }

    private static void assertTooSlow(Runnable call) {
        var failed = catchThrowableOfType(FeishuException.class, call::run);
        assertThat(failed.failure().detail()).isEqualTo("Feishu answers too slowly for the calls that this needs.");
        assertThat(failed.failure().kind()).isEqualTo(FailureKind.TRANSIENT);
    }

    private PublishReceipt publish(Channel channel, boolean look) {
        return feishu.client()
                .advertisements()
                .publish(new PublishRequest(
                        Requests.APP,
                        ADVERTISEMENT,
                        channel,
                        look,
                        Optional.empty(),
                        Optional.of(new LinkPattern("https://example.com/{websiteId}/{advertisementId}")),
                        TIMEOUT));
    }

    private CreatedJob create() {
        var team = new JobTeam(
                new Person("people.recruiter", "ou_1"),
                List.of(new Person("people.hiringManagers", "ou_2")),
                List.of(),
                Person.IdType.OPEN_ID);
        var job = new JobDraft(
                new JobCode("BE-1"), "Engineer", Optional.empty(), team, JsonNodeFactory.instance.objectNode());
        return feishu.client().newJobs().create(new CreateJobRequest(Requests.APP, job, true, TIMEOUT));
    }

    private List<String> paths() {
        return feishu.requests().stream()
                .map(request -> request.replaceFirst("\\?.*", ""))
                .toList();
    }
}
