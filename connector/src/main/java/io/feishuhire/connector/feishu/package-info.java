/**
 * A client for Feishu Hire: tokens, limits, timeouts, replies. It knows nothing of Camunda and can be used alone;
 * {@link io.feishuhire.connector.feishu.FeishuClient} is the way in.
 *
 * <p>No exception holds a secret, a token or an input value. One thing is beyond its reach: a JVM that is started with
 * {@code -Djdk.httpclient.HttpClient.log=headers} (or {@code all}) logs every request header, the token among them.
 */
package io.feishuhire.connector.feishu;
