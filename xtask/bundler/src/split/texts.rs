//! Finds the texts that only the rest of the program speaks of, so that they can go with it.
//!
//! The memory of a program begins with constants of all kinds. Which function uses which is seen by the addresses that
//! stand in its instructions, and by those that stand in what it reaches by them. An address is where something begins;
//! it ends where the next one begins. What the first part may reach is left alone, and so is everything but plain text:
//! a mistake here could only cost the first step a text, and only until the rest is there.

use std::collections::{BTreeSet, HashSet};

use walrus::ir::{self, Instr, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, FunctionKind, LocalFunction, Module};

/// Shorter ones stay: another part of the module would take more room.
const SHORTEST: usize = 10;

/// A text in the memory.
pub(super) struct Place {
    address: u32,
    length: usize,
}

/// The texts that functions of the rest reach and those of the first part do not.
pub(super) fn late(module: &Module, is_late: impl Fn(usize) -> bool) -> Vec<Place> {
    let memory = Memory::of(module);
    let mut first = Addresses::default();
    let mut rest = Addresses::default();
    for (place, function) in module.funcs.iter().enumerate() {
        if let FunctionKind::Local(function) = &function.kind {
            let found = if is_late(place) {
                &mut rest
            } else {
                &mut first
            };
            found.add(function);
        }
    }
    let known = |addresses: &Addresses| {
        addresses
            .0
            .iter()
            .copied()
            .filter(|address| memory.has(*address))
            .collect::<Vec<_>>()
    };
    let (first, rest) = (known(&first), known(&rest));
    let begins: BTreeSet<u32> = first
        .iter()
        .chain(&rest)
        .copied()
        .chain(memory.pointers())
        .collect();
    let kept = memory.reach(first, &begins);
    let mut found = Vec::new();
    for begin in memory.reach(rest, &begins).difference(&kept) {
        let end = end(*begin, &begins);
        found.extend(memory.texts(*begin, end));
    }
    found.sort_unstable_by_key(|place| place.address);
    found
}

/// Takes the texts out of the first part, whose memory then has zeros there, and has the rest write them back.
pub(super) fn take_out(first: &mut Module, rest: &mut Module, places: &[Place]) {
    let Some(memory) = rest.memories.iter().next().map(walrus::Memory::id) else {
        return;
    };
    let all: Vec<_> = first.data.iter().map(walrus::Data::id).collect();
    for id in all {
        let data = first.data.get_mut(id);
        let Some(base) = base(&data.kind) else {
            continue;
        };
        let end = base as usize + data.value.len();
        for place in places {
            let address = place.address as usize;
            if address < base as usize || address + place.length > end {
                continue;
            }
            let text = &mut data.value[address - base as usize..][..place.length];
            let offset = ConstExpr::Value(ir::Value::I32(place.address.cast_signed()));
            let id = rest
                .data
                .add(DataKind::Active { memory, offset }, text.to_vec());
            rest.memories.get_mut(memory).data_segments.insert(id);
            text.fill(0);
        }
    }
}

/// Where the next thing begins.
fn end(begin: u32, begins: &BTreeSet<u32>) -> u32 {
    begins
        .range(begin + 1..)
        .next()
        .copied()
        .unwrap_or(u32::MAX)
}

/// Where a piece of memory begins, if that is a plain number.
fn base(kind: &DataKind) -> Option<u32> {
    match kind {
        DataKind::Active {
            offset: ConstExpr::Value(ir::Value::I32(base)),
            ..
        } => Some(base.cast_unsigned()),
        _ => None,
    }
}

/// The numbers in instructions that can be addresses.
#[derive(Default)]
struct Addresses(HashSet<u32>);

impl Addresses {
    fn add(&mut self, function: &LocalFunction) {
        dfs_in_order(self, function, function.entry_block());
    }
}

impl<'instr> Visitor<'instr> for Addresses {
    fn start_instr_seq(&mut self, sequence: &'instr ir::InstrSeq) {
        let mut before = 0_u32;
        for (instruction, _) in &sequence.instrs {
            let here = match instruction {
                Instr::Const(ir::Const {
                    value: ir::Value::I32(value),
                }) => value.cast_unsigned(),
                _ => 0,
            };
            self.0.insert(here);
            // What is loaded can stand behind the number before it, or at a place of its own.
            if let Instr::Load(ir::Load { arg, .. }) = instruction
                && let Ok(offset) = u32::try_from(arg.offset)
            {
                self.0.extend([offset, before.wrapping_add(offset)]);
            }
            before = here;
        }
    }
}

/// What stands in the memory when the program starts.
struct Memory<'m>(Vec<(u32, &'m [u8])>);

impl<'m> Memory<'m> {
    fn of(module: &'m Module) -> Self {
        let pieces = module.data.iter();
        Self(
            pieces
                .filter_map(|data| Some((base(&data.kind)?, data.value.as_slice())))
                .collect(),
        )
    }

    fn has(&self, address: u32) -> bool {
        !self.from(address).is_empty()
    }

    /// What stands at an address and behind it.
    fn from(&self, address: u32) -> &'m [u8] {
        let piece =
            |(base, bytes): &(u32, &'m [u8])| bytes.get(address.checked_sub(*base)? as usize..);
        self.0.iter().find_map(piece).unwrap_or_default()
    }

    fn word(&self, address: u32) -> Option<u32> {
        self.from(address)
            .first_chunk()
            .map(|word| u32::from_le_bytes(*word))
    }

    /// Every address that stands in the memory itself.
    fn pointers(&self) -> impl Iterator<Item = u32> {
        let words = self.0.iter().flat_map(|(base, bytes)| {
            self.words(*base, base + u32::try_from(bytes.len()).unwrap_or(0))
        });
        words.map(|(_, word)| word)
    }

    /// The addresses between two places, each with its own place.
    fn words(&self, begin: u32, end: u32) -> impl Iterator<Item = (u32, u32)> {
        let last = end.min(begin + u32::try_from(self.from(begin).len()).unwrap_or(0));
        (begin.next_multiple_of(4)..last)
            .step_by(4)
            .filter_map(|place| Some((place, self.word(place)?)))
            .filter(|(_, word)| self.has(*word))
    }

    /// Everything that is reached from some addresses, by where it begins.
    fn reach(&self, from: Vec<u32>, begins: &BTreeSet<u32>) -> BTreeSet<u32> {
        let mut found = BTreeSet::new();
        let mut open = from;
        while let Some(address) = open.pop() {
            let Some(begin) = begins.range(..=address).next_back().copied() else {
                continue;
            };
            if !found.insert(begin) {
                continue;
            }
            for (place, pointer) in self.words(begin, end(begin, begins)) {
                open.push(pointer);
                // A length often follows. What begins within it belongs to it.
                if let Some(length) = self.word(place + 4).filter(|length| *length < 0x1_0000) {
                    open.extend(begins.range(pointer..pointer.saturating_add(length)));
                }
            }
        }
        found
    }

    /// The plain texts between two places.
    fn texts(&self, begin: u32, end: u32) -> Vec<Place> {
        let bytes = self.from(begin);
        let bytes = &bytes[..bytes.len().min((end - begin) as usize)];
        let mut found = Vec::new();
        let mut at = 0;
        for run in bytes.split(|byte| !matches!(byte, b' '..=b'~')) {
            if let (true, Ok(offset)) = (run.len() >= SHORTEST, u32::try_from(at)) {
                found.push(Place {
                    address: begin + offset,
                    length: run.len(),
                });
            }
            at += run.len() + 1;
        }
        found
    }
}
