//! Takes the Chinese texts out of the program's memory and puts them into a module of their own, which those who read
//! English load later, for when they change the language.
//!
//! The module holds nothing but these texts, each with its place; starting it writes them where they were.

use walrus::{ConstExpr, DataKind, Module, ir};

use crate::error::{Error, Result};

/// Shorter texts stay: bytes that are no text could look like them.
const SHORTEST: usize = 3;

/// What English pages show as well: the name of the language in its switch.
const SHOWN_ALWAYS: &[u8] = "中文".as_bytes();

/// Bytes of one of these characters in UTF-8.
const WIDTH: usize = 3;

/// Removes the texts from a module, whose memory then has zeros there, and returns a module with them. It imports the
/// memory as `memory` of `$`.
pub(crate) fn take_out(module: &mut Module) -> Result<Vec<u8>> {
    let mut texts = Vec::new();
    let all: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in all {
        let data = module.data.get_mut(id);
        let DataKind::Active { offset, .. } = &data.kind else {
            continue;
        };
        let ConstExpr::Value(ir::Value::I32(base)) = *offset else {
            return Err(Error::new(
                "the place of a part of the program's memory is not a plain number",
            ));
        };
        for (at, length) in runs(&data.value) {
            let text = &mut data.value[at..at + length];
            let place = i32::try_from(at).ok().and_then(|at| base.checked_add(at));
            let place = place.ok_or_else(|| Error::new("the program's memory is too large"))?;
            texts.push((place, text.to_vec()));
            text.fill(0);
        }
    }
    let mut chinese = Module::default();
    let (memory, _) = chinese.add_import_memory("$", "memory", false, false, 0, None, None);
    for (place, value) in texts {
        let offset = ConstExpr::Value(ir::Value::I32(place));
        let id = chinese.data.add(DataKind::Active { memory, offset }, value);
        chinese.memories.get_mut(memory).data_segments.insert(id);
    }
    Ok(chinese.emit_wasm())
}

/// Place and length of each run of Chinese characters and punctuation that is long enough.
fn runs(bytes: &[u8]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let mut end = at;
        while bytes.get(end..end + WIDTH).is_some_and(is_chinese) {
            end += WIDTH;
        }
        let length = end - at;
        if length >= SHORTEST * WIDTH && &bytes[at..end] != SHOWN_ALWAYS {
            found.push((at, length));
        }
        at = end.max(at + 1);
    }
    found
}

/// Whether these bytes are an ideograph (U+4E00 to U+9FFF), Chinese punctuation (U+3000 to U+303F) or a full-width sign
/// (U+FF00 to U+FFEF).
fn is_chinese(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes)
        .ok()
        .and_then(|text| text.chars().next())
        .is_some_and(|character| {
            matches!(character, '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
        })
}

#[cfg(test)]
mod tests {
    use walrus::{ConstExpr, DataKind, Module, ir};

    use super::{runs, take_out};

    #[test]
    fn runs_are_found_wherever_they_begin() {
        let text = "Target … 要修改哪个追踪器？KMS 密钥 桶名称\u{0}中文";
        let found: Vec<&str> = runs(text.as_bytes())
            .into_iter()
            .map(|(at, length)| &text[at..at + length])
            .collect();
        assert_eq!(found, ["要修改哪个追踪器？", "桶名称"]);
        assert_eq!(runs(&"x要修改哪个".as_bytes()[2..]), [(2, 12)]);
    }

    #[test]
    fn what_is_taken_out_is_in_the_other_module_at_its_place() {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let offset = ConstExpr::Value(ir::Value::I32(1_024));
        let value = "a要修改b".as_bytes().to_vec();
        let id = module.data.add(DataKind::Active { memory, offset }, value);
        let chinese = take_out(&mut module).expect("taken out");
        assert_eq!(module.data.get(id).value, b"a\0\0\0\0\0\0\0\0\0b");
        let chinese = Module::from_buffer(&chinese).expect("a module");
        let texts: Vec<_> = chinese.data.iter().collect();
        assert_eq!(texts.len(), 1);
        assert_eq!(texts[0].value, "要修改".as_bytes());
        assert!(matches!(
            texts[0].kind,
            DataKind::Active {
                offset: ConstExpr::Value(ir::Value::I32(1_025)),
                ..
            }
        ));
    }
}
