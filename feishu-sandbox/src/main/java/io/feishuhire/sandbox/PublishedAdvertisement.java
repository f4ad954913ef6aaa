package io.feishuhire.sandbox;

import java.time.Instant;

/**
 * An advertisement that the sandbox has put online: one for each publish call that was answered with code 0.
 *
 * @param advertisementId the id in the call's path, a string of digits
 * @param jobChannelId the channel in the call's body, or null if the body named none
 * @param appId the app whose token was used
 * @param at when, by the sandbox's clock
 */
public record PublishedAdvertisement(String advertisementId, String jobChannelId, String appId, Instant at) {}
