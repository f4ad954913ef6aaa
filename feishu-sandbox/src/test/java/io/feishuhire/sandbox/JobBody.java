package io.feishuhire.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the call that creates a job is sent. */
final class JobBody {

    private JobBody() {}

    /** What Feishu's page requires, and a code. */
    static ObjectNode withCode(String code) {
        var body = (ObjectNode) Caller.parse("""
                {"title": "数据工程师",
                 "job_managers": {"recruiter_id": "ou_7010000000000000001",
                                  "hiring_manager_id_list": ["ou_7010000000000000002"]},
                 "job_process_id": "7005000000000000001", "process_type": 1, "department_id": "od-12",
                 "is_never_expired": true, "job_type_id": "7006000000000000002", "recruitment_type_id": "101"}
                """);
        return body.put("code", code);
    }
}
