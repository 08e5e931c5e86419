//! Rust sources, as any text they may be, brought up to a document.
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
    // Every source that is parsed is kept for its spans, and makes the next one slower.
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
                Update::new(document, sources).accept_renames(accepted).edits()
            };
            // An enum that does not compile can have no right text; then nothing is written.
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

/// Whether every byte is there in its order, but for those of the attributes that are edited and for white
/// space beside them.
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
            // Up to where it may end; strings in it can have brackets.
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
