package io.feishuhire.connector.feishu;

/**
 * What a person should know and do, for the people in the process. What depends on the operation that failed stands in
 * braces, see {@link FeishuOperation}.
 *
 * @param en in English
 * @param zh in Chinese
 */
public record Advice(String en, String zh) {}
