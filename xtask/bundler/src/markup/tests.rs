use super::{Inventory, inventory, rewrite};
use crate::error::Error;

const PAGE: &str = r#"<!doctype html>
<!-- for readers -->
<html lang="en"><head>
<link data-trunk rel="icon" href="static/icon.svg" type="image/svg+xml">
<link data-trunk rel="copy-file" href="static/a.txt" data-target-path="b"/>
<link rel="help" href="help.html">
</head><body></body></html>"#;

#[test]
fn instructions_are_replaced_and_all_else_is_kept() {
    let mut seen = Vec::new();
    let made = rewrite(PAGE, false, |link| {
        seen.push((
            link.rel.clone(),
            link.href.clone(),
            link.target_path.clone(),
        ));
        Ok(format!("<{}>", link.rel))
    });
    let made = made.expect("the page is well formed");
    assert_eq!(
        seen,
        [
            ("icon".into(), "static/icon.svg".into(), None),
            ("copy-file".into(), "static/a.txt".into(), Some("b".into())),
        ]
    );
    assert!(
        made.contains("<icon>\n<copy-file>\n<link rel=\"help\" href=\"help.html\">"),
        "{made}"
    );
    assert!(made.contains("<!-- for readers -->"));
}

#[test]
fn attributes_that_are_not_instructions_are_handed_over() {
    let mut kept = Vec::new();
    rewrite(PAGE, false, |link| {
        kept.push(link.kept.clone());
        Ok(String::new())
    })
    .expect("the page is well formed");
    assert_eq!(
        kept,
        [
            vec![("type".to_owned(), "image/svg+xml".to_owned())],
            vec![]
        ]
    );
}

#[test]
fn a_script_is_an_instruction_too() {
    let mut seen = Vec::new();
    let made = rewrite(
        "<p><script data-trunk src=\"a.js\" defer></script></p>",
        false,
        |link| {
            seen.push(link.clone());
            Ok("<made>".to_owned())
        },
    );
    assert_eq!(made.expect("well formed"), "<p><made></p>");
    assert_eq!(
        (seen[0].rel.as_str(), seen[0].href.as_str()),
        ("script", "a.js")
    );
    assert_eq!(seen[0].kept, [("defer".to_owned(), String::new())]);
}

#[test]
fn comments_go_when_asked_to() {
    let made = rewrite(PAGE, true, |_| Ok(String::new())).expect("the page is well formed");
    assert!(!made.contains("for readers"));
    assert!(made.starts_with("<!doctype html>"));
}

#[test]
fn an_error_names_its_cause() {
    let error = rewrite(PAGE, false, |_| Err(Error::new("no such file"))).expect_err("refused");
    assert!(error.to_string().contains("no such file"), "{error}");
    let error = rewrite("<style data-trunk></style>", false, |_| Ok(String::new()));
    let error = error.expect_err("refused");
    assert!(error.to_string().contains("<style data-trunk>"), "{error}");
}

#[test]
fn inventory_lists_what_is_loaded() {
    let found = inventory(
        r#"<link rel="stylesheet" href="./a.css"><link rel="shortcut icon" href="./i.svg">
        <link rel="canonical" href="/x"><script type="module" src="./b.js"></script><img src="c.png">"#,
    );
    let found = found.expect("readable");
    assert_eq!(found.loads, ["./a.css", "./i.svg", "./b.js", "c.png"]);
    assert_eq!(found.inline, [""; 0]);
}

#[test]
fn inventory_finds_what_a_strict_policy_refuses() {
    let found = inventory(
        r#"<style>a{}</style><script>1</script><p style="color:red" onclick="f()">a</p>"#,
    );
    let expected = Inventory {
        loads: vec![],
        inline: [
            "<style>",
            "<script> without src",
            "<p style=…>",
            "<p onclick=…>",
        ]
        .map(str::to_owned)
        .to_vec(),
    };
    assert_eq!(found.expect("readable"), expected);
}
