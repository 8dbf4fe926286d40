//! Names that are letters get the verdict of names that are spelled.

use cts_tracker::json::{self, Tree, write_string};
use cts_tracker::{Context, Member, NameForm, Options, Verdict, verdict};

const BODIES: [&str; 7] = [
    r#"{"tracker_type":"system","tracker_name":"system","agency_name":"cts_admin_trust","status":"enabled",
        "is_organization_tracker":true,"management_event_selector":{"exclude_service":["KMS"]},"is_lts_enabled":false,
        "obs_info":{"bucket_name":"logs-1","file_prefix_name":"a","is_obs_created":false,"compress_type":"gzip",
        "is_sort_by_service":true},"is_support_trace_files_encryption":true,
        "kms_id":"09101ce4-0430-79fd-356e-d8f91969d1f1","is_support_validate":true}"#,
    r#"{"tracker_type":"data","tracker_name":"orders","obs_info":{"bucket_name":"logs.1.","bucket_lifecycle":7},
        "data_bucket":{"data_bucket_name":"Orders","data_event":["READ","READ","x"]},"status":"disabled"}"#,
    r#"{"tracker_type":"systm","tracker_name":[],"status":null,"obs_info":{},"data_bucket":"x","kms_id":1}"#,
    r#"{"trackerType":{"a":1},"obs_info":{"bucket":"x","tracker_type":"a"},"id":"1","a/b~":[{}],"":2}"#,
    r#"{"management_event_selector":{"exclude_service":["KMS","\u7ba1\"\\",1,null,{}]},"is_lts_enabled":"yes"}"#,
    r#"{"tracker_type":"data","tracker_name":"\u6570\u636e","is_support_validate":{"tracker_type":"system"}}"#,
    "{}",
];

/// The value with a letter for each member of the table that stands where it belongs.
fn write(tree: &Tree, within: Option<Member>, is_known: bool, out: &mut String) {
    match tree {
        Tree::Object(members) => {
            out.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                let mut candidates = Member::within(within).filter(|_| is_known);
                if let Some(member) = candidates.find(|member| member.name() == name) {
                    out.push(char::from(b'a' - 1 + member as u8));
                    write(value, Some(member), true, out);
                } else {
                    write_string(name, out);
                    out.push(':');
                    write(value, None, false, out);
                }
            }
            out.push('}');
        }
        Tree::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, None, false, out);
            }
            out.push(']');
        }
        Tree::Null => out.push_str("null"),
        Tree::Boolean(boolean) => out.push_str(&boolean.to_string()),
        Tree::Number(digits) => out.push_str(digits),
        Tree::Text(text) => write_string(text, out),
    }
}

/// Everything that is said besides places in the text.
fn said(verdict: &Verdict<'_>) -> Vec<String> {
    let mut said = Vec::new();
    verdict.each(|breach| {
        let mut message = String::new();
        breach.message(cts_tracker::Locale::English, &mut message);
        let (rule, severity) = (breach.rule(), breach.severity());
        said.push(format!(
            "{rule:?} {severity:?} {:?} {message}",
            breach.path()
        ));
    });
    said
}

#[test]
fn letters_get_the_verdict_of_names() {
    let context = Context::default();
    let mut options = Options::default();
    for body in BODIES {
        options.set_names(NameForm::Spelled);
        let spelled = said(&verdict(body.as_bytes(), &context, &options));
        let mut letters = String::new();
        let tree = json::parse(body.as_bytes()).expect(body);
        write(&tree, None, true, &mut letters);
        options.set_names(NameForm::Letters);
        let found = said(&verdict(letters.as_bytes(), &context, &options));
        assert_eq!(found, spelled, "{letters}");
        assert_eq!(
            said(&verdict(body.as_bytes(), &context, &options)),
            spelled,
            "names may be spelled as well"
        );
    }
}

#[test]
fn letters_are_no_names_where_nobody_asked_for_them() {
    let options = Options::default();
    let context = Context::default();
    for text in [r#"{a"system"}"#, r#"{"obs_info":{j"logs"}}"#] {
        let found = said(&verdict(text.as_bytes(), &context, &options));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("BodySyntax"), "{found:?}");
    }
}
