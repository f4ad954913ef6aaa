package io.feishuhire.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** How an advertisement is written. */
final class JobPostView {

    private final Jobs jobs;

    JobPostView(Jobs jobs) {
        this.jobs = jobs;
    }

    /** On a website or the referral platform: a job that never expires has null there. */
    Map<String, Object> jobPost(Posting posting, String shownId) {
        return fields(posting, shownId, null);
    }

    /** In the records: a job that never expires has an empty text there. */
    Map<String, Object> publishRecord(Posting posting) {
        return fields(posting, posting.advertisementId(), "");
    }

    private Map<String, Object> fields(Posting posting, String id, String never) {
        var job = jobs.ofAdvertisement(posting.advertisementId());
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", id);
        fields.put("title", job.title());
        fields.put("job_id", job.id());
        fields.put("job_code", job.code());
        fields.put("job_expire_time", job.expiry() == null ? never : job.expiryMillis());
        fields.put("job_active_status", job.activeStatus());
        fields.put("job_process_type", job.processType());
        fields.put("create_time", Job.millis(posting.createdAt()));
        fields.put("modify_time", Job.millis(posting.modifiedAt()));
        return fields;
    }
}
