//! The trackers of the project, and loading one of them.

texts! {
    TITLE "Trackers of this project" "此项目的追踪器";
    HINT "Start from what is configured now: the form takes over every setting, and shows what you change." "从当前配置开始：表单会填入全部设置，并显示您所做的修改。";
    LIST "List the trackers" "查询追踪器";
    LIST_AGAIN "List again" "重新查询";
    LISTING "Asking for the trackers …" "正在查询追踪器…";
    LISTED_ONE "{count} tracker listed." "已列出 {count} 个追踪器。";
    LISTED_MANY "{count} trackers listed." "已列出 {count} 个追踪器。";
    NONE "The project has no tracker in this region. This form changes trackers that exist; the management tracker comes with switching on CTS." "该项目在此区域没有追踪器。此表单只能修改已有的追踪器；开通 CTS 后会有管理类追踪器。";
    LOAD "Load" "载入";
    LOADED "{name} is loaded. The request sends everything it has." "已载入 {name}。请求会发送它的全部设置。";
    IN_FORM "In the form" "已在表单中";
    SWITCH_OFF "Only switch off …" "仅停用…";
    SWITCH_ON "Only switch on …" "仅启用…";
    FAULT "Fault" "异常";
    POLICY "The policy of the bucket keeps CTS from writing." "桶策略不允许 CTS 写入。";
    NO_BUCKET "The transfer bucket does not exist any more." "转储桶已不存在。";
    ARREARS "The account is in arrears." "账号已欠费。";
    AUTHORIZED "CTS may write to it." "CTS 有写入权限。";
    NOT_AUTHORIZED "CTS may not write to it." "CTS 没有写入权限。";
    NO_TRANSFER "No transfer to OBS" "未转储到 OBS";
    NOT_LISTED "The trackers could not be listed." "无法查询追踪器。";
    UNKNOWN "Members that this page does not know. They go back as they came:" "此页面不认识的成员，将原样发回：";
}
