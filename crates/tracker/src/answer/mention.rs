//! Members that a message names.

use alloc::vec::Vec;

use crate::table::Member;

/// The members that a message names as whole words, in the order of the table.
///
/// Only names with an underscore count: `status` is an ordinary word of English, too.
pub(super) fn mentioned(message: &str) -> Vec<Member> {
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let words: Vec<&str> = message
        .split(|character: char| !u8::try_from(character).is_ok_and(word))
        .filter(|part| part.contains('_'))
        .collect();
    Member::ALL
        .into_iter()
        .filter(|member| words.contains(&member.name()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::mentioned;
    use crate::table::Member;

    #[test]
    fn whole_names_count_and_parts_do_not() {
        let cases: [(&str, &[Member]); 7] = [
            ("The kms_id is empty.", &[Member::KmsId]),
            (
                "obs_info.bucket_name: wrong",
                &[Member::ObsInfo, Member::BucketName],
            ),
            ("data_bucket_name", &[Member::DataBucketName]),
            ("参数data_event错误", &[Member::DataEvent]),
            ("The status code is 400.", &[]),
            ("my_kms_id KMS_ID kms_ids kms-id", &[]),
            ("", &[]),
        ];
        for (message, expected) in cases {
            assert_eq!(mentioned(message), expected, "{message}");
        }
    }
}
