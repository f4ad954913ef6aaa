package io.feishuhire.connector.mapping;

/** Where a modeler finds the values that belong in the fields. */
public final class FeishuDocumentation {

    public static final String CREATE_JOB =
            "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/job/combined_create";
    public static final String LIST_WEBSITES =
            "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/website/list";
    public static final String DEVELOPER_CONSOLE = "https://open.feishu.cn/app";

    private FeishuDocumentation() {}
}
