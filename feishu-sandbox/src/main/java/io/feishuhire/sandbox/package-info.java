/**
 * A local Feishu over plain HTTP: the tenant access token, "publish a job advertisement" and the calls around it that
 * read, with the scopes, limits, switches and failures of the real platform. Start with
 * {@link io.feishuhire.sandbox.FeishuSandbox}.
 */
package io.feishuhire.sandbox;
