//! Parses the `Retry-After` header (RFC 9110 section 10.2.3) as a duration.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, header};

/// Minimum delay before retrying: the seconds in the header, or the time until its date, zero for a past date.
/// Of several values, as in `7, 9`, the longest counts. `None` without a valid value.
///
/// A date is relative to the response's own `Date`, so that a wrong client clock does no harm. Only without a valid
/// `Date`, `now` is called instead.
pub(super) fn retry_after(
    headers: &HeaderMap,
    now: impl Fn() -> Option<SystemTime>,
) -> Option<Duration> {
    let values = headers.get_all(header::RETRY_AFTER).iter();
    let waits = values.filter_map(|value| {
        let value = value.to_str().ok()?.trim();
        let Some(date) = date_of(value) else {
            // A malformed date may contain a comma too, so a list must consist of numbers only.
            let mut waits = value.split(',').map(seconds);
            let longest = waits.try_fold(0, |longest, wait| Some(longest.max(wait?)));
            return longest.map(Duration::from_secs);
        };
        let sent = headers
            .get(header::DATE)
            .and_then(|sent| sent.to_str().ok());
        let start = match sent.and_then(date_of) {
            Some(sent) => sent,
            None => now()?,
        };
        let wait = date.duration_since(start).unwrap_or_default();
        let started = u64::from(wait.subsec_nanos() > 0);
        Some(Duration::from_secs(wait.as_secs().saturating_add(started)))
    });
    waits.max()
}

/// A number of seconds, rounded up and saturating.
fn seconds(value: &str) -> Option<u64> {
    let is_number =
        |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = value.trim().split_once('.').unwrap_or((value.trim(), "0"));
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let started = u64::from(fraction.bytes().any(|digit| digit != b'0'));
    Some(whole.parse().unwrap_or(u64::MAX).saturating_add(started))
}

/// The current time; `None` on `wasm32-unknown-unknown`, where `SystemTime::now` panics.
#[cfg(not(all(target_arch = "wasm32", target_os = "unknown")))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "there is a target without a clock"
)]
pub(super) fn now() -> Option<SystemTime> {
    Some(SystemTime::now())
}

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
pub(super) fn now() -> Option<SystemTime> {
    None
}

/// A date in one of the three formats of RFC 9110 section 5.6.7.
fn date_of(value: &str) -> Option<SystemTime> {
    // RFC 9110 allows a leap second, which is always at the end of a day and which `httpdate` rejects.
    if value.contains(LEAP_SECOND) {
        let before = date_of(&value.replace(LEAP_SECOND, "23:59:59"))?;
        return before.checked_add(Duration::from_secs(1));
    }
    httpdate::parse_http_date(value.trim()).ok()
}

const LEAP_SECOND: &str = "23:59:60";

#[cfg(test)]
mod tests {
    use super::*;

    /// 1994-11-06T08:49:37Z, the moment of RFC 9110's own examples.
    const NOW: Duration = Duration::from_secs(784_111_777);

    fn wait_of(value: &str, date: Option<&str>) -> Option<u64> {
        let mut headers = HeaderMap::new();
        headers.insert(header::RETRY_AFTER, value.parse().unwrap());
        if let Some(date) = date {
            headers.insert(header::DATE, date.parse().unwrap());
        }
        retry_after(&headers, || Some(SystemTime::UNIX_EPOCH + NOW)).map(|wait| wait.as_secs())
    }

    #[test]
    fn seconds_are_read_and_saturate_at_64_bits() {
        assert_eq!(wait_of("0", None), Some(0));
        assert_eq!(wait_of("120", None), Some(120));
        assert_eq!(wait_of("18446744073709551615", None), Some(u64::MAX));
        assert_eq!(wait_of("99999999999999999999999", None), Some(u64::MAX));
    }

    #[test]
    fn all_three_date_forms_are_measured_against_the_response_date() {
        let date = Some("Sun, 06 Nov 1994 08:48:37 GMT");
        assert_eq!(wait_of("Sun, 06 Nov 1994 08:49:37 GMT", date), Some(60));
        assert_eq!(wait_of("Sunday, 06-Nov-94 08:49:37 GMT", date), Some(60));
        assert_eq!(wait_of("Sun Nov  6 08:49:37 1994", date), Some(60));
        assert_eq!(
            wait_of(
                "Sun, 06 Nov 1994 08:49:37 GMT",
                Some("Sunday, 06-Nov-94 08:48:36 GMT")
            ),
            Some(61)
        );
    }

    #[test]
    fn without_a_readable_date_header_the_wait_starts_now() {
        assert_eq!(wait_of("Sun, 06 Nov 1994 08:50:07 GMT", None), Some(30));
        assert_eq!(
            wait_of("Sun, 06 Nov 1994 08:50:07 GMT", Some("today")),
            Some(30)
        );
    }

    #[test]
    fn a_part_of_a_second_until_a_date_is_a_second() {
        let mut headers = HeaderMap::new();
        let date = "Sun, 06 Nov 1994 08:49:40 GMT".parse().unwrap();
        headers.insert(header::RETRY_AFTER, date);
        let now = || Some(SystemTime::UNIX_EPOCH + NOW + Duration::from_millis(1));
        assert_eq!(retry_after(&headers, now), Some(Duration::from_secs(3)));
    }

    #[test]
    fn a_past_date_is_no_wait() {
        assert_eq!(wait_of("Sun, 06 Nov 1994 08:00:00 GMT", None), Some(0));
    }

    #[test]
    fn a_header_that_cannot_be_read_is_none() {
        for value in [
            "",
            " ",
            "soon",
            "-1",
            "+1",
            "1.",
            ".5",
            "1.5.2",
            "1.-5",
            ",",
            "1e3",
            "12 s",
            "0x10",
            "١٢",
            "Sun, 99 Nov 1994 08:49:37 GMT",
            "Tuesday, 994",
            "7, soon",
            "soon, 7",
        ] {
            assert_eq!(wait_of_bytes(value.as_bytes()), None, "{value}");
        }
        assert_eq!(wait_of_bytes(b"\xff\xfe"), None);
        assert_eq!(retry_after(&HeaderMap::new(), now), None);
    }

    fn wait_of_bytes(value: &[u8]) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::RETRY_AFTER,
            http::HeaderValue::from_bytes(value).unwrap(),
        );
        retry_after(&headers, now)
    }

    #[test]
    fn the_longest_wait_counts_and_fractions_are_rounded_up() {
        for (value, seconds) in [
            ("7, 9", 9),
            ("9,7", 9),
            ("0.503", 1),
            ("2.0", 2),
            ("2.000000001", 3),
            ("18446744073709551615.5", u64::MAX),
        ] {
            assert_eq!(wait_of(value, None), Some(seconds), "{value}");
        }
        let mut headers = HeaderMap::new();
        for value in ["1", "60", "soon", "Sun, 06 Nov 1994 08:49:47 GMT"] {
            headers.append(header::RETRY_AFTER, value.parse().unwrap());
        }
        let now = || Some(SystemTime::UNIX_EPOCH + NOW);
        assert_eq!(retry_after(&headers, now), Some(Duration::from_secs(60)));
        headers.append(
            header::RETRY_AFTER,
            "Sun, 06 Nov 1994 08:51:37 GMT".parse().unwrap(),
        );
        assert_eq!(retry_after(&headers, now), Some(Duration::from_secs(120)));
    }

    #[test]
    fn a_leap_second_is_a_second() {
        let date = Some("Sat, 31 Dec 2016 23:59:30 GMT");
        for leap in [
            "Sat, 31 Dec 2016 23:59:60 GMT",
            "Saturday, 31-Dec-16 23:59:60 GMT",
            "Sat Dec 31 23:59:60 2016",
        ] {
            assert_eq!(wait_of(leap, date), Some(30), "{leap}");
        }
        let leap = Some("Sat, 31 Dec 2016 23:59:60 GMT");
        assert_eq!(wait_of("Sun, 01 Jan 2017 00:00:07 GMT", leap), Some(7));
        assert_eq!(wait_of("Sun, 01 Jan 2017 12:00:60 GMT", date), None);
        assert_eq!(wait_of("Sun, 01 Jan 2017 23:59:61 GMT", date), None);
    }

    #[test]
    fn a_date_before_1970_is_not_read() {
        for past in [
            "Sun, 06 Nov 1960 08:49:37 GMT",
            "Sat, 01 Jan 0000 00:00:00 GMT",
        ] {
            assert_eq!(wait_of(past, None), None, "{past}");
        }
        let date = Some("Wed, 31 Dec 1969 23:59:59 GMT");
        assert_eq!(wait_of("Sun, 06 Nov 1994 08:49:47 GMT", date), Some(10));
    }

    #[test]
    fn the_clock_is_that_of_the_system() {
        let before = SystemTime::now();
        let now = now().unwrap();
        assert!(before <= now && now <= SystemTime::now());
    }

    #[test]
    fn the_clock_is_read_only_for_a_date_without_a_date_header() {
        let mut headers = HeaderMap::new();
        let unasked = || -> Option<SystemTime> { panic!("nobody needs the time") };
        assert_eq!(retry_after(&headers, unasked), None);
        for value in ["7", "soon", ""] {
            headers.insert(header::RETRY_AFTER, value.parse().unwrap());
            retry_after(&headers, unasked);
        }
        let date: http::HeaderValue = "Sun, 06 Nov 1994 08:49:37 GMT".parse().unwrap();
        headers.insert(header::RETRY_AFTER, date.clone());
        // Without a clock the delay is unknown.
        assert_eq!(retry_after(&headers, || None), None);
        headers.insert(header::DATE, date);
        assert_eq!(retry_after(&headers, unasked), Some(Duration::ZERO));
    }
}
