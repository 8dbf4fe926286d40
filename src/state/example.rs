//! The example of an object path in the transfer bucket.

use cts_tracker::{Draft, Locale, Member, TrackerType};

use crate::texts::steps;

/// How the service names a trace file, for the settings of a draft.
///
/// The folders are those that the console shows and the user guide lists (bucket, `CloudTraces`,
/// region, year, month, day, tracker, service), the name is that of the page "Querying archived
/// traces": prefix, `CloudTrace`, region, time and random characters. What is not chosen yet
/// stands in angle brackets.
pub(crate) fn object_path(draft: &Draft, region: &str, locale: Locale) -> String {
    let or_hole = |text: &str, hole: cts_tracker::Text| {
        if text.is_empty() {
            ["<", hole.get(locale), ">"].concat()
        } else {
            text.to_owned()
        }
    };
    let text = |member| draft.text(member).unwrap_or_default();
    let region = or_hole(region, steps::EXAMPLE_REGION);
    let tracker = or_hole(text(Member::TrackerName), steps::EXAMPLE_TRACKER);
    let bucket = or_hole(text(Member::BucketName), steps::EXAMPLE_BUCKET);
    let service = match (draft.boolean(Member::IsSortByService), draft.tracker_type()) {
        (Some(false), _) => "",
        (_, Some(TrackerType::Data)) => "OBS/",
        _ => "ECS/",
    };
    let prefix = match text(Member::FilePrefixName) {
        "" => String::new(),
        prefix => [prefix, "_"].concat(),
    };
    let end = if text(Member::CompressType) == "json" {
        ".json"
    } else {
        ".json.gz"
    };
    [
        &bucket,
        "/CloudTraces/",
        &region,
        "/2026/1/31/",
        &tracker,
        "/",
        service,
        &prefix,
        "CloudTrace_",
        &region,
        "_2026-01-31T08-15-00Z_21d36ced8c8af71e",
        end,
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use cts_tracker::{Draft, Locale, Member, Sample, Value};

    use super::object_path;

    #[test]
    fn the_settings_show_in_the_path() {
        let mut draft = Draft::sample(Sample::Management);
        let path = object_path(&draft, "cn-north-4", Locale::English);
        assert_eq!(
            path,
            "test-data-tracker/CloudTraces/cn-north-4/2026/1/31/system/ECS/\
             11_CloudTrace_cn-north-4_2026-01-31T08-15-00Z_21d36ced8c8af71e.json.gz"
        );
        draft.set(Member::IsSortByService, Some(Value::Boolean(false)));
        draft.set(Member::CompressType, Some(Value::Text("json".to_owned())));
        draft.set(Member::FilePrefixName, None);
        draft.set(Member::BucketName, None);
        let path = object_path(&draft, "", Locale::SimplifiedChinese);
        assert_eq!(
            path,
            "<桶>/CloudTraces/<区域>/2026/1/31/system/\
             CloudTrace_<区域>_2026-01-31T08-15-00Z_21d36ced8c8af71e.json"
        );
    }
}
