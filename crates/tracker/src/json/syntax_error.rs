//! What can be wrong with JSON text, in words.

use core::fmt;

use crate::text::{Locale, Text, text};

/// The first place at which a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// What is wrong there.
    pub kind: SyntaxErrorKind,
    /// The place, in bytes from the start of the text.
    pub offset: usize,
}

/// The ways in which a text can fail to be JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SyntaxErrorKind {
    /// The text ends in the middle of a value.
    UnexpectedEnd,
    /// A value should begin here.
    ValueExpected,
    /// A member name in double quotes should stand here.
    NameExpected,
    /// A colon should follow the member name.
    ColonExpected,
    /// A comma or the end of the array or object should stand here.
    CommaExpected,
    /// A comma stands before a closing bracket.
    TrailingComma,
    /// Something follows the value.
    TrailingContent,
    /// A comment; JSON has none.
    Comment,
    /// A string in single quotes.
    SingleQuotes,
    /// A string without its closing quote.
    UnclosedString,
    /// A line break, tab or other control character stands raw in a string.
    ControlCharacter,
    /// A backslash with a letter that means nothing.
    InvalidEscape,
    /// An escape for half of a surrogate pair.
    LoneSurrogate,
    /// Digits in a form that JSON does not have, such as `01`, `.5` or `1.`.
    InvalidNumber,
    /// A word that is not `true`, `false` or `null`, in lower case.
    InvalidWord,
    /// Bytes that are not UTF-8.
    InvalidUtf8,
    /// A byte-order mark at the start.
    ByteOrderMark,
    /// Nested deeper than [`super::MAXIMUM_DEPTH`].
    TooDeep,
}

impl SyntaxErrorKind {
    /// All kinds.
    pub const ALL: [Self; 18] = [
        Self::UnexpectedEnd,
        Self::ValueExpected,
        Self::NameExpected,
        Self::ColonExpected,
        Self::CommaExpected,
        Self::TrailingComma,
        Self::TrailingContent,
        Self::Comment,
        Self::SingleQuotes,
        Self::UnclosedString,
        Self::ControlCharacter,
        Self::InvalidEscape,
        Self::LoneSurrogate,
        Self::InvalidNumber,
        Self::InvalidWord,
        Self::InvalidUtf8,
        Self::ByteOrderMark,
        Self::TooDeep,
    ];

    /// A stable name for machines, for instance `trailing-comma`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().0
    }

    /// The description in one language, a full clause without a full stop.
    #[must_use]
    pub const fn describe(self, locale: Locale) -> &'static str {
        self.row().1.get(locale)
    }

    const fn row(self) -> (&'static str, Text) {
        match self {
            Self::UnexpectedEnd => (
                "unexpected-end",
                text("the text ends too early", "文本过早结束"),
            ),
            Self::ValueExpected => (
                "value-expected",
                text("a value should stand here", "此处应为一个值"),
            ),
            Self::NameExpected => (
                "name-expected",
                text(
                    "a member name in double quotes should stand here",
                    "此处应为双引号中的成员名",
                ),
            ),
            Self::ColonExpected => (
                "colon-expected",
                text("a colon should follow the name", "成员名之后应为冒号"),
            ),
            Self::CommaExpected => (
                "comma-expected",
                text(
                    "a comma or a closing bracket should stand here",
                    "此处应为逗号或右括号",
                ),
            ),
            Self::TrailingComma => (
                "trailing-comma",
                text(
                    "remove the comma before the closing bracket",
                    "请删除右括号前的逗号",
                ),
            ),
            Self::TrailingContent => (
                "trailing-content",
                text("nothing may follow the value", "值之后不能再有内容"),
            ),
            Self::Comment => ("comment", text("JSON has no comments", "JSON 不支持注释")),
            Self::SingleQuotes => (
                "single-quotes",
                text("use double quotes for strings", "字符串请使用双引号"),
            ),
            Self::UnclosedString => (
                "unclosed-string",
                text(
                    "the closing quote of the string is missing",
                    "字符串缺少结束引号",
                ),
            ),
            Self::ControlCharacter => (
                "control-character",
                text(
                    "a line break or control character in a string must be written as an escape",
                    "字符串中的换行符或控制字符必须写成转义形式",
                ),
            ),
            Self::InvalidEscape => (
                "invalid-escape",
                text("this escape does not exist", "不存在这种转义"),
            ),
            Self::LoneSurrogate => (
                "lone-surrogate",
                text(
                    "half of a surrogate pair is not a character",
                    "不成对的代理项不是字符",
                ),
            ),
            Self::InvalidNumber => (
                "invalid-number",
                text("this is not a JSON number", "这不是 JSON 数字"),
            ),
            Self::InvalidWord => (
                "invalid-word",
                text(
                    "only true, false and null may stand without quotes",
                    "只有 true、false、null 可以不加引号",
                ),
            ),
            Self::InvalidUtf8 => (
                "invalid-utf8",
                text("the text is not UTF-8", "文本不是 UTF-8 编码"),
            ),
            Self::ByteOrderMark => (
                "byte-order-mark",
                text(
                    "remove the byte-order mark at the start",
                    "请删除开头的字节顺序标记（BOM）",
                ),
            ),
            Self::TooDeep => ("too-deep", text("it is nested too deep", "嵌套层数过多")),
        }
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} at byte {}",
            self.kind.describe(Locale::English),
            self.offset
        )
    }
}

impl core::error::Error for SyntaxError {}
