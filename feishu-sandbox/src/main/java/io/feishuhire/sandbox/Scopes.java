package io.feishuhire.sandbox;

import java.util.List;

/** The scopes that Feishu's pages ask for. */
final class Scopes {

    static final List<String> PUBLISH = List.of("hire:advertisement");
    static final List<String> WEBSITES = List.of("hire:site:readonly", "hire:site");
    static final List<String> WEBSITE_JOB_POSTS = List.of("hire:site_job_post:readonly");
    static final List<String> REFERRAL_JOB_POSTS = List.of("hire:referral_website:readonly");
    static final List<String> JOBS = List.of("hire:job:readonly");
    static final List<String> JOBS_OR_WRITING = List.of("hire:job:readonly", "hire:job");
    static final List<String> WRITING_JOBS = List.of("hire:job");
    static final List<String> JOB_DETAIL = List.of("hire:job.composite_info:readonly");
    static final List<String> JOB_PROCESSES = List.of("hire:job_process:readonly");
    static final List<String> LOCATIONS = List.of("hire:location:readonly");
    static final List<String> SUBJECTS = List.of("hire:subject:readonly");
    static final List<String> USER_IDS = List.of("contact:user.id:readonly");
    static final List<String> DEPARTMENTS = List.of(
            "contact:contact.base:readonly",
            "contact:department.organize:readonly",
            "contact:contact:access_as_app",
            "contact:contact:readonly",
            "contact:contact:readonly_as_app");
    static final List<String> NONE = List.of();

    /** Without it, departments come without names. */
    static final String DEPARTMENT_NAMES = "contact:department.base:readonly";

    /** Without it, people come without their status. */
    static final String EMPLOYEE_STATUS = "contact:user.employee:readonly";

    /** Without it, people cannot be named by their user_id. */
    static final String EMPLOYEE_ID = "contact:user.employee_id:readonly";

    /** What an app is granted when it is registered: of each list one, so that taking that one away is felt. */
    static final List<String> GRANTED_AT_FIRST = List.of(
            "hire:advertisement",
            "hire:site:readonly",
            "hire:site_job_post:readonly",
            "hire:referral_website:readonly",
            "hire:job:readonly",
            "hire:job",
            "hire:job.composite_info:readonly",
            "hire:job_process:readonly",
            "hire:location:readonly",
            "hire:subject:readonly",
            "contact:user.id:readonly",
            "contact:contact.base:readonly",
            DEPARTMENT_NAMES,
            EMPLOYEE_STATUS,
            EMPLOYEE_ID);

    private Scopes() {}
}
