//! Values in words.

texts! {
    LEAVE_OUT "Leave out" "不填";
    YES "Yes" "是";
    NO "No" "否";
    SET_TO "Set to" "设置为";
    EMPTY "Empty" "空";
    EMPTY_PREFIX "Empty: no prefix" "空：没有前缀";
    EMPTY_KEY "Empty: no key" "空：没有密钥";
    SEND_LIST "Send this list" "填写列表";
    LIST_EMPTY_HINT "Nothing ticked sends an empty list." "不勾选则发送空列表。";
    NOTHING_TYPED "Nothing is typed yet, so the member is left out." "尚未输入内容，该成员将不填写。";
    OTHER_NUMBER "Other" "其他";
    OTHER_NUMBER_LABEL "Days" "天数";
    DAYS "{count} days" "{count} 天";
    ENABLED "Enabled" "启用";
    DISABLED "Disabled" "停用";
    GZIP "gzip (.json.gz)" "gzip 压缩（.json.gz）";
    PLAIN_JSON "None (.json)" "不压缩（.json）";
    BUCKET_NEW "New bucket" "新建桶";
    BUCKET_EXISTING "Existing bucket" "已有的桶";
    AGENCY "cts_admin_trust" "cts_admin_trust";
    KMS "KMS" "KMS";
    READ "Reading" "读取";
    WRITE "Writing" "写入";
    EMPTY_TEXT "empty text" "空字符串";
    EMPTY_LIST "empty list" "空列表";
    EMPTY_OBJECT "empty object" "空对象";
    RISK "Risk" "风险";
    DEFAULT_IS "default {value}" "默认 {value}";
    REQUIRED "required" "必填";
}
