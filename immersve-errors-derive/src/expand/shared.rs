//! The impls that are the same for every enum, because they only call `ImmersveErrorCode`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Generics;

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
}

impl Bodies {
    pub(crate) fn live(open: bool) -> Self {
        let (error, from_str) = if open {
            (
                quote!(::core::convert::Infallible),
                quote!(::core::result::Result::Ok(__immersve::from_str_of_open(
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
            serialize: quote!(__immersve::serialize(self, __immersve_serializer)),
            deserialize: quote!(__immersve::deserialize(__immersve_deserializer)),
            display: quote!(__immersve::display(self, __immersve_formatter)),
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
        .insert(0, syn::parse_quote!('__immersve_de));
    let (of_deserialize, _, _) = of_deserialize.split_for_impl();
    // Where the path to the runtime is wrong, `__ImmersveS::Ok` would be an error too.
    let display = model
        .display
        .then(|| display(model, generics, &bodies.display));

    quote! {
        #[automatically_derived]
        impl #params ::core::str::FromStr for #ident #ty_generics #clause {
            type Err = #error;
            #[inline]
            fn from_str(
                __immersve_code: &::core::primitive::str,
            ) -> ::core::result::Result<Self, #error> {
                #from_str
            }
        }
        #[automatically_derived]
        impl #params ::core::convert::AsRef<::core::primitive::str> for #ident #ty_generics #clause {
            fn as_ref(&self) -> &::core::primitive::str {
                #as_ref
            }
        }
        #[automatically_derived]
        impl #params __immersve::serde::Serialize for #ident #ty_generics #clause {
            #[inline]
            fn serialize<__ImmersveS: __immersve::serde::Serializer>(
                &self,
                __immersve_serializer: __ImmersveS,
            ) -> ::core::result::Result<
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
            ) -> ::core::result::Result<
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
fn display(model: &Model, generics: &Generics, body: &TokenStream) -> TokenStream {
    let ident = at(&model.ident);
    let (params, ty_generics, clause) = generics.split_for_impl();
    // A false bound with `for<'a>` is not an error; it only hides the impl. So an enum that is not `Debug` gets one
    // error, from `ImmersveErrorCode`. The page of the enum does not show the bound.
    let mut of_error = generics.clone();
    of_error
        .make_where_clause()
        .predicates
        .push(syn::parse_quote!(for<'__immersve_any> Self: ::core::fmt::Debug));
    let (_, _, hidden) = of_error.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #params ::core::fmt::Display for #ident #ty_generics #clause {
            fn fmt(
                &self,
                __immersve_formatter: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::fmt::Result {
                #body
            }
        }
        #[cfg(not(doc))]
        #[automatically_derived]
        impl #params ::core::error::Error for #ident #ty_generics #hidden {}
        #[cfg(doc)]
        #[automatically_derived]
        impl #params ::core::error::Error for #ident #ty_generics #clause {}
    }
}
