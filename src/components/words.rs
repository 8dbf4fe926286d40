//! A value in words.

use cts_tracker::{Member, Value};

use super::member_field::{truth, words_of};
use crate::shell::Shell;
use crate::texts::{fill, values};

/// What a member is set to, in words.
pub(crate) fn of(shell: &Shell, member: Member, value: &Value) -> String {
    match value {
        Value::Boolean(value) => shell.say(truth(member, *value)).to_owned(),
        Value::Text(text) if text.is_empty() => shell.say(values::EMPTY_TEXT).to_owned(),
        Value::Text(text) => one(shell, member, text),
        Value::Number(number) if member == Member::BucketLifecycle => {
            fill(shell.say(values::DAYS), &[("count", number)])
        }
        Value::Number(number) => number.clone(),
        Value::List(items) if items.is_empty() => shell.say(values::EMPTY_LIST).to_owned(),
        Value::List(items) => {
            let words: Vec<String> = items.iter().map(|item| one(shell, member, item)).collect();
            words.join(", ")
        }
        Value::Json(json) if json == "{}" => shell.say(values::EMPTY_OBJECT).to_owned(),
        Value::Json(json) => json.clone(),
    }
}

/// A listed value in words, any other one as it is.
fn one(shell: &Shell, member: Member, text: &str) -> String {
    let listed = member.entry().values.contains(&text);
    match words_of(text).filter(|_| listed) {
        Some(words) => shell.say(words).to_owned(),
        None => text.to_owned(),
    }
}
