package io.feishuhire.connector.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.api.outbound.OutboundConnectorContext;
import io.feishuhire.connector.ConfidentialWords;
import io.feishuhire.connector.check.CheckAdvertisementFunction;
import io.feishuhire.connector.choices.ListChoicesFunction;
import io.feishuhire.connector.create.CreateJobFunction;
import io.feishuhire.connector.feishu.AdvertisementId;
import io.feishuhire.connector.feishu.Channel;
import io.feishuhire.connector.feishu.CheckRequest;
import io.feishuhire.connector.feishu.ChoiceList;
import io.feishuhire.connector.feishu.ChoicesRequest;
import io.feishuhire.connector.feishu.CreateJobRequest;
import io.feishuhire.connector.feishu.FeishuApp;
import io.feishuhire.connector.feishu.FeishuClient;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.feishuhire.connector.feishu.JobAction;
import io.feishuhire.connector.feishu.JobCode;
import io.feishuhire.connector.feishu.JobDraft;
import io.feishuhire.connector.feishu.JobId;
import io.feishuhire.connector.feishu.JobTeam;
import io.feishuhire.connector.feishu.LookUpRequest;
import io.feishuhire.connector.feishu.OpenOrCloseRequest;
import io.feishuhire.connector.feishu.Person;
import io.feishuhire.connector.feishu.PublishRequest;
import io.feishuhire.connector.lookup.LookUpJobFunction;
import io.feishuhire.connector.mapping.FeishuAccess;
import io.feishuhire.connector.openclose.OpenOrCloseJobFunction;
import io.feishuhire.connector.publish.PublishAdvertisementFunction;
import io.feishuhire.sandbox.Endpoint;
import io.feishuhire.sandbox.FeishuSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The connectors of the jar, for what holds for all of them. Each has ordinary variables, with which it makes just one
 * call after that for a token.
 */
@SuppressWarnings("ImmutableEnumChecker") // A function without state is immutable, but not to the checker.
public enum EveryConnector {
    /** Publishes on the referral platform. */
    PUBLISH(
            (feishu, job) -> new PublishAdvertisementFunction(feishu).execute(job),
            "{'advertisementId': '" + ConfidentialWords.ADVERTISEMENT_ID + "', 'channel': {'type': 'referral'}}",
            "POST /open-apis/hire/v1/advertisements/\\d+/publish HTTP/1.1",
            Endpoint.PUBLISH,
            FeishuOperation.PUBLISH) {
        @Override
        public Object call(FeishuClient client, FeishuApp app, Duration timeout) {
            return client.advertisements()
                    .publish(new PublishRequest(app, ADVERTISEMENT, Channel.REFERRAL_PLATFORM, timeout));
        }
    },
    /** Looks at the referral platform. */
    CHECK(
            (feishu, job) -> new CheckAdvertisementFunction(feishu).execute(job),
            "{'advertisementId': '" + ConfidentialWords.ADVERTISEMENT_ID + "', 'channel': {'type': 'referral'}}",
            "GET /open-apis/hire/v1/referral_websites/job_posts/\\d+ HTTP/1.1",
            Endpoint.REFERRAL_JOB_POST,
            FeishuOperation.CHECK) {
        @Override
        public Object call(FeishuClient client, FeishuApp app, Duration timeout) {
            return client.advertisements()
                    .check(new CheckRequest(
                            app,
                            ADVERTISEMENT,
                            Channel.REFERRAL_PLATFORM,
                            Optional.empty(),
                            Optional.empty(),
                            timeout));
        }
    },
    /** Lists job types. */
    LIST_CHOICES(
            (feishu, job) -> new ListChoicesFunction(feishu).execute(job),
            "{'list': {'of': 'job-types'}}",
            "GET /open-apis/hire/v1/job_types\\?page_size=100 HTTP/1.1",
            Endpoint.JOB_TYPES,
            FeishuOperation.LIST_CHOICES) {
        @Override
        public Object call(FeishuClient client, FeishuApp app, Duration timeout) {
            return client.choices().list(new ChoicesRequest(app, ChoiceList.JOB_TYPES, "", "0", timeout));
        }
    },
    /** Creates a job without a look, for people whose ids are given. */
    CREATE(
            (feishu, job) -> new CreateJobFunction(feishu).execute(job),
            """
            {'position': {'title': 'Backend engineer', 'code': 'BE-2027-01', 'lookForCode': false},
             'people': {'recruiter': 'ou_7010000000000000001', 'hiringManagers': ['ou_7010000000000000002']},
             'process': {'processType': 1, 'processId': '7005000000000000001', 'jobTypeId': '7006000000000000001',
                         'recruitmentTypeId': '101'},
             'placement': {'departmentId': 'od-10'}, 'requirements': {}, 'advertisement': {}}
            """,
            "POST /open-apis/hire/v1/jobs/combined_create\\?department_id_type=open_department_id"
                    + "&job_level_id_type=job_level_id&job_family_id_type=job_family_id&user_id_type=open_id HTTP/1.1",
            Endpoint.CREATE_JOB,
            FeishuOperation.CREATE) {
        @Override
        public Object call(FeishuClient client, FeishuApp app, Duration timeout) {
            return client.newJobs().create(new CreateJobRequest(app, JOB, false, timeout));
        }
    },
    /** Looks a job up whose details the app may see. */
    LOOK_UP(
            (feishu, job) -> new LookUpJobFunction(feishu).execute(job),
            "{'jobId': '" + ConfidentialWords.JOB_ID + "'}",
            "GET /open-apis/hire/v1/jobs/\\d+(/get_detail\\?user_id_type=open_id)? HTTP/1.1",
            Endpoint.JOB_DETAIL,
            FeishuOperation.LOOK_UP) {
        @Override
        public Object call(FeishuClient client, FeishuApp app, Duration timeout) {
            return client.existingJobs().lookUp(new LookUpRequest(app, new JobId(ConfidentialWords.JOB_ID), timeout));
        }
    },
    /** Opens a job that never expires. */
    OPEN_OR_CLOSE(
            (feishu, job) -> new OpenOrCloseJobFunction(feishu).execute(job),
            "{'jobId': '" + ConfidentialWords.CLOSED_JOB_ID + "', 'action': 'open'}",
            "POST /open-apis/hire/v1/jobs/\\d+/open HTTP/1.1",
            Endpoint.OPEN_JOB,
            FeishuOperation.OPEN_OR_CLOSE) {
        @Override
        public Object call(FeishuClient client, FeishuApp app, Duration timeout) {
            return client.existingJobs()
                    .openOrClose(new OpenOrCloseRequest(
                            app,
                            new JobId(ConfidentialWords.CLOSED_JOB_ID),
                            new JobAction.Open(Optional.empty()),
                            timeout));
        }
    };

    private static final JobDraft JOB = new JobDraft(
            new JobCode("BE-2027-01"),
            "Backend engineer",
            Optional.empty(),
            new JobTeam(
                    new Person("recruiter", "ou_7010000000000000001"),
                    List.of(new Person("hiringManagers", "ou_7010000000000000002")),
                    List.of(),
                    Person.IdType.OPEN_ID),
            JsonNodeFactory.instance
                    .objectNode()
                    .put("process_type", 1)
                    .put("job_process_id", "7005000000000000001")
                    .put("job_type_id", "7006000000000000001")
                    .put("recruitment_type_id", "101")
                    .put("department_id", "od-10"));

    private static final AdvertisementId ADVERTISEMENT = new AdvertisementId(ConfidentialWords.ADVERTISEMENT_ID);

    private final BiFunction<FeishuAccess, OutboundConnectorContext, Object> function;
    private final String variables;
    private final String requestLine;
    private final Endpoint endpoint;
    private final FeishuOperation operation;

    EveryConnector(
            BiFunction<FeishuAccess, OutboundConnectorContext, Object> function,
            String variables,
            String requestLine,
            Endpoint endpoint,
            FeishuOperation operation) {
        this.function = function;
        this.variables = variables;
        this.requestLine = requestLine;
        this.endpoint = endpoint;
        this.operation = operation;
    }

    /** Calls Feishu as the connector does, without Camunda. */
    public abstract Object call(FeishuClient client, FeishuApp app, Duration timeout);

    /** What a modeler fills in at least, to reach the server of a test. */
    public ObjectNode variables(String baseUrl) {
        var all = (ObjectNode) JobVariables.json(variables);
        all.set(
                "authentication",
                JobVariables.json("{'appId': '%s', 'appSecret': '%s'}"
                        .formatted(FeishuSandbox.DEFAULT_APP_ID, FeishuSandbox.DEFAULT_APP_SECRET)));
        all.set(
                "connection",
                JobVariables.json(
                        "{'region': 'custom', 'baseUrl': '%s', 'timeoutInSeconds': '20'}".formatted(baseUrl)));
        return all;
    }

    /** Works a job with these variables. */
    public Object execute(FeishuAccess feishu, JsonNode jobVariables) {
        return function.apply(feishu, JobContext.with(jobVariables));
    }

    /** A pattern of the one request after that for a token. */
    public String requestLine() {
        return requestLine;
    }

    /** Whether that request only reads: Java's HTTP client sends such a one again by itself. */
    public boolean isRead() {
        return requestLine.startsWith("GET ");
    }

    /** The same as the sandbox calls it. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** What the advice after a failure is about. */
    public FeishuOperation operation() {
        return operation;
    }
}
