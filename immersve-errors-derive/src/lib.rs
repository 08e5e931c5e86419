//! The derive behind `immersve-errors`.

use proc_macro::TokenStream;

/// Derives the trait of the same name.
#[proc_macro_derive(ImmersveErrorCode, attributes(immersve))]
pub fn derive_immersve_error_code(_input: TokenStream) -> TokenStream {
    TokenStream::new()
}
