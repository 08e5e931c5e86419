//! The `match`es between the variants of an enum and their places in its table.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::number;
use crate::model::Code;

/// The most arms that one `match` gets. With twice as many arms the compiler needs four times the memory.
const ARMS: usize = 1024;

/// The functions from a variant to its place and, in a large enum, back.
///
/// The memory that the compiler needs for a `match` grows with the square of its arms, so a large enum
/// gets several small ones.
pub(super) fn matches(ident: &Ident, codes: &[(Ident, &Code)], is_plain: bool) -> TokenStream {
    let length = number(codes.len());
    if !is_large(codes) {
        let variants = codes.iter().map(|(variant, _)| variant);
        let places = (0..).map(number);
        let others = (!is_plain).then(|| quote!(_ => #length,));
        return quote! {
            fn __immersve_place(__immersve_code: &#ident) -> ::core::primitive::usize {
                match __immersve_code {
                    #(#ident::#variants => #places,)*
                    #others
                }
            }
        };
    }

    let chunks = codes.chunks(ARMS).enumerate().map(|(chunk, part)| {
        let function = format_ident!("__immersve_place_{chunk}");
        let back = format_ident!("__immersve_variant_{chunk}");
        let variants: Vec<_> = part.iter().map(|(variant, _)| variant).collect();
        let places: Vec<_> = (chunk * ARMS..).map(number).take(part.len()).collect();
        let others = if (chunk + 1) * ARMS < codes.len() {
            let next = format_ident!("__immersve_place_{}", chunk + 1);
            quote!(#next(__immersve_code))
        } else {
            quote!(#length)
        };
        quote! {
            fn #function(__immersve_code: &#ident) -> ::core::primitive::usize {
                match __immersve_code {
                    #(#ident::#variants => #places,)*
                    _ => #others,
                }
            }
            fn #back(__immersve_place: ::core::primitive::usize) -> ::core::option::Option<#ident> {
                ::core::option::Option::Some(match __immersve_place {
                    #(#places => #ident::#variants,)*
                    _ => return ::core::option::Option::None,
                })
            }
        }
    });
    let numbers = (0..codes.len().div_ceil(ARMS)).map(number);
    let backs = (0..).map(|chunk: usize| format_ident!("__immersve_variant_{chunk}"));
    let arms = number(ARMS);
    quote! {
        #(#chunks)*
        fn __immersve_place(__immersve_code: &#ident) -> ::core::primitive::usize {
            __immersve_place_0(__immersve_code)
        }
        fn __immersve_variant(
            __immersve_place: ::core::primitive::usize,
        ) -> ::core::option::Option<#ident> {
            match __immersve_place / #arms {
                #(#numbers => #backs(__immersve_place),)*
                _ => ::core::option::Option::None,
            }
        }
    }
}

/// Whether one `match` would have too many arms.
pub(super) fn is_large(codes: &[(Ident, &Code)]) -> bool {
    codes.len() > ARMS
}
