//! The derive behind `immersve-errors`.

mod attr;
mod case;
mod check;
mod derive;
mod diagnostics;
mod expand;
mod fallback;
#[cfg(test)]
mod golden;
mod model;
#[cfg(test)]
mod never_panics;
mod text;

use proc_macro::TokenStream;

/// Derives the trait of the same name.
#[proc_macro_derive(ImmersveErrorCode, attributes(immersve))]
pub fn derive_immersve_error_code(input: TokenStream) -> TokenStream {
    derive::derive(input.into()).into()
}
