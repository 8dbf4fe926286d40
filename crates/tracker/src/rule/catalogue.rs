//! The rules with their texts, in the order of the documentation.

use super::{Evidence, RuleEntry, Severity};
use crate::table::Trackers;
use crate::text::text;

/// Declares the rules: the enumeration, the list of all and the entries, in one order.
macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident $code:literal $severity:ident $trackers:ident $evidence:ident
        [$($server:literal),*] $en:literal $zh:literal;)*) => {
        /// A rule of the request. What each one says is in its [`RuleEntry`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Rule {
            $($(#[$doc])* $rule,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$rule),*];
        }

        pub(super) static ENTRIES: [RuleEntry; Rule::ALL.len()] = [
            $(RuleEntry {
                code: $code,
                severity: Severity::$severity,
                trackers: Trackers::$trackers,
                server_codes: &[$($server),*],
                evidence: Evidence::$evidence,
                message: text($en, $zh),
            },)*
        ];
    };
}

rules! {
    /// At `/path/project_id`: project id empty or an unreplaced placeholder.
    ProjectIdRequired "project-id-required" Error Both Documented ["APIGW.0101", "CTS.0012"]
        "Enter the project id. It is part of the path."
        "请填写项目 ID，它是请求路径的一部分。";
    /// At `/path/project_id`: not 32 characters 0-9 a-f.
    ProjectIdFormat "project-id-format" Warning Both Sdk ["CTS.0012"]
        "A project id normally has 32 characters 0-9 a-f. Check that this is not an account id, a user id or a region name."
        "项目 ID 通常由 32 个字符 0-9 a-f 组成。请确认填写的不是账号 ID、用户 ID 或区域名称。";
    /// At `/region`: region id not in the list of the SDK.
    RegionKnown "region-known" Warning Both Sdk []
        "The region {value} is not in the published list. Make sure that its endpoint is right."
        "区域 {value} 不在已公布的列表中。请确认其终端节点正确。";
    /// At the body: text is not one JSON value.
    BodySyntax "body-syntax" Error Both ErrorTable ["CTS.0003"]
        "The body is not valid JSON: {reason}."
        "请求体不是有效的 JSON：{reason}。";
    /// At the body: top level is not an object.
    BodyNotObject "body-not-object" Error Both ErrorTable ["CTS.0003"]
        "The body must be a JSON object in braces."
        "请求体必须是花括号中的 JSON 对象。";
    /// At the body: no body, or `{}`.
    BodyEmpty "body-empty" Error Both ErrorTable ["CTS.0003"]
        "The body is empty. At least tracker_type and tracker_name are needed."
        "请求体为空。至少需要 tracker_type 和 tracker_name。";
    /// At any member: a member name occurs twice in one object.
    BodyDuplicateMember "body-duplicate-member" Error Both Inference []
        "The member {name} occurs twice in this object. Readers differ on which one counts: remove one."
        "成员 {name} 在此对象中出现了两次。不同的程序会采用不同的一个：请删除其中一个。";
    /// At the body: more than 12 MB.
    BodyTooLarge "body-too-large" Error Both Documented ["APIGW.0201"]
        "The body has more than 12 MB. The gateway refuses it."
        "请求体超过 12 MB，网关会拒绝。";
    /// At any member: member is not in the reference.
    UnknownMember "unknown-member" Warning Both Client []
        "{name} is not a member of this request. The service most likely ignores it, so a spelling mistake does nothing without a word."
        "{name} 不是此请求的成员。服务很可能会忽略它，拼写错误也就不会有任何提示。";
    /// At any member: member value is null.
    NullMember "null-member" Warning Both Sdk []
        "null is not a documented value. Leave {name} out or give it a value."
        "null 不是文档中的取值。请删除 {name} 或为其赋值。";
    /// At any member: string for boolean, string for integer, fraction for integer, scalar for array, and so on.
    WrongJsonType "wrong-json-type" Error Both Documented ["CTS.0003"]
        "{name} must be {expected}."
        "{name} 必须是{expected}。";
    /// At `/obs_info/bucket_lifecycle`: number with a fraction, an exponent, or outside 32 bits.
    NumberNotInteger "number-not-integer" Error Data Sdk ["CTS.0003"]
        "Enter a whole number of days with digits only."
        "请填写整数天数，只使用数字。";
    /// At `/tracker_type`: member absent.
    TrackerTypeRequired "tracker-type-required" Error Both Documented ["CTS.0202"]
        "Choose the tracker type: system or data."
        "请选择追踪器类型：system 或 data。";
    /// At `/tracker_type`: not exactly system or data.
    TrackerTypeEnum "tracker-type-enum" Error Both Documented ["CTS.0202"]
        "{value} is not a tracker type. Use system or data, in lower case."
        "{value} 不是追踪器类型。请使用小写的 system 或 data。";
    /// At `/tracker_name`: member absent or empty.
    TrackerNameRequired "tracker-name-required" Error Both Documented ["CTS.0203"]
        "Enter the tracker name. Both tracker types need it."
        "请填写追踪器名称。两种类型都必填。";
    /// At `/tracker_name`: `tracker_type` is system and name is not system.
    TrackerNameSystem "tracker-name-system" Error System Documented ["CTS.0204"]
        "The management tracker is always called system."
        "管理类追踪器的名称只能是 system。";
    /// At `/tracker_name`: `tracker_type` is data and name is system or system-trace.
    TrackerNameReserved "tracker-name-reserved" Error Data ErrorTable ["CTS.0207"]
        "{value} is a reserved name. Enter the name of the data tracker."
        "{value} 是保留名称。请填写数据类追踪器的名称。";
    /// At `/tracker_name`: does not match the pattern.
    TrackerNameFormat "tracker-name-format" Error Data Documented ["CTS.0203"]
        "Use letters, digits, - and _ only, and begin with a letter or digit."
        "只能使用字母、数字、- 和 _，并以字母或数字开头。";
    /// At `/tracker_name`: more than 64 characters.
    TrackerNameTooLong "tracker-name-too-long" Error Data Sdk ["CTS.0203"]
        "The name has {length} characters. At most 64 are possible."
        "名称有 {length} 个字符，最多 64 个。";
    /// At `/tracker_name`: 33 to 64 characters.
    TrackerNameLong "tracker-name-long" Warning Data Documented ["CTS.0203"]
        "The name has {length} characters. The user guide says 32 at most; the API definition was raised to 64 in July 2024."
        "名称有 {length} 个字符。用户指南规定最多 32 个；API 定义在 2024 年 7 月提高到 64 个。";
    /// At `/tracker_type` or `/tracker_name`: name is system but type is data, or type is system and data-only members are set.
    TrackerNameTypeMismatch "tracker-name-type-mismatch" Warning Data Inference []
        "system is the name of the management tracker. Perhaps tracker_type should be system."
        "system 是管理类追踪器的名称。tracker_type 也许应为 system。";
    /// At `/status`: present and not exactly enabled or disabled.
    StatusEnum "status-enum" Error Both Documented ["CTS.0205"]
        "{value} is not a status. Use enabled or disabled."
        "{value} 不是有效状态。请使用 enabled 或 disabled。";
    /// At `/status`: status is disabled.
    StatusDisabled "status-disabled" Warning Both Documented []
        "The tracker stops recording and delivering until it is enabled again."
        "追踪器将停止记录和转储，直到再次启用。";
    /// At `/status`: status disabled together with other members.
    StatusWithChanges "status-with-changes" Info Both Client []
        "Clients disagree on whether settings sent together with disabled take effect. Change them first and disable in a request of its own."
        "与 disabled 一起发送的设置是否生效，各客户端说法不一。建议先修改设置，再单独发送停用请求。";
    /// At `/status`: member absent.
    StatusOmitted "status-omitted" Info Both ErrorTable ["CTS.0205"]
        "status is left out. An older edition calls it required: send it if the answer is CTS.0205."
        "未填写 status。旧版文档称其为必填：如果返回 CTS.0205，请填写。";
    /// At `/agency_name`: present and not `cts_admin_trust`.
    AgencyNameEnum "agency-name-enum" Error Both Documented []
        "{value} is not possible. The only value is cts_admin_trust."
        "不能使用 {value}，取值只能是 cts_admin_trust。";
    /// At `/agency_name`: transfer, LTS or encryption is on and the member is absent.
    AgencyNameMissing "agency-name-missing" Warning Both Client []
        "Without the agency CTS cannot deliver. Send agency_name, and the service creates the agency if it is missing."
        "没有委托，CTS 无法转储。请填写 agency_name，委托不存在时服务会自动创建。";
    /// At `/is_organization_tracker`: true with `tracker_type` data.
    OrganizationOnData "organization-on-data" Error Data Documented []
        "Only the management tracker can serve an organization."
        "只有管理类追踪器可以应用到组织。";
    /// At `/is_organization_tracker`: true.
    OrganizationPrerequisites "organization-prerequisites" Warning System ErrorTable ["CTS.0228", "CTS.0229"]
        "Needs the management account of the organization, CTS as a trusted service, and no other tracker with this switch. Records of the members are delivered but not listed."
        "需要组织的管理账号、将 CTS 设为可信服务，并且没有其他追踪器开启此项。成员的日志会转储，但不在事件列表中显示。";
    /// At `/management_event_selector`: present with `tracker_type` data.
    SelectorOnData "selector-on-data" Warning Data Inference []
        "The selector concerns management events only. A data tracker has none."
        "事件选择器只针对管理类事件，数据类追踪器没有。";
    /// At `/management_event_selector/exclude_service`: an item other than KMS.
    ExcludeServiceEnum "exclude-service-enum" Error System Documented []
        "{value} cannot be excluded. Only KMS can."
        "不能排除 {value}，只能排除 KMS。";
    /// At `/management_event_selector/exclude_service`: more than 10 items, or an item of 0 or more than 20 characters.
    ExcludeServiceSize "exclude-service-size" Error System Sdk ["CTS.0003"]
        "At most 10 services of 1 to 20 characters each can be listed."
        "最多列出 10 个云服务，每个 1~20 个字符。";
    /// At `/management_event_selector/exclude_service`: an item occurs twice.
    ExcludeServiceDuplicate "exclude-service-duplicate" Warning System Inference []
        "{value} is listed already."
        "{value} 已在列表中。";
    /// At `/management_event_selector/exclude_service`: KMS listed.
    ExcludeServiceEffect "exclude-service-effect" Info System Documented []
        "The events of KMS for creating data keys are left out of the transfer. The user guide also names the event for decrypting them."
        "KMS 创建数据密钥的事件将不会转储。用户指南还提到解密数据密钥的事件。";
    /// At `/is_lts_enabled`: false, or absent, while it is on now.
    LtsOff "lts-off" Warning Both Client []
        "Delivery to LTS ends. It is on now, and the member is taken for off when it is left out."
        "向 LTS 的转储将停止。目前已开启，不填写该成员会被视为关闭。";
    /// At `/is_lts_enabled`: true.
    LtsOn "lts-on" Info Both Documented []
        "The log group CTS and a log stream for the tracker are created in LTS, which is charged separately."
        "将在 LTS 中创建日志组 CTS 和该追踪器的日志流，LTS 单独计费。";
    /// At `/is_support_validate`: true with `tracker_type` data.
    ValidateOnData "validate-on-data" Info Data Sdk []
        "The page of the interface lists this member for both types; the API definition says management trackers only."
        "接口页面将此成员列为两种类型共有；API 定义则只列为管理类追踪器的成员。";
    /// At `/is_support_validate`: true and no transfer bucket in the request.
    ValidateWithoutBucket "validate-without-bucket" Warning Both Client []
        "Digest files go to the transfer bucket, and this request names none."
        "摘要文件存放在转储桶中，而此请求没有转储桶。";
    /// At `/kms_id`: `is_support_trace_files_encryption` true and `kms_id` absent or empty.
    KmsKeyRequired "kms-key-required" Error System Documented ["CTS.0221"]
        "Enter the key id. It is needed when encryption is on."
        "请填写密钥 ID。开启加密时必填。";
    /// At `/kms_id`: `kms_id` not empty and the switch absent or false.
    KmsKeyWithoutSwitch "kms-key-without-switch" Warning System Documented []
        "The key has no effect unless is_support_trace_files_encryption is true. Send both together."
        "is_support_trace_files_encryption 为 true 时密钥才会生效。请同时填写两者。";
    /// At `/kms_id`: not empty and not 36 characters in the UUID layout.
    KmsKeyFormat "kms-key-format" Warning System Sdk ["CTS.0222"]
        "A key id has 36 characters, such as 13a4207c-7abe-4b68-8510-16b84c3b5504. An alias or a name is not accepted."
        "密钥 ID 为 36 个字符，例如 13a4207c-7abe-4b68-8510-16b84c3b5504。不接受别名或名称。";
    /// At `/kms_id`: more than 200 characters.
    KmsKeyTooLong "kms-key-too-long" Error System Sdk ["CTS.0222"]
        "The key id has {length} characters. At most 200 are possible."
        "密钥 ID 有 {length} 个字符，最多 200 个。";
    /// At `/kms_id`: leading or trailing white space.
    KmsKeyPadding "kms-key-padding" Error System Inference ["CTS.0222"]
        "Remove the white space around the key id."
        "请删除密钥 ID 前后的空白字符。";
    /// At `/is_support_trace_files_encryption` or `/kms_id`: switch true or key given with `tracker_type` data.
    EncryptionOnData "encryption-on-data" Error Data Documented []
        "Encryption by CTS exists for the management tracker only."
        "只有管理类追踪器支持 CTS 加密。";
    /// At `/is_support_trace_files_encryption`: true and no transfer bucket in the request.
    EncryptionWithoutBucket "encryption-without-bucket" Warning System Client []
        "Encryption concerns files in the transfer bucket, and this request names none."
        "加密针对转储桶中的文件，而此请求没有转储桶。";
    /// At `/is_support_trace_files_encryption`: false while it is on now.
    EncryptionOff "encryption-off" Info System Inference []
        "New files will be written without the key. Encryption is on now."
        "新文件将不再使用密钥加密。目前已开启加密。";
    /// At `/obs_info`: `{}`.
    ObsInfoEmptyObject "obs-info-empty-object" Error Both Report []
        "An empty obs_info wiped the transfer settings in a report from the field. Leave it out or send it whole."
        "有用户报告空的 obs_info 会清除转储设置。请删除它或完整填写。";
    /// At `/obs_info`: `bucket_name` absent but other members of `obs_info` present.
    ObsInfoPartial "obs-info-partial" Warning Both Report []
        "obs_info has no bucket_name. A part of obs_info may reset the rest: send it whole."
        "obs_info 中没有 bucket_name。只发送一部分可能会重置其余设置：请完整填写。";
    /// At `/obs_info/bucket_name`: empty string.
    ObsBucketEmptyStopsTransfer "obs-bucket-empty-stops-transfer" Warning Both Client []
        "An empty bucket name ends the transfer to OBS."
        "桶名称为空会停止向 OBS 转储。";
    /// At `/obs_info/bucket_name`: 1, 2 or more than 63 characters.
    ObsBucketNameLength "obs-bucket-name-length" Error Both Documented ["CTS.0231"]
        "A bucket name has 3 to 63 characters. This one has {length}."
        "桶名称长度为 3~63 个字符，当前为 {length} 个。";
    /// At `/obs_info/bucket_name`: character other than a-z 0-9 -.
    ObsBucketNameCharset "obs-bucket-name-charset" Error Both Documented ["CTS.0231"]
        "Use lower-case letters, digits, - and full stops only."
        "只能使用小写字母、数字、- 和点号。";
    /// At `/obs_info/bucket_name`: first character not a-z 0-9.
    ObsBucketNameStart "obs-bucket-name-start" Error Both Documented ["CTS.0231"]
        "Begin with a lower-case letter or a digit."
        "请以小写字母或数字开头。";
    /// At `/obs_info/bucket_name`: last character - or.
    ObsBucketNameEnd "obs-bucket-name-end" Warning Both Documented ["CTS.0231", "CTS.0211", "CTS.0216"]
        "OBS allows no bucket name that ends with - or a full stop, so there cannot be such a bucket."
        "OBS 不允许桶名称以 - 或点号结尾，因此不可能存在这样的桶。";
    /// At `/obs_info/bucket_name`: contains .. or .- or -.
    ObsBucketNameDots "obs-bucket-name-dots" Warning Both Documented ["CTS.0216"]
        "OBS allows no bucket name with two full stops in a row or a full stop beside a hyphen."
        "OBS 不允许桶名称中有连续的点号，也不允许点号与连字符相邻。";
    /// At `/obs_info/bucket_name`: four decimal numbers 0-255 joined by full stops.
    ObsBucketNameIp "obs-bucket-name-ip" Warning Both Documented ["CTS.0216"]
        "OBS allows no bucket name in the form of an IP address."
        "OBS 不允许桶名称为 IP 地址的形式。";
    /// At `/obs_info/bucket_name`: contains a full stop.
    ObsBucketNameDotTls "obs-bucket-name-dot-tls" Info Both Documented []
        "A bucket name with a full stop causes certificate errors when the bucket is addressed by host name."
        "带点号的桶名称在以域名方式访问时会出现证书错误。";
    /// At `/obs_info/is_obs_created`: true and `bucket_name` absent or empty.
    ObsCreateNeedsName "obs-create-needs-name" Error Both Inference ["CTS.0231"]
        "Enter the name of the bucket to create."
        "请填写要新建的桶的名称。";
    /// At `/obs_info/is_obs_created`: true.
    ObsCreateExisting "obs-create-existing" Warning Both ErrorTable ["CTS.0215"]
        "Creating fails when the name is taken, also by a bucket of your own. Use false on later updates."
        "如果名称已被占用（包括您自己的桶），新建会失败。以后修改时请使用 false。";
    /// At `/obs_info/is_obs_created`: absent while `bucket_name` is given.
    ObsCreateOmitted "obs-create-omitted" Info Both Client []
        "is_obs_created is left out. Other clients take the bucket for an existing one: say so with false."
        "未填写 is_obs_created。其他客户端会视为已有的桶：请用 false 明确说明。";
    /// At `/obs_info/bucket_name`: transfer bucket given.
    ObsBucketRegion "obs-bucket-region" Info Both Documented []
        "Older documents allow only a bucket of the same region and of the Standard storage class."
        "旧文档只允许使用同一区域的标准存储桶。";
    /// At `/obs_info/bucket_name`: transfer bucket given.
    ObsBucketOtherAccount "obs-bucket-other-account" Info Both Documented []
        "A bucket of another account needs a bucket policy for the agency of this account, and must not use SSE-KMS with the default key."
        "使用其他账号的桶时，需要为本账号的委托配置桶策略，并且不能使用默认密钥的 SSE-KMS。";
    /// At `/obs_info/bucket_name` or `/data_bucket/data_bucket_name`: both names given and equal.
    TransferIsTrackedBucket "transfer-is-tracked-bucket" Error Data ErrorTable ["CTS.0213"]
        "A bucket cannot be tracked and receive the trace files at the same time. Choose another transfer bucket."
        "同一个桶不能既被追踪又接收事件文件。请选择其他转储桶。";
    /// At `/obs_info/file_prefix_name`: character other than letters, digits, - _.
    FilePrefixCharset "file-prefix-charset" Error Both Documented ["CTS.0218"]
        "Use letters, digits, -, _ and full stops only. Slashes and spaces are not possible."
        "只能使用字母、数字、-、_ 和点号，不能使用斜杠和空格。";
    /// At `/obs_info/file_prefix_name`: more than 64 characters.
    FilePrefixLength "file-prefix-length" Error Both Documented ["CTS.0218"]
        "The prefix has {length} characters. At most 64 are possible."
        "前缀有 {length} 个字符，最多 64 个。";
    /// At `/obs_info/file_prefix_name`: not empty and no `bucket_name`.
    FilePrefixWithoutBucket "file-prefix-without-bucket" Warning Both Client []
        "The prefix needs a transfer bucket, and this request names none."
        "前缀需要转储桶，而此请求没有转储桶。";
    /// At `/obs_info/bucket_lifecycle`: the period is in no list. The sources disagree whether there is a list, hence a warning.
    LifecycleEnum "lifecycle-enum" Warning Data Documented ["CTS.0217"]
        "{value} days are in no list of the vendor. The page names 30, 60, 90, 180 and 1095; newer documents have no list."
        "厂商的列表中没有 {value} 天。接口页面列出 30、60、90、180 和 1095；较新的文档没有列表。";
    /// At `/obs_info/bucket_lifecycle`: below 0 or above 5000.
    LifecycleRange "lifecycle-range" Error Data Sdk ["CTS.0217"]
        "Enter a number of days from 0 to 5000."
        "请填写 0~5000 之间的天数。";
    /// At `/obs_info/bucket_lifecycle`: 0.
    LifecycleZero "lifecycle-zero" Warning Data Client []
        "Terraform uses 0 for permanent retention; the page of the interface does not list it."
        "Terraform 用 0 表示永久保存；接口页面没有列出该值。";
    /// At `/obs_info/bucket_lifecycle`: present with `tracker_type` system.
    LifecycleOnSystem "lifecycle-on-system" Warning System Documented []
        "The period counts for data trackers only. The management tracker follows the rules of its bucket."
        "保存天数只对数据类追踪器有效。管理类追踪器遵循桶自身的规则。";
    /// At `/obs_info/bucket_lifecycle`: below 180.
    LifecycleShort "lifecycle-short" Info Data Documented []
        "The user guide advises to keep audit records for at least 180 days."
        "用户指南建议审计日志至少保存 180 天。";
    /// At `/obs_info/bucket_lifecycle`: present.
    LifecycleWholeBucket "lifecycle-whole-bucket" Warning Data Documented ["CTS.0217"]
        "CTS writes a lifecycle rule on the bucket. It applies to everything stored there, not only to trace files."
        "CTS 会在桶上写入生命周期规则，它对桶内的所有对象生效，而不只是事件文件。";
    /// At `/obs_info/bucket_lifecycle`: present and no `bucket_name`.
    LifecycleWithoutBucket "lifecycle-without-bucket" Warning Data Client []
        "The period needs a transfer bucket, and this request names none."
        "保存天数需要转储桶，而此请求没有转储桶。";
    /// At `/obs_info/compress_type`: not exactly gzip or json.
    CompressTypeEnum "compress-type-enum" Error Both Documented []
        "{value} is not possible. Use gzip, or json for no compression."
        "不能使用 {value}。请使用 gzip，或使用 json 表示不压缩。";
    /// At `/obs_info/compress_type`: absent with `bucket_name` given.
    CompressDefault "compress-default" Info Both Documented []
        "compress_type is left out. The default is gzip."
        "未填写 compress_type，默认为 gzip。";
    /// At `/obs_info/is_sort_by_service`: absent with `bucket_name` given.
    SortByServiceDefault "sort-by-service-default" Info Both Documented []
        "is_sort_by_service is left out. The default of the interface is true; the console advises false."
        "未填写 is_sort_by_service。接口默认为 true；控制台建议为 false。";
    /// At members of answers: member that only occurs in responses.
    ReadOnlyMember "read-only-member" Warning Both Sdk []
        "{name} occurs in answers only. Remove it when an answer is reused as a body (lts.is_lts_enabled becomes is_lts_enabled)."
        "{name} 只出现在响应中。将响应用作请求体时请删除它（lts.is_lts_enabled 变为 is_lts_enabled）。";
    /// At `/data_bucket`: present with `tracker_type` system.
    DataBucketOnSystem "data-bucket-on-system" Error System Documented ["CTS.0206"]
        "A management tracker has no data_bucket. Remove it."
        "管理类追踪器没有 data_bucket，请删除。";
    /// At `/data_bucket`: absent.
    DataBucketRequired "data-bucket-required" Warning Data Documented ["CTS.0210", "CTS.0219"]
        "data_bucket is needed whenever a data tracker is switched on or off."
        "启用或停用数据类追踪器时需要 data_bucket。";
    /// At `/data_bucket/data_bucket_name`: absent or empty while status is present.
    DataBucketNameRequired "data-bucket-name-required" Error Data Documented ["CTS.0210"]
        "Enter the name of the tracked bucket. It is needed when the tracker is switched on or off."
        "请填写追踪桶名称。启用或停用追踪器时必填。";
    /// At `/data_bucket/data_bucket_name`: breaks the bucket-name rules above.
    DataBucketNameFormat "data-bucket-name-format" Error Data ErrorTable ["CTS.0231"]
        "The tracked bucket has 3 to 63 lower-case letters, digits, - and full stops, a letter or digit first."
        "追踪桶名称为 3~63 个小写字母、数字、- 和点号，以字母或数字开头。";
    /// At `/data_bucket/data_bucket_name`: differs from the name of the stored tracker.
    DataBucketImmutable "data-bucket-immutable" Error Data Documented ["CTS.0212"]
        "The tracked bucket of a tracker cannot be changed. Send the name it has, or create another tracker."
        "追踪器的追踪桶无法修改。请填写原有名称，或另建追踪器。";
    /// At `/data_bucket/data_event`: absent or empty while status is present, or empty array.
    DataEventRequired "data-event-required" Error Data Documented ["CTS.0219"]
        "Choose READ, WRITE or both."
        "请选择 READ、WRITE 或两者。";
    /// At `/data_bucket/data_event`: item other than READ or WRITE.
    DataEventEnum "data-event-enum" Error Data Documented ["CTS.0225"]
        "{value} is not an operation. Use READ and WRITE, in capitals."
        "{value} 不是操作类型。请使用大写的 READ 和 WRITE。";
    /// At `/data_bucket/data_event`: an item occurs twice.
    DataEventDuplicate "data-event-duplicate" Warning Data Inference ["CTS.0225"]
        "{value} is listed already."
        "{value} 已在列表中。";
    /// At `/data_bucket/data_event`: more than 2 items.
    DataEventTooMany "data-event-too-many" Error Data Sdk ["CTS.0225"]
        "There are {length} operations. At most 2 are possible."
        "列出了 {length} 个操作，最多 2 个。";
    /// At `/data_bucket/data_event`: another tracker records the same operation on the same bucket.
    DataEventConflict "data-event-conflict" Warning Data ErrorTable ["CTS.0209"]
        "Another tracker records {value} on this bucket. One operation on one bucket can belong to one tracker only."
        "另一个追踪器已在此桶上记录 {value}。同一个桶的同一种操作只能属于一个追踪器。";
    /// At any member: a configured setting is absent, and the body is not a status-only change.
    OmittedMembersReset "omitted-members-reset" Warning Both Report []
        "{name} is set now and left out here. The service may replace the whole configuration: send every setting."
        "{name} 目前已设置，但此处未填写。服务可能会替换整个配置：请发送所有设置。";
    /// At any member: body holds only `tracker_type`, `tracker_name`, status (with `agency_name`, and `data_bucket` for data).
    StatusOnlyBody "status-only-body" Info Both Client []
        "This request only switches the tracker on or off. Other settings stayed as they were in the tests of another official client."
        "此请求只启用或停用追踪器。在另一官方客户端的测试中，其他设置保持不变。";
    /// At the body: it equals the stored tracker.
    NoChange "no-change" Info Both Inference []
        "Nothing would change."
        "不会有任何变化。";
    /// At any member: only `tracker_type` and `tracker_name`.
    IdentityOnlyBody "identity-only-body" Warning Both Inference []
        "The request names a tracker and no setting. On some deployments this may reset settings."
        "此请求只指明追踪器，没有任何设置。在某些部署中可能会重置设置。";
    /// At `/tracker_name`: no tracker of this name and type in the list.
    TrackerExists "tracker-exists" Info Both ErrorTable ["CTS.0214"]
        "The project has no tracker of this name and type. The request changes existing trackers only."
        "项目中没有该名称和类型的追踪器。此请求只能修改已有的追踪器。";
    /// At any member: always.
    TakesEffectAtOnce "takes-effect-at-once" Info Both Documented []
        "Changes take effect at once and leave earlier records as they are. Files follow a cycle of about five minutes."
        "修改立即生效，不影响已有的记录。事件文件以约五分钟为周期生成。";
    /// At `/auth/token`: token with line breaks or spaces, or shorter than 100 characters.
    TokenShape "token-shape" Warning Both Inference ["APIGW.0301"]
        "The token looks cut short or broken."
        "Token 似乎被截断或已损坏。";
    /// At `/auth/token`: `expires_at` known and past.
    TokenExpired "token-expired" Error Both Documented ["APIGW.0307", "APIGW.0301"]
        "The token has expired. Tokens live for 24 hours: get a new one."
        "Token 已过期。Token 有效期为 24 小时：请重新获取。";
    /// At `/auth/time`: signing time more than 15 minutes from the time of the gateway.
    ClockSkew "clock-skew" Error Both Documented ["APIGW.0301"]
        "The clock is more than 15 minutes off. The gateway refuses such signatures."
        "时钟偏差超过 15 分钟，网关会拒绝这样的签名。";
    /// At `/auth`: second try after a signature failure.
    SignatureRetry "signature-retry" Warning Both Documented ["APIGW.0301"]
        "A signature has failed before. Five failures lock the access key for five minutes."
        "此前已有签名失败。连续五次失败会锁定访问密钥五分钟。";
}
