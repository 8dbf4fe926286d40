//! The request as text.

texts! {
    LABEL "Request body as JSON text" "请求体 JSON 文本";
    COLON ": " "：";
    LINE "Line {line}" "第 {line} 行";
    ERROR "Error" "错误";
    WARNING "Warning" "警告";
    NOTE "Note" "提示";
    ERROR_ONE "{count} error" "{count} 个错误";
    ERROR_MANY "{count} errors" "{count} 个错误";
    WARNING_ONE "{count} warning" "{count} 个警告";
    WARNING_MANY "{count} warnings" "{count} 个警告";
    NOTES "Notes" "提示";
    CLEAN "Nothing is wrong with the text." "文本没有问题。";
    AND ", " "，";
    KEPT "the form keeps what it had" "表单保留之前的内容";
    TOO_LONG "too long for colours and line numbers" "文本过长，不显示颜色和行号";
    PREVIOUS "Previous problem" "上一个问题";
    NEXT "Next problem" "下一个问题";
    FORMAT "Format" "格式化";
    PROBLEMS "Problems in the text" "文本中的问题";
    CARD "At this place" "此处";
    FORMATTED "The text is formatted." "文本已格式化。";
    FORMATTED_ALREADY "The text is formatted already." "文本已经是格式化的。";
    FIXED "The fix is applied. Undo takes it back." "已应用修复，可以撤销。";
    NO_PROBLEM "No problem is left." "没有其他问题。";
    NO_FIX "There is no fix for this place." "此处没有可用的修复。";
    FIX_KEY "Fix with Ctrl+. : {title}" "按 Ctrl+. 修复：{title}";
    KEYS "F8 and Shift+F8 go from problem to problem, Ctrl+. fixes the one at the caret." "F8 和 Shift+F8 在问题之间移动，Ctrl+. 修复光标处的问题。";
}
