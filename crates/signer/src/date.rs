//! The time of signing.

use std::fmt;

/// A time in UTC with seconds, written `yyyyMMddTHHmmssZ` in the header `X-Sdk-Date`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SdkDate {
    /// Seconds since 1970-01-01T00:00:00Z; the years 0000 to 9999 only, so that the text has 16 characters.
    seconds: i64,
}

const DAY: i64 = 86_400;
const FIRST: i64 = -62_167_219_200;
const LAST: i64 = 253_402_300_799;

impl SdkDate {
    /// The date that many seconds after 1970-01-01T00:00:00Z; `None` outside the years 0000 to 9999.
    #[must_use]
    pub fn from_unix(seconds: i64) -> Option<Self> {
        (FIRST..=LAST)
            .contains(&seconds)
            .then_some(Self { seconds })
    }

    /// Reads the form of the header, for instance `20241108T120000Z`. `None` for any other text, also for
    /// a date that does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 16 || bytes[8] != b'T' || bytes[15] != b'Z' {
            return None;
        }
        let number = |from: usize, to: usize| -> Option<i64> {
            bytes[from..to].iter().try_fold(0_i64, |sum, digit| {
                digit
                    .is_ascii_digit()
                    .then(|| sum * 10 + i64::from(digit - b'0'))
            })
        };
        let (year, month, day) = (number(0, 4)?, number(4, 6)?, number(6, 8)?);
        let (hour, minute, second) = (number(9, 11)?, number(11, 13)?, number(13, 15)?);
        if !(1..=12).contains(&month) || hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let days = days_from_civil(year, month, day);
        // A day that the month does not have comes back as another date.
        if day == 0 || civil_from_days(days) != (year, month, day) {
            return None;
        }
        Self::from_unix(days * DAY + hour * 3_600 + minute * 60 + second)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn unix(self) -> i64 {
        self.seconds
    }
}

impl fmt::Display for SdkDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.seconds.div_euclid(DAY));
        let time = self.seconds.rem_euclid(DAY);
        let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60);
        write!(
            f,
            "{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z"
        )
    }
}

/// Days since 1970-01-01 of a date in the Gregorian calendar. The year is counted from March, so that the
/// leap day is the last day of a year; 400 years have 146 097 days.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The date that `days_from_civil` counts to `days`.
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_dates() {
        for (text, seconds) in [
            ("19700101T000000Z", 0),
            ("20241108T120000Z", 1_731_067_200),
            ("20191115T033655Z", 1_573_789_015),
            ("20000229T235959Z", 951_868_799),
            ("19691231T235959Z", -1),
            ("00000101T000000Z", FIRST),
            ("99991231T235959Z", LAST),
        ] {
            let date = SdkDate::parse(text);
            assert_eq!(date.map(SdkDate::unix), Some(seconds), "{text}");
            assert_eq!(date.map(|date| date.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        for day in 0..146_097 {
            let date = SdkDate::from_unix(day * DAY + 43_210).expect("in range");
            assert_eq!(SdkDate::parse(&date.to_string()), Some(date));
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "2024-11-08T12:00",
            "20241108T120000",
            "20241108 120000Z",
            "20241308T120000Z",
            "20241100T120000Z",
            "20230229T120000Z",
            "19000229T120000Z",
            "20241108T240000Z",
            "20241108T126000Z",
            "20241108T120060Z",
            "2024110８T12000Z",
            "+0241108T120000Z",
        ] {
            assert_eq!(SdkDate::parse(text), None, "{text}");
        }
        assert_eq!(SdkDate::from_unix(LAST + 1), None);
        assert_eq!(SdkDate::from_unix(FIRST - 1), None);
    }
}
