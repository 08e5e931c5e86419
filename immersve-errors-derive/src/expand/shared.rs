//! The impls that are the same for every enum, because they only call `ImmersveErrorCode`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, WherePredicate, parse_quote};

use super::at;
use crate::model::Model;

/// The bodies of the methods, and the error type of parsing.
pub(crate) struct Bodies {
    error: TokenStream,
    from_str: TokenStream,
    as_ref: TokenStream,
    serialize: TokenStream,
    deserialize: TokenStream,
    display: TokenStream,
    /// Hides `Error`, which needs `Debug`. A false bound with `for<'a>` is not an error.
    debug: Option<WherePredicate>,
}

impl Bodies {
    pub(crate) fn live(open: bool) -> Self {
        let (error, from_str) = if open {
            (
                quote!(__immersve::Infallible),
                quote!(__immersve::Ok(__immersve::from_str_of_open(
                    __immersve_code
                ))),
            )
        } else {
            (
                quote!(__immersve::ParseCodeError),
                quote!(__immersve::from_str(__immersve_code)),
            )
        };
        Self {
            error,
            from_str,
            as_ref: quote!(__immersve::as_str(self)),
            serialize: quote!(__immersve::serde::serialize(self, __immersve_serializer)),
            deserialize: quote!(__immersve::serde::deserialize(__immersve_deserializer)),
            display: quote!(__immersve::display(self, __immersve_formatter)),
            debug: None,
        }
    }

    /// Those of an enum that does not compile.
    pub(crate) fn inert(mistake: &TokenStream, error: TokenStream) -> Self {
        Self {
            error,
            from_str: mistake.clone(),
            as_ref: mistake.clone(),
            serialize: mistake.clone(),
            deserialize: mistake.clone(),
            display: mistake.clone(),
            debug: Some(parse_quote!(for<'__immersve_any> Self: __immersve::fmt::Debug)),
        }
    }
}

/// All shared impls.
pub(crate) fn shared(model: &Model, generics: &Generics, bodies: &Bodies) -> TokenStream {
    let ident = at(&model.ident);
    let (params, ty_generics, clause) = generics.split_for_impl();
    let Bodies {
        error,
        from_str,
        as_ref,
        serialize,
        deserialize,
        ..
    } = bodies;
    let mut of_deserialize = generics.clone();
    of_deserialize
        .params
        .insert(0, parse_quote!('__immersve_de));
    let (of_deserialize, _, _) = of_deserialize.split_for_impl();
    // Where the path to the runtime is wrong, `__ImmersveS::Ok` would be an error too.
    let display = model.display.then(|| display(model, generics, bodies));

    quote! {
        #[automatically_derived]
        impl #params __immersve::FromStr for #ident #ty_generics #clause {
            type Err = #error;
            #[inline]
            fn from_str(
                __immersve_code: &__immersve::str,
            ) -> __immersve::Result<Self, #error> {
                #from_str
            }
        }
        #[automatically_derived]
        impl #params __immersve::AsRef<__immersve::str> for #ident #ty_generics #clause {
            fn as_ref(&self) -> &__immersve::str {
                #as_ref
            }
        }
        #[automatically_derived]
        impl #params __immersve::serde::Serialize for #ident #ty_generics #clause {
            #[inline]
            fn serialize<__ImmersveS: __immersve::serde::Serializer>(
                &self,
                __immersve_serializer: __ImmersveS,
            ) -> __immersve::Result<
                <__ImmersveS as __immersve::serde::Serializer>::Ok,
                <__ImmersveS as __immersve::serde::Serializer>::Error,
            > {
                #serialize
            }
        }
        #[automatically_derived]
        impl #of_deserialize __immersve::serde::Deserialize<'__immersve_de>
            for #ident #ty_generics #clause
        {
            fn deserialize<__ImmersveD: __immersve::serde::Deserializer<'__immersve_de>>(
                __immersve_deserializer: __ImmersveD,
            ) -> __immersve::Result<
                Self,
                <__ImmersveD as __immersve::serde::Deserializer<'__immersve_de>>::Error,
            > {
                #deserialize
            }
        }
        #display
    }
}

/// `Display`, and `Error`, which needs it.
fn display(model: &Model, generics: &Generics, bodies: &Bodies) -> TokenStream {
    let body = &bodies.display;
    let ident = at(&model.ident);
    let (params, ty_generics, clause) = generics.split_for_impl();
    let mut of_error = generics.clone();
    if let Some(debug) = &bodies.debug {
        of_error.make_where_clause().predicates.push(debug.clone());
    }
    let (_, _, of_error) = of_error.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #params __immersve::fmt::Display for #ident #ty_generics #clause {
            fn fmt(
                &self,
                __immersve_formatter: &mut __immersve::fmt::Formatter<'_>,
            ) -> __immersve::fmt::Result {
                #body
            }
        }
        #[automatically_derived]
        impl #params __immersve::Error for #ident #ty_generics #of_error {}
    }
}
