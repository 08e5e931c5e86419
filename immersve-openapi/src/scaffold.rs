//! The source of a code enum, written from a document.

use std::{collections::HashMap, fmt};

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use immersve_errors::is_base_code;

use crate::{DocumentedCode, Operation, StatusPattern, code::LONGEST, naming, shown::name};

/// The enum for an operation's codes, as Rust source.
///
/// The source is formatted, has doc comments from the document, and compiles where it is pasted: it
/// names everything by its full path. A variant whose name could mean two codes has an explicit
/// `code`. The enum is open, so codes of tomorrow are no errors.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("immersve.yaml");
/// # std::fs::write(&path, r#"
/// # openapi: 3.1.0
/// # paths:
/// #   /api/cards/{cardId}/unfreeze:
/// #     post:
/// #       operationId: unfreeze-card
/// #       responses:
/// #         403:
/// #           description: |
/// #             **CARD_NOT_FROZEN**
/// #             The card is not frozen.
/// # "#)?;
/// use immersve_openapi::{Document, Scaffold};
///
/// let document = Document::read(&path)?;
/// let scaffold = Scaffold::new(document.operation("unfreeze-card")?);
/// assert_eq!(
///     scaffold.source()?,
///     r#"/// Error codes of `POST /api/cards/{cardId}/unfreeze`.
/// #[derive(Debug, Clone, PartialEq, Eq, Hash, ::immersve_errors::ImmersveErrorCode)]
/// #[immersve(operation = "unfreeze-card")]
/// #[non_exhaustive]
/// pub enum UnfreezeCardErrorCode {
///     /// The card is not frozen.
///     CardNotFrozen,
///     /// A code that was not documented when this was written.
///     #[immersve(unknown)]
///     Unknown(::immersve_errors::UnknownCode),
/// }
/// "#
/// );
/// # Ok(())
/// # }
/// ```
///
/// `Send`, `Sync` and `Clone`. `Debug` shows the operation.
#[derive(Debug, Clone)]
#[must_use = "it does nothing until its source is asked for"]
pub struct Scaffold<'d> {
    operation: &'d Operation,
    base_codes: bool,
}

impl<'d> Scaffold<'d> {
    /// The enum for this operation.
    pub const fn new(operation: &'d Operation) -> Self {
        Self {
            operation,
            base_codes: false,
        }
    }

    /// Sets whether `FORBIDDEN` and `INVALID_REQUEST_INPUT` get variants where they are documented.
    /// They belong to the status taxonomy, so by default they do not.
    pub const fn base_codes(mut self, included: bool) -> Self {
        self.base_codes = included;
        self
    }

    /// The source.
    ///
    /// # Errors
    ///
    /// Where there is no code to write: an enum of none would say nothing that
    /// [`AnyCode`](immersve_errors::AnyCode) does not.
    pub fn source(&self) -> Result<String, ScaffoldError> {
        let codes: Vec<_> = self
            .operation
            .codes()
            .iter()
            .filter(|code| self.base_codes || !is_base_code(code.code()))
            .collect();
        let fail = |codeless| ScaffoldError {
            operation: self.operation.name(),
            codeless,
        };
        if codes.is_empty() {
            return Err(fail(true));
        }
        let file = syn::parse2(self.tokens(&codes)).map_err(|_| fail(false))?;
        Ok(prettyplease::unparse(&file))
    }

    fn tokens(&self, codes: &[&DocumentedCode]) -> TokenStream {
        let request = self.operation.request();
        let docs = doc(&format!("Error codes of `{}`.", request.replace('`', "'")));
        let operation = self.operation.name();
        let operation =
            (is_writable(&operation)).then(|| quote!(#[immersve(operation = #operation)]));
        let ident = ident(&naming::enumeration(&self.operation.name()));

        // A code whose plain name means it goes before one that takes an explicit `code` anyway.
        let mut names: HashMap<String, u32> = codes
            .iter()
            .map(|code| naming::variant(code.code()))
            .filter_map(|(name, explicit)| (!explicit).then_some((name, 1)))
            .collect();
        let variants: Vec<_> = codes.iter().map(|code| entry(code, &mut names)).collect();
        let unknown = self::ident(&unique("Unknown", &mut names));
        quote! {
            #docs
            #[derive(Debug, Clone, PartialEq, Eq, Hash, ::immersve_errors::ImmersveErrorCode)]
            #operation
            #[non_exhaustive]
            pub enum #ident {
                #(#variants,)*
                /// A code that was not documented when this was written.
                #[immersve(unknown)]
                #unknown(::immersve_errors::UnknownCode),
            }
        }
    }
}

/// One variant with what is said of it.
fn entry(code: &DocumentedCode, names: &mut HashMap<String, u32>) -> TokenStream {
    let text = code.code();
    let mut arguments = Vec::new();
    let (mut name, explicit) = naming::variant(text);
    if explicit {
        name = unique(&name, names);
        arguments.push(quote!(code = #text));
    }
    let statuses = statuses(code.statuses());
    if statuses != [403] {
        arguments.extend(statuses.into_iter().map(|status| {
            let status = Literal::u16_unsuffixed(status);
            quote!(status = #status)
        }));
    }
    let attribute = (!arguments.is_empty()).then(|| quote!(#[immersve(#(#arguments),*)]));
    let docs = match code.description() {
        "" => doc("The API document gives no meaning."),
        description => doc(description),
    };
    let name = ident(&name);
    quote!(#docs #attribute #name)
}

/// The statuses to write for the responses that a code is documented under. A class and the default
/// have none of their own; the likeliest stands for them.
fn statuses(patterns: &[StatusPattern]) -> Vec<u16> {
    let mut statuses: Vec<u16> = patterns
        .iter()
        .filter_map(|pattern| match pattern {
            StatusPattern::Exact(status) => Some(*status),
            _ => None,
        })
        .collect();
    for pattern in patterns {
        if !statuses.iter().any(|status| pattern.covers(*status)) {
            statuses.push(if pattern.covers(403) { 403 } else { 500 });
        }
    }
    statuses.sort_unstable();
    statuses
}

/// A doc comment that compiles, that no tool takes for code to run, and that shows no text in
/// another order than it has.
fn doc(text: &str) -> TokenStream {
    let mut fenced = false;
    let lines = text.lines().map(|line| {
        let mut line: String = line
            .trim()
            .chars()
            .filter(|c| !c.is_control() && !reorders(*c))
            .collect();
        if line.starts_with("```") || line.starts_with("~~~") {
            if !fenced {
                let fence = line.len() - line.trim_start_matches(['`', '~']).len();
                line.truncate(fence);
                line.push_str("text");
            }
            fenced = !fenced;
        }
        if !line.is_empty() {
            line.insert(0, ' ');
        }
        quote!(#[doc = #line])
    });
    quote!(#(#lines)*)
}

/// Whether a character changes the direction of text, which the compiler refuses in comments.
const fn reorders(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether the derive takes it as an operation.
fn is_writable(operation: &str) -> bool {
    operation.len() <= LONGEST && operation.chars().all(|c| c.is_ascii_graphic())
}

/// The name, with a number behind it if it is taken.
fn unique(name: &str, taken: &mut HashMap<String, u32>) -> String {
    let mut candidate = name.to_owned();
    loop {
        let uses = taken.entry(candidate.clone()).or_default();
        *uses += 1;
        if *uses == 1 {
            return candidate;
        }
        let uses = taken.entry(name.to_owned()).or_default();
        *uses += u32::from(candidate != name);
        candidate = format!("{name}{uses}");
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// Why there is no enum for an operation.
///
/// `Display` and `Debug` are one line. `Send` and `Sync`.
#[derive(Clone)]
pub struct ScaffoldError {
    operation: String,
    codeless: bool,
}

impl fmt::Display for ScaffoldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = name(&self.operation);
        if self.codeless {
            write!(
                f,
                "`{operation}` documents no codes of its own; `ApiError<AnyCode>` is its error"
            )
        } else {
            write!(f, "`{operation}` has a name that no enum can have")
        }
    }
}

impl fmt::Debug for ScaffoldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for ScaffoldError {}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::unique;

    #[test]
    fn a_taken_name_gets_the_next_free_number() {
        let mut taken = HashMap::new();
        let names = ["A", "A", "A3", "A", "A", "A2"].map(|name| unique(name, &mut taken));
        assert_eq!(names, ["A", "A2", "A3", "A4", "A5", "A22"]);
    }
}
