//! The table of an enum: its codes, their perfect hash, the tables of embedded enums with their checks, and the methods
//! that read them.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

use super::payload::Payload;
use super::{at, number, option};
use crate::{
    index,
    model::{Code, Model, PayloadKind, Role},
    value::RetryHint,
};

/// The parts of an enum that its table is made of.
pub(super) struct Table<'a> {
    pub(super) ident: Ident,
    /// The enum's own codes; their order is their index.
    codes: Vec<(Ident, &'a Code)>,
    payloads: Vec<Payload>,
}

impl<'a> Table<'a> {
    pub(super) fn new(model: &'a Model) -> Self {
        let mut codes = Vec::new();
        let mut payloads = Vec::new();
        for variant in &model.variants {
            let ident = at(&variant.ident);
            match &variant.role {
                Role::Code(code) => codes.push((ident, code)),
                Role::Payload { kind, ty, .. } => {
                    payloads.push(Payload::new(ident, ty, *kind, codes.len()));
                }
            }
        }
        Self {
            ident: at(&model.ident),
            codes,
            payloads,
        }
    }

    /// The items beside the impls.
    pub(super) fn items(&self) -> TokenStream {
        let own = (!self.codes.is_empty()).then(|| self.own());
        let joined = self.has_embeds().then(|| self.joined());
        quote!(#own #joined)
    }

    /// The table of the enum's own codes, their lookup, and the function from a variant to its index.
    fn own(&self) -> TokenStream {
        let ident = &self.ident;
        let count = number(self.codes.len());
        let rows = self.codes.iter().map(|(_, code)| {
            let (canonical, description) = (&code.canonical.value, &code.description);
            quote!((#canonical, #description))
        });
        let details = (0..)
            .zip(&self.codes)
            .filter_map(|(index, (_, code))| details(index, code));
        let codes = self.codes.iter().map(|(_, code)| &code.canonical);
        let aliases: Vec<_> = (self.codes.iter())
            .flat_map(|(_, code)| &code.aliases)
            .collect();
        let alias_table = if aliases.is_empty() {
            quote!(&[])
        } else {
            let count = number(aliases.len());
            quote!(const { &__immersve::aliases::<#count>(&__IMMERSVE_CODES) })
        };
        let texts: Vec<&str> = (codes.chain(aliases))
            .map(|text| text.value.as_str())
            .collect();
        let cells = Literal::byte_string(&index::cells(&texts));
        let variants = self.codes.iter().map(|(variant, _)| variant);
        let indices = (0..).map(number);
        let payloads: Vec<_> = self
            .payloads
            .iter()
            .map(|payload| &payload.variant)
            .collect();
        let others = (!payloads.is_empty()).then(|| quote!(#(#ident::#payloads(_))|* => #count,));
        quote! {
            static __IMMERSVE_CODES: [__immersve::CodeInfo; #count] =
                __immersve::table(&[#(#rows),*], &[#(#details),*]);
            static __IMMERSVE_LOOKUP: __immersve::Lookup =
                __immersve::Lookup::new(&__IMMERSVE_CODES, #alias_table, #cells);
            fn __immersve_index(__immersve_code: &#ident) -> __immersve::usize {
                match __immersve_code {
                    #(#ident::#variants => #indices,)*
                    #others
                }
            }
        }
    }

    /// The table of all codes, and the checks of the embedded enums. The compiler shows a failed check at the type.
    fn joined(&self) -> TokenStream {
        let own =
            (!self.codes.is_empty()).then(|| quote!(__immersve::CodeTable::own(&__IMMERSVE_CODES)));
        let mut tables: Vec<_> = own.into_iter().collect();
        let mut parts = Vec::new();
        let mut checks = Vec::new();
        let mut from = 0;
        for payload in &self.payloads {
            if payload.kind == PayloadKind::Unknown {
                continue;
            }
            let (ident, variant) = (&self.ident, &payload.variant);
            let (index, open) = (number(tables.len()), payload.kind == PayloadKind::Open);
            parts.extend(slice(from, payload.after));
            from = payload.after;
            parts.push(quote!(__IMMERSVE_TABLES[#index]));
            // The only place that requires the type to be a code enum, so a wrong type is one error.
            let table = quote!(__immersve::CodeTable::of(#ident::#variant));
            let check = quote!(
                __immersve::CodeSet::assert_fits(&__IMMERSVE_SET, &__IMMERSVE_TABLES, #index, #open)
            );
            tables.push(payload.at_type(table));
            checks.push(payload.at_type(check));
        }
        parts.extend(slice(from, self.codes.len()));
        let table_count = number(tables.len());
        let part_count = number(parts.len());
        quote! {
            const __IMMERSVE_TABLES: [__immersve::CodeTable; #table_count] = [#(#tables),*];
            const __IMMERSVE_SET: __immersve::CodeSet<
                { __immersve::slots(&__IMMERSVE_TABLES) },
                #table_count,
            > = __immersve::CodeSet::new(&__IMMERSVE_TABLES);
            const __IMMERSVE_PARTS: [__immersve::CodeTable; #part_count] = [#(#parts),*];
            static __IMMERSVE_ALL: [
                __immersve::CodeInfo;
                __immersve::CodeSet::count(&__IMMERSVE_SET, &__IMMERSVE_PARTS)
            ] = __immersve::CodeSet::join(&__IMMERSVE_SET, &__IMMERSVE_PARTS);
            #(const _: () = #checks;)*
        }
    }

    /// The table of all codes.
    pub(super) fn all(&self) -> TokenStream {
        if self.has_embeds() {
            quote!(__IMMERSVE_ALL)
        } else if self.codes.is_empty() {
            quote!([])
        } else {
            quote!(__IMMERSVE_CODES)
        }
    }

    /// From a text to `Option<Self>`.
    pub(super) fn resolve(&self, text: &TokenStream) -> TokenStream {
        if let Some(Payload { variant, .. }) = self.of_kind(PayloadKind::Open).next() {
            let known = self.resolve_known(text, None);
            return quote! {
                __immersve::VariantCtor::new(Self::#variant)
                    .extend(#text, |#text: &__immersve::str| #known)
            };
        }
        let unknown = self.of_kind(PayloadKind::Unknown).next().map(|unknown| {
            let variant = &unknown.variant;
            unknown.at_type(quote!(__immersve::VariantCtor::new(Self::#variant).keep(#text)))
        });
        self.resolve_known(text, unknown.map(|unknown| option(Some(unknown))))
    }

    /// Own codes, then the closed enums in order, then `unknown`.
    fn resolve_known(&self, text: &TokenStream, unknown: Option<TokenStream>) -> TokenStream {
        let ident = &self.ident;
        let miss = self
            .of_kind(PayloadKind::Closed)
            .rev()
            .fold(unknown, |others, payload| {
                let variant = &payload.variant;
                let found = quote!(__immersve::VariantCtor::new(#ident::#variant).from_code(#text));
                Some(or(found, others))
            });
        let miss = miss.unwrap_or_else(|| option(None));
        if self.codes.is_empty() {
            return miss;
        }
        let indices = (0..).map(number);
        let variants = self.codes.iter().map(|(variant, _)| variant);
        quote! {
            match __immersve::Lookup::find(&__IMMERSVE_LOOKUP, #text) {
                __immersve::Some(__immersve_index) => __immersve::Some(match __immersve_index {
                    #(#indices => #ident::#variants,)*
                    _ => return __immersve::None,
                }),
                __immersve::None => #miss,
            }
        }
    }

    pub(super) fn as_str(&self) -> TokenStream {
        let own = quote!(__immersve::CodeInfo::code(
            &__IMMERSVE_CODES[__immersve_index(self)]
        ));
        self.of_self(&own, |payload, field| {
            if payload.kind == PayloadKind::Unknown {
                payload.at_type(quote!(#field.text()))
            } else {
                quote!(#field.as_str())
            }
        })
    }

    pub(super) fn info(&self) -> TokenStream {
        let own = quote!(__immersve::Some(&__IMMERSVE_CODES[__immersve_index(self)]));
        self.of_self(&own, |payload, field| match payload.kind {
            PayloadKind::Closed => quote!(#field.info()),
            PayloadKind::Open => self.info_of_text(Some(quote!(#field.info()))),
            PayloadKind::Unknown => self.info_of_text(None),
        })
    }

    /// What is documented about the text of `self`, then `inner`. A value that was built by hand may hold the code of
    /// another variant.
    fn info_of_text(&self, inner: Option<TokenStream>) -> TokenStream {
        let text = quote!(__immersve::as_str(self));
        let embedded = self
            .of_kind(PayloadKind::Closed)
            .rev()
            .fold(inner, |others, payload| {
                let variant = &payload.variant;
                let found = quote!(__immersve::VariantCtor::new(Self::#variant).info_of(#text));
                Some(or(found, others))
            });
        if self.codes.is_empty() {
            return embedded.unwrap_or_else(|| option(None));
        }
        let own = quote!(__immersve::Lookup::info(&__IMMERSVE_LOOKUP, #text));
        or(own, embedded)
    }

    /// The body of a method of `self`, for the enum's own codes and for the field of a variant.
    fn of_self(
        &self,
        own: &TokenStream,
        found: impl Fn(&Payload, &TokenStream) -> TokenStream,
    ) -> TokenStream {
        if self.payloads.is_empty() {
            return own.clone();
        }
        let field = quote!(__immersve::FieldRef(__immersve_field));
        let arms = self.payloads.iter().map(|payload| {
            let (variant, found) = (&payload.variant, found(payload, &field));
            quote!(Self::#variant(__immersve_field) => #found,)
        });
        let own = (!self.codes.is_empty()).then(|| quote!(_ => #own,));
        quote! {
            match self {
                #(#arms)*
                #own
            }
        }
    }

    fn of_kind(&self, kind: PayloadKind) -> impl DoubleEndedIterator<Item = &Payload> {
        self.payloads
            .iter()
            .filter(move |payload| payload.kind == kind)
    }

    fn has_embeds(&self) -> bool {
        self.payloads
            .iter()
            .any(|payload| payload.kind != PayloadKind::Unknown)
    }
}

/// The part of the own table between two indices, if there is anything.
fn slice(from: usize, to: usize) -> Option<TokenStream> {
    let (start, end) = (number(from), number(to));
    (from < to).then(|| quote!(__immersve::CodeTable::slice(__IMMERSVE_TABLES[0], #start, #end)))
}

/// The first of two options that is not `None`, without a method call.
fn or(found: TokenStream, others: Option<TokenStream>) -> TokenStream {
    match others {
        None => found,
        Some(others) => quote! {
            match #found {
                __immersve::None => #others,
                __immersve_found => __immersve_found,
            }
        },
    }
}

/// What else is known of a code, if anything.
fn details(index: usize, code: &Code) -> Option<TokenStream> {
    let aliases: Vec<_> = code.aliases.iter().map(|alias| &alias.value).collect();
    if aliases.is_empty()
        && code.statuses.is_empty()
        && code.retry.is_none()
        && code.deprecated.is_none()
    {
        return None;
    }
    let index = number(index);
    let statuses = code.statuses.iter().copied().map(Literal::u16_unsuffixed);
    let retry = option(code.retry.map(|retry| match retry {
        RetryHint::Never => quote!(__immersve::Retry::Never),
        RetryHint::IfIdempotent => quote!(__immersve::Retry::IfIdempotent),
        RetryHint::Always => quote!(__immersve::Retry::Always),
    }));
    let deprecated = option(code.deprecated.as_ref().map(ToTokens::to_token_stream));
    Some(quote!((#index, &[#(#aliases),*], &[#(#statuses),*], #retry, #deprecated)))
}
