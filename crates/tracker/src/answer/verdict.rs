//! What an answer means for the change, and when to try again.

use crate::text::{Text, text};

/// Whether the change was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The cloud says that the change was made.
    Taken,
    /// Nothing was changed.
    NotTaken,
    /// The answer leaves it open: the change may have been made. Read the tracker back.
    Unknown,
}

impl Outcome {
    /// A word for programs: `taken`, `not-taken` or `unknown`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::NotTaken => "not-taken",
            Self::Unknown => "unknown",
        }
    }

    /// A sentence for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Taken => text("The change was made.", "修改已生效。"),
            Self::NotTaken => text("Nothing was changed.", "未做任何修改。"),
            Self::Unknown => text("The change may have been made.", "修改可能已经生效。"),
        }
    }

    /// What a status says when no code says more.
    ///
    /// 503 is taken for a refusal, as the vendor's page describes it. 500, 502 and 504 can come
    /// after the service began to work, and whoever redirects may have worked before.
    pub(super) const fn of_status(status: u16) -> Self {
        match status {
            400..=499 | 503 => Self::NotTaken,
            _ => Self::Unknown,
        }
    }
}

/// When it makes sense to send the request again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retry {
    /// There is no reason to: the request succeeded.
    NotNeeded,
    /// When the request was corrected. The same request fails again.
    AfterMending,
    /// When something outside of the request was put right: a credential, a permission, a quota,
    /// a setting of another service.
    AfterAccess,
    /// When those who run the service or the gateway have mended it.
    AfterSupport,
    /// After a while, unchanged.
    AfterWaiting,
    /// When the tracker was read back and does not show the change.
    ReadBackFirst,
    /// When a person asks for it. It may help, but the vendor advises against repeating.
    OnRequest,
}

impl Retry {
    /// A word for programs, for instance `after-waiting`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotNeeded => "not-needed",
            Self::AfterMending => "after-mending",
            Self::AfterAccess => "after-access",
            Self::AfterSupport => "after-support",
            Self::AfterWaiting => "after-waiting",
            Self::ReadBackFirst => "read-back-first",
            Self::OnRequest => "on-request",
        }
    }

    /// A sentence for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::NotNeeded => text("There is nothing to repeat.", "无需重试。"),
            Self::AfterMending => text(
                "Correct the request before you send it again.",
                "请修正请求后再发送。",
            ),
            Self::AfterAccess => text(
                "Put the cause right outside of the request, then send it again.",
                "请先处理请求之外的原因，再重新发送。",
            ),
            Self::AfterSupport => text(
                "Sending it again will not help until the service is mended.",
                "在服务恢复之前，重新发送没有作用。",
            ),
            Self::AfterWaiting => text(
                "Wait a little, then send the same request again.",
                "请稍候，然后重新发送相同的请求。",
            ),
            Self::ReadBackFirst => text(
                "Read the tracker back first. Send the request again only if it does not show the change.",
                "请先查询追踪器。只有未看到修改时，才重新发送请求。",
            ),
            Self::OnRequest => text(
                "Check the request. You may send it again, but never in a loop.",
                "请检查请求。可以手动重新发送，但不要循环重试。",
            ),
        }
    }

    /// What a status advises when no code says more.
    pub(super) const fn of_status(status: u16) -> Self {
        match status {
            401 | 403 | 405 | 407 => Self::AfterAccess,
            408 | 425 | 429 | 502 => Self::AfterWaiting,
            400..=499 => Self::AfterMending,
            503 => Self::OnRequest,
            _ => Self::ReadBackFirst,
        }
    }

    /// The same advice held against the status: a 401 is never repeated unchanged, because five
    /// failed signatures lock the key, and a 503 is only repeated when a person asks for it.
    pub(super) const fn bounded_by(self, status: u16) -> Self {
        match (status, self) {
            (401, Self::AfterWaiting) => Self::AfterAccess,
            (503, Self::AfterWaiting | Self::ReadBackFirst) => Self::OnRequest,
            _ => self,
        }
    }
}
