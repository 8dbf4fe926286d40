//! Taking a request over from elsewhere.

texts! {
    IMPORT "Import …" "导入…";
    DROP "Drop the file to import it" "松开以导入文件";
    IMPORTED "The import is in the form. Undo brings back what was there." "导入内容已填入表单，可以撤销。";
    NOT_LOADED "This part of the page could not be loaded. Check the network and try again." "无法加载页面的这一部分。请检查网络后重试。";

    TITLE "Import" "导入";
    INTRO "A request body, a tracker as the cloud lists it, a list of trackers, or a curl command, of which only the body stays. Nothing is replaced before you agree." "请求体、查询得到的追踪器、追踪器列表或 curl 命令（只保留其中的请求体）。在您确认之前不会替换任何内容。";
    TEXT "JSON text" "JSON 文本";
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

    NOTHING "Paste a text or choose a file first." "请先粘贴文本或选择文件。";
    SYNTAX "Line {line}, column {column}: {message}" "第 {line} 行第 {column} 列：{message}";
    GO_TO "Go to this place" "转到此处";
    NO_BODY "This curl command holds no body. Paste one with the JSON after -d or --data, or the file that it names." "此 curl 命令中没有请求体。请粘贴在 -d 或 --data 后带有 JSON 的命令，或其中所指文件的内容。";
    TOO_LARGE "The text is longer than 1 MiB, which no request and no list of trackers is. Choose another file, or paste only the part that is needed." "文本超过 1 MiB，请求或追踪器列表不会这么大。请选择其他文件，或只粘贴需要的部分。";
    SHAPE "This is JSON, but neither a request nor a list of trackers. A request begins with an opening brace." "这是 JSON，但既不是请求，也不是追踪器列表。请求以左花括号开头。";
    NO_MEMBER "The object is empty. A request has at least tracker_type and tracker_name." "对象为空。请求至少包含 tracker_type 和 tracker_name。";
    NO_TRACKER "There is no tracker in this list. Each entry needs tracker_type and tracker_name." "列表中没有追踪器。每一项都需要 tracker_type 和 tracker_name。";
    FILES "{count} files at once are too many. Choose one of them." "一次只能导入一个文件，现有 {count} 个。请选择其中一个。";
    UNREADABLE "The browser could not read {name}. Look whether it is still there, or paste its text." "浏览器无法读取 {name}。请确认文件仍然存在，或粘贴其文本。";
    BINARY "{name} is no text file. Choose a file with JSON text in UTF-8." "{name} 不是文本文件。请选择 UTF-8 编码的 JSON 文本文件。";
}
