//! What has to be said beside a sample.

use alloc::string::{String, ToString as _};

use cts_tracker::{Locale, Text};

/// Something that a sample does not say by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What there is to say, in the language of the request.
    pub text: String,
    /// The place in the body that the sample leaves out, as a JSON Pointer (RFC 6901).
    pub left_out: Option<String>,
}

impl Note {
    /// A text that stands for itself.
    pub(crate) fn plain(text: Text, locale: Locale) -> Self {
        Self {
            text: text.get(locale).to_string(),
            left_out: None,
        }
    }

    /// A text about a place in the body. `{pointer}` in it is replaced.
    pub(crate) fn about(text: Text, pointer: &str, locale: Locale) -> Self {
        Self {
            text: fill(text, &visible(pointer), locale),
            left_out: None,
        }
    }

    /// A text about a place in the body that the sample leaves out.
    pub(crate) fn left_out(text: Text, pointer: &str, locale: Locale) -> Self {
        Self {
            left_out: Some(pointer.to_string()),
            ..Self::about(text, pointer, locale)
        }
    }
}

fn fill(text: Text, value: &str, locale: Locale) -> String {
    let mut parts = text.get(locale).splitn(2, "{pointer}");
    let mut filled = parts.next().unwrap_or_default().to_string();
    if let Some(rest) = parts.next() {
        filled.push_str(value);
        filled.push_str(rest);
    }
    filled
}

/// A text in which everything can be seen, and nothing ends a line.
pub(crate) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_visible(character) {
            out.push(character);
        } else {
            out.extend(character.escape_unicode());
        }
    }
    out
}

/// Whether a character shows itself. The others are escaped wherever a language can: controls,
/// what turns the direction of text, joins it, or has no width, and letters without a shape.
pub(crate) fn is_visible(character: char) -> bool {
    !character.is_control()
        && !matches!(character,
            '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// The texts of the notes.
pub(crate) mod texts {
    use cts_tracker::Text;

    const fn text(en: &'static str, zh: &'static str) -> Text {
        Text { en, zh }
    }

    pub(crate) const NO_PROJECT: Text = text(
        "No usable project id is chosen: set CLOUD_SDK_PROJECT_ID, or put the id in its place.",
        "未选择可用的项目 ID：请设置 CLOUD_SDK_PROJECT_ID，或在相应位置填写项目 ID。",
    );
    pub(crate) const NO_REGION: Text = text(
        "No usable region is chosen: set CLOUD_SDK_REGION, or put the region in its place.",
        "未选择可用的区域：请设置 CLOUD_SDK_REGION，或在相应位置填写区域。",
    );
    pub(crate) const INFERRED_ENDPOINT: Text = text(
        "The region is not in the list of the SDKs; its address is inferred from the others. Check it.",
        "该区域不在 SDK 的列表中，其地址是按其他区域推断的，请核对。",
    );
    pub(crate) const BAD_ENDPOINT: Text = text(
        "The address given for CTS is not https:// with a host and nothing behind it, so it is not used.",
        "指定的 CTS 地址不是 https:// 加主机名的形式，因此未采用。",
    );
    pub(crate) const REGIONS_ONLY: Text = text(
        "The address given for CTS is not used: the command knows the addresses of its regions and takes no other.",
        "未采用指定的 CTS 地址：该命令使用各区域的内置地址，不接受其他地址。",
    );
    pub(crate) const PROVIDER_ADDRESS: Text = text(
        "The address given for CTS is not used: it is no part of a resource. Configure the provider with it.",
        "未采用指定的 CTS 地址：它不属于资源，请在 Provider 的配置中设置。",
    );
    pub(crate) const SYSTEM_NAME: Text = text(
        "{pointer} is left out: the resource has no argument for it and always stands for the tracker named system.",
        "{pointer} 已省略：该资源没有与之对应的参数，始终表示名为 system 的追踪器。",
    );
    pub(crate) const BEYOND: Text = text(
        "{pointer} has no place here and is left out: only documented members with their documented types have one.",
        "{pointer} 在此无法表达，已省略：只有文档所列的成员及其类型可以表达。",
    );
    pub(crate) const FOREIGN: Text = text(
        "{pointer} is left out: trackers of this type do not have it.",
        "{pointer} 已省略：该类型的追踪器没有此成员。",
    );
    pub(crate) const CONTROL: Text = text(
        "{pointer} holds a character that no argument of a command can have, and is left out.",
        "{pointer} 含有命令参数中不能出现的字符，已省略。",
    );
    pub(crate) const UNLISTED: Text = text(
        "{pointer} is left out: the SDK has no constant for its value.",
        "{pointer} 已省略：SDK 没有该取值对应的常量。",
    );
    pub(crate) const ALWAYS_SENT: Text = text(
        "The sample does not set {pointer}; the SDK then sends an empty text for it.",
        "示例未设置 {pointer}；SDK 会为其发送空字符串。",
    );
    pub(crate) const YOUNG: Text = text(
        "Old versions of the SDK do not know {pointer}.",
        "旧版本的 SDK 不认识 {pointer}。",
    );
    pub(crate) const CHANGED: Text = text(
        "{pointer} is left out: JavaScript or the SDK would change it on the way.",
        "{pointer} 已省略：JavaScript 或 SDK 会在途中改变它。",
    );
    pub(crate) const NODE_PACKAGES: Text = text(
        "npm install @huaweicloud/huaweicloud-sdk-core uuid@9 (the first needs the second and does not say so). No package for CTS is published.",
        "npm install @huaweicloud/huaweicloud-sdk-core uuid@9（前者需要后者，但未声明）。CTS 没有已发布的软件包。",
    );
    pub(crate) const PHP_VERSION: Text = text(
        "The vendor's PHP SDK is made for PHP 5.6 and 7.",
        "厂商的 PHP SDK 适用于 PHP 5.6 和 7。",
    );
    pub(crate) const WHOLE: Text = text(
        "The provider manages the whole tracker: what is left out here gets the provider's default, and the tracker is switched on unless `enabled` is false.",
        "Provider 管理整个追踪器：此处省略的参数取 Provider 的默认值；除非 `enabled` 为 false，否则追踪器会被启用。",
    );
    pub(crate) const NO_ARGUMENT: Text = text(
        "{pointer} has no argument in the provider and is left out.",
        "Provider 没有与 {pointer} 对应的参数，已省略。",
    );
    pub(crate) const PROVIDER_REFUSES: Text = text(
        "{pointer} is left out: the provider does not accept its value.",
        "{pointer} 已省略：Provider 不接受该取值。",
    );
    pub(crate) const NEEDS_BUCKET: Text = text(
        "{pointer} is left out: the provider takes it only together with bucket_name.",
        "{pointer} 已省略：Provider 仅在同时设置 bucket_name 时接受它。",
    );
    pub(crate) const KEY_IS_SWITCH: Text = text(
        "{pointer} cannot be said: the provider encrypts exactly when kms_id is set.",
        "{pointer} 无法表达：Provider 仅在设置 kms_id 时加密。",
    );
    pub(crate) const TRACKED_BUCKET: Text = text(
        "The provider needs {pointer}, which the request leaves out: fill in the variable.",
        "Provider 需要 {pointer}，而请求中省略了它：请填写该变量。",
    );
    pub(crate) const WRONG_TYPE: Text = text(
        "The request has no usable {pointer}, so no resource can be chosen.",
        "请求中没有可用的 {pointer}，无法确定资源类型。",
    );
    pub(crate) const NAME_NEEDED: Text = text(
        "The provider needs {pointer}, which the request leaves out.",
        "Provider 需要 {pointer}，而请求中省略了它。",
    );
    pub(crate) const PROVIDER_PROJECT: Text = text(
        "The project is the one that the provider is configured with.",
        "项目由 Provider 的配置决定。",
    );
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_hides_is_shown() {
        assert_eq!(visible("a\u{202e}b\n\u{0}"), "a\\u{202e}b\\u{a}\\u{0}");
        assert_eq!(visible("审计 😀 \\"), "审计 😀 \\");
    }
}
