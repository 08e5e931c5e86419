//! Fuzzes `update` with any text as the Rust source.
#![no_main]

use std::sync::LazyLock;

use immersve_openapi::{Document, Sources, Update};
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
    // The parser keeps all sources for their spans, which makes it slower each time.
    proc_macro2::extra::invalidate_current_thread_spans();
    let Ok(sources) = Sources::parse("fuzz.rs", source) else {
        panic!("the reader stopped");
    };
    if sources.enums().next().is_none() {
        return Corpus::Reject;
    }
    for document in &*DOCUMENTS {
        for accepted in [false, true] {
            let update = |sources: &Sources| {
                Update::new(document, sources)
                    .accept_renames(accepted)
                    .edits()
            };
            // For an enum that does not compile, no text may be right. Then nothing is written.
            let Ok(edits) = update(&sources) else {
                continue;
            };
            for (_, text) in edits.texts() {
                assert!(has_all_of(text, source), "{source}\n=>\n{text}");
                let again = Sources::parse("fuzz.rs", text).expect("it is read again");
                let again = update(&again).expect("it is updated again");
                assert!(again.is_empty(), "{text}\n=>\n{}", again.diff());
            }
        }
    }
    Corpus::Keep
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
