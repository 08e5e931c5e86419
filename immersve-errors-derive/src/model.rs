//! Builds the model of an item, in which parts that may still be wrong keep their tokens.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, LitStr, Meta, MetaNameValue, Path, Token, parse_quote};

use crate::attr::{self, EnumAttrs, VariantAttrs, is_called};
use crate::description::{description, string};
use crate::diagnostics::Diagnostics;
use crate::foreign::{Foreign, ForeignAttrs};
use crate::item::{Item, VariantSyntax};
use crate::key::Key;
use crate::value::RetryHint;
use crate::{case, text};

/// The enum. Reported mistakes are replaced by harmless values.
pub(crate) struct Model {
    pub(crate) ident: Ident,
    /// The runtime crate.
    pub(crate) krate: Path,
    pub(crate) operation: Option<String>,
    /// Whether the derive implements `Display` and `Error`.
    pub(crate) display: bool,
    /// Whether attributes of strum were reported, whose derives may implement the same traits.
    pub(crate) of_strum: bool,
    pub(crate) variants: Vec<Variant>,
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) role: Role,
    /// Whether it is `#[doc(hidden)]`.
    pub(crate) hidden: bool,
}

pub(crate) enum Role {
    Code(Code),
    /// It has a field of this type; `unknown` is that key.
    Payload {
        kind: PayloadKind,
        ty: TokenStream,
        unknown: Option<Ident>,
    },
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum PayloadKind {
    /// A closed code enum.
    Closed,
    /// An open code enum, for all codes that no other variant has.
    Open,
    /// The text of an unknown code.
    Unknown,
}

pub(crate) struct Code {
    pub(crate) canonical: SpannedCode,
    pub(crate) aliases: Vec<SpannedCode>,
    pub(crate) statuses: Vec<u16>,
    pub(crate) retry: Option<RetryHint>,
    pub(crate) description: TokenStream,
    pub(crate) deprecated: Option<String>,
}

/// A canonical code or an alias, and its tokens.
pub(crate) struct SpannedCode {
    /// Empty if the tokens were wrong.
    pub(crate) value: String,
    pub(crate) span: TokenStream,
}

impl SpannedCode {
    fn new(key: Key, value: String, span: impl ToTokens, errors: &mut Diagnostics) -> Self {
        if let Some(fault) = text::fault(key, &value) {
            return Self::wrong(span, fault, errors);
        }
        let span = span.into_token_stream();
        Self { value, span }
    }

    fn wrong(span: impl ToTokens, message: String, errors: &mut Diagnostics) -> Self {
        errors.error(&span, message);
        Self::reported(span)
    }

    fn of(key: Key, attr: &attr::Attr<LitStr>, errors: &mut Diagnostics) -> Self {
        match &attr.value {
            Some(literal) => Self::new(key, literal.value(), literal, errors),
            None => Self::reported(&attr.key),
        }
    }

    fn reported(span: impl ToTokens) -> Self {
        Self {
            value: String::new(),
            span: span.into_token_stream(),
        }
    }
}

impl Model {
    pub(crate) fn read(item: &Item, errors: &mut Diagnostics) -> Self {
        let attrs = EnumAttrs::read(&item.attrs, errors);
        let operation = attrs.operation.as_ref();
        let operation = operation.map(|attr| SpannedCode::of(Key::Operation, attr, errors));
        if item.keyword != "enum" {
            errors.error(
                &item.keyword,
                "`ImmersveErrorCode` can be derived only for an enum",
            );
        } else if item.variants.is_empty() && item.unreadable.is_none() {
            errors.error(
                &item.ident,
                "an enum of error codes needs at least one variant",
            );
        }
        if !item.generics.params.is_empty() {
            errors.error(
                &item.generics.params,
                "an enum of error codes cannot have generic parameters; its codes are fixed strings",
            );
        }

        let of_variants = item.variants.iter().flat_map(|variant| &variant.attrs);
        let mut names = item.attrs.iter().chain(of_variants).filter_map(attr::name);
        // From thiserror, snafu and derive_more.
        let has_display = names.any(|name| matches!(&*name, "error" | "snafu" | "display"));
        let mut foreign = ForeignAttrs {
            ignored: attrs.ignored,
            reported: Vec::new(),
        };
        foreign.check_enum(&item.attrs, errors);
        let variants = (item.variants.iter())
            .map(|variant| Variant::read(variant, &mut foreign, errors))
            .collect();
        Self {
            ident: item.ident.clone(),
            krate: (attrs.krate.and_then(|attr| attr.value))
                .unwrap_or_else(|| parse_quote!(::immersve_errors)),
            operation: operation.map(|operation| operation.value),
            display: attrs.no_display.is_none() && !has_display,
            of_strum: foreign.reported.contains(&Foreign::Strum),
            variants,
        }
    }

    /// Whether every string is a code of the enum.
    pub(crate) fn is_open(&self) -> bool {
        self.variants
            .iter()
            .any(|variant| variant.role.unknown().is_some())
    }
}

impl Variant {
    fn read(variant: &VariantSyntax, foreign: &mut ForeignAttrs, errors: &mut Diagnostics) -> Self {
        let ident = &variant.ident;
        let mut attrs = VariantAttrs::read(variant, errors);
        let fields = variant.fields.iter().flat_map(|fields| &fields.fields);
        for attr in fields.flat_map(|field| &field.attrs) {
            if attr::is_ours(attr) {
                attrs.has_unparsable_arg = true;
                errors.error(
                    attr.path(),
                    format!("`#[immersve(...)]` belongs on the variant, before `{ident}`"),
                );
            }
        }

        attrs.has_unparsable_arg |= foreign.check_variant(variant, &attrs, errors);
        let kind = match (&attrs.embed, &attrs.unknown) {
            (None, None) => None,
            (Some(_), None) => Some(PayloadKind::Closed),
            (Some(_), Some(_)) => Some(PayloadKind::Open),
            (None, Some(_)) => Some(PayloadKind::Unknown),
        };
        let role = match kind {
            None => Role::Code(Code::read(variant, &attrs, errors)),
            Some(kind) => Role::Payload {
                kind,
                ty: payload(variant, &attrs, kind, errors),
                unknown: attrs.unknown.map(|attr| attr.key),
            },
        };
        Self {
            ident: ident.clone(),
            role,
            hidden: variant.attrs.iter().any(is_hidden),
        }
    }
}

impl Role {
    /// The key `unknown`.
    pub(crate) fn unknown(&self) -> Option<&Ident> {
        match self {
            Self::Code(_) => None,
            Self::Payload { unknown, .. } => unknown.as_ref(),
        }
    }
}

/// The type of the only field of a variant without a code of its own.
fn payload(
    variant: &VariantSyntax,
    attrs: &VariantAttrs,
    kind: PayloadKind,
    errors: &mut Diagnostics,
) -> TokenStream {
    let (mark, field, example, home) = match kind {
        PayloadKind::Unknown => (
            "unknown",
            "the text of an unknown code",
            "UnknownCode",
            "a variant with a code",
        ),
        _ => (
            "embed",
            "the embedded enum",
            "ShippingErrorCode",
            "the variants of the embedded enum",
        ),
    };
    for key in &attrs.keys_of_a_code {
        errors.error(
            key,
            format!("`{key}` cannot be combined with `{mark}`; it belongs on {home}"),
        );
    }
    if let Some(group) = &variant.fields {
        if let ([field], false) = (&group.fields[..], group.named) {
            return field.ty.clone();
        }
    }
    // A wrong flag already says what to write.
    let marks = [&attrs.embed, &attrs.unknown];
    if marks.into_iter().flatten().all(|attr| attr.value.is_some()) {
        let ident = &variant.ident;
        let group = variant.fields.as_ref().map(|fields| &fields.group);
        let span = group.map_or_else(|| ident.to_token_stream(), ToTokens::to_token_stream);
        errors.error(
            span,
            format!("`{mark}` needs a variant with one unnamed field, {field}; write `{ident}({example})`"),
        );
    }
    TokenStream::new()
}

impl Code {
    fn read(variant: &VariantSyntax, attrs: &VariantAttrs, errors: &mut Diagnostics) -> Self {
        let ident = &variant.ident;
        if !attrs.has_unparsable_arg {
            no_data(variant, errors);
        }
        let canonical = match &attrs.code {
            Some(attr) => SpannedCode::of(Key::Code, attr, errors),
            None if variant.fields.is_some() || attrs.has_unparsable_arg => {
                SpannedCode::reported(ident)
            }
            None => match case::wire_name(ident) {
                Ok(name) => SpannedCode::new(Key::Code, name, ident, errors),
                Err(unclear) => SpannedCode::wrong(ident, unclear, errors),
            },
        };
        let aliases = attrs.aliases.iter();
        let aliases = aliases.map(|attr| SpannedCode::of(Key::Alias, attr, errors));
        let aliases = aliases.collect();
        let mut statuses = Vec::new();
        for status in attrs.statuses.iter().filter_map(|attr| attr.value.as_ref()) {
            if statuses.contains(&status.value) {
                errors.error(
                    &status.literal,
                    format!("status {} is given twice", status.value),
                );
            }
            statuses.push(status.value);
        }

        Self {
            canonical,
            aliases,
            statuses,
            retry: attrs.retry.as_ref().and_then(|attr| attr.value),
            description: description(&variant.attrs),
            deprecated: deprecation(&variant.attrs),
        }
    }
}

/// Checks that a variant without `embed` and `unknown` has no fields.
fn no_data(variant: &VariantSyntax, errors: &mut Diagnostics) {
    let ident = &variant.ident;
    let Some(fields) = &variant.fields else {
        return;
    };
    let message = match &fields.fields[..] {
        [] => format!("a variant without data needs no parentheses or braces; write `{ident}`"),
        [_] if !fields.named => {
            "a variant with a field needs a key; write `#[immersve(embed)]` if the field is \
             another code enum, `#[immersve(unknown)]` if it is the text of an unknown code"
                .to_owned()
        }
        _ => format!("a code carries no data; write `{ident}`"),
    };
    errors.error(&fields.group, message);
}

fn is_hidden(attr: &Attribute) -> bool {
    let hidden = |list: &syn::MetaList| list.tokens.to_string() == "hidden";
    is_called(attr, "doc") && matches!(&attr.meta, Meta::List(list) if hidden(list))
}

/// The note of `#[deprecated]`, empty if there is none. The compiler reports mistakes in the attribute.
fn deprecation(attrs: &[Attribute]) -> Option<String> {
    let attr = attrs.iter().find(|attr| is_called(attr, "deprecated"))?;
    let note = if let Meta::NameValue(pair) = &attr.meta {
        string(&pair.value)
    } else {
        let pairs = Punctuated::<MetaNameValue, Token![,]>::parse_terminated;
        let mut pairs = attr.parse_args_with(pairs).into_iter().flatten();
        let note = pairs.find(|pair| pair.path.is_ident("note"));
        note.and_then(|pair| string(&pair.value))
    };
    Some(note.unwrap_or_default())
}
