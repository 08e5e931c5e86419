//! The `Retry-After` header (RFC 9110 section 10.2.3) as a duration.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, HeaderName, header};

/// The least time to wait: the seconds that the header says, or the time until its date, zero for a
/// past one. `None` without the header, and where it says something else.
///
/// A date is measured against the response's own `Date`, so that the client's clock does not count;
/// against `now` where that is missing or unreadable.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let value = text(headers, header::RETRY_AFTER)?;
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // Only a number beyond 64 bits fails to parse.
        return Some(Duration::from_secs(value.parse().unwrap_or(u64::MAX)));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    let sent = text(headers, header::DATE)
        .and_then(|date| httpdate::parse_http_date(date).ok())
        .unwrap_or(now);
    Some(date.duration_since(sent).unwrap_or_default())
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    Some(headers.get(name)?.to_str().ok()?.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 1994-11-06T08:49:37Z, the moment of RFC 9110's own examples.
    const NOW: Duration = Duration::from_secs(784_111_777);

    fn wait(value: &str, date: Option<&str>) -> Option<u64> {
        let mut headers = HeaderMap::new();
        headers.insert(header::RETRY_AFTER, value.parse().unwrap());
        if let Some(date) = date {
            headers.insert(header::DATE, date.parse().unwrap());
        }
        retry_after(&headers, SystemTime::UNIX_EPOCH + NOW).map(|wait| wait.as_secs())
    }

    #[test]
    fn seconds_are_taken_as_they_are_and_saturate() {
        assert_eq!(wait("0", None), Some(0));
        assert_eq!(wait("120", None), Some(120));
        assert_eq!(wait("18446744073709551615", None), Some(u64::MAX));
        assert_eq!(wait("99999999999999999999999", None), Some(u64::MAX));
    }

    #[test]
    fn all_three_date_forms_are_measured_against_the_response_date() {
        let date = Some("Sun, 06 Nov 1994 08:48:37 GMT");
        assert_eq!(wait("Sun, 06 Nov 1994 08:49:37 GMT", date), Some(60));
        assert_eq!(wait("Sunday, 06-Nov-94 08:49:37 GMT", date), Some(60));
        assert_eq!(wait("Sun Nov  6 08:49:37 1994", date), Some(60));
        assert_eq!(
            wait(
                "Sun, 06 Nov 1994 08:49:37 GMT",
                Some("Sunday, 06-Nov-94 08:48:36 GMT")
            ),
            Some(61)
        );
    }

    #[test]
    fn without_a_readable_date_the_clock_counts() {
        assert_eq!(wait("Sun, 06 Nov 1994 08:50:07 GMT", None), Some(30));
        assert_eq!(
            wait("Sun, 06 Nov 1994 08:50:07 GMT", Some("today")),
            Some(30)
        );
    }

    #[test]
    fn a_past_date_is_no_wait() {
        assert_eq!(wait("Sun, 06 Nov 1994 08:00:00 GMT", None), Some(0));
    }

    #[test]
    fn nonsense_is_none() {
        for value in [
            "",
            " ",
            "soon",
            "-1",
            "+1",
            "1.5",
            "1e3",
            "12 s",
            "0x10",
            "١٢",
            "Sun, 99 Nov 1994 08:49:37 GMT",
        ] {
            assert_eq!(wait_of_bytes(value.as_bytes()), None, "{value}");
        }
        assert_eq!(wait_of_bytes(b"\xff\xfe"), None);
        assert_eq!(retry_after(&HeaderMap::new(), SystemTime::now()), None);
    }

    fn wait_of_bytes(value: &[u8]) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::RETRY_AFTER,
            http::HeaderValue::from_bytes(value).unwrap(),
        );
        retry_after(&headers, SystemTime::now())
    }
}
