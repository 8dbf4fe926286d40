//! Drafts that are kept by name.

texts! {
    TITLE "Drafts in this browser" "此浏览器中的草稿";
    NAME "Name of this draft" "草稿名称";
    KEEP "Keep" "保存";
    OPEN "Open" "打开";
    DELETE "Delete" "删除";
    KEPT "The draft is kept in this browser." "草稿已保存在此浏览器中。";
    DROPPED "The draft is deleted." "草稿已删除。";
    NO_NAME "Enter a name for the draft." "请输入草稿名称。";
}
