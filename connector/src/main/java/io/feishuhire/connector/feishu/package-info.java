/**
 * A client for Feishu Hire's "publish a job advertisement" call: tokens, limit, deadlines, replies. It knows nothing of
 * Camunda and can be used alone; {@link io.feishuhire.connector.feishu.FeishuClient} is the way in.
 */
package io.feishuhire.connector.feishu;
