//! Makes the text of panics shorter, or does without it.
//!
//! The text of a panic is made by code that can print every kind of value, a fifth of a small
//! module, and JavaScript sees a trap either way. The functions that only ever end in a panic get
//! an empty body that traps; wasm-opt then removes whatever only they used.

use walrus::{FunctionBuilder, FunctionKind, LocalFunction, Module, ValType};

use crate::error::{Error, Result};

/// Functions of the standard library that never return, by the beginning of their names. Those that
/// do return in the same modules, such as `std::panicking::set_hook`, are not among them.
const ENDS: [&str; 17] = [
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::panic_already_",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::assert_failed",
    "core::panicking::panic",
    "core::result::unwrap_failed",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_",
    "core::str::slice_error_fail",
    "std::alloc::rust_oom",
    "std::panicking::begin_panic",
    "std::panicking::panic_with_hook",
    "std::thread::local::panic_access_error",
    "std::sys::backtrace::__rust_end_short_backtrace",
];

/// The one that every panic with a text goes through. When it has another name, so have the others.
const COMMON: &str = "core::panicking::panic_fmt";

/// Empties the functions that print a value for programmers, so that they print nothing. Panics are
/// the only ones to call them, with the values that were wrong; what happened and where is still
/// said.
pub(crate) fn silence(module: &mut Module) {
    let found: Vec<_> = module
        .funcs
        .iter_local()
        .filter_map(|(id, _)| Some((id, module.funcs.get(id).name.as_deref()?)))
        .filter(|(_, name)| without_hash(name).contains(" as core::fmt::Debug>::fmt"))
        .map(|(id, _)| id)
        .collect();
    for id in found {
        let kind = module.types.get(module.funcs.get(id).ty());
        if kind.params() == [ValType::I32; 2] && kind.results() == [ValType::I32] {
            let arguments = [ValType::I32; 2].map(|kind| module.locals.add(kind));
            let mut builder =
                FunctionBuilder::new(&mut module.types, &[ValType::I32; 2], &[ValType::I32]);
            // What `Ok(())` is.
            builder.func_body().i32_const(0);
            let function = builder.local_func(arguments.to_vec());
            module.funcs.get_mut(id).kind = FunctionKind::Local(function);
        }
    }
}

/// Empties the functions that end in a panic.
pub(crate) fn cut(module: &mut Module) -> Result<()> {
    let found: Vec<_> = module
        .funcs
        .iter_local()
        .filter_map(|(id, _)| Some((id, module.funcs.get(id).name.as_deref()?)))
        .map(|(id, name)| (id, without_hash(name)))
        .filter(|(_, name)| is_for_panics(name))
        .map(|(id, name)| (id, name == COMMON))
        .collect();
    if !found.iter().any(|(_, is_common)| *is_common) {
        return Err(Error::new(format!(
            "no function is called {COMMON}; see which names this compiler gives to panics"
        )));
    }
    for (id, _) in found {
        let trap = trap(module, module.funcs.get(id).ty());
        module.funcs.get_mut(id).kind = FunctionKind::Local(trap);
    }
    Ok(())
}

/// Whether a function ends in a panic, or prints a value. The module has no other use for printing:
/// its messages are put together from texts. If it had, that would trap and a test would see it.
fn is_for_panics(name: &str) -> bool {
    ENDS.iter().any(|end| name.starts_with(end)) || name.contains("core::fmt::")
}

/// `core[c5930c85a12de822]::option::unwrap_failed` without the part that tells builds apart.
fn without_hash(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, behind)) = rest.split_once('[') {
        plain.push_str(before);
        rest = behind.split_once(']').map_or("", |(_, behind)| behind);
    }
    plain + rest
}

fn trap(module: &mut Module, kind: walrus::TypeId) -> LocalFunction {
    let kind = module.types.get(kind);
    let (params, results) = (kind.params().to_vec(), kind.results().to_vec());
    let arguments = params.iter().map(|kind| module.locals.add(*kind)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    builder.func_body().unreachable();
    builder.local_func(arguments)
}
