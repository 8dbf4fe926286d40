//! The words around what is told, in every language.

use cts_tracker::{Locale, Severity, Text, Trackers};

const fn text(en: &'static str, zh: &'static str) -> Text {
    Text { en, zh }
}

pub(super) const PLACE: Text = text("Place", "位置");
pub(super) const TRACKERS: Text = text("Trackers", "追踪器");
pub(super) const EVIDENCE: Text = text("Evidence", "依据");
pub(super) const SOURCE: Text = text("Source", "来源");
pub(super) const NOTE: Text = text("Note", "说明");
pub(super) const ANSWER: Text = text("Expected answer of the cloud", "预计云端返回");
pub(super) const FIX: Text = text("Fix", "修复");
pub(super) const FIX_BY_HAND: Text = text("Possible fix", "可能的修复");
pub(super) const ALSO: Text = text("Given as well", "同时给出");
pub(super) const CONFIGURED: Text = text("Configured now", "目前的配置");
pub(super) const SAME: Text = text("Configured as above.", "目前的配置同上。");
pub(super) const BODY: Text = text("the body as a whole", "整个请求体");
pub(super) const ANY: Text = text("any member", "任意成员");
pub(super) const NO_RIGHT: Text = text(
    "Every request gets it. `--severity takes-effect-at-once=off` turns it off.",
    "每个请求都会给出。可以用 `--severity takes-effect-at-once=off` 关闭。",
);

/// What the two examples are called: what is merely worth knowing is not wrong.
pub(super) const fn examples(severity: Severity) -> [Text; 2] {
    match severity {
        Severity::Error | Severity::Warning => {
            [text("Wrong", "错误示例"), text("Right", "正确示例")]
        }
        Severity::Info => [
            text("Gets it", "会给出的示例"),
            text("Does not get it", "不会给出的示例"),
        ],
    }
}

/// The tracker types that a rule judges.
pub(super) const fn trackers(trackers: Trackers) -> Text {
    match trackers {
        Trackers::Both | Trackers::Disputed => text("both types", "两种类型"),
        Trackers::System => text("management trackers only", "仅管理类追踪器"),
        Trackers::Data => text("data trackers only", "仅数据类追踪器"),
    }
}

/// What stands between a label and its text.
pub(super) const fn colon(locale: Locale) -> &'static str {
    match locale {
        Locale::English => ": ",
        Locale::SimplifiedChinese => "：",
    }
}

/// What stands between things in a row.
pub(super) const fn comma(locale: Locale) -> &'static str {
    match locale {
        Locale::English => ", ",
        Locale::SimplifiedChinese => "、",
    }
}
