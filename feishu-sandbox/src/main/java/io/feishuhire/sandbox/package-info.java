/**
 * A local Feishu: the tenant access token and the "publish a job advertisement" call of Feishu Hire over plain HTTP,
 * with the limits, switches and failures of the real platform. Start with {@link io.feishuhire.sandbox.FeishuSandbox}.
 */
package io.feishuhire.sandbox;
