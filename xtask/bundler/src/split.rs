//! Cuts a program in two: what the first step needs, and the rest, which is loaded right after the page is there.
//!
//! Both parts share memory and tables, and are one program to whoever wrote it. Where the first part calls a function of
//! the rest, it goes through a door: a small function that looks into a place of the function table, has the rest loaded
//! when nothing is there yet, and calls what is there. The rest fills these places when it starts.

mod texts;

use std::collections::{HashMap, HashSet};

use walrus::ir::{self, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    GlobalKind, ImportKind, ImportedFunction, Module, TableId, ValType,
};

use crate::chinese;
use crate::error::{Error, Result};
use crate::names;

/// The function of the start script that loads the rest; the page declares it in `browser/later.rs`. With a 1 it has to be
/// there when the call returns.
const LOADER: &str = "loadRest";

/// Name under which the rest imports from the first part.
const FIRST: &str = "$";

/// Our own modules that the first step does not need, by the beginning of the names of functions. A function that is only
/// called by these goes with them.
const LATE: [&str; 42] = [
    "cts_samples::",
    "cts_tracker::current::",
    "cts_tracker::draft::revise::",
    "cts_tracker::rules::current::",
    "cts_tracker::suggest::",
    "cts_tracker_form::browser::clipboard::",
    "cts_tracker_form::browser::desk::Desk::load",
    "cts_tracker_form::browser::desk::Open::show",
    "cts_tracker_form::browser::desk::open",
    "cts_tracker_form::browser::download::",
    "cts_tracker_form::browser::effects::inquire",
    "cts_tracker_form::browser::effects::run",
    "cts_tracker_form::browser::effects::save",
    "cts_tracker_form::browser::import::drag",
    "cts_tracker_form::browser::import::open",
    "cts_tracker_form::browser::import::paste",
    "cts_tracker_form::browser::later::find_fixes",
    "cts_tracker_form::browser::later::import",
    "cts_tracker_form::browser::later::mend_all",
    "cts_tracker_form::browser::send::",
    "cts_tracker_form::components::answer::",
    "cts_tracker_form::components::dialog::",
    "cts_tracker_form::components::difference::changes",
    "cts_tracker_form::components::difference::entry",
    "cts_tracker_form::components::history::",
    "cts_tracker_form::components::mend::",
    "cts_tracker_form::components::read_back::",
    "cts_tracker_form::components::text_editor::",
    "cts_tracker_form::fixes::",
    "cts_tracker_form::state::danger::",
    "cts_tracker_form::state::drafts::",
    "cts_tracker_form::state::exchange::",
    "cts_tracker_form::state::explanation::",
    "cts_tracker_form::state::history::",
    "cts_tracker_form::state::link::",
    "cts_tracker_form::state::read_back::",
    "cts_tracker_form::state::sending::",
    "cts_tracker_form::state::writing::",
    "cts_tracker_form::steps::protection::",
    "cts_tracker_form::steps::recording::",
    "cts_tracker_form::steps::review::",
    "cts_tracker_form::steps::transfer::",
];

/// Further functions that nothing called while the first step was shown and filled in: a name a line.
/// `tests/tools/first-step.mjs` writes it. A name that is missing costs bytes; one too many, a moment of waiting.
const UNCALLED: &str = include_str!("split/uncalled.txt");

/// A function that has fewer instructions stays: a door would take more.
const SMALLEST: u64 = 24;

/// Beginning of the names of the marks that [`watch`] adds.
const MARK: &str = "?";

/// The parts of a program.
pub(crate) struct Parts {
    pub(crate) first: Vec<u8>,
    pub(crate) rest: Vec<u8>,
    /// The Chinese texts; see [`crate::chinese`].
    pub(crate) chinese: Vec<u8>,
    /// The script that the first part takes its imports from.
    pub(crate) script: String,
}

/// Cuts a module that still has the names of its functions, and belongs to this script.
pub(crate) fn split(wasm: &[u8], script: &str) -> Result<Parts> {
    let read = || Module::from_buffer(wasm).map_err(about_module);
    let (mut first, mut rest) = (read()?, read()?);
    let plan = Plan::of(&first)?;
    let late = texts::late(&first, |place| plan.moved.contains(&place));
    rest_of(&mut rest, &plan);
    // The rest names what it takes from the first part by a number, the place of the thing among its kind.
    offer(&mut first, &mut rest);
    open_doors(&mut first, &plan)?;
    walrus::passes::gc::run(&mut first);
    texts::take_out(&mut first, &mut rest, &late);
    let chinese = chinese::take_out(&mut first)?;
    let script = names::shorten(&mut first, script);
    Ok(Parts {
        chinese,
        script,
        first: first.emit_wasm(),
        rest: rest.emit_wasm(),
    })
}

fn about_module(error: impl std::fmt::Display) -> Error {
    Error::new(format!("splitting the program: {error}"))
}

/// What goes where. Functions are numbered by their place in the module, which is the same in both copies of it.
struct Plan {
    /// What the rest consists of.
    moved: HashSet<usize>,
    /// Those of it that the first part calls, or holds in its table.
    doors: Vec<usize>,
    /// The places of the doors in the function table begin here.
    base: u64,
}

impl Plan {
    fn of(module: &Module) -> Result<Self> {
        let kept_anyway = roots(module);
        let uncalled: HashSet<&str> = UNCALLED.lines().collect();
        let late: HashSet<FunctionId> = labels(module)
            .into_iter()
            .filter(|(id, label)| {
                !kept_anyway.contains(id) && is_late(module, *id, label, &uncalled)
            })
            .map(|(id, _)| id)
            .collect();
        let held = held(module);
        let begin = kept_anyway.iter().chain(&held);
        let kept = reach(module, begin.filter(|id| !late.contains(id)), &late);
        let moved = reach(module, late.iter(), &kept);
        let mut called: HashSet<FunctionId> = held;
        for id in &kept {
            called.extend(calls(module, *id));
        }
        let places: Vec<FunctionId> = places(module);
        let number = |set: &dyn Fn(&FunctionId) -> bool| -> Vec<usize> {
            (0..places.len())
                .filter(|place| set(&places[*place]))
                .collect()
        };
        let doors = number(&|id| late.contains(id) && called.contains(id));
        if doors.is_empty() {
            return Err(Error::new(
                "splitting the program: none of the functions that are needed late was found by its name",
            ));
        }
        Ok(Self {
            moved: number(&|id| moved.contains(id)).into_iter().collect(),
            doors,
            base: module.tables.get(table(module)?).initial,
        })
    }
}

/// All functions in the order in which the module has them.
fn places(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(walrus::Function::id).collect()
}

/// Whether a function belongs to the rest, by its label.
fn is_late(module: &Module, id: FunctionId, label: &str, uncalled: &HashSet<&str>) -> bool {
    let function = module.funcs.get(id);
    let is_small =
        matches!(&function.kind, FunctionKind::Local(function) if function.size() < SMALLEST);
    let path = label.trim_start_matches('<');
    LATE.iter().any(|part| path.starts_with(part)) || (!is_small && uncalled.contains(label))
}

/// Each function with its name. Behind the second one with a name and all that follow stands which one it is.
fn labels(module: &Module) -> Vec<(FunctionId, String)> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let label = |(id, _)| {
        let name = plain(module.funcs.get(id).name.as_deref().unwrap_or_default());
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        let label = match count {
            1 => name,
            count => format!("{name} #{count}"),
        };
        (id, label)
    };
    module.funcs.iter_local().map(label).collect()
}

/// A name without what tells builds and compilers apart: hashes, and numbers for copies.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, behind)) = rest.split_once('[') {
        let hash = behind.split_once(']').filter(|(hash, _)| {
            hash.len() >= 12 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        plain.push_str(before);
        rest = if let Some((_, behind)) = hash {
            behind
        } else {
            plain.push('[');
            behind
        };
    }
    plain.push_str(rest);
    match plain.rsplit_once("::h") {
        Some((stem, hash))
            if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
        {
            stem.to_owned()
        }
        _ => plain,
    }
}

/// Makes every function leave a mark when it is called: a global, exported under the name of the function, that becomes
/// 1. `tests/tools/first-step.mjs` reads the marks.
pub(crate) fn watch(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(wasm).map_err(about_module)?;
    for (number, (id, label)) in labels(&module).into_iter().enumerate() {
        let zero = ConstExpr::Value(ir::Value::I32(0));
        let global = module.globals.add_local(ValType::I32, true, false, zero);
        let function = module.funcs.get_mut(id);
        let value = ir::Value::I32(1);
        if let FunctionKind::Local(function) = &mut function.kind {
            let mut body = function.builder_mut().func_body();
            body.instr_at(0, ir::Const { value });
            body.instr_at(1, ir::GlobalSet { global });
        }
        module
            .exports
            .add(&format!("{MARK}{number} {label}"), global);
    }
    Ok(module.emit_wasm())
}

/// What JavaScript can call.
fn roots(module: &Module) -> HashSet<FunctionId> {
    let exported = module
        .exports
        .iter()
        .filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        });
    exported.chain(module.start).collect()
}

/// What stands in the function table.
fn held(module: &Module) -> HashSet<FunctionId> {
    let mut found = HashSet::new();
    for element in module.elements.iter() {
        match &element.items {
            ElementItems::Functions(functions) => found.extend(functions),
            ElementItems::Expressions(_, values) => {
                found.extend(values.iter().filter_map(|value| match value {
                    ConstExpr::RefFunc(id) => Some(*id),
                    _ => None,
                }));
            }
        }
    }
    found
}

/// What can be reached by calls from some functions, themselves included, without going through the others.
fn reach<'a>(
    module: &Module,
    from: impl Iterator<Item = &'a FunctionId>,
    without: &HashSet<FunctionId>,
) -> HashSet<FunctionId> {
    let mut open: Vec<FunctionId> = from.copied().collect();
    let mut found: HashSet<FunctionId> = HashSet::new();
    while let Some(id) = open.pop() {
        if !without.contains(&id) && found.insert(id) {
            open.extend(calls(module, id));
        }
    }
    found
}

/// The functions that a function names.
fn calls(module: &Module, id: FunctionId) -> Vec<FunctionId> {
    #[derive(Default)]
    struct Calls(Vec<FunctionId>);
    impl Visitor<'_> for Calls {
        fn visit_function_id(&mut self, id: &FunctionId) {
            self.0.push(*id);
        }
    }
    let mut found = Calls::default();
    if let FunctionKind::Local(function) = &module.funcs.get(id).kind {
        dfs_in_order(&mut found, function, function.entry_block());
    }
    found.0
}

/// The table that calls go through.
fn table(module: &Module) -> Result<TableId> {
    module
        .tables
        .main_function_table()
        .map_err(about_module)?
        .ok_or_else(|| about_module("it has no function table"))
}

/// Makes the copy the rest: everything that stays in the first part is imported from there.
fn rest_of(rest: &mut Module, plan: &Plan) {
    let places = places(rest);
    let late_table = table(rest).ok();
    for id in rest
        .exports
        .iter()
        .map(walrus::Export::id)
        .collect::<Vec<_>>()
    {
        rest.exports.delete(id);
    }
    rest.start = None;
    for id in rest.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
        rest.data.delete(id);
    }
    for id in rest
        .elements
        .iter()
        .map(walrus::Element::id)
        .collect::<Vec<_>>()
    {
        rest.elements.delete(id);
    }
    for memory in rest.memories.iter_mut() {
        memory.data_segments.clear();
        memory.maximum = None;
        let kind = ImportKind::Memory(memory.id());
        memory.import = Some(rest.imports.add(FIRST, "", kind));
    }
    for table in rest.tables.iter_mut() {
        table.elem_segments.clear();
        table.maximum = None;
        let kind = ImportKind::Table(table.id());
        table.import = Some(rest.imports.add(FIRST, "", kind));
    }
    for id in rest
        .globals
        .iter()
        .map(walrus::Global::id)
        .collect::<Vec<_>>()
    {
        let import = rest.imports.add(FIRST, "", ImportKind::Global(id));
        rest.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    for (place, id) in places.iter().enumerate() {
        let function = rest.funcs.get_mut(*id);
        if matches!(function.kind, FunctionKind::Local(_)) && !plan.moved.contains(&place) {
            let ty = function.ty();
            let import = rest.imports.add(FIRST, "", ImportKind::Function(*id));
            function.kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }
    if let Some(table) = late_table {
        let doors = plan.doors.iter().map(|place| places[*place]).collect();
        let offset = ConstExpr::Value(ir::Value::I32(offset(plan.base)));
        let kind = ElementKind::Active { table, offset };
        let element = rest.elements.add(kind, ElementItems::Functions(doors));
        rest.tables.get_mut(table).elem_segments.insert(element);
    }
    walrus::passes::gc::run(rest);
}

/// Gives each thing that the rest imports a short name, and exports it under that name from the first part.
fn offer(first: &mut Module, rest: &mut Module) {
    let of_first = places(first);
    let memories: Vec<_> = first.memories.iter().map(walrus::Memory::id).collect();
    let tables: Vec<_> = first.tables.iter().map(walrus::Table::id).collect();
    let globals: Vec<_> = first.globals.iter().map(walrus::Global::id).collect();
    for (number, import) in rest.imports.iter_mut().enumerate() {
        let item = match import.kind {
            ImportKind::Function(id) => ExportItem::Function(of_first[id.index()]),
            ImportKind::Memory(id) => ExportItem::Memory(memories[id.index()]),
            ImportKind::Table(id) => ExportItem::Table(tables[id.index()]),
            ImportKind::Global(id) => ExportItem::Global(globals[id.index()]),
            ImportKind::Tag(_) => continue,
        };
        let name = format!("{FIRST}{number}");
        first.exports.add(&name, item);
        FIRST.clone_into(&mut import.module);
        import.name = name;
    }
}

/// Puts a door in the place of each function of the rest that the first part calls.
fn open_doors(first: &mut Module, plan: &Plan) -> Result<()> {
    let loader = first.imports.iter().find_map(|import| match import.kind {
        ImportKind::Function(id) if import.name.contains(LOADER) => Some(id),
        _ => None,
    });
    let loader = loader.ok_or_else(|| about_module(format_args!("it does not import {LOADER}")))?;
    let table = table(first)?;
    let places = places(first);
    let grown = first.tables.get_mut(table);
    let more = plan.doors.len() as u64;
    grown.initial += more;
    grown.maximum = grown.maximum.map(|maximum| maximum + more);
    for (number, door) in (plan.base..).zip(&plan.doors) {
        let id = places[*door];
        let ty = first.funcs.get(id).ty();
        let kind = first.types.get(ty);
        let (params, results) = (kind.params().to_vec(), kind.results().to_vec());
        let arguments: Vec<_> = params.iter().map(|kind| first.locals.add(*kind)).collect();
        let mut builder = FunctionBuilder::new(&mut first.types, &params, &results);
        let mut body = builder.func_body();
        body.i32_const(offset(number))
            .instr(ir::TableGet { table })
            .instr(ir::RefIsNull {})
            .if_else(
                None,
                |missing| {
                    missing.i32_const(1).call(loader);
                },
                |_| {},
            );
        for argument in &arguments {
            body.local_get(*argument);
        }
        body.i32_const(offset(number)).call_indirect(ty, table);
        first.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
    }
    Ok(())
}

/// A place in the table as the instructions take it.
fn offset(place: u64) -> i32 {
    i32::try_from(place).unwrap_or(i32::MAX)
}
