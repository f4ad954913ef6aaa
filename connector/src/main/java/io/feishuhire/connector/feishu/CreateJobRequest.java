package io.feishuhire.connector.feishu;

import java.time.Duration;

/**
 * What it takes to create a job.
 *
 * @param app the app that creates it
 * @param job what to create
 * @param lookFirst whether to look for the code before, and after an attempt whose outcome is unknown; it takes the
 *     permission {@code hire:job:readonly}
 * @param timeout the longest that one HTTP exchange may take
 */
public record CreateJobRequest(FeishuApp app, JobDraft job, boolean lookFirst, Duration timeout) {}
