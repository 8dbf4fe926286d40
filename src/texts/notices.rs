//! What the page says about its own state.

texts! {
    NOTICES "About this page" "关于此页面";
    STAND_IN "Practice mode: requests go to a stand-in on this machine. No cloud is touched." "演练模式：请求只发送到本机的模拟服务，不会影响任何云资源。";
    PREVIEW_ONLY "Preview only: this page is not connected to a proxy, so it cannot send." "仅预览：此页面未连接代理，无法发送请求。";
    PREVIEW_HOW "Building, checking, copying and downloading work. To send as well, put a file config.json beside the page that names your proxy:" "可以生成、检查、复制和下载。如需发送，请在页面旁放置 config.json 文件，指定您的代理：";
    PREVIEW_HOW_TITLE "How to connect a proxy" "如何连接代理";
    PREVIEW_HOW_END "The proxy holds the credentials; this page asks for none and keeps none. Reload the page afterwards." "凭证由代理保存，此页面不索取也不保存凭证。完成后请刷新页面。";
    BROKEN "The settings of this page (config.json) cannot be used: {reason} The page works as a preview." "页面设置 config.json 无法使用：{reason} 页面以预览方式工作。";
    BROKEN_STATUS "the server answered with status {status}." "服务器返回状态码 {status}。";
    BROKEN_JSON "it is not valid JSON." "不是有效的 JSON。";
    BROKEN_OBJECT "it must be a JSON object." "必须是 JSON 对象。";
    BROKEN_SHAPE "the member {member} has the wrong type or is missing." "成员 {member} 类型错误或缺失。";
    BROKEN_BASE "the member proxy.base must begin with a single / or with http:// or https://." "成员 proxy.base 必须以单个 /、http:// 或 https:// 开头。";
    BROKEN_NETWORK "it could not be loaded." "无法加载。";
    REPLACED "The form was replaced." "表单内容已替换。";
    UNDO "Undo" "撤销";
    REDO "Redo" "重做";
    REDONE "The change is made again." "已重新应用修改。";
    TEXT_BROKEN "The text cannot be read as a request. The form keeps what it had, and nothing can be sent until the text is mended." "文本无法识别为有效的请求。表单保留之前的内容，修正文本之前无法发送。";
    TEXT_PLACE "Go to the place" "转到该位置";
    TEXT_REWRITTEN "The text could not be read, so it was written anew from the form. Undo brings it back." "原文本无法识别，已根据表单重新生成，可以撤销。";
    MENDED "The fix is applied. Undo takes it back." "已应用修复，可以撤销。";
    MENDED_MANY "{count} fixes are applied. Undo takes them back." "已应用 {count} 项修复，可以撤销。";
    FIX "Fix: " "修复：";
    MEND_ALL "Apply all {count} safe fixes of the request" "应用请求中全部 {count} 项安全修复";
    SAFE_HINT "Safe: it does what was certainly meant and takes nothing away. The others are for you to decide." "安全：与本意明确一致，且不会停用或减少任何设置。其余修复由您决定。";
    UNDONE "The earlier content is back." "已恢复之前的内容。";
}
