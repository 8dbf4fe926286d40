//! Codes of CTS itself, as its version 3 writes them.

use super::{Row, row};
use crate::answer::verdict::Retry;
use crate::table::Member;
use crate::text::{Text, text};

const NOTIFICATIONS: Text = text(
    "Only the calls for notifications answer this. Check that the answer is one to the tracker update.",
    "只有关键事件通知相关接口会返回该错误码。请确认这是修改追踪器接口的响应。",
);

pub(super) static ROWS: [Row; 45] = [
    row(
        1,
        400,
        text(
            "A service that CTS needs failed: identity (IAM) or object storage (OBS). The request itself was not judged wrong.",
            "CTS 依赖的服务（IAM 或 OBS）异常，并不表示请求本身有误。",
        ),
        text(
            "Wait and send it again. If it stays, open a service ticket with the request id.",
            "请稍后重新发送；如果持续出现，请携带请求 ID 提交工单。",
        ),
    )
    .retry(Retry::AfterWaiting),
    row(
        2,
        403,
        text(
            "The credential does not count for CTS, or lacks a permission.",
            "凭证对 CTS 无效，或者缺少权限。",
        ),
        text(
            "Check the credential, its project and the permission cts:tracker:update.",
            "请检查凭证、所属项目以及权限 cts:tracker:update。",
        ),
    ),
    row(
        3,
        400,
        text(
            "The body is missing, is not JSON, or has the wrong form.",
            "请求体为空、不是 JSON，或者结构不正确。",
        ),
        text(
            "Send one JSON object in UTF-8 with members of the documented types.",
            "请发送一个 UTF-8 编码的 JSON 对象，各参数使用文档规定的类型。",
        ),
    ),
    row(
        4,
        500,
        text("CTS could not store the change.", "CTS 无法保存修改。"),
        text(
            "Read the tracker back before you try again. Open a service ticket with the request id.",
            "重试之前请先查询追踪器，并携带请求 ID 提交工单。",
        ),
    ),
    row(
        5,
        500,
        text("CTS could not read what it has stored.", "CTS 无法读取已保存的数据。"),
        text(
            "Read the tracker back, and open a service ticket with the request id.",
            "请查询追踪器，并携带请求 ID 提交工单。",
        ),
    ),
    row(
        12,
        403,
        text(
            "The project id of the path is wrong, or is not one that the caller may use.",
            "路径中的项目 ID 不正确，或者调用者无权使用该项目。",
        ),
        text(
            "Check the project id, and that the project belongs to the region of the address.",
            "请检查项目 ID，并确认该项目属于终端节点所在的区域。",
        ),
    )
    .on(&[Member::ProjectId]),
    row(
        13,
        403,
        text(
            "No role or policy of the caller allows this.",
            "调用者没有允许该操作的角色或策略。",
        ),
        text(
            "Ask for the permission cts:tracker:update or the role CTS FullAccess, and for the OBS, LTS and KMS permissions that the change needs.",
            "请申请权限 cts:tracker:update 或角色 CTS FullAccess，以及修改所需的 OBS、LTS 和 KMS 权限。",
        ),
    ),
    row(
        56,
        400,
        text(
            "The LTS log group or log stream of the tracker could not be created.",
            "无法为追踪器创建 LTS 日志组或日志流。",
        ),
        text(
            "Check LTS and its quotas and try again, or switch the delivery to LTS off.",
            "请检查 LTS 及其配额后重试，或者关闭到 LTS 的转储。",
        ),
    )
    .on(&[Member::IsLtsEnabled]),
    row(
        100,
        404,
        text(
            "The address asks for a list of API versions, which CTS does not have.",
            "请求地址查询的是 API 版本列表，CTS 不支持该查询。",
        ),
        text("Use the path /v3/{project_id}/tracker.", "请使用路径 /v3/{project_id}/tracker。"),
    ),
    row(
        200,
        400,
        text(
            "There are as many trackers as the quota allows.",
            "追踪器数量已达到配额上限。",
        ),
        text(
            "Delete a tracker that is no longer needed, or use an existing one. An update does not create one.",
            "请删除不再需要的追踪器，或者使用已有的追踪器。修改操作不会新建追踪器。",
        ),
    )
    .retry(Retry::AfterAccess),
    row(
        201,
        400,
        text("The management tracker exists already.", "管理类追踪器已经存在。"),
        text(
            "Update it with PUT instead of creating it.",
            "请用 PUT 修改它，而不是创建。",
        ),
    ),
    row(
        202,
        400,
        text(
            "tracker_type is missing, or is neither system nor data.",
            "缺少 tracker_type，或者其值不是 system 或 data。",
        ),
        text("Send system or data in lower case.", "请填写小写的 system 或 data。"),
    )
    .on(&[Member::TrackerType]),
    row(
        203,
        400,
        text("tracker_name breaks the naming rule.", "tracker_name 不符合命名规则。"),
        text(
            "Use letters, digits, - and _, with a letter or digit first, and at most 32 characters. Newer editions allow 64.",
            "请使用字母、数字、- 和 _，以字母或数字开头，最多 32 个字符（较新的版本允许 64 个）。",
        ),
    )
    .on(&[Member::TrackerName]),
    row(
        204,
        400,
        text(
            "A management tracker has another name than system.",
            "管理类追踪器的名称不是 system。",
        ),
        text("Set tracker_name to system.", "请将 tracker_name 设为 system。"),
    )
    .on(&[Member::TrackerName]),
    row(
        205,
        400,
        text("status is neither enabled nor disabled.", "status 的值不是 enabled 或 disabled。"),
        text(
            "Send enabled or disabled. Some regions may insist on the member.",
            "请填写 enabled 或 disabled。部分区域可能要求必须携带该参数。",
        ),
    )
    .on(&[Member::Status]),
    row(
        206,
        400,
        text(
            "The body has data_bucket although the tracker is a management tracker.",
            "管理类追踪器的请求体中带有 data_bucket。",
        ),
        text("Leave data_bucket out.", "请去掉 data_bucket。"),
    )
    .on(&[Member::DataBucket]),
    row(
        207,
        400,
        text(
            "A data tracker must not be called system or system-trace.",
            "数据类追踪器的名称不能是 system 或 system-trace。",
        ),
        text(
            "Use the name that the data tracker was created with.",
            "请填写创建该数据类追踪器时使用的名称。",
        ),
    )
    .on(&[Member::TrackerName]),
    row(
        208,
        400,
        text("A tracker of this name exists already.", "该名称的追踪器已经存在。"),
        text("Update that tracker, or choose another name.", "请修改该追踪器，或者换一个名称。"),
    )
    .on(&[Member::TrackerName]),
    row(
        209,
        400,
        text(
            "Another data tracker records the same operation on the same bucket.",
            "另一个数据类追踪器已经在追踪同一个桶的同类操作。",
        ),
        text(
            "Change data_event, or change the other tracker first.",
            "请修改 data_event，或者先修改另一个追踪器。",
        ),
    )
    .on(&[Member::DataEvent]),
    row(
        210,
        400,
        text(
            "data_bucket_name is missing or empty.",
            "缺少 data_bucket_name，或者其值为空。",
        ),
        text("Send the name of the tracked bucket.", "请填写被追踪桶的名称。"),
    )
    .on(&[Member::DataBucketName]),
    row(
        211,
        400,
        text("The tracked bucket does not exist.", "被追踪的桶不存在。"),
        text(
            "Check the name and the region of the bucket.",
            "请检查桶名称以及桶所在的区域。",
        ),
    )
    .on(&[Member::DataBucketName]),
    row(
        212,
        400,
        text(
            "The tracked bucket differs from the one that the tracker was created with. It can never be changed.",
            "被追踪的桶与创建追踪器时的桶不同。该桶创建后不能修改。",
        ),
        text(
            "Send the original bucket, or create another tracker.",
            "请填写原来的桶名称，或者另建一个追踪器。",
        ),
    )
    .on(&[Member::DataBucketName]),
    row(
        213,
        400,
        text(
            "The transfer bucket is a bucket that a data tracker records.",
            "转储桶是某个数据类追踪器正在追踪的桶。",
        ),
        text("Choose another transfer bucket.", "请选择其他桶作为转储桶。"),
    )
    .on(&[Member::BucketName]),
    row(
        214,
        404,
        text(
            "The project has no tracker of this name and type.",
            "项目中没有该名称和类型的追踪器。",
        ),
        text(
            "List the trackers, then check region, project, type and name.",
            "请查询追踪器列表，并检查区域、项目、类型和名称。",
        ),
    )
    .on(&[Member::TrackerName]),
    row(
        215,
        400,
        text(
            "A new bucket was asked for, but the name is taken. Bucket names are unique across all accounts.",
            "请求新建桶，但桶名称已被占用。桶名称在所有账号中唯一。",
        ),
        text(
            "Choose another name, or set is_obs_created to false to use the bucket that exists.",
            "请换一个名称，或者将 is_obs_created 设为 false 以使用已有的桶。",
        ),
    )
    .on(&[Member::BucketName, Member::IsObsCreated]),
    row(
        216,
        400,
        text("The transfer bucket could not be created.", "无法创建转储桶。"),
        text(
            "Check the OBS permissions and the bucket quota. Open a service ticket if both are fine.",
            "请检查 OBS 权限和桶配额；如果都正常，请提交工单。",
        ),
    )
    .on(&[Member::BucketName])
    .retry(Retry::AfterAccess),
    row(
        217,
        400,
        text(
            "The retention could not be set on the transfer bucket.",
            "无法在转储桶上设置存储周期。",
        ),
        text(
            "Check the permission obs:bucket:PutLifecycleConfiguration and the rules that the bucket has already.",
            "请检查权限 obs:bucket:PutLifecycleConfiguration 以及桶上已有的生命周期规则。",
        ),
    )
    .on(&[Member::BucketLifecycle])
    .retry(Retry::AfterAccess),
    row(
        218,
        400,
        text("file_prefix_name breaks its rule.", "file_prefix_name 不符合规则。"),
        text(
            "Use at most 64 letters, digits, -, _ and full stops.",
            "请使用字母、数字、-、_ 和 .，最多 64 个字符。",
        ),
    )
    .on(&[Member::FilePrefixName]),
    row(
        219,
        400,
        text("data_event is missing or empty.", "缺少 data_event，或者其值为空。"),
        text("Send READ, WRITE or both.", "请填写 READ、WRITE 或两者。"),
    )
    .on(&[Member::DataEvent]),
    row(
        220,
        400,
        text("This region does not offer encryption.", "该区域不支持事件文件加密。"),
        text(
            "Set is_support_trace_files_encryption to false.",
            "请将 is_support_trace_files_encryption 设为 false。",
        ),
    )
    .on(&[Member::IsSupportTraceFilesEncryption]),
    row(
        221,
        400,
        text(
            "Encryption is on, but kms_id is missing or empty.",
            "已打开加密，但缺少 kms_id 或其值为空。",
        ),
        text("Send the id of the key.", "请填写密钥 ID。"),
    )
    .on(&[Member::KmsId]),
    row(
        222,
        400,
        text(
            "The key is unknown, is not enabled, or cannot be seen by CTS.",
            "密钥不存在、未启用，或者 CTS 无法查看。",
        ),
        text(
            "Check the key id, its region, project and state, and the permission kms:cmk:list.",
            "请检查密钥 ID 及其区域、项目和状态，以及权限 kms:cmk:list。",
        ),
    )
    .on(&[Member::KmsId]),
    row(
        225,
        400,
        text(
            "data_event has a value other than READ and WRITE.",
            "data_event 含有 READ 和 WRITE 以外的值。",
        ),
        text("Send READ, WRITE or both in capitals.", "请填写大写的 READ、WRITE 或两者。"),
    )
    .on(&[Member::DataEvent]),
    row(
        228,
        400,
        text(
            "CTS is not a trusted service of the organization.",
            "CTS 不是该组织的可信服务。",
        ),
        text(
            "Make CTS a trusted service in the Organizations console, then send the request again.",
            "请在组织控制台将 CTS 启用为可信服务，然后重新发送。",
        ),
    )
    .on(&[Member::IsOrganizationTracker])
    .retry(Retry::AfterAccess),
    row(
        229,
        400,
        text(
            "Another tracker is already the one of the organization.",
            "组织中已经有另一个应用到组织的追踪器。",
        ),
        text(
            "Switch is_organization_tracker off at the other tracker first.",
            "请先关闭另一个追踪器的 is_organization_tracker。",
        ),
    )
    .on(&[Member::IsOrganizationTracker])
    .retry(Retry::AfterAccess),
    row(
        231,
        400,
        text("A bucket name breaks the rule of CTS.", "桶名称不符合 CTS 的规则。"),
        text(
            "Use 3 to 63 lower-case letters, digits, - and full stops, with a letter or digit first. OBS itself is stricter.",
            "请使用 3 到 63 个小写字母、数字、- 和 .，以字母或数字开头。OBS 自身的规则更严格。",
        ),
    )
    .on(&[Member::BucketName, Member::DataBucketName]),
    row(
        300,
        400,
        text(
            "A query for records failed inside the service.",
            "服务内部查询事件失败。",
        ),
        text("Try again later.", "请稍后重试。"),
    )
    .retry(Retry::AfterWaiting),
    row(400, 400, text("The name of a notification is taken.", "通知名称已被占用。"), NOTIFICATIONS),
    row(
        401,
        400,
        text("The operations of a notification are wrong.", "通知的操作列表不正确。"),
        NOTIFICATIONS,
    ),
    row(
        402,
        400,
        text("The SMN topic of a notification does not exist.", "通知使用的 SMN 主题不存在。"),
        NOTIFICATIONS,
    ),
    row(403, 404, text("The notification does not exist.", "通知不存在。"), NOTIFICATIONS),
    row(
        404,
        400,
        text(
            "The state of a notification could not be set; its topic may be wrong.",
            "无法设置通知的状态，其主题可能不正确。",
        ),
        NOTIFICATIONS,
    ),
    row(
        407,
        400,
        text(
            "There are as many notifications as the quota allows.",
            "通知数量已达到配额上限。",
        ),
        NOTIFICATIONS,
    ),
    row(
        410,
        400,
        text(
            "The type of a notification is something other than smn.",
            "通知类型不是 smn。",
        ),
        NOTIFICATIONS,
    ),
    row(411, 400, text("The name of a notification is wrong.", "通知名称不正确。"), NOTIFICATIONS),
];
