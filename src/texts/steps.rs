//! The steps of the form and what they ask.

texts! {
    TARGET "Target" "目标";
    RECORDING "Recording" "记录";
    TRANSFER "Transfer" "转储";
    PROTECTION "Protection" "保护";
    REVIEW "Review" "确认";
    TARGET_LEAD "Which tracker is to be changed?" "要修改哪个追踪器？";
    RECORDING_LEAD "What is recorded, and for whom?" "记录哪些内容，为谁记录？";
    TRANSFER_LEAD "Where do the trace files go?" "事件文件转储到哪里？";
    PROTECTION_LEAD "How are the trace files protected?" "如何保护事件文件？";
    REVIEW_LEAD "Check the request, then copy or send it." "检查请求，然后复制或发送。";

    OMIT_HELP "Leave out: the member is not sent. No source says whether it keeps its value then." "不填：不发送该成员。没有资料说明此时是否保留原值。";

    START "Start from" "起始内容";
    START_ELSE "Or start from" "或从以下内容开始";
    START_SCRATCH "An empty form" "空白表单";
    START_MANAGEMENT "Sample: management tracker" "示例：管理类追踪器";
    START_DATA "Sample: data tracker" "示例：数据类追踪器";
    START_HELP "The samples are the two that the vendor publishes." "示例为官方文档公布的两个请求。";

    REGION "Region" "区域";
    REGION_HELP "The region decides the address of the service. It is not part of the body." "区域决定服务的地址，不属于请求体。";
    REGION_CHOOSE "Choose a region" "请选择区域";
    REGION_CONFIGURED "Set up in the proxy" "代理已配置";
    REGION_ALL "All regions" "全部区域";
    REGION_OTHER "Another region …" "其他区域…";
    REGION_ID "Region id" "区域 ID";
    REGION_ID_HELP "As in the address of the service, for instance eu-de." "与服务地址中的写法一致，例如 eu-de。";
    REGION_NEEDED "Choose the region. It is part of the address." "请选择区域，它是请求地址的一部分。";
    PROJECT_CHOOSE "Choose a project" "请选择项目";
    PROJECT_OTHER "Another project …" "其他项目…";
    PROJECT_OPTIONAL "Only needed for sending." "仅发送时需要。";
    NAME_FIXED "Fixed for the management tracker." "管理类追踪器的名称固定。";

    TYPE_SYSTEM "Management tracker" "管理类追踪器";
    TYPE_SYSTEM_HELP "Records operations on cloud resources. Each project has exactly one." "记录对云资源的操作。每个项目只有一个。";
    TYPE_DATA "Data tracker" "数据类追踪器";
    TYPE_DATA_HELP "Records the reading and writing of objects in one OBS bucket." "记录对一个 OBS 桶内对象的读写。";

    TRACKED "Tracked bucket in this request" "请求中的追踪桶";
    TRACKED_OMIT "Leave data_bucket out" "不填 data_bucket";
    TRACKED_SEND "Send the tracked bucket" "填写追踪桶";

    TRANSFER_QUESTION "Transfer to an OBS bucket?" "是否转储到 OBS 桶？";
    TRANSFER_OMIT "Leave obs_info out" "不填 obs_info";
    TRANSFER_OMIT_HELP "Says nothing about the transfer." "不涉及转储设置。";
    TRANSFER_BUCKET "Transfer to a bucket" "转储到桶";
    TRANSFER_BUCKET_HELP "Trace files are stored in the bucket named below." "事件文件存储到下面指定的桶。";
    TRANSFER_STOP "Stop the transfer" "停止转储";
    TRANSFER_STOP_HELP "Sends an empty bucket name." "发送空的桶名称。";
    TRANSFER_REST "Other members of obs_info" "obs_info 的其他成员";
    EXAMPLE "Example of an object path" "对象路径示例";
    EXAMPLE_HELP "Date, time and the last part are made by the service." "日期、时间和末尾部分由服务生成。";
    EXAMPLE_REGION "region" "区域";
    EXAMPLE_TRACKER "tracker" "追踪器";
    EXAMPLE_BUCKET "bucket" "桶";
}
