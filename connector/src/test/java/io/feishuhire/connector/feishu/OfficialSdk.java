package io.feishuhire.connector.feishu;

import com.lark.oapi.Client;
import com.lark.oapi.core.response.BaseResponse;
import com.lark.oapi.service.contact.v3.model.BatchGetIdUserReq;
import com.lark.oapi.service.contact.v3.model.BatchGetIdUserReqBody;
import com.lark.oapi.service.contact.v3.model.ChildrenDepartmentReq;
import com.lark.oapi.service.hire.v1.model.CloseJobReq;
import com.lark.oapi.service.hire.v1.model.CombinedCreateJobReq;
import com.lark.oapi.service.hire.v1.model.CombinedJob;
import com.lark.oapi.service.hire.v1.model.GetDetailJobReq;
import com.lark.oapi.service.hire.v1.model.GetJobReq;
import com.lark.oapi.service.hire.v1.model.GetReferralWebsiteJobPostReq;
import com.lark.oapi.service.hire.v1.model.GetWebsiteJobPostReq;
import com.lark.oapi.service.hire.v1.model.JobManager;
import com.lark.oapi.service.hire.v1.model.ListJobFunctionReq;
import com.lark.oapi.service.hire.v1.model.ListJobProcessReq;
import com.lark.oapi.service.hire.v1.model.ListJobReq;
import com.lark.oapi.service.hire.v1.model.ListJobTypeReq;
import com.lark.oapi.service.hire.v1.model.ListLocationReq;
import com.lark.oapi.service.hire.v1.model.ListReferralWebsiteJobPostReq;
import com.lark.oapi.service.hire.v1.model.ListSubjectReq;
import com.lark.oapi.service.hire.v1.model.ListWebsiteJobPostReq;
import com.lark.oapi.service.hire.v1.model.ListWebsiteReq;
import com.lark.oapi.service.hire.v1.model.OpenJobReq;
import com.lark.oapi.service.hire.v1.model.OpenJobReqBody;
import com.lark.oapi.service.hire.v1.model.PublishAdvertisementReq;
import com.lark.oapi.service.hire.v1.model.PublishAdvertisementReqBody;
import com.lark.oapi.service.hire.v1.model.RecruiterJobReq;
import com.lark.oapi.service.hire.v1.model.SearchJobPublishRecordReq;
import com.lark.oapi.service.hire.v1.model.SearchJobPublishRecordReqBody;

/** The calls that this project makes, made by Feishu's own SDK for Java. */
final class OfficialSdk {

    /** One or more calls of the SDK. */
    @FunctionalInterface
    interface Call {
        void make(Client client) throws Exception;

        default Call then(Call next) {
            return client -> {
                make(client);
                next.make(client);
            };
        }
    }

    /** The SDK declares {@code Exception} everywhere. */
    @FunctionalInterface
    private interface Answered {
        BaseResponse<?> by(Client client) throws Exception;
    }

    private OfficialSdk() {}

    static Call publish(String advertisementId, String channel) {
        return succeeding(client -> client.hire()
                .v1()
                .advertisement()
                .publish(PublishAdvertisementReq.newBuilder()
                        .advertisementId(advertisementId)
                        .publishAdvertisementReqBody(PublishAdvertisementReqBody.newBuilder()
                                .jobChannelId(channel)
                                .build())
                        .build()));
    }

    static Call websites(String pageToken) {
        var request = ListWebsiteReq.newBuilder().pageSize(10);
        if (!pageToken.isEmpty()) {
            request.pageToken(pageToken);
        }
        return client -> client.hire().v1().website().list(request.build());
    }

    static Call websiteJobPost(String website, String advertisementId) {
        return client -> client.hire()
                .v1()
                .websiteJobPost()
                .get(GetWebsiteJobPostReq.newBuilder()
                        .websiteId(website)
                        .jobPostId(advertisementId)
                        .build());
    }

    static Call websiteJobPosts(String website) {
        return succeeding(client -> client.hire()
                .v1()
                .websiteJobPost()
                .list(ListWebsiteJobPostReq.newBuilder()
                        .websiteId(website)
                        .pageSize(10)
                        .build()));
    }

    static Call referralJobPost(String advertisementId) {
        return client -> client.hire()
                .v1()
                .referralWebsiteJobPost()
                .get(GetReferralWebsiteJobPostReq.newBuilder()
                        .jobPostId(advertisementId)
                        .build());
    }

    static Call referralJobPosts() {
        return succeeding(client -> client.hire()
                .v1()
                .referralWebsiteJobPost()
                .list(ListReferralWebsiteJobPostReq.newBuilder().pageSize(10).build()));
    }

    static Call publishRecords(String channel) {
        return succeeding(client -> client.hire()
                .v1()
                .jobPublishRecord()
                .search(SearchJobPublishRecordReq.newBuilder()
                        .pageSize(100)
                        .searchJobPublishRecordReqBody(SearchJobPublishRecordReqBody.newBuilder()
                                .jobChannelId(channel)
                                .build())
                        .build()));
    }

    static Call jobs(String updateStartTime) {
        return succeeding(client -> client.hire()
                .v1()
                .job()
                .list(ListJobReq.newBuilder()
                        .updateStartTime(updateStartTime)
                        .pageSize(20)
                        .build()));
    }

    static Call userIds(String email) {
        return succeeding(client -> client.contact()
                .v3()
                .user()
                .batchGetId(BatchGetIdUserReq.newBuilder()
                        .userIdType("open_id")
                        .batchGetIdUserReqBody(BatchGetIdUserReqBody.newBuilder()
                                .emails(new String[] {email})
                                .build())
                        .build()));
    }

    static Call createJob() {
        var managers = JobManager.newBuilder()
                .recruiterId("ou_7010000000000000001")
                .hiringManagerIdList(new String[] {"ou_7010000000000000002"})
                .assistantIdList(new String[] {"ou_7010000000000000003"})
                .build();
        var job = CombinedJob.newBuilder()
                .code("BE-9")
                .title("Engineer")
                .processType(1)
                .jobProcessId("7005000000000000001")
                .jobTypeId("7006000000000000001")
                .recruitmentTypeId("101")
                .departmentId("od-10")
                .minSalary(20L)
                .isNeverExpired(false)
                .expiryTimestamp("32479891199999")
                .jobManagers(managers)
                .build();
        return succeeding(client -> client.hire()
                .v1()
                .job()
                .combinedCreate(CombinedCreateJobReq.newBuilder()
                        .userIdType("open_id")
                        .departmentIdType("open_department_id")
                        .jobLevelIdType("job_level_id")
                        .jobFamilyIdType("job_family_id")
                        .combinedJob(job)
                        .build()));
    }

    static Call jobDetail(JobId job) {
        return client -> client.hire()
                .v1()
                .job()
                .getDetail(GetDetailJobReq.newBuilder()
                        .jobId(job.value())
                        .userIdType("open_id")
                        .build());
    }

    static Call job(JobId job) {
        return succeeding(client -> client.hire()
                .v1()
                .job()
                .get(GetJobReq.newBuilder().jobId(job.value()).build()));
    }

    static Call jobRecruiter(JobId job) {
        return succeeding(client -> client.hire()
                .v1()
                .job()
                .recruiter(RecruiterJobReq.newBuilder()
                        .jobId(job.value())
                        .userIdType("open_id")
                        .build()));
    }

    /** The SDK has an Integer for {@code expiry_time}, which no time in milliseconds fits into: it goes without one. */
    static Call openJob(JobId job) {
        return succeeding(client -> client.hire()
                .v1()
                .job()
                .open(OpenJobReq.newBuilder()
                        .jobId(job.value())
                        .openJobReqBody(
                                OpenJobReqBody.newBuilder().isNeverExpired(true).build())
                        .build()));
    }

    static Call closeJob(JobId job) {
        return succeeding(client -> client.hire()
                .v1()
                .job()
                .close(CloseJobReq.newBuilder().jobId(job.value()).build()));
    }

    static Call jobProcesses() {
        return succeeding(client -> client.hire()
                .v1()
                .jobProcess()
                .list(ListJobProcessReq.newBuilder().pageSize(100).build()));
    }

    static Call jobTypes() {
        return succeeding(client -> client.hire()
                .v1()
                .jobType()
                .list(ListJobTypeReq.newBuilder().pageSize(100).build()));
    }

    static Call jobFunctions() {
        return succeeding(client -> client.hire()
                .v1()
                .jobFunction()
                .list(ListJobFunctionReq.newBuilder().pageSize(50).build()));
    }

    static Call locations() {
        return succeeding(client -> client.hire()
                .v1()
                .location()
                .list(ListLocationReq.newBuilder()
                        .usage("position_location")
                        .pageSize(100)
                        .build()));
    }

    /** The SDK could send subject_ids, too, which Feishu's page does not have. */
    static Call subjects() {
        return succeeding(client -> client.hire()
                .v1()
                .subject()
                .list(ListSubjectReq.newBuilder().pageSize(200).build()));
    }

    static Call departments(String root) {
        return succeeding(client -> client.contact()
                .v3()
                .department()
                .children(ChildrenDepartmentReq.newBuilder()
                        .departmentId(root)
                        .departmentIdType("open_department_id")
                        .fetchChild(true)
                        .pageSize(50)
                        .build()));
    }

    private static Call succeeding(Answered call) {
        return client -> {
            var reply = call.by(client);
            if (!reply.success()) {
                throw new AssertionError("The sandbox refuses the SDK: " + reply.getCode());
            }
        };
    }
}
