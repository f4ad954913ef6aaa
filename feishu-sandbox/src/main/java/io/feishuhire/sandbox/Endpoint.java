package io.feishuhire.sandbox;

import java.util.Locale;
import java.util.Optional;

/** A call that the sandbox answers. */
public enum Endpoint {
    /** {@code POST /open-apis/auth/v3/tenant_access_token/internal}, the tenant access token of a self-built app. */
    TOKEN,
    /** {@code POST /open-apis/hire/v1/advertisements/:advertisement_id/publish}. */
    PUBLISH,
    /** {@code GET /open-apis/hire/v1/websites}, the recruitment websites and their channels. */
    WEBSITES,
    /** {@code GET /open-apis/hire/v1/websites/:website_id/job_posts/:job_post_id}, one advertisement on a website. */
    WEBSITE_JOB_POST,
    /** {@code GET /open-apis/hire/v1/websites/:website_id/job_posts}, the advertisements on a website. */
    WEBSITE_JOB_POSTS,
    /** {@code GET /open-apis/hire/v1/referral_websites/job_posts/:job_post_id}, one on the referral platform. */
    REFERRAL_JOB_POST,
    /** {@code GET /open-apis/hire/v1/referral_websites/job_posts}, the advertisements on the referral platform. */
    REFERRAL_JOB_POSTS,
    /** {@code POST /open-apis/hire/v1/job_publish_records/search}, what was ever published on a channel. */
    PUBLISH_RECORDS,
    /** {@code GET /open-apis/hire/v1/jobs}. */
    JOBS,
    /** {@code GET /open-apis/hire/v1/jobs/:job_id}. */
    JOB,
    /** {@code GET /open-apis/hire/v1/jobs/:job_id/get_detail}. */
    JOB_DETAIL,
    /** {@code GET /open-apis/hire/v1/jobs/:job_id/recruiter}, the people of a job. */
    JOB_RECRUITER,
    /** {@code POST /open-apis/hire/v1/jobs/combined_create}. */
    CREATE_JOB,
    /** {@code POST /open-apis/hire/v1/jobs/:job_id/open}. */
    OPEN_JOB,
    /** {@code POST /open-apis/hire/v1/jobs/:job_id/close}. */
    CLOSE_JOB,
    /** {@code GET /open-apis/hire/v1/job_processes}. */
    JOB_PROCESSES,
    /** {@code GET /open-apis/hire/v1/job_types}. */
    JOB_TYPES,
    /** {@code GET /open-apis/hire/v1/job_functions}. */
    JOB_FUNCTIONS,
    /** {@code GET /open-apis/hire/v1/locations}. */
    LOCATIONS,
    /** {@code GET /open-apis/hire/v1/subjects}. */
    SUBJECTS,
    /** {@code GET /open-apis/contact/v3/departments/:department_id/children}. */
    DEPARTMENTS,
    /** {@code POST /open-apis/contact/v3/users/batch_get_id}, people by e-mail address or mobile number. */
    USER_IDS,
    /** {@code GET /open-apis/application/v6/scopes}, what the tenant has granted the app. */
    SCOPES,
    /** {@code GET /careers/:website_id/position/:advertisement_id/detail}, a page that a candidate would see. */
    CAREERS_PAGE,
    /** Every other path or method. Ordinarily answered with HTTP 404 and text that is no JSON. */
    OTHER;

    static Optional<Endpoint> named(String name) {
        for (var endpoint : values()) {
            if (endpoint.lowerCaseName().equals(name)) {
                return Optional.of(endpoint);
            }
        }
        return Optional.empty();
    }

    /** Its name in the admin API, such as {@code website-job-post}. */
    String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
