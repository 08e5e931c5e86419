//! The impls that only call `ImmersveErrorCode`, so they are the same for every enum.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, parse_quote};

use super::at;
use crate::model::Model;

/// All shared impls.
///
/// `inert` is the body of the methods of an enum that does not compile.
pub(crate) fn shared(
    model: &Model,
    generics: &Generics,
    error: &TokenStream,
    inert: Option<&TokenStream>,
) -> TokenStream {
    let body = |live| inert.cloned().unwrap_or(live);
    let from_str = body(if model.is_open() {
        quote!(__immersve::Ok(__immersve::from_str_of_open(
            __immersve_code
        )))
    } else {
        quote!(__immersve::from_str(__immersve_code))
    });
    let as_ref = body(quote!(__immersve::as_str(self)));
    let serialize = body(quote!(__immersve::serde::serialize(
        self,
        __immersve_serializer
    )));
    let deserialize = body(quote!(__immersve::serde::deserialize(
        __immersve_deserializer
    )));
    let display = body(quote!(__immersve::display(self, __immersve_formatter)));

    let ident = at(&model.ident);
    let (params, ty_generics, clause) = generics.split_for_impl();
    let mut of_deserialize = generics.clone();
    of_deserialize
        .params
        .insert(0, parse_quote!('__immersve_de));
    let (of_deserialize, _, _) = of_deserialize.split_for_impl();
    let mut of_error = generics.clone();
    if inert.is_some() {
        // `Error` needs `Debug`. With `for<'a>`, a false bound is not an error but hides the impl.
        let debug = parse_quote!(for<'__immersve_any> Self: __immersve::fmt::Debug);
        of_error.make_where_clause().predicates.push(debug);
    }
    let (_, _, of_error) = of_error.split_for_impl();

    let display = (model.display && !model.of_strum).then(|| {
        quote! {
            #[automatically_derived]
            impl #params __immersve::fmt::Display for #ident #ty_generics #clause {
                fn fmt(
                    &self,
                    __immersve_formatter: &mut __immersve::fmt::Formatter<'_>,
                ) -> __immersve::fmt::Result {
                    #display
                }
            }
            #[automatically_derived]
            impl #params __immersve::Error for #ident #ty_generics #of_error {}
        }
    });
    // strum's derives may implement these too.
    let strings = (!model.of_strum).then(|| {
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
        }
    });
    // Where the path to the runtime is wrong, `__ImmersveS::Ok` would be an error too.
    quote! {
        #strings
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

/// The error type of parsing.
pub(crate) fn parse_error(model: &Model) -> TokenStream {
    if model.is_open() {
        quote!(__immersve::Infallible)
    } else {
        quote!(__immersve::ParseCodeError)
    }
}
