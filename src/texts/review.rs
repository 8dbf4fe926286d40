//! The review before copying and sending.

texts! {
    WORDS "In words" "请求内容";
    OMITTED_ONE "{count} member is left out" "{count} 个成员未填写";
    OMITTED_MANY "{count} members are left out" "{count} 个成员未填写";
    OMITTED_HINT "No source says whether a member left out keeps its value. Whoever wants to be sure sends it." "没有资料说明未填写的成员是否保留原值。如需确定，请明确填写。";
    FINDINGS "Verdict" "检查结果";
    ERRORS "Errors" "错误";
    WARNINGS "Warnings" "警告";
    NOTES "Notes" "提示";
    CLEAN "No error and no warning." "没有错误，也没有警告。";
    WHAT_NOW "Copy, save or send" "复制、保存或发送";
    SEND "Send …" "发送…";
    SEND_NOT_POSSIBLE "Sending needs a proxy. This page has none, see the top of the page." "发送需要代理。此页面未配置代理，请参见页面顶部。";
    NO_PROJECT "not chosen" "未选择";
}
