//! The same request for other tools.

texts! {
    TITLE "For other tools" "用于其他工具";
    TOOLS "Tools" "工具";
    SAMPLE "Sample" "示例";
    COPY "Copy the sample" "复制示例";
    DOWNLOAD "Download the sample" "下载示例";
}
