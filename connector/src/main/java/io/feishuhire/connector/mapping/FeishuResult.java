package io.feishuhire.connector.mapping;

/** The result of a call whose request Feishu support can find. */
public interface FeishuResult {

    /** The id to give to Feishu support; null when Feishu sent none. */
    String logId();
}
