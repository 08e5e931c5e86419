//! What an attacker who controls a response can write into a log.

use immersve_errors::{AnyCode, ApiError, ErrorResponse};

use crate::{client::Client, server::serve_error, with_every_client};

with_every_client! { an_attack_on_the_log_is_escaped_on_one_line }

/// Dangerous characters, each with its escape.
const ATTACKS: [(&str, &str); 10] = [
    ("\n2026-01-01 INFO all is well", "\\n2026"),
    ("\r\n", "\\r\\n"),
    ("\u{1b}[2J\u{1b}[31mred", "\\u{1b}[2J"),
    ("\u{9b}31mred", "\\u{9b}31m"),
    ("\u{202e}desrever", "\\u{202e}"),
    ("\u{2066}isolated\u{2069}", "\\u{2066}isolated\\u{2069}"),
    ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
    ("\0\u{7}\u{8}", "\\0\\u{7}\\u{8}"),
    ("\u{200b}\u{feff}", "\\u{200b}\\u{feff}"),
    ("\u{85}next", "\\u{85}next"),
];

fn an_attack_on_the_log_is_escaped_on_one_line(client: &impl Client) {
    for (attack, escaped) in ATTACKS {
        let code = format!("KYC{attack}");
        let reason = format!("Because{attack}");
        let url = serve_error(
            ErrorResponse::builder(http::StatusCode::FORBIDDEN)
                .code(&code)
                .reason(&*reason)
                .field_error(&*reason, &*reason)
                .build(),
        );
        let error: ApiError = client.decode::<(), _>(&url).unwrap_err();

        // The accessors give what the server sent; only `Display` and `Debug` are escaped.
        assert_eq!(error.code(), Some(&AnyCode::new(&*code)));
        assert_eq!(error.reason(), Some(&*reason));
        assert_eq!(error.code_label(), "unknown");

        let shown = error.to_string();
        assert!(shown.starts_with("403 KYC\\"), "{shown}");
        assert!(shown.contains(&format!("Because{escaped}")), "{shown}");
        for shown in [
            shown,
            format!("{error:?}"),
            format!("{:?}", error.response()),
        ] {
            let prints = |char: char| char == ' ' || char.is_ascii_graphic();
            assert!(shown.chars().all(prints), "{shown:?}");
        }
    }
}
