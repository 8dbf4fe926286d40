//! Where the knowledge about a rule comes from, and how strong it is.

use cts_tracker::{Evidence, Text};

/// Something outside or inside of this project that states a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Page,
    Errors,
    Definition,
    Sdk,
    SdkBounds,
    UserGuide,
    Obs,
    Kms,
    Terraform,
    OpenTelekomCloud,
    Custodian,
    Gateway,
    Own,
}

impl Source {
    /// The stable name, for programs.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Errors => "errors",
            Self::Definition => "definition",
            Self::Sdk => "sdk",
            Self::SdkBounds => "sdk-bounds",
            Self::UserGuide => "user-guide",
            Self::Obs => "obs",
            Self::Kms => "kms",
            Self::Terraform => "terraform",
            Self::OpenTelekomCloud => "open-telekom-cloud",
            Self::Custodian => "custodian",
            Self::Gateway => "gateway",
            Self::Own => "own",
        }
    }

    /// What it is.
    pub(crate) const fn text(self) -> Text {
        let (en, zh) = match self {
            Self::Page => (
                "the vendor's reference page of UpdateTracker (Chinese edition of 2024-11-08, and the English ones)",
                "官方接口文档 UpdateTracker（2024-11-08 中文版及英文版）",
            ),
            Self::Errors => ("the vendor's error codes of CTS", "CTS 官方错误码表"),
            Self::Definition => (
                "the vendor's API definition of CTS (API Explorer; this operation last changed on 2024-07-19)",
                "CTS 官方 API 定义（API Explorer，此接口最后修改于 2024-07-19）",
            ),
            Self::Sdk => (
                "the models of the official SDKs (Python 3.1.219, Go, Java, Node.js, PHP, .NET, C++)",
                "官方 SDK 的模型（Python 3.1.219、Go、Java、Node.js、PHP、.NET、C++）",
            ),
            Self::SdkBounds => (
                "the bounds in a model of the official PHP SDK, which its client does not enforce",
                "官方 PHP SDK 模型中的取值范围（其客户端并不检查）",
            ),
            Self::UserGuide => ("the vendor's user guide of CTS", "CTS 官方用户指南"),
            Self::Obs => (
                "the naming rules of buckets in the vendor's OBS reference",
                "OBS 官方文档中的桶命名规则",
            ),
            Self::Kms => (
                "the pattern of a key id in the vendor's KMS definition",
                "KMS 官方定义中密钥 ID 的格式",
            ),
            Self::Terraform => (
                "the vendor's Terraform provider: huaweicloud_cts_tracker, huaweicloud_cts_data_tracker and their tests",
                "官方 Terraform Provider：huaweicloud_cts_tracker、huaweicloud_cts_data_tracker 及其测试",
            ),
            Self::OpenTelekomCloud => (
                "the Terraform provider of Open Telekom Cloud: issues 3505 and 3541, pull request 3548",
                "Open Telekom Cloud 的 Terraform Provider：问题 3505、3541 和合并请求 3548",
            ),
            Self::Custodian => (
                "the vendor's Cloud Custodian: its actions on trackers and its recorded answers",
                "官方 Cloud Custodian：对追踪器的操作及其记录的响应",
            ),
            Self::Gateway => (
                "the vendor's guide to signing and error codes of the API gateway",
                "API 网关官方签名指南和错误码表",
            ),
            Self::Own => (
                "a conclusion of this project, without an outside source",
                "本项目的推断，没有外部来源",
            ),
        };
        Text { en, zh }
    }
}

/// The stable name of a strength of evidence, for programs, and a sentence.
pub(crate) const fn of_evidence(evidence: Evidence) -> (&'static str, Text) {
    let (name, en, zh) = match evidence {
        Evidence::Documented => (
            "documented",
            "A page of the vendor states it.",
            "官方文档有明确说明。",
        ),
        Evidence::ErrorTable => (
            "error-table",
            "The error table of the vendor has a code for it.",
            "官方错误码表中有对应的错误码。",
        ),
        Evidence::Sdk => (
            "sdk",
            "It is in the schemas of the official SDKs or of the API definition.",
            "来自官方 SDK 或 API 定义中的模型。",
        ),
        Evidence::Client => (
            "client",
            "Another official or partner client behaves so.",
            "其他官方或合作伙伴的客户端如此处理。",
        ),
        Evidence::Report => ("report", "Users reported it.", "来自用户反馈。"),
        Evidence::Inference => (
            "inference",
            "It is inferred; no outside source states it.",
            "由推断得出，没有外部来源。",
        ),
    };
    (name, Text { en, zh })
}
