//! Numbers of JSON as JavaScript keeps and writes them.

use alloc::format;
use alloc::string::String;

/// The largest whole number that JavaScript keeps as it is: 2 to the power of 53, less 1.
pub(super) const LARGEST: u64 = 9_007_199_254_740_991;

/// A number as JavaScript writes it, or `None` where it may not keep its value.
///
/// JavaScript keeps numbers as IEEE 754 doubles. These hold every whole number up to [`LARGEST`],
/// and every number of up to 15 digits within their range, so that writing gives back what
/// was read. A negative zero would lose its sign.
pub(super) fn kept(digits: &str) -> Option<String> {
    let (sign, number) = match digits.strip_prefix('-') {
        Some(number) => ("-", number),
        None => ("", digits),
    };
    if number.parse::<u64>().is_ok_and(|number| number <= LARGEST) {
        return (digits != "-0").then(|| digits.into());
    }
    let (mantissa, exponent) = match number.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse().ok()?),
        None => (number, 0_i32),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let significant = all.trim_start_matches('0');
    if significant.is_empty() {
        return sign.is_empty().then(|| "0".into());
    }
    let leading = i32::try_from(all.len() - significant.len()).ok()?;
    // The number is 0.significant times 10 to the power of this.
    let point = i32::try_from(whole.len())
        .ok()?
        .checked_sub(leading)?
        .checked_add(exponent)?;
    let significant = significant.trim_end_matches('0');
    if significant.len() > 15 || !(-300..=300).contains(&point) {
        return None;
    }
    Some(format!("{sign}{}", written(significant, point)))
}

/// Writes 0.`digits` times 10 to the power of `point`, in the shortest of the usual ways.
fn written(digits: &str, point: i32) -> String {
    let length = digits.len();
    match usize::try_from(point) {
        Ok(place @ 1..=21) if place >= length => format!("{digits}{}", "0".repeat(place - length)),
        Ok(place @ 1..=21) => format!("{}.{}", &digits[..place], &digits[place..]),
        _ if (-5..=0).contains(&point) => {
            let zeros = "0".repeat(usize::try_from(-point).unwrap_or_default());
            format!("0.{zeros}{digits}")
        }
        _ => {
            let (first, rest) = digits.split_at(1);
            let stop = if rest.is_empty() { "" } else { "." };
            format!("{first}{stop}{rest}e{}", point - 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::kept;

    #[test]
    fn what_javascript_keeps_is_written_as_it_writes_it() {
        for (digits, expected) in [
            ("0", "0"),
            ("-12", "-12"),
            ("0.5", "0.5"),
            ("-1.50", "-1.5"),
            ("2e3", "2000"),
            ("2E+3", "2000"),
            ("6e1", "60"),
            ("1.0", "1"),
            ("0.0e9", "0"),
            ("12.5e-1", "1.25"),
            ("1e20", "100000000000000000000"),
            ("1e21", "1e21"),
            ("123e25", "1.23e27"),
            ("0.000001", "0.000001"),
            ("1e-7", "1e-7"),
            ("9007199254740991", "9007199254740991"),
        ] {
            let written = kept(digits).expect(digits);
            assert_eq!(written, expected, "{digits}");
            let same = written.parse::<f64>() == digits.parse::<f64>();
            assert!(same, "{digits}");
        }
    }

    #[test]
    fn what_javascript_may_change_is_not_kept() {
        for digits in [
            "-0",
            "-0.0",
            "-0e5",
            "9007199254740993",
            "123456789012345678901",
            "0.1234567890123456",
            "1e400",
            "1e-400",
            "1e99999999999",
        ] {
            assert_eq!(kept(digits), None, "{digits}");
        }
    }
}
