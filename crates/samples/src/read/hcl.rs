//! The language of Terraform, as far as constant values go.
//!
//! Blocks, attributes, comments, texts, heredocs, numbers and lists are read; every other expression
//! is passed over and stays as its source. Nothing is worked out. After the specification of HCL:
//! <https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md>.

use alloc::string::String;
use alloc::vec::Vec;

mod expression;
mod scanner;
mod template;

use scanner::Scanner;

/// How deep blocks, lists and templates may be nested.
const DEEPEST: usize = 64;

/// What a body consists of.
#[derive(Debug, PartialEq)]
pub(super) enum Item<'t> {
    Attribute(Attribute<'t>),
    Block(Block<'t>),
    /// A line that is no part of the language: `terraform import`, as it is typed beside the file.
    Command(&'t str),
}

/// A name with a value.
#[derive(Debug, PartialEq)]
pub(super) struct Attribute<'t> {
    pub(super) name: &'t str,
    pub(super) value: Value,
    /// The expression as it is written.
    pub(super) source: &'t str,
}

/// A block with what stands in its braces.
#[derive(Debug, PartialEq)]
pub(super) struct Block<'t> {
    pub(super) kind: &'t str,
    pub(super) labels: Vec<String>,
    pub(super) items: Vec<Item<'t>>,
}

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Null,
    Boolean(bool),
    /// As it is written.
    Number(String),
    Text(String),
    List(Vec<Value>),
    /// Something that is only known where it is worked out.
    Computed,
}

/// A text that is no HCL from this byte on.
#[derive(Debug, PartialEq)]
pub(super) struct Failed(pub(super) usize);

type Result<T> = core::result::Result<T, Failed>;

/// Reads a file.
pub(super) fn parse(text: &str) -> Result<Vec<Item<'_>>> {
    let mut scanner = Scanner::new(text);
    let items = items(&mut scanner, 0)?;
    if scanner.is_done() {
        Ok(items)
    } else {
        Err(scanner.failed())
    }
}

/// Reads items up to a closing brace or the end.
fn items<'t>(scanner: &mut Scanner<'t>, depth: usize) -> Result<Vec<Item<'t>>> {
    let mut items = Vec::new();
    loop {
        scanner.skip_lines()?;
        if scanner.is_done() || scanner.peek() == Some('}') {
            return Ok(items);
        }
        if let Some(command) = (depth == 0).then(|| scanner.command()).flatten() {
            items.push(Item::Command(command));
            continue;
        }
        items.push(item(scanner, depth)?);
        // In a block that is one line the brace may follow at once.
        scanner.skip_space()?;
        if !scanner.is_at_end_of_line() && scanner.peek() != Some('}') {
            return Err(scanner.failed());
        }
    }
}

fn item<'t>(scanner: &mut Scanner<'t>, depth: usize) -> Result<Item<'t>> {
    if depth > DEEPEST {
        return Err(scanner.failed());
    }
    let name = scanner.identifier()?;
    scanner.skip_space()?;
    if scanner.peek() == Some('=') && scanner.peek_second() != Some('=') {
        scanner.take();
        scanner.skip_space()?;
        let (value, source) = expression::read(scanner)?;
        return Ok(Item::Attribute(Attribute {
            name,
            value,
            source,
        }));
    }
    let mut labels = Vec::new();
    loop {
        scanner.skip_space()?;
        match scanner.peek() {
            Some('{') => break,
            Some('"') => match template::quoted(scanner)? {
                Some(label) => labels.push(label),
                None => return Err(scanner.failed()),
            },
            _ => labels.push(scanner.identifier()?.into()),
        }
    }
    scanner.take();
    let items = items(scanner, depth + 1)?;
    if scanner.peek() != Some('}') {
        return Err(scanner.failed());
    }
    scanner.take();
    Ok(Item::Block(Block {
        kind: name,
        labels,
        items,
    }))
}

#[cfg(test)]
mod tests;
