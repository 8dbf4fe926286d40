//! Short names for what a module takes from its script. Those of wasm-bindgen tell what they are and end with a hash,
//! which no compression makes smaller.

use std::collections::HashMap;

use walrus::{ImportKind, Module};

use crate::error::{Error, Result};

/// The script by the name under which wasm-bindgen lets a module import it.
const SCRIPT: &str = "./page_bg.js";

/// What the script is called afterwards.
const SHORT_SCRIPT: &str = "_";

/// Gives every function that is imported from the script a short name, in the module and in the script. Done before the
/// script is minified: in what wasm-bindgen writes each of these names stands as a word of its own.
pub(crate) fn shorten(module: &mut Module, script: &str) -> String {
    let words = words(script);
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (word, _) in &words {
        *counts.entry(word).or_default() += 1;
    }
    let mut short = HashMap::new();
    for import in module.imports.iter_mut() {
        if import.module != SCRIPT || !matches!(import.kind, ImportKind::Function(_)) {
            continue;
        }
        SHORT_SCRIPT.clone_into(&mut import.module);
        // A word that stands there twice is not only the name of an import.
        if counts.get(import.name.as_str()) == Some(&1) {
            let name = name(short.len());
            short.insert(std::mem::replace(&mut import.name, name.clone()), name);
        }
    }
    let mut out = String::with_capacity(script.len());
    for (word, between) in words {
        out.push_str(short.get(word).map_or(word, String::as_str));
        out.push_str(between);
    }
    out.replace(&format!("\"{SCRIPT}\""), &format!("\"{SHORT_SCRIPT}\""))
}

/// Does the same with a module as it is in a file.
pub(crate) fn in_both(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut module = Module::from_buffer(wasm)
        .map_err(|error| Error::new(format!("giving short names to imports: {error}")))?;
    let script = shorten(&mut module, script);
    Ok((module.emit_wasm(), script))
}

/// The words of a script, each with what follows it up to the next one. The first one may be empty.
fn words(script: &str) -> Vec<(&str, &str)> {
    let is_part =
        |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '$');
    let mut found = Vec::new();
    let mut rest = script;
    while !rest.is_empty() {
        let end = rest
            .find(|character| !is_part(character))
            .unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        let next = behind.find(is_part).unwrap_or(behind.len());
        let (between, others) = behind.split_at(next);
        found.push((word, between));
        rest = others;
    }
    found
}

/// The name with a number: `a` to `z`, then `aa`, `ab` and so on.
fn name(number: usize) -> String {
    const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";
    let last = char::from(LETTERS[number % LETTERS.len()]);
    match number / LETTERS.len() {
        0 => last.to_string(),
        more => format!("{}{last}", name(more - 1)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use walrus::{Module, ValType};

    use super::{name, shorten, words};

    #[test]
    fn names_are_given_once() {
        let names: HashSet<String> = (0..1000).map(name).collect();
        assert_eq!(names.len(), 1000);
        assert_eq!(
            [name(0), name(25), name(26), name(27), name(52)],
            ["a", "z", "aa", "ab", "ba"]
        );
    }

    #[test]
    fn words_and_what_is_between_them_are_the_script() {
        let script = "import { a$b } from \"./页.js\"; // __wbg_x\n";
        let whole: String = words(script)
            .iter()
            .flat_map(|(word, between)| [*word, *between])
            .collect();
        assert_eq!(whole, script);
    }

    #[test]
    fn a_name_is_the_same_in_both() {
        let mut module = Module::default();
        let ty = module.types.add(&[ValType::I32], &[]);
        for (from, name) in [
            ("./page_bg.js", "__wbg_log_1f"),
            ("./page_bg.js", "twice"),
            ("./snippet.js", "f"),
        ] {
            module.add_import_func(from, name, ty);
        }
        let script =
            "{\"./page_bg.js\": {__wbg_log_1f: function(x) { __wbg_log_1f2(); }, twice: twice}}";
        let short = shorten(&mut module, script);
        assert_eq!(
            short,
            "{\"_\": {a: function(x) { __wbg_log_1f2(); }, twice: twice}}"
        );
        let imports: Vec<_> = module
            .imports
            .iter()
            .map(|import| (import.module.as_str(), import.name.as_str()))
            .collect();
        assert_eq!(imports, [("_", "a"), ("_", "twice"), ("./snippet.js", "f")]);
    }
}
