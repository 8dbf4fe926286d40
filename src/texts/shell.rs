//! What stands around the form.

texts! {
    TITLE "CTS Tracker Form" "CTS 追踪器配置";
    TAGLINE "Build, check and send the update of an audit tracker" "生成、检查并发送审计追踪器的修改请求";
    COLON ": " "：";
    SKIP "Skip to the form" "跳到表单";
    LANGUAGE "Language" "语言";
    THEME "Theme" "主题";
    THEME_SYSTEM "System" "跟随系统";
    THEME_LIGHT "Light" "浅色";
    THEME_DARK "Dark" "深色";
    STEPS "Steps" "步骤";
    STEP_OF "Step {number} of {total}" "第 {number} 步，共 {total} 步";
    BACK "Back" "上一步";
    NEXT "Next" "下一步";
    ERROR_ONE "{count} error" "{count} 个错误";
    ERROR_MANY "{count} errors" "{count} 个错误";
    WARNING_ONE "{count} warning" "{count} 个警告";
    WARNING_MANY "{count} warnings" "{count} 个警告";
    NO_ERROR "No error is left." "没有错误。";
    ERROR_PREFIX "Error: " "错误：";
    ERROR "Error" "错误";
    WARNING "Warning" "警告";
    NOTE "Note" "提示";
    PROBLEM "There is a problem" "存在问题";
    PROBLEM_HINT "You can also go on with the list of steps and come back." "您也可以通过步骤列表继续，稍后再返回修改。";
    FROM_CLOUD "Answer of the cloud" "云服务的响应";
    PREVIEW "Request body" "请求体";
    PREVIEW_HINT "Copy and Download give exactly this text." "复制和下载的内容与此完全一致。";
    COPY "Copy" "复制";
    DOWNLOAD "Download" "下载";
    LINK "Copy a link" "复制链接";
    LINK_COPIED "The link is copied. The draft is in it and goes to no server." "链接已复制。草稿包含在链接中，不会发送到任何服务器。";
    LINK_IN_ADDRESS "The browser does not allow copying. The link is in the address bar." "浏览器不允许复制。链接已显示在地址栏中。";
    LINK_OPENED "The draft of the link is in the form." "链接中的草稿已填入表单。";
    LINK_UNUSABLE "The draft of this link cannot be read: it is cut off, or of another version. Nothing was changed." "无法读取链接中的草稿：链接不完整或版本不同。未做任何修改。";
    COPIED "Copied." "已复制。";
    COPY_SELECTED "The browser does not allow copying. The text is selected: press Ctrl+C or ⌘C." "浏览器不允许复制。文本已选中：请按 Ctrl+C 或 ⌘C。";
    DOWNLOADED "Saved as {name}." "已保存为 {name}。";
    DOWNLOAD_FAILED "The browser did not save the file. Copy the text instead." "浏览器未能保存文件，请改用复制。";
    ANYWAY_TITLE_ONE "The request has {count} error" "请求中有 {count} 个错误";
    ANYWAY_TITLE_MANY "The request has {count} errors" "请求中有 {count} 个错误";
    ANYWAY_BODY "The cloud would most likely refuse it." "云服务很可能会拒绝该请求。";
    COPY_ANYWAY "Copy anyway" "仍然复制";
    DOWNLOAD_ANYWAY "Download anyway" "仍然下载";
    MEND_FIRST "Show the errors" "查看错误";
    CANCEL "Cancel" "取消";
}
