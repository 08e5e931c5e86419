//! From syntax to a model of the enum; everything that can be complained about carries its tokens.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{
    Attribute, Data, DeriveInput, Expr, ExprLit, Fields, Lit, LitStr, Meta, Path, Type, parse_quote,
};

use crate::attr::{self, Args};
use crate::case;
use crate::diagnostics::Diagnostics;
use crate::key::Place;
use crate::text;

/// The enum. Where something was wrong and has been reported, the model has a harmless stand-in.
pub(crate) struct Model {
    pub(crate) ident: Ident,
    /// The runtime crate.
    pub(crate) krate: Path,
    pub(crate) operation: Option<String>,
    /// Whether `Display` and `Error` are ours to write.
    pub(crate) display: bool,
    /// Whether anything in it is `#[deprecated]`, itself included.
    pub(crate) deprecated: bool,
    pub(crate) variants: Vec<Variant>,
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) role: Role,
}

pub(crate) enum Role {
    Code(Code),
    /// Holds another code enum.
    Embed(Type),
    /// Holds the text of a code that no variant stands for; `key` is where that is said.
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
    pub(crate) description: Option<String>,
    pub(crate) deprecated: Option<String>,
}

/// A text that a response may carry, and the tokens that say so; empty if they were wrong.
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) at: TokenStream,
}

impl Text {
    fn new(noun: &str, value: String, at: impl ToTokens, errors: &mut Diagnostics) -> Self {
        let at = at.into_token_stream();
        let value = match text::fault(noun, &value) {
            None => value,
            Some(fault) => {
                errors.error(&at, fault);
                String::new()
            }
        };
        Self { value, at }
    }

    fn reported() -> Self {
        Self {
            value: String::new(),
            at: TokenStream::new(),
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
                "an enum of error codes has no generic parameters; its codes are fixed strings",
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
                && !all_attrs().any(|attr| attr.path().is_ident("error")),
            deprecated: all_attrs().any(is_deprecated),
            variants: syntax
                .into_iter()
                .flatten()
                .map(|variant| Variant::read(variant, errors))
                .collect(),
        }
    }

    /// Whether no text is ever an error.
    pub(crate) fn is_open(&self) -> bool {
        self.variants
            .iter()
            .any(|variant| matches!(variant.role, Role::Unknown { .. }))
    }
}

const NOT_AN_ENUM: &str = "`ImmersveErrorCode` can be derived for an enum only";

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

        let marked = args
            .iter()
            .find(|arg| matches!(arg.key.name, "embed" | "unknown"));
        let role = match marked {
            Some(mark) => {
                for arg in args.iter().filter(|arg| arg.key.name != mark.key.name) {
                    errors.error(&arg.ident, conflict(arg.key.name, mark.key.name));
                }
                let payload = payload(variant, mark.key.name, errors);
                match mark.key.name {
                    "embed" => Role::Embed(payload),
                    _ => Role::Unknown {
                        key: mark.ident.clone(),
                        payload,
                    },
                }
            }
            None => Role::Code(Code::read(variant, &args, errors)),
        };
        Self {
            ident: ident.clone(),
            role,
        }
    }
}

fn conflict(key: &str, mark: &str) -> String {
    match (key, mark) {
        ("embed" | "unknown", _) => format!(
            "`{key}` and `{mark}` exclude each other; a variant holds another code enum or the \
             text of an unknown code"
        ),
        (_, "embed") => format!(
            "`{key}` cannot stand beside `embed`; it belongs on the variants of the embedded enum"
        ),
        _ => format!(
            "`{key}` cannot stand beside `unknown`; it belongs on a variant that stands for a code"
        ),
    }
}

/// The type of the one field that a marked variant holds.
fn payload(variant: &syn::Variant, mark: &str, errors: &mut Diagnostics) -> Type {
    if let Fields::Unnamed(fields) = &variant.fields {
        if let (1, Some(field)) = (fields.unnamed.len(), fields.unnamed.first()) {
            let ty = &field.ty;
            return match ty {
                // A bound such as `A +` is no type where the expansion names it; the compiler refuses it
                // either way.
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
    let (held, example) = match mark {
        "embed" => ("the embedded enum", "ShippingErrorCode"),
        _ => ("the text of an unknown code", "UnknownCode"),
    };
    errors.error(
        at,
        format!("`{mark}` takes a variant with one unnamed field, {held}: `{ident}({example})`"),
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
                None => Text::reported(),
            },
            None if !plain || args.garbled => Text::reported(),
            None => match case::wire_name(ident) {
                Ok(name) => Text::new("code", name, ident, errors),
                Err(unclear) => {
                    errors.error(ident, unclear);
                    Text::reported()
                }
            },
        };
        let aliases = args
            .all("alias")
            .filter_map(attr::Arg::text)
            .map(|text| Text::new("alias", text.value(), text, errors))
            .collect();

        let mut statuses = Vec::new();
        for (literal, status) in args.all("status").filter_map(attr::Arg::status) {
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
            description: description(&variant.attrs),
            deprecated: deprecation(&variant.attrs),
        }
    }
}

/// Sees to it that a variant that stands for one code holds nothing.
fn no_data(variant: &syn::Variant, args: &Args, errors: &mut Diagnostics) -> bool {
    let ident = &variant.ident;
    if let Fields::Unit = variant.fields {
        return true;
    }
    if !args.garbled {
        let message = if variant.fields.is_empty() {
            format!("a plain variant is its name alone: `{ident}`")
        } else {
            "a plain variant holds no data; mark it `#[immersve(embed)]` if it holds another code \
             enum, `#[immersve(unknown)]` if it holds the text of an unknown code"
                .to_owned()
        };
        errors.error(&variant.fields, message);
    }
    false
}

/// The doc comment as one text.
fn description(attrs: &[Attribute]) -> Option<String> {
    let lines: Vec<String> = attrs
        .iter()
        .filter(|attr| attr.path().is_ident("doc"))
        .filter_map(|attr| match &attr.meta {
            Meta::NameValue(pair) => string(&pair.value),
            _ => None,
        })
        .flat_map(|doc| {
            doc.split('\n')
                .map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned())
                .collect::<Vec<_>>()
        })
        .collect();
    let text = lines.join("\n");
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn is_deprecated(attr: &Attribute) -> bool {
    attr.path().is_ident("deprecated")
}

/// The note of `#[deprecated]`, empty if it has none. What is malformed is the compiler's to report.
fn deprecation(attrs: &[Attribute]) -> Option<String> {
    let attr = attrs.iter().find(|attr| is_deprecated(attr))?;
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

/// A string literal; those that are fragments of `macro_rules` come as literals too.
fn string(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text.value()),
        _ => None,
    }
}
