//! Fuzzes `update` with any text as the Rust source.
#![no_main]

use std::sync::LazyLock;

use immersve_openapi::{Document, updated};
use libfuzzer_sys::{Corpus, fuzz_target};

static DOCUMENTS: LazyLock<[Document; 2]> = LazyLock::new(|| {
    let document = |responses: &str| {
        let text = format!(
            "{{\"openapi\": \"3.1.0\", \"paths\": {{\"/op\": {{\"post\": \
             {{\"operationId\": \"op\", \"responses\": {{{responses}}}}}}}}}}}"
        );
        text.parse().expect("a document")
    };
    [
        document(
            r#""403": {"description": "**CARD_LOST** Gone.\n\n**CARD_V2**\n> ```\n> x\n\n**KYC_REQUIRED** é"},
               "4XX": {"description": "**KYC_REQUIRED**"},
               "503": {"description": "**CARD_LOST**"}"#,
        ),
        document(r#""400": {"description": "**CARD_LOST** Gone.\n\n**CARD_FOUND** Here."}"#),
    ]
});

fuzz_target!(|source: &str| -> Corpus {
    let mut has_enum = false;
    for document in &*DOCUMENTS {
        for accepts in [false, true] {
            // For an enum that does not compile, no text may be right. Then nothing is written.
            let Some(text) = updated(document, source, accepts) else {
                continue;
            };
            has_enum = true;
            assert!(has_all_of(&text, source), "{source}\n=>\n{text}");
            let again = updated(document, &text, accepts).expect("it is updated again");
            assert_eq!(again, text, "{source}");
        }
    }
    if has_enum {
        Corpus::Keep
    } else {
        Corpus::Reject
    }
});

/// Whether all bytes are kept in their order, except those of the edited attributes and the white space
/// beside them.
fn has_all_of(text: &str, source: &str) -> bool {
    let mut bytes = text.bytes();
    let mut rest = source;
    let mut kept = |piece: &str| {
        let mut piece = piece.bytes().filter(|byte| !byte.is_ascii_whitespace());
        piece.all(|byte| bytes.any(|it| it == byte))
    };
    while let Some(at) = rest.find('#') {
        if !kept(&rest[..at]) {
            return false;
        }
        rest = &rest[at..];
        let inner = rest[1..].trim_start().trim_start_matches('[').trim_start();
        if inner.starts_with("immersve") || inner.starts_with("deprecated") {
            // Up to each bracket where the attribute may end, as strings in it can contain brackets.
            let line = rest.find(|c| c == ']').map_or(rest.len(), |end| end + 1);
            rest = &rest[line..];
        } else if !kept("#") {
            return false;
        } else {
            rest = &rest[1..];
        }
    }
    kept(rest)
}
