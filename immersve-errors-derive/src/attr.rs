//! Typed attributes of an enum and of a variant, from `#[immersve(...)]`.

use proc_macro2::Ident;
use syn::ext::IdentExt as _;
use syn::{Attribute, LitStr, Path};

use crate::args::{Arg, Args};
use crate::diagnostics::Diagnostics;
use crate::foreign::Foreign;
use crate::item::VariantSyntax;
use crate::key::{Key, Target};
use crate::value::{RetryHint, Status};

/// A key and its value, which is `None` if it was wrong and has been reported.
pub(crate) struct Attr<T> {
    pub(crate) key: Ident,
    pub(crate) value: Option<T>,
}

#[derive(Default)]
pub(crate) struct EnumAttrs {
    pub(crate) operation: Option<Attr<LitStr>>,
    pub(crate) krate: Option<Attr<Path>>,
    pub(crate) no_display: Option<Attr<()>>,
    pub(crate) ignored: Vec<Attr<Foreign>>,
}

#[derive(Default)]
pub(crate) struct VariantAttrs {
    pub(crate) code: Option<Attr<LitStr>>,
    pub(crate) aliases: Vec<Attr<LitStr>>,
    pub(crate) statuses: Vec<Attr<Status>>,
    pub(crate) retry: Option<Attr<RetryHint>>,
    pub(crate) embed: Option<Attr<()>>,
    pub(crate) unknown: Option<Attr<()>>,
    /// Keys for variants with a code of their own.
    pub(crate) keys_of_a_code: Vec<Ident>,
    /// Whether an argument was reported as unparsable. It may be any key, so missing keys are not reported.
    pub(crate) has_unparsable_arg: bool,
}

impl EnumAttrs {
    pub(crate) fn read(attrs: &[Attribute], errors: &mut Diagnostics) -> Self {
        let mut read = Self::default();
        let mut args = Args::new(attrs, Target::Enum, errors);
        while let Some(arg) = args.next(errors) {
            match arg.key {
                Key::Operation => arg.set(&mut read.operation, Arg::string, errors),
                Key::Crate => arg.set(&mut read.krate, Arg::path, errors),
                Key::NoDisplay => arg.set(&mut read.no_display, Arg::flag, errors),
                Key::Ignore => read.ignored.push(arg.attr(Arg::foreign, errors)),
                Key::Code | Key::Alias | Key::Status | Key::Retry | Key::Embed | Key::Unknown => {
                    arg.misplaced(Target::Enum, errors);
                }
            }
        }
        read
    }
}

impl VariantAttrs {
    pub(crate) fn read(variant: &VariantSyntax, errors: &mut Diagnostics) -> Self {
        let mut read = Self::default();
        let mut args = Args::new(&variant.attrs, Target::Variant, errors);
        args.unit = variant.fields.is_none().then(|| variant.ident.clone());
        while let Some(arg) = args.next(errors) {
            if arg.key.target() == Target::Variant && arg.key.excludes(Key::Embed) {
                read.keys_of_a_code.push(arg.ident.clone());
            }
            match arg.key {
                Key::Code => arg.set(&mut read.code, Arg::string, errors),
                Key::Alias => read.aliases.push(arg.attr(Arg::string, errors)),
                Key::Status => read.statuses.push(arg.attr(Arg::status, errors)),
                Key::Retry => arg.set(&mut read.retry, Arg::retry, errors),
                Key::Embed => arg.set(&mut read.embed, Arg::flag, errors),
                Key::Unknown => arg.set(&mut read.unknown, Arg::flag, errors),
                Key::Operation | Key::Crate | Key::NoDisplay | Key::Ignore => {
                    arg.misplaced(Target::Variant, errors);
                }
            }
        }
        read.has_unparsable_arg = args.has_unparsable_arg;
        read
    }
}

pub(crate) fn is_ours(attr: &Attribute) -> bool {
    is_called(attr, "immersve")
}

/// Whether the attribute has this name.
pub(crate) fn is_called(attr: &Attribute, name: &str) -> bool {
    self::name(attr).is_some_and(|called| called == name)
}

/// The name of an attribute. For the compiler, `r#name` is the same name.
pub(crate) fn name(attr: &Attribute) -> Option<String> {
    Some(attr.path().get_ident()?.unraw().to_string())
}

impl Arg {
    fn attr<T>(
        self,
        value: fn(&Self, &mut Diagnostics) -> Option<T>,
        errors: &mut Diagnostics,
    ) -> Attr<T> {
        Attr {
            value: value(&self, errors),
            key: self.ident,
        }
    }

    /// Sets an attribute that can be given only once. The first one counts.
    fn set<T>(
        self,
        slot: &mut Option<Attr<T>>,
        value: fn(&Self, &mut Diagnostics) -> Option<T>,
        errors: &mut Diagnostics,
    ) {
        let key = self.key;
        let attr = self.attr(value, errors);
        if slot.is_none() {
            *slot = Some(attr);
            return;
        }
        let advice = match key {
            Key::Code => "; other spellings of the same code are written `alias = \"...\"`",
            _ => "",
        };
        errors.error(
            &attr.key,
            format!("`{}` can be given only once{advice}", key.name()),
        );
    }
}
