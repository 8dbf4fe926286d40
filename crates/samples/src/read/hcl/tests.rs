//! What is read of the language, held against a parser of all of it.

use hcl_edit::expr::Expression;
use hcl_edit::structure::{BlockLabel, Body, Structure};
use proptest::prelude::*;

use super::{Attribute, Block, Failed, Item, Value, parse};

fn only(text: &str) -> Attribute<'_> {
    match parse(text) {
        Ok(mut items) if items.len() == 1 => match items.remove(0) {
            Item::Attribute(attribute) => attribute,
            other => panic!("{text}: {other:?}"),
        },
        other => panic!("{text}: {other:?}"),
    }
}

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

fn number(value: &str) -> Value {
    Value::Number(value.to_owned())
}

#[test]
fn constants_are_read() {
    let list = |items: &[Value]| Value::List(items.to_vec());
    for (source, value) in [
        ("true", Value::Boolean(true)),
        ("false", Value::Boolean(false)),
        ("null", Value::Null),
        ("30", number("30")),
        ("-1.5e+3", number("-1.5e+3")),
        (r#""""#, text("")),
        (
            r#""a\"\\\n\t\r\u5ba1\U0001f600'""#,
            text("a\"\\\n\t\r审😀'"),
        ),
        (
            r#""$${x} %%{y} $$${z} $ % $$ {}""#,
            text("${x} %{y} $${z} $ % $$ {}"),
        ),
        ("[]", list(&[])),
        (
            "[ # one\n \"a\", /* two */ 2,\n // three\n null,\n]",
            list(&[text("a"), number("2"), Value::Null]),
        ),
        (
            "[[true], \"x\"]",
            list(&[list(&[Value::Boolean(true)]), text("x")]),
        ),
        ("<<EOT\n  a \\n\n\n$${x}\nEOT", text("  a \\n\n\n${x}\n")),
        ("<<E\nE", text("")),
        (
            "<<-EOT\n    a\n\n   \n      b\n  EOT",
            text("a\n\n   \n  b\n"),
        ),
        ("<<-E\r\n\ta\r\n   b\r\nE", text("a\r\n  b\r\n")),
        (
            "[<<A\nx\nA\n, <<A\ny\n  A\n]",
            list(&[text("x\n"), text("y\n")]),
        ),
    ] {
        for end in ["", "\n", " # comment\n", "\r\n", " /* a\nb */ // c"] {
            // The line that ends a text of several lines has nothing else.
            if source.starts_with("<<") && end.starts_with(' ') {
                continue;
            }
            let text = ["name = ", source, end].concat();
            let found = only(&text);
            assert_eq!(found.value, value, "{text}");
            assert_eq!((found.name, found.source), ("name", source), "{text}");
        }
    }
}

#[test]
fn everything_else_stays_as_it_is_written() {
    for source in [
        "var.x",
        "local.a[0].b[\"}\"]",
        "true && false",
        "!true",
        "1 + 2",
        "- x",
        "\"a\" == \"b\" ? \"c\" : \"d\"",
        "\"${var.x}-logs\"",
        "\"${\"a ${\"}\"} \\\" b\"} # no comment\"",
        "\"%{ if x }a%{ endif }\"",
        "format(\"%s}\", \"x\")",
        "[for item in var.list : upper(item)]",
        "[var.x, \"a\"]",
        "{\n  a = \"}\" # }\n  \"b\" = [1]\n}",
        "jsonencode({\n  a = <<EOT\n}\nEOT\n})",
        "<<EOT\n${var.x}\nEOT",
        "(\n  1\n)",
        "nullable",
        "trueish.x",
    ] {
        for end in ["", "\n", " # comment", "\r\n"] {
            if source.starts_with("<<") && end.starts_with(' ') {
                continue;
            }
            let text = ["name = ", source, end].concat();
            let found = only(&text);
            assert_eq!(found.value, Value::Computed, "{text}");
            assert_eq!(found.source, source, "{text}");
        }
    }
}

#[test]
fn blocks_and_commands_are_told_from_each_other() {
    let file = "/* head\n*/ terraform {}\r\n\nresource \"a\" b-c {\n  x = 1 # one\n  inner { y = \"}\" }\n}\n\
                terraform import a.b-c 'id'\n  $ terraform import c.d e\nterraform import {\n}\n";
    let items = parse(file).expect("a file");
    let kinds: Vec<_> = items
        .iter()
        .map(|item| match item {
            Item::Block(block) => block.kind,
            Item::Command(command) => command,
            Item::Attribute(attribute) => attribute.name,
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "terraform",
            "resource",
            "terraform import a.b-c 'id'",
            "terraform import c.d e",
            "terraform"
        ]
    );
    let Item::Block(Block { labels, items, .. }) = &items[1] else {
        panic!("no block");
    };
    assert_eq!(labels, &["a", "b-c"]);
    assert_eq!(items.len(), 2);
}

#[test]
fn what_is_wrong_has_a_place() {
    let deep = ["x = ", &"[".repeat(100)].concat();
    for (text, place) in [
        ("x", 1),
        ("x =", 3),
        ("x = \n", 4),
        ("x = \"a", 6),
        ("x = \"a\n\"", 6),
        ("x = \"\\q\"", 5),
        ("x = [1, 2", 9),
        ("x = [1, (])", 9),
        ("x = <<EOT\na\n", 4),
        ("resource \"a\" {", 14),
        ("a {} b {}", 5),
        ("}", 0),
        ("= 1", 0),
        ("a /* b", 2),
        (&deep, 69),
    ] {
        assert_eq!(parse(text), Err(Failed(place)), "{text}");
    }
}

/// The value of an expression that the other parser takes for a constant.
fn constant(expression: &Expression) -> Option<Value> {
    Some(match expression {
        Expression::Null(_) => Value::Null,
        Expression::Bool(boolean) => Value::Boolean(*boolean.value()),
        Expression::Number(number) => Value::Number(number.value().to_string()),
        Expression::String(text) => Value::Text(text.value().clone()),
        Expression::Array(items) => {
            let items: Option<_> = items.iter().map(constant).collect();
            Value::List(items?)
        }
        Expression::HeredocTemplate(heredoc) => {
            let mut text = String::new();
            for element in &heredoc.template {
                text.push_str(element.as_literal()?);
            }
            Value::Text(text)
        }
        _ => return None,
    })
}

/// Numbers are written in more than one way.
fn plain(value: &Value) -> Value {
    match value {
        Value::Number(digits) => {
            let number: f64 = digits.parse().expect("a number");
            Value::Number(number.to_string())
        }
        Value::List(items) => Value::List(items.iter().map(plain).collect()),
        other => other.clone(),
    }
}

fn compare(items: &[Item<'_>], body: &Body, text: &str) {
    assert_eq!(items.len(), body.len(), "{text}");
    for (item, structure) in items.iter().zip(body) {
        match (item, structure) {
            (Item::Attribute(own), Structure::Attribute(other)) => {
                assert_eq!(own.name, other.key.as_str(), "{text}");
                if let Some(value) = constant(&other.value) {
                    assert_eq!(plain(&own.value), plain(&value), "{text}");
                }
            }
            (Item::Block(own), Structure::Block(other)) => {
                assert_eq!(own.kind, other.ident.as_str(), "{text}");
                let labels = other.labels.iter().map(BlockLabel::as_str);
                assert!(own.labels.iter().map(String::as_str).eq(labels), "{text}");
                compare(&own.items, &other.body, text);
            }
            other => panic!("{text}: {other:?}"),
        }
    }
}

/// Expressions, constant and other ones, some of them broken.
fn expression() -> impl Strategy<Value = String> {
    let leaf = || {
        let pieces = vec![
            "a",
            " ",
            "$",
            "%",
            "$${a}",
            "%%{a}",
            "\\n",
            "\\\"",
            "\\\\",
            "\\u5ba1",
            "'",
            "#",
            "//",
            "/*",
            "}",
            "{",
            "审",
            "😀",
            "${x}",
            "${\"}\"}",
            "%{ if x }a%{ endif }",
            "\"",
        ];
        let text = proptest::collection::vec(proptest::sample::select(pieces), 0..5);
        let text = text.prop_map(|pieces| format!("\"{}\"", pieces.concat()));
        // None without a line, with a line of spaces or with a carriage return: there the other parser
        // differs from the one of Terraform, whose values are in the tests above.
        let lines = vec![
            "  a\n", "b\n", "\n", "    c\n", "$${x}\n", "\\n\n", "\tt\n", "${x}\n", "E F\n",
        ];
        let lines = proptest::collection::vec(proptest::sample::select(lines), 1..4);
        let heredoc = (
            lines,
            proptest::sample::select(vec!["<<E\n", "<<-E\n"]),
            proptest::sample::select(vec!["", "  "]),
        )
            .prop_map(|(lines, begin, before)| [begin, &lines.concat(), before, "E"].concat());
        let other = vec![
            "true",
            "false",
            "null",
            "0",
            "17",
            "2.50",
            "-3",
            "1e3",
            "x",
            "var.x[0]",
            "f(1, \"}\")",
            "a ? b : c",
            "!x",
            "(\n1\n)",
            "{ a = 1 }",
            "{\n  a = \"}\"\n}",
            "[for x in y : x]",
            "1 + 2",
            "",
            "1a",
            "-x",
        ];
        prop_oneof![3 => text, 2 => heredoc, 4 => proptest::sample::select(other).prop_map(str::to_owned)]
    };
    leaf().prop_recursive(2, 8, 4, |inner| {
        let between = proptest::sample::select(vec![", ", ",\n", " , # c\n", "\n,", ",/* c */"]);
        (
            proptest::collection::vec(inner, 0..4),
            between,
            any::<bool>(),
        )
            .prop_map(|(mut items, between, ends)| {
                // The line that ends a text of several lines has nothing else.
                for item in items.iter_mut().filter(|item| item.starts_with("<<")) {
                    item.push('\n');
                }
                let end = if ends { between } else { "" };
                format!("[\n{}{end}]", items.join(between))
            })
    })
}

fn file() -> impl Strategy<Value = String> {
    let end = || {
        proptest::sample::select(vec![
            "\n",
            "\n",
            "\n\n",
            "\r\n",
            " # c\n",
            " // c\n",
            " /* c\n */\n",
            "",
        ])
    };
    let equals = proptest::sample::select(vec![" = ", "=", " /* c */ = "]);
    let name = || proptest::sample::select((b'a'..=b'z').map(char::from).collect::<Vec<_>>());
    let attribute = (name(), equals, expression(), end()).prop_map(|(name, equals, value, end)| {
        let end = if value.starts_with("<<") { "\n" } else { end };
        format!("{name}-1{equals}{value}{end}")
    });
    attribute.prop_recursive(3, 16, 4, move |inner| {
        let label = proptest::sample::select(vec!["", " \"l\"", " l \"m-\\u5ba1\"", " \"$\""]);
        let begin = proptest::sample::select(vec![" {\n", " {", "{ # c\n"]);
        (
            proptest::collection::vec(inner, 0..4),
            label,
            begin,
            name(),
            end(),
        )
            .prop_map(|(inner, label, begin, name, end)| {
                format!("{name}{label}{begin}{}}}{end}", inner.concat())
            })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_the_other_parser_reads_is_read_the_same(text in file()) {
        if let Ok(body) = hcl_edit::parser::parse_body(&text) {
            match parse(&text) {
                Ok(items) => compare(&items, &body, &text),
                Err(failed) => prop_assert!(false, "{:?}: {}", failed, text),
            }
        }
    }
}
