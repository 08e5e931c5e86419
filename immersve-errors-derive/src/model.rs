//! Reads the syntax of an enum into a model, in which each part that may be wrong has its tokens.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{
    Attribute, Data, DeriveInput, Fields, GenericArgument, LitStr, Meta, Path, PathArguments,
    PathSegment, Type, parse_quote,
};

use crate::attr::{self, Args, is_called};
use crate::case;
use crate::description::{Description, string};
use crate::diagnostics::Diagnostics;
use crate::key::Place;
use crate::text;

/// The enum. Where something was wrong and has been reported, the model has a harmless value in its place.
pub(crate) struct Model {
    pub(crate) ident: Ident,
    /// The runtime crate.
    pub(crate) krate: Path,
    pub(crate) operation: Option<String>,
    /// Whether the derive implements `Display` and `Error`.
    pub(crate) display: bool,
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
    /// Its field is another code enum. With `unknown`, that enum gets all texts that no other variant has.
    Embed {
        payload: Type,
        unknown: Option<Ident>,
    },
    /// Its field is the text of an unknown code; `key` is the token `unknown`.
    Unknown {
        key: Ident,
        payload: Type,
    },
}

pub(crate) struct Code {
    pub(crate) canonical: Text,
    pub(crate) aliases: Vec<Text>,
    pub(crate) statuses: Vec<u16>,
    /// The variant of `Retry`.
    pub(crate) retry: Option<&'static str>,
    pub(crate) description: Option<Description>,
    pub(crate) deprecated: Option<String>,
}

/// A code or an alias, and its tokens.
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) at: TokenStream,
    /// Whether the tokens were wrong; then the value is empty, and not compared with others.
    pub(crate) reported: bool,
}

impl Text {
    fn new(noun: &str, value: String, at: impl ToTokens, errors: &mut Diagnostics) -> Self {
        let at = at.into_token_stream();
        match text::fault(noun, &value) {
            None => Self {
                value,
                at,
                reported: false,
            },
            Some(fault) => {
                errors.error(&at, fault);
                Self::reported(at)
            }
        }
    }

    fn reported(at: impl ToTokens) -> Self {
        Self {
            value: String::new(),
            at: at.into_token_stream(),
            reported: true,
        }
    }
}

impl Model {
    pub(crate) fn read(input: &DeriveInput, errors: &mut Diagnostics) -> Self {
        let args = attr::read(&input.attrs, Place::Enum, errors);
        let operation = args
            .get("operation")
            .and_then(attr::Arg::text)
            .map(|text| Text::new("operation", text.value(), text, errors).value);
        let krate = args.get("crate").and_then(attr::Arg::path).cloned();
        let syntax = match &input.data {
            Data::Enum(data) => {
                if data.variants.is_empty() {
                    errors.error(
                        &input.ident,
                        "an enum of error codes needs at least one variant",
                    );
                }
                Some(&data.variants)
            }
            Data::Struct(data) => {
                errors.error(data.struct_token, NOT_AN_ENUM);
                None
            }
            Data::Union(data) => {
                errors.error(data.union_token, NOT_AN_ENUM);
                None
            }
        };
        if !input.generics.params.is_empty() {
            errors.error(
                &input.generics.params,
                "an enum of error codes cannot have generic parameters; its codes are fixed strings",
            );
        }

        let all_attrs = || {
            let of_variants = syntax.into_iter().flatten().map(|variant| &variant.attrs);
            std::iter::once(&input.attrs).chain(of_variants).flatten()
        };
        Self {
            ident: input.ident.clone(),
            krate: krate.unwrap_or_else(|| parse_quote!(::immersve_errors)),
            operation,
            display: args.get("no_display").is_none()
                && !all_attrs().any(|attr| is_called(attr, "error")),
            variants: syntax
                .into_iter()
                .flatten()
                .map(|variant| Variant::read(variant, errors))
                .collect(),
        }
    }

    /// Whether the enum accepts every text.
    pub(crate) fn is_open(&self) -> bool {
        self.variants
            .iter()
            .any(|variant| variant.role.unknown().is_some())
    }

    /// Whether a type is the enum itself, or a pointer to it.
    pub(crate) fn is_itself(&self, ty: &Type) -> bool {
        let path = match ty {
            Type::Group(group) => return self.is_itself(&group.elem),
            Type::Paren(paren) => return self.is_itself(&paren.elem),
            Type::Path(path) if path.qself.is_none() => &path.path,
            _ => return false,
        };
        if path.is_ident("Self") || path.is_ident(&self.ident) {
            return true;
        }
        let Some(PathSegment {
            ident,
            arguments: PathArguments::AngleBracketed(held),
        }) = path.segments.last()
        else {
            return false;
        };
        ["Box", "Rc", "Arc"].iter().any(|pointer| ident == pointer)
            && held
                .args
                .iter()
                .any(|argument| matches!(argument, GenericArgument::Type(ty) if self.is_itself(ty)))
    }
}

const NOT_AN_ENUM: &str = "`ImmersveErrorCode` can be derived only for an enum";

impl Variant {
    fn read(variant: &syn::Variant, errors: &mut Diagnostics) -> Self {
        let ident = &variant.ident;
        let mut args = attr::read(&variant.attrs, Place::Variant, errors);
        for attr in variant.fields.iter().flat_map(|field| &field.attrs) {
            if attr::is_ours(attr) {
                args.garbled = true;
                errors.error(
                    attr.path(),
                    format!("`#[immersve(...)]` belongs on the variant, before `{ident}`"),
                );
            }
        }

        let (embed, unknown) = (args.get("embed"), args.get("unknown"));
        let role = match embed.or(unknown) {
            Some(mark) => {
                let mark = mark.key.name;
                for arg in args.iter().filter(|arg| !arg.key.is_mark()) {
                    errors.error(&arg.ident, conflict(arg.key.name, mark));
                }
                let payload = payload(variant, mark, errors);
                match (embed, unknown) {
                    (None, Some(unknown)) => Role::Unknown {
                        key: unknown.ident.clone(),
                        payload,
                    },
                    _ => Role::Embed {
                        payload,
                        unknown: unknown.map(|unknown| unknown.ident.clone()),
                    },
                }
            }
            None => Role::Code(Code::read(variant, &args, errors)),
        };
        Self {
            ident: ident.clone(),
            role,
            hidden: variant.attrs.iter().any(is_hidden),
        }
    }
}

impl Role {
    /// The token `unknown`, if the variant is marked with it.
    pub(crate) fn unknown(&self) -> Option<&Ident> {
        match self {
            Self::Code(_) => None,
            Self::Embed { unknown, .. } => unknown.as_ref(),
            Self::Unknown { key, .. } => Some(key),
        }
    }
}

fn conflict(key: &str, mark: &str) -> String {
    match mark {
        "embed" => format!(
            "`{key}` cannot be combined with `embed`; it belongs on the variants of the embedded enum"
        ),
        _ => format!(
            "`{key}` cannot be combined with `unknown`; it belongs on a variant with a code"
        ),
    }
}

/// The type of the one field of a marked variant.
fn payload(variant: &syn::Variant, mark: &str, errors: &mut Diagnostics) -> Type {
    if let Fields::Unnamed(fields) = &variant.fields {
        if let (1, Some(field)) = (fields.unnamed.len(), fields.unnamed.first()) {
            let ty = &field.ty;
            return match ty {
                // A bound such as `A +` is not a type without parentheses. The compiler refuses it either way.
                Type::TraitObject(_) | Type::ImplTrait(_) => parse_quote!((#ty)),
                _ => ty.clone(),
            };
        }
    }
    let ident = &variant.ident;
    let at = match &variant.fields {
        Fields::Unit => ident.to_token_stream(),
        fields => fields.to_token_stream(),
    };
    let (payload, example) = match mark {
        "embed" => ("the embedded enum", "ShippingErrorCode"),
        _ => ("the text of an unknown code", "UnknownCode"),
    };
    errors.error(
        at,
        format!(
            "`{mark}` needs a variant with one unnamed field, {payload}; write `{ident}({example})`"
        ),
    );
    parse_quote!(())
}

impl Code {
    fn read(variant: &syn::Variant, args: &Args, errors: &mut Diagnostics) -> Self {
        let plain = no_data(variant, args, errors);
        let ident = &variant.ident;
        let canonical = match args.get("code") {
            Some(arg) => match arg.text() {
                Some(text) => Text::new("code", text.value(), text, errors),
                None => Text::reported(ident),
            },
            None if !plain || args.garbled => Text::reported(ident),
            None => match case::wire_name(ident) {
                Ok(name) => Text::new("code", name, ident, errors),
                Err(unclear) => {
                    errors.error(ident, unclear);
                    Text::reported(ident)
                }
            },
        };
        let aliases = args
            .all("alias")
            .map(|arg| match arg.text() {
                Some(text) => Text::new("alias", text.value(), text, errors),
                None => Text::reported(&arg.ident),
            })
            .collect();

        let mut statuses = Vec::new();
        for arg in args.all("status") {
            let Some((literal, status)) = arg.status() else {
                continue;
            };
            if statuses.contains(&status) {
                errors.error(literal, format!("status {status} is given twice"));
            }
            statuses.push(status);
        }

        Self {
            canonical,
            aliases,
            statuses,
            retry: args.get("retry").and_then(attr::Arg::retry),
            description: Description::read(&variant.attrs),
            deprecated: deprecation(&variant.attrs),
        }
    }
}

/// Checks that a variant without `embed` and `unknown` has no fields.
fn no_data(variant: &syn::Variant, args: &Args, errors: &mut Diagnostics) -> bool {
    let ident = &variant.ident;
    if let Fields::Unit = variant.fields {
        return true;
    }
    if !args.garbled {
        let message = if variant.fields.is_empty() {
            format!("a variant without data needs no parentheses or braces; write `{ident}`")
        } else {
            "a variant with a field needs a key; write `#[immersve(embed)]` if the field is another \
             code enum, `#[immersve(unknown)]` if it is the text of an unknown code"
                .to_owned()
        };
        errors.error(&variant.fields, message);
    }
    false
}

fn is_hidden(attr: &Attribute) -> bool {
    let hidden = |list: &syn::MetaList| list.tokens.to_string() == "hidden";
    is_called(attr, "doc") && matches!(&attr.meta, Meta::List(list) if hidden(list))
}

/// The note of `#[deprecated]`, empty if it has none. The compiler reports mistakes in that attribute.
fn deprecation(attrs: &[Attribute]) -> Option<String> {
    let attr = attrs.iter().find(|attr| is_called(attr, "deprecated"))?;
    let mut note = String::new();
    match &attr.meta {
        Meta::Path(_) => {}
        Meta::NameValue(pair) => note = string(&pair.value).unwrap_or_default(),
        Meta::List(list) => {
            let _ = list.parse_nested_meta(|item| {
                let value: LitStr = item.value()?.parse()?;
                if item.path.is_ident("note") {
                    note = value.value();
                }
                Ok(())
            });
        }
    }
    Some(note)
}
