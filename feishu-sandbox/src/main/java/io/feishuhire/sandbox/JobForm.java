package io.feishuhire.sandbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a job is created with.
 *
 * @param code the job's code, or nothing if Feishu is to make one
 * @param processType 1 experienced, 2 campus
 * @param expiry when the job expires, or null for never
 * @param sent further fields that the calls about jobs repeat
 */
record JobForm(
        String title,
        Optional<String> code,
        int processType,
        Instant expiry,
        Job.Team team,
        Map<String, Object> sent) {}
