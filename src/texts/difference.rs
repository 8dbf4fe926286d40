//! What a request changes, what is dangerous about it, and whether the cloud took it over.

texts! {
    TITLE "What changes" "修改内容";
    NOTHING "Nothing: the tracker has all of it already." "没有变化：追踪器已是这样的配置。";
    UNLOADED "What changes can be said once the trackers are listed." "查询追踪器后，此处会显示修改内容。";
    NOT_SET "not set" "未设置";
    BEFORE "Before:" "修改前：";
    AFTER "After:" "修改后：";
    LEFT_OUT "Left out, and perhaps lost" "未填写，可能会丢失";
    LEFT_OUT_HINT "The tracker has these now. No source says whether they stay when the request leaves them out." "追踪器目前有这些设置。没有资料说明请求未填写时是否保留。";
    ADD_ALL "Send them as they are now" "按当前值填写";
    ADDED "Everything the tracker has is sent now." "现在会发送追踪器的全部设置。";

    DANGER_TITLE "Please confirm" "请确认";
    DANGER_REMINDER "Tick what you agree to, or cancel." "请勾选确认，或取消。";
    RECORDING "Recording stops. What happens from now on is not delivered anywhere until the tracker is enabled again." "记录将停止。在重新启用追踪器之前，之后发生的事件不会转储到任何地方。";
    TRANSFER "The transfer to OBS ends. New records are not kept in a bucket any more." "向 OBS 的转储将停止，新的事件不再保存到桶中。";
    LTS "The delivery to LTS ends, or may end if the request leaves it out." "向 LTS 的转储将停止；如果请求未填写，也可能停止。";
    RETENTION "Files are deleted after {days} days, earlier than now. This is a rule of the whole bucket and covers files that are there already." "文件将在 {days} 天后删除，早于当前设置。该规则作用于整个桶，包括已有的文件。";
    ENCRYPTION "New files are written without encryption, or may be if the request leaves it out." "新文件将不再加密；如果请求未填写，也可能不再加密。";
    ORGANIZATION_ON "The records of all members of the organization are delivered as well." "将同时转储组织内所有成员的事件。";
    ORGANIZATION_OFF "The records of the other members of the organization are not delivered any more." "将不再转储组织内其他成员的事件。";

    READ_BACK "Read back" "回读结果";
    READING "Reading the tracker back …" "正在回读追踪器…";
    TAKEN_OVER "The tracker has everything that was sent." "追踪器已具有发送的全部设置。";
    NOT_TAKEN_OVER "The tracker is not as expected." "追踪器与预期不一致。";
    NOT_TAKEN "Sent, but not taken over" "已发送但未生效";
    SENT "Sent:" "发送值：";
    NOW "Now:" "当前值：";
    STRAYED "Left out, and changed nevertheless" "未填写却被改变";
    MISSING "The list of the project has no such tracker." "项目列表中没有该追踪器。";
    UNAVAILABLE "The tracker could not be read back." "无法回读追踪器。";
    READ_AGAIN "Read back again" "重新回读";

    HISTORY_ONE "Sent from this browser ({count})" "从此浏览器发送的请求（{count}）";
    HISTORY_HINT "Kept in this browser only. There is no credential in it." "仅保存在此浏览器中，不含任何凭证。";
    EXPORT "Export" "导出";
    FORGET "Delete …" "删除…";
    FORGET_TITLE "Delete what was sent from this browser?" "删除从此浏览器发送的记录？";
    FORGET_BODY "The list is gone for good. Trackers are not touched." "列表将永久删除，不影响追踪器。";
    FORGET_NOW "Delete" "删除";
    FORGOTTEN "The list is deleted." "列表已删除。";
    NO_ANSWER "no answer" "没有响应";
    NOT_COMPARED "The tracker was not listed before, so what changed is not known." "发送前未查询追踪器，因此不知道改变了什么。";
    NO_CHANGE "No change" "没有变化";
}
