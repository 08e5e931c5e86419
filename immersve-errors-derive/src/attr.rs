//! The arguments of `#[immersve(...)]`: one table of keys drives reading, key lists and suggestions.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::Parser as _;
use syn::{Attribute, Lit, LitInt, LitStr, MacroDelimiter, Meta, Path};

use crate::diagnostics::Diagnostics;
use crate::suggest;

/// What may be said, and how. The order is the order of the lists in the diagnostics.
static KEYS: [Key; 9] = [
    Key {
        name: "operation",
        place: Place::Enum,
        kind: Kind::Text,
        usage: "operation = \"create-card\"",
        many: false,
        lookalikes: &["op", "operation_id", "endpoint", "id"],
    },
    Key {
        name: "crate",
        place: Place::Enum,
        kind: Kind::Path,
        usage: "crate = my_sdk::immersve_errors",
        many: false,
        lookalikes: &["krate", "path", "crate_path", "root"],
    },
    Key {
        name: "no_display",
        place: Place::Enum,
        kind: Kind::Flag,
        usage: "no_display",
        many: false,
        lookalikes: &["display", "skip_display", "no_error", "no_fmt"],
    },
    Key {
        name: "code",
        place: Place::Variant,
        kind: Kind::Text,
        usage: "code = \"CARD_NOT_FOUND\"",
        many: false,
        lookalikes: &["rename", "name", "error_code", "value", "serialize"],
    },
    Key {
        name: "alias",
        place: Place::Variant,
        kind: Kind::Text,
        usage: "alias = \"CARD_MISSING\"",
        many: true,
        lookalikes: &["also", "old", "formerly", "other_name"],
    },
    Key {
        name: "status",
        place: Place::Variant,
        kind: Kind::Status,
        usage: "status = 403",
        many: true,
        lookalikes: &["http", "http_status", "status_code"],
    },
    Key {
        name: "retry",
        place: Place::Variant,
        kind: Kind::Retry,
        usage: "retry = \"always\"",
        many: false,
        lookalikes: &["retriable", "retryable", "can_retry"],
    },
    Key {
        name: "embed",
        place: Place::Variant,
        kind: Kind::Flag,
        usage: "embed",
        many: false,
        lookalikes: &["flatten", "transparent", "nested", "from", "include"],
    },
    Key {
        name: "unknown",
        place: Place::Variant,
        kind: Kind::Flag,
        usage: "unknown",
        many: false,
        lookalikes: &["other", "untagged", "default", "fallback", "catch_all"],
    },
];

/// The values of `retry`, each with its variant of `Retry`.
static RETRIES: [(&str, &str); 3] = [
    ("never", "Never"),
    ("if_idempotent", "IfIdempotent"),
    ("always", "Always"),
];

pub(crate) struct Key {
    pub(crate) name: &'static str,
    place: Place,
    kind: Kind,
    usage: &'static str,
    many: bool,
    /// What people write who mean this key; near misses are found without being listed.
    lookalikes: &'static [&'static str],
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Place {
    Enum,
    Variant,
}

#[derive(Clone, Copy)]
enum Kind {
    Flag,
    Text,
    Status,
    Retry,
    Path,
}

/// One well-formed value.
pub(crate) enum Value {
    Flag,
    Text(LitStr),
    Status(LitInt, u16),
    /// The variant of `Retry`.
    Retry(&'static str),
    Path(Path),
}

/// One `key`, `key = value`; without a value if that was wrong and has been reported.
pub(crate) struct Arg {
    pub(crate) key: &'static Key,
    pub(crate) ident: Ident,
    value: Option<Value>,
}

impl Arg {
    pub(crate) fn text(&self) -> Option<&LitStr> {
        match &self.value {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn status(&self) -> Option<(&LitInt, u16)> {
        match &self.value {
            Some(Value::Status(literal, status)) => Some((literal, *status)),
            _ => None,
        }
    }

    pub(crate) fn retry(&self) -> Option<&'static str> {
        match self.value {
            Some(Value::Retry(retry)) => Some(retry),
            _ => None,
        }
    }

    pub(crate) fn path(&self) -> Option<&Path> {
        match &self.value {
            Some(Value::Path(path)) => Some(path),
            _ => None,
        }
    }
}

/// All arguments of one enum or variant.
#[derive(Default)]
pub(crate) struct Args {
    found: Vec<Arg>,
    /// Something was written that cannot be understood and has been reported; whoever misses a key
    /// should keep quiet, as it may well be meant.
    pub(crate) garbled: bool,
}

impl Args {
    /// The first argument with this key.
    pub(crate) fn get(&self, name: &str) -> Option<&Arg> {
        self.all(name).next()
    }

    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &Arg> {
        self.found.iter().filter(move |arg| arg.key.name == name)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Arg> {
        self.found.iter()
    }
}

pub(crate) fn is_ours(attr: &Attribute) -> bool {
    attr.path().is_ident("immersve")
}

/// Reads all `#[immersve(...)]` attributes of one place.
pub(crate) fn read(attrs: &[Attribute], place: Place, errors: &mut Diagnostics) -> Args {
    let mut args = Args::default();
    for attr in attrs.iter().filter(|attr| is_ours(attr)) {
        match &attr.meta {
            Meta::List(list) => {
                if !matches!(list.delimiter, MacroDelimiter::Paren(_)) {
                    errors.error(
                        &list.path,
                        "the arguments stand in parentheses: `#[immersve(...)]`",
                    );
                }
                for piece in pieces(list.tokens.clone(), errors) {
                    match read_piece(&piece, place, errors) {
                        Ok(arg) => insert(&mut args, arg, errors),
                        Err(Unread::Garbled) => args.garbled = true,
                        Err(Unread::Misplaced) => {}
                    }
                }
            }
            Meta::Path(path) => {
                args.garbled = true;
                errors.error(path, format!("missing arguments{}", help(place)));
            }
            Meta::NameValue(pair) => {
                args.garbled = true;
                errors.error(
                    pair.eq_token,
                    format!(
                        "the arguments stand in parentheses: `#[immersve(...)]`{}",
                        help(place)
                    ),
                );
            }
        }
    }
    args
}

fn insert(args: &mut Args, arg: Arg, errors: &mut Diagnostics) {
    if !arg.key.many && args.get(arg.key.name).is_some() {
        let advice = match arg.key.name {
            "code" => "; other spellings of the same code are written `alias = \"...\"`",
            _ => "",
        };
        errors.error(
            &arg.ident,
            format!("`{}` can be given only once{advice}", arg.key.name),
        );
    }
    args.found.push(arg);
}

/// The comma-separated pieces of an argument list; fragments of `macro_rules` are seen through.
fn pieces(tokens: TokenStream, errors: &mut Diagnostics) -> Vec<Vec<TokenTree>> {
    let mut pieces = Vec::new();
    let mut piece = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => {
                if piece.is_empty() {
                    errors.error(&comma, "expected a key before this comma");
                } else {
                    pieces.push(std::mem::take(&mut piece));
                }
            }
            token => flatten(token, &mut piece),
        }
    }
    if !piece.is_empty() {
        pieces.push(piece);
    }
    pieces
}

fn flatten(token: TokenTree, into: &mut Vec<TokenTree>) {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            for token in group.stream() {
                flatten(token, into);
            }
        }
        token => into.push(token),
    }
}

/// Why a piece gave no argument; it has been reported.
enum Unread {
    /// Nobody can say what was meant.
    Garbled,
    /// It was understood, and belongs elsewhere.
    Misplaced,
}

fn read_piece(piece: &[TokenTree], place: Place, errors: &mut Diagnostics) -> Result<Arg, Unread> {
    let (ident, rest) = match piece {
        [TokenTree::Ident(ident), rest @ ..] => (ident, rest),
        [token, ..] => {
            let advice = match (literal(piece), place) {
                (Some((Lit::Str(text), _)), Place::Enum) => {
                    format!("; write `operation = {}`", text.token())
                }
                (Some((Lit::Str(text), _)), Place::Variant) => {
                    format!("; write `code = {}`", text.token())
                }
                (Some((Lit::Int(status), _)), Place::Variant) => {
                    format!("; write `status = {status}`")
                }
                _ => String::new(),
            };
            errors.error(token, format!("expected a key{advice}{}", help(place)));
            return Err(Unread::Garbled);
        }
        [] => return Err(Unread::Misplaced),
    };
    let name = ident.unraw().to_string();

    let Some(key) = KEYS.iter().find(|key| key.name == name) else {
        let meant = suggestion(&name, place);
        let elsewhere = suggestion(&name, place.other());
        let advice = match (meant, elsewhere) {
            (Some(key), _) => format!("; did you mean `{}`?", key.name),
            (None, Some(key)) => format!(
                "; did you mean `{}`, which belongs on {}?",
                key.name,
                key.place.name()
            ),
            (None, None) => String::new(),
        };
        errors.error(
            ident,
            format!("unknown key `{name}`{advice}{}", help(place)),
        );
        return match (meant, elsewhere) {
            (Some(key), _) => Ok(Arg {
                key,
                ident: ident.clone(),
                value: None,
            }),
            (None, Some(_)) => Err(Unread::Misplaced),
            (None, None) => Err(Unread::Garbled),
        };
    };
    if key.place != place {
        errors.error(
            ident,
            format!(
                "`{name}` belongs on {}, not on {}{}",
                key.place.name(),
                place.name(),
                help(place)
            ),
        );
        return Err(Unread::Misplaced);
    }

    let value = match key.value(ident, rest) {
        Ok(value) => Some(value),
        Err(fault) => {
            errors.error(fault.at, fault.message);
            fault.meant
        }
    };
    Ok(Arg {
        key,
        ident: ident.clone(),
        value,
    })
}

impl Place {
    fn name(self) -> &'static str {
        match self {
            Self::Enum => "the enum",
            Self::Variant => "a variant",
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Enum => Self::Variant,
            Self::Variant => Self::Enum,
        }
    }

    fn keys(self) -> impl Iterator<Item = &'static Key> {
        KEYS.iter().filter(move |key| key.place == self)
    }
}

/// The keys of a place, as the second line of a message.
fn help(place: Place) -> String {
    let keys: Vec<_> = place.keys().map(|key| format!("`{}`", key.name)).collect();
    format!(
        "\n  = help: {} takes {}",
        place.name(),
        enumerate(&keys, "and")
    )
}

/// `a, b and c`.
fn enumerate(words: &[String], and: &str) -> String {
    match words {
        [words @ .., last] if !words.is_empty() => format!("{} {and} {last}", words.join(", ")),
        _ => words.concat(),
    }
}

/// Where a value is wrong, and how.
struct Fault {
    at: TokenStream,
    message: String,
    /// What it certainly stands for all the same.
    meant: Option<Value>,
}

impl Fault {
    fn new(at: impl ToTokens, message: impl Into<String>) -> Self {
        Self {
            at: at.into_token_stream(),
            message: message.into(),
            meant: None,
        }
    }
}

impl Key {
    /// Reads what follows the key.
    fn value(&self, ident: &Ident, rest: &[TokenTree]) -> Result<Value, Fault> {
        let Self { name, usage, .. } = self;
        if let Kind::Flag = self.kind {
            let value = match rest {
                [TokenTree::Punct(eq), ..] => eq.as_char() == '=',
                [TokenTree::Group(_), ..] => true,
                _ => false,
            };
            if value {
                return Err(Fault::new(
                    stream(rest),
                    format!("`{name}` is a flag and takes no value"),
                ));
            }
            nothing_after(rest)?;
            return Ok(Value::Flag);
        }
        match rest {
            [] => Err(Fault::new(
                ident,
                format!("`{name}` needs a value, as in `{usage}`"),
            )),
            [TokenTree::Punct(eq)] if eq.as_char() == '=' => Err(Fault::new(
                eq,
                format!("expected a value after `=`, as in `{usage}`"),
            )),
            [TokenTree::Punct(eq), value @ ..] if eq.as_char() == '=' => match self.kind {
                Kind::Flag => Ok(Value::Flag),
                Kind::Text => self.text(value).map(Value::Text),
                Kind::Status => self.status(value),
                Kind::Retry => self.retry(value),
                Kind::Path => self.path(value),
            },
            [token, ..] => Err(Fault::new(
                token,
                format!("expected `=` after `{name}`, as in `{usage}`"),
            )),
        }
    }

    fn text(&self, value: &[TokenTree]) -> Result<LitStr, Fault> {
        match literal(value) {
            Some((Lit::Str(text), after)) if text.suffix().is_empty() => {
                nothing_after(after)?;
                Ok(text)
            }
            _ => Err(self.wrong_kind("a string literal", value)),
        }
    }

    fn status(&self, value: &[TokenTree]) -> Result<Value, Fault> {
        let Some((Lit::Int(literal), after)) = literal(value) else {
            return Err(self.wrong_kind("an integer", value));
        };
        nothing_after(after)?;
        if !literal.suffix().is_empty() {
            return Err(self.wrong_kind("an integer without a type", value));
        }
        match literal.base10_parse() {
            Ok(status @ 400..=599) => Ok(Value::Status(literal, status)),
            _ => Err(Fault::new(
                &literal,
                format!(
                    "`{literal}` is not an error status; those are the numbers from 400 to 599"
                ),
            )),
        }
    }

    fn retry(&self, value: &[TokenTree]) -> Result<Value, Fault> {
        let text = self.text(value)?;
        let given = text.value();
        if let Some((_, variant)) = RETRIES.iter().find(|(name, _)| *name == given) {
            return Ok(Value::Retry(variant));
        }
        let advice = match suggest::nearest(&given, RETRIES.iter().map(|(name, _)| *name)) {
            Some(name) => format!("; did you mean `\"{name}\"`?"),
            None => String::new(),
        };
        let names: Vec<_> = RETRIES
            .iter()
            .map(|(name, _)| format!("`\"{name}\"`"))
            .collect();
        Err(Fault::new(
            &text,
            format!(
                "unknown value of `retry`{advice}\n  = help: `retry` takes {}",
                enumerate(&names, "or")
            ),
        ))
    }

    fn path(&self, value: &[TokenTree]) -> Result<Value, Fault> {
        let Self { name, .. } = self;
        if let Some((Lit::Str(text), [])) = literal(value) {
            return match text.parse_with(Path::parse_mod_style) {
                Ok(path) => Err(Fault {
                    at: text.to_token_stream(),
                    message: format!(
                        "`{name}` takes a path, not a string; write `{name} = {}`",
                        text.value()
                    ),
                    meant: Some(Value::Path(path)),
                }),
                Err(_) => Err(self.wrong_kind("a path", value)),
            };
        }
        match Path::parse_mod_style.parse2(stream(value)) {
            Ok(path) => Ok(Value::Path(path)),
            Err(_) => Err(self.wrong_kind("a path", value)),
        }
    }

    fn wrong_kind(&self, expected: &str, value: &[TokenTree]) -> Fault {
        Fault::new(
            stream(value),
            format!("expected {expected}, as in `{}`", self.usage),
        )
    }
}

fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}

/// The literal that `tokens` open with, and what stands behind it.
fn literal(tokens: &[TokenTree]) -> Option<(Lit, &[TokenTree])> {
    match tokens {
        [TokenTree::Literal(literal), after @ ..] => Some((Lit::new(literal.clone()), after)),
        _ => None,
    }
}

fn nothing_after(tokens: &[TokenTree]) -> Result<(), Fault> {
    match tokens {
        [] => Ok(()),
        [token, ..] => Err(Fault::new(token, "expected a comma before this")),
    }
}

/// The key that someone means who writes `name`.
fn suggestion(name: &str, place: Place) -> Option<&'static Key> {
    let lookalike = place
        .keys()
        .find(|key| key.lookalikes.contains(&suggest::snake(name).as_str()));
    lookalike.or_else(|| {
        let near = suggest::nearest(name, place.keys().map(|key| key.name))?;
        place.keys().find(|key| key.name == near)
    })
}
