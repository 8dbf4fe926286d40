//! Taking a request over from elsewhere.

texts! {
    IMPORT "Import …" "导入…";
    DROP "Drop the file to import it" "松开以导入文件";
    IMPORTED "The import is in the form. Undo brings back what was there." "导入内容已填入表单，可以撤销。";
    NOT_LOADED "This part of the page could not be loaded. Check the network and try again." "无法加载页面的这一部分。请检查网络后重试。";

    TITLE "Import" "导入";
    INTRO "A request body, a tracker as the cloud lists it, a list of trackers, a curl or KooCLI command, or Terraform. Of the last three only the request stays, as JSON. Nothing is replaced before you agree." "请求体、查询得到的追踪器、追踪器列表、curl 或 KooCLI 命令，或 Terraform 配置。后三种只保留其中的请求，以 JSON 表示。在您确认之前不会替换任何内容。";
    TEXT "Text to import" "要导入的文本";
    FILE "Or a file" "或选择文件";
    REPLACE "Replace" "替换";

    WHICH "Which tracker?" "哪个追踪器？";
    NO_NAME "without a name" "无名称";
    UNUSABLE_ONE "{count} entry of the list is no tracker and cannot be chosen." "列表中有 {count} 项不是追踪器，无法选择。";
    UNUSABLE_MANY "{count} entries of the list are no trackers and cannot be chosen." "列表中有 {count} 项不是追踪器，无法选择。";
    GUESSED "The text names no tracker type that exists. It is taken for this one: {kind}" "文本中没有有效的追踪器类型，按此类型处理：{kind}";
    SWITCHES "The form switches to the other tracker type. What is filled in for the present one stays." "表单将切换到另一种追踪器类型，当前类型的内容会保留。";

    CHANGES "What changes in the form" "表单的变化";
    CHANGES_ONE "{count} member changes." "{count} 个成员将改变。";
    CHANGES_MANY "{count} members change." "{count} 个成员将改变。";
    NO_CHANGE "Nothing: the form has all of it already." "没有变化：表单已有全部内容。";
    KEPT "Not known to this page, and sent as they are" "此页面不认识，将原样发送";
    DROPPED "Not taken over" "不会导入";
    OTHER_TYPE "only trackers of the other type have it" "仅另一种追踪器有此成员";
    REPEATED "given once more further down" "后面重复给出";
    ANSWER_ONLY "not part of a request" "不属于请求";
    TARGET "says where and how it is sent" "说明发送的目标和方式";
    TOOL_ONLY "only Terraform needs it" "仅 Terraform 需要";
    UNKNOWN "not known here" "无法识别";
    COMPUTED "its value is only known where it runs" "运行时才能确定其值";
    VALUE "not a value for this place" "此处不能使用该值";
    REPEATED_BEFORE "given before" "前面已给出";
    NO_TRACKER_BLOCK "not a tracker" "不是追踪器";
    DEFAULTS "Only what the Terraform text says is taken over. The provider itself sends its defaults for arguments that are not there." "只导入 Terraform 配置中写明的内容。对于未写的参数，Provider 自身会发送默认值。";

    NOTHING "Paste a text or choose a file first." "请先粘贴文本或选择文件。";
    SYNTAX "Line {line}, column {column}: {message}" "第 {line} 行第 {column} 列：{message}";
    GO_TO "Go to this place" "转到此处";
    NO_BODY "This command holds no request. Paste a curl command with the JSON after -d or --data, or a KooCLI command with members as options." "此命令中没有请求。请粘贴在 -d 或 --data 后带有 JSON 的 curl 命令，或以选项给出成员的 KooCLI 命令。";
    FILE_NEEDED "The request of this command is in the file {name}. Choose that file, or paste its content." "此命令的请求在文件 {name} 中。请选择该文件，或粘贴其内容。";
    OTHER_OPERATION "This KooCLI command does not update a tracker. Paste one that begins with hcloud CTS UpdateTracker." "此 KooCLI 命令不是修改追踪器的命令。请粘贴以 hcloud CTS UpdateTracker 开头的命令。";
    NO_RESOURCE "There is no tracker in this Terraform text. Trackers are the resources huaweicloud_cts_tracker and huaweicloud_cts_data_tracker." "此 Terraform 文本中没有追踪器。追踪器对应资源 huaweicloud_cts_tracker 和 huaweicloud_cts_data_tracker。";
    NO_TERRAFORM "This cannot be read as Terraform. Correct it, or paste only the block of the tracker." "无法按 Terraform 的语法读取此处。请更正，或只粘贴追踪器的资源块。";
    TOO_LARGE "The text is longer than 1 MiB, which no request and no list of trackers is. Choose another file, or paste only the part that is needed." "文本超过 1 MiB，请求或追踪器列表不会这么大。请选择其他文件，或只粘贴需要的部分。";
    SHAPE "This is JSON, but neither a request nor a list of trackers. A request begins with an opening brace." "这是 JSON，但既不是请求，也不是追踪器列表。请求以左花括号开头。";
    NO_MEMBER "The object is empty. A request has at least tracker_type and tracker_name." "对象为空。请求至少包含 tracker_type 和 tracker_name。";
    NO_TRACKER "There is no tracker in this list. Each entry needs tracker_type and tracker_name." "列表中没有追踪器。每一项都需要 tracker_type 和 tracker_name。";
    FILES "{count} files at once are too many. Choose one of them." "一次只能导入一个文件，现有 {count} 个。请选择其中一个。";
    UNREADABLE "The browser could not read {name}. Look whether it is still there, or paste its text." "浏览器无法读取 {name}。请确认文件仍然存在，或粘贴其文本。";
    BINARY "{name} is no text file. Choose one with text in UTF-8." "{name} 不是文本文件。请选择 UTF-8 编码的文本文件。";
}
