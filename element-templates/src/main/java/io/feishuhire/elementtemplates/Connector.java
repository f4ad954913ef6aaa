package io.feishuhire.elementtemplates;

import static io.feishuhire.connector.feishu.FeishuError.ADVERTISEMENT_NOT_COMPLIANT;
import static io.feishuhire.connector.feishu.FeishuError.API_SYNC_DISABLED;
import static io.feishuhire.connector.feishu.FeishuError.JOB_ALREADY_CREATED;
import static io.feishuhire.connector.feishu.FeishuError.JOB_CLOSED;
import static io.feishuhire.connector.feishu.FeishuError.JOB_NOT_FOUND;
import static io.feishuhire.connector.feishu.FeishuError.PERMISSION_DENIED;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.feishuhire.connector.check.CheckAdvertisementFunction;
import io.feishuhire.connector.choices.ListChoicesFunction;
import io.feishuhire.connector.create.CreateJobFunction;
import io.feishuhire.connector.feishu.Advice;
import io.feishuhire.connector.feishu.FeishuError;
import io.feishuhire.connector.feishu.FeishuOperation;
import io.feishuhire.connector.lookup.LookUpJobFunction;
import io.feishuhire.connector.openclose.OpenOrCloseJobFunction;
import io.feishuhire.connector.publish.PublishAdvertisementFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The connectors, and what their templates need beside the annotations of the function. A new connector is one more
 * constant here and a section of its own in {@code texts-zh.json}: templates, starter diagram and tests follow.
 */
@SuppressWarnings("ImmutableEnumChecker") // A set that cannot change is immutable, but not to the checker.
enum Connector {
    /** The one that has the shapes of sending, too: it sends something out. */
    PUBLISH_ADVERTISEMENT(
            PublishAdvertisementFunction.class,
            FeishuOperation.PUBLISH,
            Set.of(TemplateVariant.values()),
            Errors.own(API_SYNC_DISABLED, JOB_CLOSED, JOB_NOT_FOUND, ADVERTISEMENT_NOT_COMPLIANT),
            "={onlineSince: response.publishedAt}",
            new Starter(
                    "Publication requested",
                    "Publish advertisement",
                    "Advertisement published",
                    "start it with a variable advertisementId that holds the digits as text")),

    /** A permission that is missing is an answer of this one, not an error. */
    CHECK_ADVERTISEMENT(
            CheckAdvertisementFunction.class,
            FeishuOperation.CHECK,
            TemplateVariant.ON_SERVICE_TASK,
            Errors.never(PERMISSION_DENIED),
            "={isOnline: response.state = \"LIVE\"}",
            new Starter(
                    "Check requested",
                    "Check advertisement",
                    "Advertisement checked",
                    "start it with a variable advertisementId that holds the digits as text")),

    /** The one that fills drop-downs. */
    LIST_CHOICES(
            ListChoicesFunction.class,
            FeishuOperation.LIST_CHOICES,
            TemplateVariant.ON_SERVICE_TASK,
            Errors.ofAnyCall(),
            "={channels: response.items}",
            new Starter("List requested", "List choices", "Choices listed", "start it without variables")),

    /** The one whose code never comes from Feishu: it looks by itself for a job that is there already. */
    CREATE_JOB(
            CreateJobFunction.class,
            FeishuOperation.CREATE,
            TemplateVariant.ON_SERVICE_TASK,
            Errors.own(API_SYNC_DISABLED, JOB_ALREADY_CREATED),
            "={jobId: response.jobId, advertisementId: response.advertisementId}",
            new Starter("Job requested", "Create job", "Job created", "start it with the variables of its fields")),

    /** Tells what a job is. */
    LOOK_UP_JOB(
            LookUpJobFunction.class,
            FeishuOperation.LOOK_UP,
            TemplateVariant.ON_SERVICE_TASK,
            Errors.own(JOB_NOT_FOUND),
            "={isOpen: response.active, recruiter: response.recruiter.id}",
            new Starter(
                    "Look-up requested",
                    "Look up job",
                    "Job looked up",
                    "start it with a variable jobId that holds the digits as text")),

    /** Changes a job that there is. */
    OPEN_OR_CLOSE_JOB(
            OpenOrCloseJobFunction.class,
            FeishuOperation.OPEN_OR_CLOSE,
            TemplateVariant.ON_SERVICE_TASK,
            Errors.own(API_SYNC_DISABLED, JOB_NOT_FOUND),
            "={wasOpenBefore: response.action = \"open\" and not(response.changed)}",
            new Starter(
                    "Change requested",
                    "Open or close job",
                    "Job opened or closed",
                    "start it with a variable jobId that holds the digits as text"));

    private static final Pattern PERMISSION = Pattern.compile("\\b(hire|contact):[a-z_.:]*[a-z]");

    private final Class<? extends OutboundConnectorFunction> function;
    private final FeishuOperation operation;
    private final Set<TemplateVariant> variants;
    private final Errors errors;
    private final String resultExpression;
    private final Starter starter;

    Connector(
            Class<? extends OutboundConnectorFunction> function,
            FeishuOperation operation,
            Set<TemplateVariant> variants,
            Errors errors,
            String resultExpression,
            Starter starter) {
        this.function = function;
        this.operation = operation;
        this.variants = variants;
        this.errors = errors;
        this.resultExpression = resultExpression;
        this.starter = starter;
    }

    /**
     * Which errors of the catalogue a connector raises: its own, and those that are no connector's own, which may come
     * of any call.
     *
     * @param own errors that only the connectors raise which name them
     * @param never errors of any call that this connector does not raise all the same
     */
    private record Errors(Set<FeishuError> own, Set<FeishuError> never) {
        static Errors ofAnyCall() {
            return new Errors(Set.of(), Set.of());
        }

        static Errors own(FeishuError... own) {
            return new Errors(Set.of(own), Set.of());
        }

        static Errors never(FeishuError... never) {
            return new Errors(Set.of(), Set.of(never));
        }
    }

    /**
     * The texts of the starter diagram.
     *
     * @param requested the name of the start event
     * @param task the name of the task
     * @param done the name of the end event
     * @param howToRun what to do to run the diagram as it is
     */
    record Starter(String requested, String task, String done, String howToRun) {}

    Class<? extends OutboundConnectorFunction> function() {
        return function;
    }

    /** What the function's annotations say of the template. */
    ElementTemplate annotation() {
        return function.getAnnotation(ElementTemplate.class);
    }

    /** The name that modelers and the runtime know it by. */
    String displayName() {
        return function.getAnnotation(OutboundConnector.class).name();
    }

    /** The permissions that the description names, which are what the app needs. */
    List<String> permissions() {
        return permissionsIn(annotation().description());
    }

    static List<String> permissionsIn(String text) {
        return PERMISSION.matcher(text).results().map(MatchResult::group).toList();
    }

    String jobType() {
        return function.getAnnotation(OutboundConnector.class).type();
    }

    /** The verb and the noun of the job type, such as {@code publish-advertisement}. */
    String verbAndNoun() {
        return jobType().split(":", -1)[1];
    }

    /** What its files begin with. */
    String fileStem() {
        return "feishu-hire-" + verbAndNoun();
    }

    /** The components of the result record. */
    List<String> resultFields() {
        return Arrays.stream(function.getDeclaredMethods())
                .filter(method -> method.getName().equals("execute") && !method.isBridge())
                .flatMap(execute -> Arrays.stream(execute.getReturnType().getRecordComponents()))
                .map(component -> component.getName())
                .toList();
    }

    /** An example of a result expression. */
    String resultExpression() {
        return resultExpression;
    }

    Starter starter() {
        return starter;
    }

    /** The errors that it raises, in the order of the catalogue. */
    List<FeishuError> errors() {
        var ofSingleConnectors = Stream.of(values())
                .flatMap(other -> other.errors.own().stream())
                .collect(Collectors.toSet());
        return Stream.of(FeishuError.values())
                .filter(error -> errors.own().contains(error) || !ofSingleConnectors.contains(error))
                .filter(error -> !errors.never().contains(error))
                .toList();
    }

    /** What a person should do about an error of this connector. */
    Advice advice(FeishuError error) {
        return error.advice(operation);
    }

    boolean has(TemplateVariant variant) {
        return variants.contains(variant);
    }

    ConnectorTemplate template(TemplateVariant variant) {
        return new ConnectorTemplate(this, variant);
    }

    /** All its templates. */
    Stream<ConnectorTemplate> templates() {
        return Stream.of(TemplateVariant.values()).filter(this::has).map(this::template);
    }
}
