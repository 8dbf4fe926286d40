//! Sending and what comes back.

texts! {
    CONFIRM_TITLE "Send this request?" "发送此请求？";
    CONFIRM_STAND_IN "It goes to the stand-in. No cloud is touched." "请求将发送到模拟服务，不会影响任何云资源。";
    CONFIRM_REAL "The new configuration applies at once." "新的配置会立即生效。";
    METHOD_ADDRESS "Method and address" "方法和地址";
    BODY "Body" "请求体";
    SEND_NOW "Send now" "立即发送";
    SENDING "Sending …" "正在发送…";
    SENDING_HINT "The answer usually comes within a few seconds. After 30 seconds the page stops waiting." "通常几秒内会收到响应。超过 30 秒将停止等待。";
    STOP_WAITING "Stop waiting" "停止等待";
    SUCCESS "The change was made" "修改已生效";
    REFUSED "The request was refused" "请求被拒绝";
    UNCLEAR "It is not clear whether the change was made" "无法确定修改是否生效";
    UNEXPLAINED "What this page knows about answers could not be loaded, so it is shown as it came. Check the network, and read the tracker back before you send again." "无法加载响应说明，因此按原样显示响应。请检查网络，并在重新发送之前先查询追踪器。";
    STATUS "Status" "状态码";
    CODE "Code" "错误码";
    REQUEST_ID "Request id" "请求 ID";
    DURATION "Duration" "耗时";
    MILLISECONDS "{count} ms" "{count} 毫秒";
    MESSAGE "Message" "错误信息";
    MEANING "What it means" "含义";
    REMEDY "What to do" "处理建议";
    RETRY "Sending again" "重新发送";
    RETRY_AFTER "Wait at least {count} seconds." "请至少等待 {count} 秒。";
    CONCERNS "Members concerned" "相关成员";
    ANSWER_BODY "Body of the answer" "响应体";
    ANSWER_EMPTY "The answer has no body." "响应没有内容。";
    ANSWER_HEADERS "Headers of the answer" "响应头";
    NOT_JSON "The answer is not JSON. Something between this page and the cloud may have written it." "响应不是 JSON，可能来自此页面与云服务之间的其他系统。";
    LOST_TITLE "No answer: the connection failed" "没有响应：连接失败";
    LOST "The page could not reach the proxy, or the connection broke. If it broke on the way back, the change may have been made." "无法连接代理，或连接中断。如果在返回途中中断，修改可能已经生效。";
    LOST_REMEDY "Check the network and that the proxy runs. Read the tracker back before you send again." "请检查网络以及代理是否运行。重新发送之前，请先查询追踪器。";
    TIMEOUT_TITLE "No answer within 30 seconds" "30 秒内没有响应";
    TIMEOUT "The page stopped waiting. The change may have been made." "页面已停止等待，修改可能已经生效。";
    TIMEOUT_REMEDY "Read the tracker back before you send again." "重新发送之前，请先查询追踪器。";
    STOPPED_TITLE "You stopped waiting" "您已停止等待";
    STOPPED "The request may already have reached the cloud, so the change may have been made." "请求可能已到达云服务，修改可能已经生效。";
    CUT_TITLE "The answer broke off" "响应不完整";
    CUT "The status is {status}, but the body of the answer could not be read." "状态码为 {status}，但无法读取响应体。";
    DRAFT_SAFE "Your draft is unchanged." "您的草稿未改变。";
}
