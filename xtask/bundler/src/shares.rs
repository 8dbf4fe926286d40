//! Which crates a module's code comes from, and the module without the names that tell it.

use std::collections::BTreeMap;

use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::error::{Error, Result};

/// Names of custom sections that only people read.
const NAMES: &str = "name";

/// Bytes of code by crate, the largest first, and last the data under the name `data`.
pub(crate) fn by_crate(wasm: &[u8]) -> Result<Vec<(String, u64)>> {
    let mut names = BTreeMap::new();
    let mut sizes = Vec::new();
    let mut imported = 0;
    let mut data = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(unreadable)? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import.map_err(unreadable)?;
                    imported += u32::from(matches!(
                        import.ty,
                        wasmparser::TypeRef::Func(_) | wasmparser::TypeRef::FuncExact(_)
                    ));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len() as u64),
            Payload::DataSection(section) => data = section.range().len() as u64,
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(reader) = section.as_known() {
                    for name in reader {
                        if let Name::Function(functions) = name.map_err(unreadable)? {
                            for function in functions {
                                let function = function.map_err(unreadable)?;
                                names.insert(function.index, function.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut shares: BTreeMap<&str, u64> = BTreeMap::new();
    for (index, size) in (imported..).zip(sizes) {
        let name = names.get(&index).copied().unwrap_or_default();
        *shares.entry(crate_of(name)).or_default() += size;
    }
    let mut shares: Vec<_> = shares
        .into_iter()
        .map(|(name, size)| (name.to_owned(), size))
        .collect();
    shares.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    shares.push(("data".to_owned(), data));
    Ok(shares)
}

/// The crate that wrote a function: the first that its name tells. What a generic function of a library was made for
/// counts for that library.
fn crate_of(name: &str) -> &str {
    let start = name.trim_start_matches(|character: char| !character.is_ascii_alphabetic());
    let start = ["dyn ", "mut ", "impl "]
        .iter()
        .fold(start, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    let end = start
        .find(|character: char| !(character.is_ascii_alphanumeric() || character == '_'))
        .unwrap_or(start.len());
    match &start[..end] {
        "" => "(without a name)",
        found if start[end..].starts_with("::") || start[end..].starts_with('[') => found,
        _ => "(glue)",
    }
}

/// The module without the section of names.
pub(crate) fn without_names(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut plain = wasm.get(..8).unwrap_or_default().to_vec();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(unreadable)?;
        if matches!(&payload, Payload::CustomSection(section) if section.name() == NAMES) {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            plain.push(id);
            let mut length = range.len();
            // The length as LEB128, seven bits a byte.
            loop {
                let low = u8::try_from(length & 0x7f).unwrap_or_default();
                length >>= 7;
                plain.push(if length == 0 { low } else { low | 0x80 });
                if length == 0 {
                    break;
                }
            }
            plain.extend_from_slice(wasm.get(range).unwrap_or_default());
        }
    }
    Ok(plain)
}

fn unreadable(error: impl std::fmt::Display) -> Error {
    Error::new(format!("reading the optimised module: {error}"))
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, Module, ValType};

    use super::{by_crate, crate_of, without_names};

    #[test]
    fn a_name_tells_its_crate() {
        for (name, expected) in [
            ("cts_tracker::check::check::h1", "cts_tracker"),
            ("<yew::html::Scope<C> as core::clone::Clone>::clone", "yew"),
            ("core[c5930c85a12de822]::option::unwrap_failed", "core"),
            ("<dyn alloc::any::Any>::is", "alloc"),
            ("<[T] as a::B>::c", "(glue)"),
            ("__wbindgen_malloc", "(glue)"),
            ("", "(without a name)"),
        ] {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }

    #[test]
    fn sizes_are_by_crate_and_names_can_go() {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        module.add_import_func("m", "f", kind);
        for (name, constants) in [("one::a", 1), ("two::b", 2), ("one::c", 3)] {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            let mut body = builder.func_body();
            for _ in 1..constants {
                body.i32_const(7).drop();
            }
            body.i32_const(7);
            let id = builder.finish(Vec::new(), &mut module.funcs);
            module.funcs.get_mut(id).name = Some(name.to_owned());
            module.exports.add(name, id);
        }
        let wasm = module.emit_wasm();
        let shares = by_crate(&wasm).expect("readable");
        assert_eq!(shares[0].0, "one");
        assert_eq!(shares[1].0, "two");
        assert!(shares[0].1 > shares[1].1, "{shares:?}");
        let plain = without_names(&wasm).expect("readable");
        assert!(plain.len() < wasm.len());
        assert_eq!(by_crate(&plain).expect("readable")[0].0, "(without a name)");
    }
}
