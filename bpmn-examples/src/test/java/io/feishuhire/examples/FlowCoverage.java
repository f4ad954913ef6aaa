package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which sequence flows of an example the tests have taken, from the engine's own records. The test class that ends last
 * fails if one is missing.
 *
 * <p>With every flow, every element was entered and left, every condition was true once and false once, and so the
 * engine has evaluated every FEEL expression of the diagram.
 */
final class FlowCoverage {

    private final Example example;
    private final Set<Class<?>> running;
    private final Set<String> taken = new TreeSet<>();

    FlowCoverage(Example example) {
        this.example = example;
        this.running = new HashSet<>(testsOf(example));
    }

    private static Set<Class<?>> testsOf(Example example) {
        return switch (example) {
            case PUBLISH_MINIMAL -> Set.of(PublishMinimalTest.class);
            case PUBLISH_TO_CHANNELS ->
                Set.of(PublishToChannelsTest.class, ChannelsRequestTest.class, SeenOnChannelsTest.class);
            case REQUISITION_TO_LIVE ->
                Set.of(RequisitionTest.class, RequisitionWaitsTest.class, RequisitionProblemsTest.class);
            case RECRUITING_AGENT_TOOLS -> Set.of(RecruitingAgentTest.class, RecruitingAgentProblemsTest.class);
            case BULK_PUBLISH -> Set.of(BulkPublishTest.class);
            case PUBLISH_WITH_APPROVAL ->
                Set.of(
                        RequestTest.class,
                        ApprovalTest.class,
                        PublishingProblemsTest.class,
                        ClosedJobTest.class,
                        JobOfRequestTest.class,
                        WaitingPublicationsTest.class,
                        SeenOnlineTest.class);
        };
    }

    synchronized void add(Collection<String> flows) {
        taken.addAll(flows);
    }

    /** How many flows were taken, if these were the last tests of the example. */
    synchronized Optional<String> completedBy(Class<?> tests) {
        assertThat(running.remove(tests))
                .as("%s is known to test %s", tests.getSimpleName(), example)
                .isTrue();
        if (!running.isEmpty()) {
            return Optional.empty();
        }
        var all = example.diagram().sequenceFlowIds();
        assertThat(taken)
                .as("the sequence flows of %s that tests took", example.processId())
                .containsExactlyElementsOf(all);
        return Optional.of("%s: %d of %d".formatted(example.processId(), taken.size(), all.size()));
    }
}
