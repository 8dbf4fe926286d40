use super::{SchemaDraft, json_schema, open_api};
use crate::table::Member;
use crate::text::Locale;

fn value(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn the_schema_has_every_member_of_the_body() {
    for draft in [SchemaDraft::Draft202012, SchemaDraft::Draft07] {
        for locale in Locale::ALL {
            let schema = value(&json_schema(draft, locale));
            for member in Member::ALL.into_iter().skip(1) {
                let pointer = format!("/properties{}", member.pointer());
                let pointer = match member.parent() {
                    Some(parent) => {
                        format!("/properties/{}/properties/{}", parent.name(), member.name())
                    }
                    None => pointer,
                };
                let property = schema.pointer(&pointer).expect(&pointer);
                assert_eq!(property["title"], member.entry().label.get(locale));
            }
            assert_eq!(
                schema["required"],
                serde_json::json!(["tracker_type", "tracker_name"])
            );
        }
    }
}

#[test]
fn the_document_refers_to_what_it_has() {
    let document = value(&open_api(Locale::English));
    let operation = &document["paths"]["/v3/{project_id}/tracker"]["put"];
    let reference = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
        .as_str()
        .expect("a reference");
    assert!(
        document
            .pointer(reference.trim_start_matches('#'))
            .is_some()
    );
    assert_eq!(document["servers"].as_array().map(Vec::len), Some(34));
    assert_eq!(
        operation["responses"].as_object().map(serde_json::Map::len),
        Some(7)
    );
}
