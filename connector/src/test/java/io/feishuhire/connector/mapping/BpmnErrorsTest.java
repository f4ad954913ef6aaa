package io.feishuhire.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.feishuhire.connector.feishu.FeishuError;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BpmnErrorsTest {

    /** Diagrams hold on to these: a code may be added, but none changed or taken away. */
    @Test
    void theBpmnErrorCodesAreThoseThatDiagramsHoldOnTo() {
        assertThat(Arrays.stream(FeishuError.values()).map(BpmnErrors::code))
                .containsExactly(
                        "FEISHU_API_SYNC_DISABLED",
                        "FEISHU_JOB_CLOSED",
                        "FEISHU_JOB_NOT_FOUND",
                        "FEISHU_JOB_ALREADY_CREATED",
                        "FEISHU_ADVERTISEMENT_NOT_COMPLIANT",
                        "FEISHU_INVALID_PARAMETER",
                        "FEISHU_SYSTEM_ERROR",
                        "FEISHU_RATE_LIMITED",
                        "FEISHU_AUTHENTICATION_FAILED",
                        "FEISHU_PERMISSION_DENIED",
                        "FEISHU_APP_UNAVAILABLE",
                        "FEISHU_IP_NOT_ALLOWED",
                        "FEISHU_QUOTA_EXHAUSTED",
                        "FEISHU_UNAVAILABLE",
                        "FEISHU_UNEXPECTED_ANSWER",
                        "FEISHU_UNKNOWN_ERROR");
    }
}
