/**
 * A client for Feishu Hire's "publish a job advertisement" call: tokens, limit, deadlines, replies. It knows nothing of
 * Camunda and can be used alone; {@link io.feishuhire.connector.feishu.FeishuClient} is the way in.
 *
 * <p>Nothing here logs, and no exception holds a secret, a token or an input value. One thing is beyond its reach: who
 * starts the JVM with {@code -Djdk.httpclient.HttpClient.log=headers} (or {@code all}) makes the JDK itself log every
 * request header, the token among them.
 */
package io.feishuhire.connector.feishu;
