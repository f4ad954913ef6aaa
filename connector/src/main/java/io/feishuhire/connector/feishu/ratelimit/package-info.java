/**
 * Keeps a process within a limit of requests a second, and its threads free for other work. It knows nothing of Feishu:
 * what is counted, and who rejects, is the caller's business.
 */
package io.feishuhire.connector.feishu.ratelimit;
