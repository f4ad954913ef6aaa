package io.feishuhire.sandbox;

import static io.feishuhire.sandbox.OfficialSdk.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.lark.oapi.Client;
import com.lark.oapi.service.application.v6.model.Scope;
import com.lark.oapi.service.contact.v3.model.BatchGetIdUserReq;
import com.lark.oapi.service.contact.v3.model.BatchGetIdUserReqBody;
import com.lark.oapi.service.contact.v3.model.ChildrenDepartmentReq;
import com.lark.oapi.service.hire.v1.V1;
import com.lark.oapi.service.hire.v1.model.GetDetailJobReq;
import com.lark.oapi.service.hire.v1.model.GetJobReq;
import com.lark.oapi.service.hire.v1.model.GetReferralWebsiteJobPostReq;
import com.lark.oapi.service.hire.v1.model.GetWebsiteJobPostReq;
import com.lark.oapi.service.hire.v1.model.ListJobFunctionReq;
import com.lark.oapi.service.hire.v1.model.ListJobProcessReq;
import com.lark.oapi.service.hire.v1.model.ListJobReq;
import com.lark.oapi.service.hire.v1.model.ListJobTypeReq;
import com.lark.oapi.service.hire.v1.model.ListLocationReq;
import com.lark.oapi.service.hire.v1.model.ListReferralWebsiteJobPostReq;
import com.lark.oapi.service.hire.v1.model.ListSubjectReq;
import com.lark.oapi.service.hire.v1.model.ListWebsiteJobPostReq;
import com.lark.oapi.service.hire.v1.model.ListWebsiteReq;
import com.lark.oapi.service.hire.v1.model.RecruiterJobReq;
import com.lark.oapi.service.hire.v1.model.SearchJobPublishRecordReq;
import com.lark.oapi.service.hire.v1.model.SearchJobPublishRecordReqBody;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Feishu's own client makes every call that reads, and finds in the answers what it expects there. */
class OfficialSdkReadsTest {

    private static final String WEBSITE = "7001000000000000001";
    private static final String JOB = "7003000000000000001";
    private static final String ADVERTISEMENT = "7004000000000000001";

    @RegisterExtension
    private final SandboxExtension feishu = new SandboxExtension();

    private final Caller caller = feishu.caller();
    private final Client client = OfficialSdk.of(feishu.sandbox());
    private final V1 hire = client.hire().v1();

    @Test
    void itFindsTheChannelOfAWebsitePageByPage() throws Exception {
        var first = hire.website().list(ListWebsiteReq.newBuilder().pageSize(2).build());
        var second = hire.website()
                .list(ListWebsiteReq.newBuilder()
                        .pageSize(2)
                        .pageToken(data(first).getPageToken())
                        .build());

        var website = data(first).getItems()[0];
        assertThat(website.getId()).isEqualTo(WEBSITE);
        assertThat(website.getName().getZhCn()).isEqualTo("社招官网");
        assertThat(website.getName().getEnUs()).isEqualTo("Careers");
        assertThat(website.getProcessTypeList()).containsExactly(1);
        assertThat(website.getJobChannelId()).isEqualTo("7002000000000000001");
        assertThat(data(first).getHasMore()).isTrue();
        assertThat(data(second).getItems()).hasSize(1);
        assertThat(data(second).getHasMore()).isFalse();
        assertThat(data(second).getPageToken()).isNull();
    }

    @Test
    void itSeesAnAdvertisementOnAWebsite() throws Exception {
        var request = GetWebsiteJobPostReq.newBuilder()
                .websiteId(WEBSITE)
                .jobPostId(ADVERTISEMENT)
                .build();
        assertThat(hire.websiteJobPost().get(request).getCode()).isEqualTo(1_002_509);

        publish("7002000000000000001");

        var post = data(hire.websiteJobPost().get(request)).getJobPost();
        assertThat(post.getId()).isEqualTo(ADVERTISEMENT);
        assertThat(post.getTitle()).isEqualTo("后端开发工程师");
        assertThat(post.getJobId()).isEqualTo(JOB);
        assertThat(post.getJobCode()).isEqualTo("BE-001");
        assertThat(post.getJobExpireTime()).isNull();
        assertThat(post.getJobActiveStatus()).isEqualTo(1);
        assertThat(post.getJobProcessType()).isEqualTo(1);
        assertThat(post.getModifyTime()).matches("[0-9]{13}");
        var list = hire.websiteJobPost()
                .list(ListWebsiteJobPostReq.newBuilder().websiteId(WEBSITE).build());
        assertThat(data(list).getItems())
                .singleElement()
                .satisfies(listed -> assertThat(listed.getJobId()).isEqualTo(JOB));
    }

    @Test
    void itSeesAnAdvertisementOnTheReferralPlatformAndInTheRecords() throws Exception {
        publish("3");

        var post = hire.referralWebsiteJobPost()
                .get(GetReferralWebsiteJobPostReq.newBuilder()
                        .jobPostId(ADVERTISEMENT)
                        .build());
        var list = hire.referralWebsiteJobPost()
                .list(ListReferralWebsiteJobPostReq.newBuilder().processType(1).build());
        var records = hire.jobPublishRecord()
                .search(SearchJobPublishRecordReq.newBuilder()
                        .pageSize(100)
                        .searchJobPublishRecordReqBody(SearchJobPublishRecordReqBody.newBuilder()
                                .jobChannelId("3")
                                .build())
                        .build());

        assertThat(data(post).getJobPost().getJobId()).isEqualTo(JOB);
        assertThat(data(list).getItems()).hasSize(1);
        assertThat(data(records).getItems())
                .singleElement()
                .satisfies(record -> assertThat(record.getId()).isEqualTo(ADVERTISEMENT))
                .satisfies(record -> assertThat(record.getJobExpireTime()).isEmpty());
    }

    @Test
    void itReadsAJob() throws Exception {
        var job =
                data(hire.job().get(GetJobReq.newBuilder().jobId(JOB).build())).getJob();
        var detail = data(hire.job()
                        .getDetail(GetDetailJobReq.newBuilder().jobId(JOB).build()))
                .getJobDetail();
        var people = data(hire.job()
                        .recruiter(RecruiterJobReq.newBuilder().jobId(JOB).build()))
                .getInfo();
        var list = data(hire.job().list(ListJobReq.newBuilder().pageSize(20).build()));

        assertThat(job.getCode()).isEqualTo("BE-001");
        assertThat(job.getActiveStatus()).isEqualTo(1);
        assertThat(detail.getBasicInfo().getActiveStatus()).isEqualTo(1);
        assertThat(detail.getBasicInfo().getProcessName().getEnUs()).isEqualTo("Experienced hire");
        assertThat(detail.getRecruiter().getId()).isEqualTo("ou_7010000000000000001");
        assertThat(detail.getRecruiter().getName().getZhCn()).isEqualTo("李雪");
        assertThat(detail.getHiringManagerList()).hasSize(1);
        assertThat(people.getId()).isEqualTo(JOB);
        assertThat(people.getRecruiterId()).isEqualTo("ou_7010000000000000001");
        assertThat(people.getHiringManagerIdList()).containsExactly("ou_7010000000000000002");
        assertThat(list.getItems())
                .hasSize(4)
                .allSatisfy(item -> assertThat(item.getUpdateTimestamp()).matches("[0-9]{13}"));
    }

    @Test
    void itReadsTheErrorsOfAJobThatDoesNotExist() throws Exception {
        assertThat(hire.job()
                        .getDetail(GetDetailJobReq.newBuilder().jobId("1").build())
                        .getCode())
                .isEqualTo(1_002_601);
        assertThat(hire.job()
                        .recruiter(RecruiterJobReq.newBuilder().jobId("1").build())
                        .getCode())
                .isEqualTo(1_002_601);
    }

    @Test
    void itReadsTheLists() throws Exception {
        var processes =
                data(hire.jobProcess().list(ListJobProcessReq.newBuilder().build()));
        var types = data(hire.jobType().list(ListJobTypeReq.newBuilder().build()));
        var functions =
                data(hire.jobFunction().list(ListJobFunctionReq.newBuilder().build()));
        var locations = data(hire.location()
                .list(ListLocationReq.newBuilder().usage("position_location").build()));
        var subjects = data(
                hire.subject().list(ListSubjectReq.newBuilder().pageSize(200).build()));

        assertThat(processes.getItems()[0].getZhName()).isEqualTo("社招标准流程");
        assertThat(processes.getItems()[0].getStageList()[0].getType()).isEqualTo(1);
        assertThat(types.getItems()[1].getParentId()).isEqualTo(types.getItems()[0].getId());
        assertThat(functions.getItems()[3].getActiveStatus()).isEqualTo(2);
        assertThat(locations.getItems()[0].getCity().getName().getZhCn()).isEqualTo("北京");
        assertThat(subjects.getItems()[0].getCreator().getName().getZhCn()).isEqualTo("李雪");
        assertThat(subjects.getItems()[0].getActiveStatus()).isEqualTo(1);
    }

    @Test
    void itReadsDepartmentsAndPeople() throws Exception {
        var departments = data(client.contact()
                .v3()
                .department()
                .children(ChildrenDepartmentReq.newBuilder()
                        .departmentId("0")
                        .fetchChild(true)
                        .pageSize(50)
                        .build()));
        var people = data(client.contact()
                .v3()
                .user()
                .batchGetId(BatchGetIdUserReq.newBuilder()
                        .batchGetIdUserReqBody(BatchGetIdUserReqBody.newBuilder()
                                .emails(new String[] {"li.xue@example.com", "no@example.com"})
                                .build())
                        .build()));

        assertThat(departments.getItems()).hasSize(7);
        assertThat(departments.getItems()[1].getName()).isEqualTo("平台部");
        assertThat(departments.getItems()[1].getI18nName().getEnUs()).isEqualTo("Platform");
        assertThat(departments.getItems()[1].getParentDepartmentId()).isEqualTo("od-10");
        assertThat(departments.getItems()[1].getStatus().getIsDeleted()).isFalse();
        assertThat(people.getUserList()[0].getUserId()).isEqualTo("ou_7010000000000000001");
        assertThat(people.getUserList()[0].getStatus().getIsResigned()).isFalse();
        assertThat(people.getUserList()[1].getUserId()).isNull();
    }

    @Test
    void itReadsWhichScopesAreGranted() throws Exception {
        var scopes = data(client.application().v6().scope().list()).getScopes();

        assertThat(Arrays.stream(scopes).filter(scope -> scope.getGrantStatus() == 1))
                .extracting(Scope::getScopeName)
                .contains("hire:advertisement", "hire:job");
    }

    private void publish(String channel) {
        caller.publish(caller.token(), ADVERTISEMENT, channel);
    }
}
