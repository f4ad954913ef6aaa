package io.feishuhire.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The standalone runtime where there is no cluster: what it says, and that it can be stopped. */
class WithoutClusterIT {

    private static final int ENDED_BY_SIGTERM = 143;

    /** As {@code docs/ways-to-run.md} writes them. */
    private static final List<String> VARIABLES = List.of(
            "CONNECTOR_FEISHU_HIRE_PUBLISH_JOB_ADVERTISEMENT_TYPE",
            "CONNECTOR_FEISHU_HIRE_CHECK_JOB_ADVERTISEMENT_TYPE",
            "CONNECTOR_FEISHU_HIRE_LIST_CHOICES_TYPE",
            "CONNECTOR_FEISHU_HIRE_CREATE_JOB_TYPE",
            "CONNECTOR_FEISHU_HIRE_LOOK_UP_JOB_TYPE",
            "CONNECTOR_FEISHU_HIRE_OPEN_OR_CLOSE_JOB_TYPE");

    @Test
    void itSaysSoInOneLineTakesOtherJobTypesAndStops() throws Exception {
        var environment = new HashMap<String, String>();
        VARIABLES.forEach(variable -> environment.put(variable, variable.toLowerCase(Locale.ROOT)));
        environment.put("CONNECTOR_FEISHU_HIRE_CREATE_JOB_TIMEOUT", "600000");
        environment.put("CAMUNDA_CLIENT_GRPC_ADDRESS", "http://127.0.0.1:" + closedPort());
        try (var runtime = RunningJar.start(RunningJar.RUNTIME, environment)) {
            runtime.awaitLine("does not answer as it should: Connection refused");
            runtime.awaitLine("Started RuntimeMain");

            assertThat(runtime.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(runtime.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(runtime.get("/actuator/health").statusCode()).isEqualTo(503);
            assertThat(VARIABLES)
                    .allSatisfy(variable -> assertThat(runtime.lines())
                            .anyMatch(line -> line.contains("type='" + variable.toLowerCase(Locale.ROOT) + "'")));
            assertThat(runtime.lines())
                    .anyMatch(line -> line.contains("connector_feishu_hire_create_job_type") && line.contains("PT10M"))
                    .noneMatch(line -> line.startsWith("\tat ") || line.startsWith("Caused by"))
                    .filteredOn(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                    .as("that there is no authentication, and that there is no cluster")
                    .hasSize(2);
            assertThat(runtime.stop()).isEqualTo(ENDED_BY_SIGTERM);
        }
    }

    @Test
    void theVariablesNameEachConnector() {
        assertThat(ServiceLoader.load(OutboundConnectorFunction.class))
                .map(function -> function.getClass()
                        .getAnnotation(OutboundConnector.class)
                        .name())
                .filteredOn(name -> name.startsWith("Feishu Hire"))
                .map(WithoutClusterIT::variable)
                .containsExactlyInAnyOrderElementsOf(VARIABLES);
    }

    private static String variable(String name) {
        return "CONNECTOR_"
                + name.replaceAll("[^a-zA-Z0-9_ ]", "").replace(' ', '_').toUpperCase(Locale.ROOT) + "_TYPE";
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
