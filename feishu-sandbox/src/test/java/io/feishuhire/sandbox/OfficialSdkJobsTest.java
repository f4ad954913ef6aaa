package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.OfficialSdk.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.lark.oapi.service.hire.v1.V1;
import com.lark.oapi.service.hire.v1.model.CloseJobReq;
import com.lark.oapi.service.hire.v1.model.CombinedCreateJobReq;
import com.lark.oapi.service.hire.v1.model.CombinedCreateJobRespBody;
import com.lark.oapi.service.hire.v1.model.CombinedJob;
import com.lark.oapi.service.hire.v1.model.GetDetailJobReq;
import com.lark.oapi.service.hire.v1.model.JobManager;
import com.lark.oapi.service.hire.v1.model.OpenJobReq;
import com.lark.oapi.service.hire.v1.model.OpenJobReqBody;
import com.lark.oapi.service.hire.v1.model.PublishAdvertisementReq;
import com.lark.oapi.service.hire.v1.model.PublishAdvertisementReqBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Feishu's own client creates, opens and closes jobs, and finds in the answers what it expects there. */
class OfficialSdkJobsTest {

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final FeishuSandbox sandbox = feishu.sandbox();
    private final V1 hire = OfficialSdk.of(sandbox).hire().v1();

    @Test
    void itCreatesAJobAndPublishesItsAdvertisement() throws Exception {
        var created = create("REQ-1");

        assertThat(created.getJob().getTitle()).isEqualTo("Data engineer");
        assertThat(created.getJob().getCode()).isEqualTo("REQ-1");
        assertThat(created.getJob().getActiveStatus()).isEqualTo(1);
        assertThat(created.getJob().getProcessId()).isEqualTo("7005000000000000001");
        assertThat(created.getJob().getHeadCount()).isEqualTo(2);
        assertThat(created.getJob().getMinSalary()).isEqualTo(30);
        assertThat(created.getJob().getExpiryTimestamp()).isEqualTo("1798761599999");
        assertThat(created.getJobManager().getId()).isEqualTo(created.getJob().getId());
        assertThat(created.getJobManager().getHiringManagerIdList()).containsExactly("ou_7010000000000000002");
        data(hire.advertisement()
                .publish(PublishAdvertisementReq.newBuilder()
                        .advertisementId(created.getDefaultJobPost().getId())
                        .publishAdvertisementReqBody(PublishAdvertisementReqBody.newBuilder()
                                .jobChannelId("3")
                                .build())
                        .build()));
        assertThat(sandbox.published())
                .extracting(PublishedAdvertisement::advertisementId)
                .containsExactly(created.getDefaultJobPost().getId());
        var detail = data(hire.job()
                .getDetail(GetDetailJobReq.newBuilder()
                        .jobId(created.getJob().getId())
                        .build()));
        assertThat(detail.getJobDetail().getBasicInfo().getHeadCount()).isEqualTo(2);
        assertThat(detail.getJobDetail().getBasicInfo().getExpiryTime()).isEqualTo("1798761599999");
    }

    @Test
    void itClosesAndOpensAJob() throws Exception {
        var job = create("REQ-1").getJob().getId();
        var close = CloseJobReq.newBuilder().jobId(job).build();
        var open = OpenJobReq.newBuilder()
                .jobId(job)
                .openJobReqBody(OpenJobReqBody.newBuilder().isNeverExpired(true).build())
                .build();

        assertThat(hire.job().open(open).getCode()).isEqualTo(1_002_616);
        assertThat(hire.job().close(close).success()).isTrue();
        assertThat(hire.job().close(close).getCode()).isEqualTo(1_002_609);
        assertThat(hire.job().open(open).success()).isTrue();
    }

    @Test
    void itReadsWhichFieldIsMissing() throws Exception {
        var refused = hire.job()
                .combinedCreate(CombinedCreateJobReq.newBuilder()
                        .combinedJob(CombinedJob.newBuilder().code("REQ-1").build())
                        .build());

        assertThat(refused.getCode()).isEqualTo(1_002_002);
        assertThat(refused.getError().getFieldViolations()[0].getField()).isEqualTo("title");
        assertThat(refused.getError().getLogId())
                .isEqualTo(sandbox.requests().getLast().logId());
    }

    private CombinedCreateJobRespBody create(String code) throws Exception {
        var managers = JobManager.newBuilder()
                .recruiterId("ou_7010000000000000001")
                .hiringManagerIdList(new String[] {"ou_7010000000000000002"})
                .build();
        return data(hire.job()
                .combinedCreate(CombinedCreateJobReq.newBuilder()
                        .userIdType("open_id")
                        .departmentIdType("open_department_id")
                        .jobLevelIdType("job_level_id")
                        .jobFamilyIdType("job_family_id")
                        .combinedJob(CombinedJob.newBuilder()
                                .title("Data engineer")
                                .code(code)
                                .jobManagers(managers)
                                .jobProcessId("7005000000000000001")
                                .processType(1)
                                .departmentId("od-12")
                                .isNeverExpired(false)
                                .expiryTimestamp("1798761599999")
                                .jobTypeId("7006000000000000002")
                                .recruitmentTypeId("101")
                                .headCount(2L)
                                .minSalary(30L)
                                .build())
                        .build()));
    }
}
