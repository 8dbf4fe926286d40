//! When two values of a member mean the same to the cloud.

use alloc::string::String;

use super::Value;
use crate::table::Member;

/// Whether two values of a member mean the same; `None` stands for a member that is left out of a
/// request, or not listed.
///
/// Items of a list have no order. What is off, 0, empty or the default of the member counts as the
/// same as not being there: the cloud lists such a value or leaves it out, and no source says when
/// it does which.
#[must_use]
pub fn same_setting(member: Member, one: Option<&Value>, other: Option<&Value>) -> bool {
    match (one, other) {
        (Some(Value::List(one)), Some(Value::List(other))) => {
            let has_all =
                |these: &[String], those: &[String]| these.iter().all(|item| those.contains(item));
            one.len() == other.len() && has_all(one, other) && has_all(other, one)
        }
        (Some(one), Some(other)) => one == other,
        (Some(value), None) | (None, Some(value)) => value.is_empty() || is_default(member, value),
        (None, None) => true,
    }
}

impl Value {
    /// Whether it is `false`, 0, `null`, or the empty text, list or object.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Boolean(boolean) => !boolean,
            Self::Text(text) => text.is_empty(),
            Self::Number(digits) => digits == "0",
            Self::List(items) => items.is_empty(),
            Self::Json(json) => json == "null" || json == "{}",
        }
    }
}

fn is_default(member: Member, value: &Value) -> bool {
    let Some(default) = member.default_value() else {
        return false;
    };
    match value {
        Value::Boolean(true) => default == "true",
        Value::Text(text) => {
            let inner = default.strip_prefix('"');
            inner.and_then(|inner| inner.strip_suffix('"')) == Some(text)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::same_setting;
    use crate::{Member, Value};

    #[test]
    fn what_is_off_empty_or_the_default_is_the_same_as_nothing() {
        let text = |value: &str| Value::Text(value.to_owned());
        let json = |value: &str| Value::Json(value.to_owned());
        let number = |digits: &str| Value::Number(digits.to_owned());
        for (member, value, is_same) in [
            (Member::IsLtsEnabled, Value::Boolean(false), true),
            (Member::IsLtsEnabled, Value::Boolean(true), false),
            // Files are sorted by service unless somebody says otherwise.
            (Member::IsSortByService, Value::Boolean(true), true),
            (Member::KmsId, text(""), true),
            (Member::KmsId, text("x"), false),
            (Member::CompressType, text("gzip"), true),
            (Member::CompressType, text("json"), false),
            (Member::BucketLifecycle, number("0"), true),
            (Member::BucketLifecycle, number("30"), false),
            (Member::DataEvent, Value::List(Vec::new()), true),
            (Member::ObsInfo, json("{}"), true),
            (Member::ObsInfo, json("null"), true),
            (Member::ObsInfo, json("[]"), false),
        ] {
            assert_eq!(
                same_setting(member, Some(&value), None),
                is_same,
                "{value:?}"
            );
            assert_eq!(
                same_setting(member, None, Some(&value)),
                is_same,
                "{value:?}"
            );
            assert!(same_setting(member, Some(&value), Some(&value)));
        }
        assert!(same_setting(Member::KmsId, None, None));
    }

    #[test]
    fn items_have_no_order_and_values_that_are_there_are_compared_as_they_are() {
        let list =
            |items: &[&str]| Value::List(items.iter().map(|item| (*item).to_owned()).collect());
        let same =
            |one: &Value, other: &Value| same_setting(Member::DataEvent, Some(one), Some(other));
        assert!(same(&list(&["READ", "WRITE"]), &list(&["WRITE", "READ"])));
        assert!(!same(&list(&["READ", "WRITE"]), &list(&["READ"])));
        assert!(!same(&list(&["READ", "READ"]), &list(&["READ", "WRITE"])));
        assert!(!same(&Value::Boolean(false), &Value::Text(String::new())));
    }
}
