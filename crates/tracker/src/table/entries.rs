//! The entries of the table.
//!
//! Values come from the vendor's page `UpdateTracker` (Chinese edition of 2024-11-08), bounds from
//! the API definition behind API Explorer and from the models of the official SDKs.

use super::{Entry, Kind, Member, Required, Trackers};
use crate::text::text;

/// What most members have, for the entries to start from.
const PLAIN: Entry = Entry {
    member: Member::ProjectId,
    name: "",
    pointer: "",
    parent: None,
    kind: Kind::Text,
    trackers: Trackers::Both,
    required: Required::No,
    values: &[],
    numbers: &[],
    bounds: None,
    items: None,
    pattern: None,
    default: None,
    example: None,
    label: text("", ""),
    help: text("", ""),
    risk: None,
};

/// One entry a member, in the order of [`Member::ALL`].
pub(super) static ENTRIES: [Entry; Member::COUNT] = [
    Entry {
        member: Member::ProjectId,
        name: "project_id",
        pointer: "/path/project_id",
        required: Required::Always,
        bounds: Some((15, 40)),
        pattern: Some("^[0-9a-f]{32}$"),
        example: Some("0123456789abcdef0123456789abcdef"),
        label: text("Project id", "项目 ID"),
        help: text(
            "The project whose tracker is changed. It is part of the path, has 32 characters 0-9 a-f, and belongs to one region.",
            "要修改其追踪器的项目。项目 ID 是路径的一部分，由 32 个字符 0-9 a-f 组成，并且只属于一个区域。",
        ),
        risk: Some(text(
            "Account id, user id and region name are often mistaken for it.",
            "常被误填为账号 ID、用户 ID 或区域名称。",
        )),
        ..PLAIN
    },
    Entry {
        member: Member::TrackerType,
        name: "tracker_type",
        pointer: "/tracker_type",
        required: Required::Always,
        values: &["system", "data"],
        example: Some("system"),
        label: text("Tracker type", "追踪器类型"),
        help: text(
            "system is the management tracker, which records operations on resources. data is a data tracker, which records the reading and writing of objects in one OBS bucket.",
            "system 为管理类追踪器，记录对资源的操作；data 为数据类追踪器，记录对一个 OBS 桶内对象的读写。",
        ),
        ..PLAIN
    },
    Entry {
        member: Member::TrackerName,
        name: "tracker_name",
        pointer: "/tracker_name",
        required: Required::Always,
        bounds: Some((1, 64)),
        pattern: Some("^[A-Za-z0-9][A-Za-z0-9_-]*$"),
        example: Some("data-tracker-name"),
        label: text("Tracker name", "追踪器名称"),
        help: text(
            "The management tracker is always called system. A data tracker has the name it was created with: letters, digits, - and _, a letter or digit first, at most 64 characters (older documents say 32).",
            "管理类追踪器的名称固定为 system。数据类追踪器填写创建时的名称：字母、数字、- 和 _，以字母或数字开头，最多 64 个字符（旧文档为 32 个）。",
        ),
        ..PLAIN
    },
    Entry {
        member: Member::AgencyName,
        name: "agency_name",
        pointer: "/agency_name",
        values: &["cts_admin_trust"],
        bounds: Some((1, 32)),
        example: Some("cts_admin_trust"),
        label: text("Cloud service agency", "云服务委托"),
        help: text(
            "Lets CTS act for your account on OBS, LTS and KMS. The only value is cts_admin_trust; when it is sent, the service creates that agency if it is missing.",
            "授权 CTS 代表您的账号访问 OBS、LTS 和 KMS。取值只能为 cts_admin_trust；发送后如果委托不存在，服务会自动创建。",
        ),
        risk: Some(text(
            "Without the agency nothing is delivered.",
            "没有该委托，事件将无法转储。",
        )),
        ..PLAIN
    },
    Entry {
        member: Member::Status,
        name: "status",
        pointer: "/status",
        values: &["enabled", "disabled"],
        example: Some("enabled"),
        label: text("Status", "状态"),
        help: text(
            "enabled records and delivers. disabled stops both until the tracker is enabled again.",
            "enabled 表示记录并转储；disabled 表示停止记录和转储，直到再次启用。",
        ),
        risk: Some(text(
            "A disabled tracker leaves a gap in the audit trail.",
            "停用追踪器会使审计记录出现缺口。",
        )),
        ..PLAIN
    },
    Entry {
        member: Member::IsOrganizationTracker,
        name: "is_organization_tracker",
        pointer: "/is_organization_tracker",
        kind: Kind::Boolean,
        trackers: Trackers::System,
        default: Some("false"),
        label: text("Apply to my organization", "应用到我的组织"),
        help: text(
            "Delivers the records of all members of the organization for this region to the bucket or the log stream of this tracker. The event list does not show them.",
            "将组织内所有成员在当前区域的审计日志转储到该追踪器的 OBS 桶或日志流。事件列表不显示其他成员的日志。",
        ),
        risk: Some(text(
            "Needs the management account of the organization and CTS as a trusted service; only one tracker of an organization can have it.",
            "需要组织的管理账号，并将 CTS 设为可信服务；一个组织只能有一个这样的追踪器。",
        )),
        ..PLAIN
    },
    Entry {
        member: Member::ManagementEventSelector,
        name: "management_event_selector",
        pointer: "/management_event_selector",
        kind: Kind::Object,
        trackers: Trackers::System,
        label: text("Management event selector", "管理类事件选择器"),
        help: text(
            "Chooses which management events are left out of the transfer.",
            "选择哪些管理类事件不转储。",
        ),
        ..PLAIN
    },
    Entry {
        member: Member::ExcludeService,
        name: "exclude_service",
        pointer: "/management_event_selector/exclude_service",
        parent: Some(Member::ManagementEventSelector),
        kind: Kind::TextList,
        trackers: Trackers::System,
        values: &["KMS"],
        bounds: Some((1, 20)),
        items: Some((0, 10)),
        example: Some("KMS"),
        label: text("Excluded services", "不转储的云服务"),
        help: text(
            "Only KMS can be excluded. Its createDatakey events are then left out of the transfer; the user guide also names decryptDatakey. An empty list excludes nothing.",
            "目前只能排除 KMS，即不转储其 createDatakey 事件；用户指南还提到 decryptDatakey。空列表表示不排除。",
        ),
        ..PLAIN
    },
    Entry {
        member: Member::IsLtsEnabled,
        name: "is_lts_enabled",
        pointer: "/is_lts_enabled",
        kind: Kind::Boolean,
        label: text("Deliver to LTS (event analysis)", "转储到 LTS（事件分析）"),
        help: text(
            "Delivers the events to the log group CTS of the Log Tank Service, where they can be searched and analysed. LTS is charged separately.",
            "将事件转储到云日志服务的日志组 CTS，以便检索和分析。LTS 单独计费。",
        ),
        risk: Some(text(
            "Left out or false, a delivery that is on now can end.",
            "不填或填 false，可能会停止目前已开启的转储。",
        )),
        ..PLAIN
    },
    Entry {
        member: Member::ObsInfo,
        name: "obs_info",
        pointer: "/obs_info",
        kind: Kind::Object,
        label: text("Transfer to OBS", "转储到 OBS"),
        help: text(
            "The bucket that receives the trace files, and how they are stored there.",
            "接收事件文件的桶，以及文件的存储方式。",
        ),
        risk: Some(text(
            "Send it whole or not at all: a part of it may reset the rest.",
            "要么完整发送，要么不发送：只发送一部分可能会重置其余设置。",
        )),
        ..PLAIN
    },
    Entry {
        member: Member::BucketName,
        name: "bucket_name",
        pointer: "/obs_info/bucket_name",
        parent: Some(Member::ObsInfo),
        bounds: Some((3, 63)),
        pattern: Some("^[a-z0-9][a-z0-9.-]{2,62}$"),
        example: Some("audit-logs"),
        label: text("Transfer bucket", "转储桶名称"),
        help: text(
            "3 to 63 characters: lower-case letters, digits, - and full stops; a letter or digit first.",
            "3~63 个字符：小写字母、数字、- 和点号；以字母或数字开头。",
        ),
        risk: Some(text(
            "An empty name ends the transfer to OBS.",
            "名称为空会停止向 OBS 转储。",
        )),
        ..PLAIN
    },
    Entry {
        member: Member::FilePrefixName,
        name: "file_prefix_name",
        pointer: "/obs_info/file_prefix_name",
        parent: Some(Member::ObsInfo),
        bounds: Some((0, 64)),
        pattern: Some("^[0-9A-Za-z._-]{0,64}$"),
        example: Some("audit"),
        label: text("File prefix", "文件前缀"),
        help: text(
            "Begins the name of each trace file. At most 64 letters, digits, -, _ and full stops. Empty means no prefix.",
            "每个事件文件名的前缀。最多 64 个字母、数字、-、_ 和点号。为空表示没有前缀。",
        ),
        ..PLAIN
    },
    Entry {
        member: Member::IsObsCreated,
        name: "is_obs_created",
        pointer: "/obs_info/is_obs_created",
        parent: Some(Member::ObsInfo),
        kind: Kind::Boolean,
        label: text("Create the bucket", "新建桶"),
        help: text(
            "true creates a bucket of that name. false uses a bucket that exists.",
            "true 表示新建该名称的桶；false 表示使用已有的桶。",
        ),
        risk: Some(text(
            "Creating fails when the name is taken, also by a bucket of your own.",
            "如果名称已被占用（包括您自己的桶），新建会失败。",
        )),
        ..PLAIN
    },
    Entry {
        member: Member::BucketLifecycle,
        name: "bucket_lifecycle",
        pointer: "/obs_info/bucket_lifecycle",
        parent: Some(Member::ObsInfo),
        kind: Kind::Integer,
        trackers: Trackers::Data,
        numbers: &[30, 60, 90, 180, 1095],
        bounds: Some((0, 5000)),
        example: Some("180"),
        label: text("Retention in days", "保存天数"),
        help: text(
            "How long the bucket keeps objects: 30, 60, 90, 180 or 1095 days. The user guide advises at least 180.",
            "桶内对象的保存时间：30、60、90、180 或 1095 天。用户指南建议至少 180 天。",
        ),
        risk: Some(text(
            "CTS writes a lifecycle rule on the bucket; it deletes everything stored there after that time, not only trace files.",
            "CTS 会在桶上写入生命周期规则；到期后删除桶内的所有对象，而不只是事件文件。",
        )),
        ..PLAIN
    },
    Entry {
        member: Member::CompressType,
        name: "compress_type",
        pointer: "/obs_info/compress_type",
        parent: Some(Member::ObsInfo),
        values: &["gzip", "json"],
        default: Some("\"gzip\""),
        example: Some("gzip"),
        label: text("Compression", "压缩类型"),
        help: text(
            "gzip stores .json.gz files. json stores .json files without compression. The default is gzip.",
            "gzip 存储为 .json.gz 文件；json 存储为不压缩的 .json 文件。默认为 gzip。",
        ),
        ..PLAIN
    },
    Entry {
        member: Member::IsSortByService,
        name: "is_sort_by_service",
        pointer: "/obs_info/is_sort_by_service",
        parent: Some(Member::ObsInfo),
        kind: Kind::Boolean,
        default: Some("true"),
        label: text("Folders by service", "路径按云服务划分"),
        help: text(
            "Adds the name of the cloud service to the path of each file. The default of the interface is true; the console advises to leave it off, as it makes many small files.",
            "在每个文件的路径中加入云服务名。接口默认为 true；控制台建议关闭，因为会产生大量小文件。",
        ),
        ..PLAIN
    },
    Entry {
        member: Member::IsSupportTraceFilesEncryption,
        name: "is_support_trace_files_encryption",
        pointer: "/is_support_trace_files_encryption",
        kind: Kind::Boolean,
        trackers: Trackers::System,
        label: text("Encrypt trace files", "加密事件文件"),
        help: text(
            "Encrypts the trace files in the transfer bucket with a KMS key. The key id must be sent together with it.",
            "使用 KMS 密钥加密转储桶中的事件文件。必须同时发送密钥 ID。",
        ),
        risk: Some(text(
            "When the key is disabled or deleted later, old files can no longer be read.",
            "以后停用或删除密钥，旧文件将无法读取。",
        )),
        ..PLAIN
    },
    Entry {
        member: Member::KmsId,
        name: "kms_id",
        pointer: "/kms_id",
        trackers: Trackers::System,
        required: Required::WithEncryption,
        bounds: Some((0, 200)),
        pattern: Some("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"),
        example: Some("13a4207c-7abe-4b68-8510-16b84c3b5504"),
        label: text("KMS key id", "KMS 密钥 ID"),
        help: text(
            "The id of an enabled key of this region, 36 characters such as 13a4207c-7abe-4b68-8510-16b84c3b5504. An alias or a name is not accepted.",
            "本区域中已启用密钥的 ID，36 个字符，例如 13a4207c-7abe-4b68-8510-16b84c3b5504。不接受别名或名称。",
        ),
        ..PLAIN
    },
    Entry {
        member: Member::IsSupportValidate,
        name: "is_support_validate",
        pointer: "/is_support_validate",
        kind: Kind::Boolean,
        trackers: Trackers::Disputed,
        label: text("Verify trace files", "校验事件文件"),
        help: text(
            "Writes digest files beside the trace files, so that a changed or deleted file is found.",
            "在事件文件旁写入摘要文件，以便发现文件被修改或删除。",
        ),
        ..PLAIN
    },
    Entry {
        member: Member::DataBucket,
        name: "data_bucket",
        pointer: "/data_bucket",
        kind: Kind::Object,
        trackers: Trackers::Data,
        required: Required::WithStatus,
        label: text("Tracked bucket", "追踪桶配置"),
        help: text(
            "The bucket whose objects are watched, and the operations that are recorded.",
            "被追踪的桶，以及要记录的操作。",
        ),
        ..PLAIN
    },
    Entry {
        member: Member::DataBucketName,
        name: "data_bucket_name",
        pointer: "/data_bucket/data_bucket_name",
        parent: Some(Member::DataBucket),
        trackers: Trackers::Data,
        required: Required::WithStatus,
        bounds: Some((3, 63)),
        pattern: Some("^[a-z0-9][a-z0-9.-]{2,62}$"),
        example: Some("orders"),
        label: text("Tracked bucket name", "追踪桶名称"),
        help: text(
            "The bucket the tracker was created with. It is required when the tracker is switched on or off.",
            "创建追踪器时指定的桶。启用或停用追踪器时必填。",
        ),
        risk: Some(text(
            "It cannot be changed: another bucket needs another tracker.",
            "创建后无法修改：追踪其他桶需要另建追踪器。",
        )),
        ..PLAIN
    },
    Entry {
        member: Member::DataEvent,
        name: "data_event",
        pointer: "/data_bucket/data_event",
        parent: Some(Member::DataBucket),
        kind: Kind::TextList,
        trackers: Trackers::Data,
        required: Required::WithStatus,
        values: &["WRITE", "READ"],
        items: Some((1, 2)),
        label: text("Recorded operations", "记录的操作"),
        help: text(
            "READ records the reading of objects, WRITE the writing. At least one is needed when the tracker is switched on or off.",
            "READ 记录对象的读取，WRITE 记录对象的写入。启用或停用追踪器时至少选择一项。",
        ),
        risk: Some(text(
            "One operation on one bucket can belong to one tracker only.",
            "同一个桶的同一种操作只能属于一个追踪器。",
        )),
        ..PLAIN
    },
];
