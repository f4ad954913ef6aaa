package io.feishuhire.sandbox;

import java.time.Instant;

/**
 * A job that an app created with the call that creates jobs.
 *
 * @param advertisementId its default advertisement, which can be published
 * @param code as it was sent, or as the sandbox made it
 * @param at by the sandbox's clock
 */
public record CreatedJob(String jobId, String advertisementId, String code, String title, String appId, Instant at) {}
