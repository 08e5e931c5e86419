//! Reads the arguments of `#[immersve(...)]`, each on its own, so that a mistake in one hides no other.

use proc_macro2::{Delimiter, Ident, Punct, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::{Attribute, Lit, LitInt, LitStr, MacroDelimiter, Meta, Path};

use crate::diagnostics::Diagnostics;
use crate::key::{KEYS, Key, Place, help, suggestion};
use crate::value::{Value, literal};

/// One `key` or `key = value`. It has no value if the value was wrong and has been reported.
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
    /// Whether an argument could not be understood and has been reported. It may have been meant as any key,
    /// so a missing key is then not reported.
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
    is_called(attr, "immersve")
}

/// Whether the attribute has this name. For the compiler, `r#name` is the same name.
pub(crate) fn is_called(attr: &Attribute, name: &str) -> bool {
    attr.path()
        .get_ident()
        .is_some_and(|ident| ident.unraw() == name)
}

/// Reads all `#[immersve(...)]` attributes of the enum or of one variant.
pub(crate) fn read(attrs: &[Attribute], place: Place, errors: &mut Diagnostics) -> Args {
    let mut args = Args::default();
    let mut present = keys_present(attrs);
    for attr in attrs.iter().filter(|attr| is_ours(attr)) {
        match &attr.meta {
            Meta::List(list) => {
                if !matches!(list.delimiter, MacroDelimiter::Paren(_)) {
                    errors.error(
                        &list.path,
                        "expected the arguments in parentheses: `#[immersve(...)]`",
                    );
                }
                let pieces = pieces(list.tokens.clone(), &mut |comma| {
                    errors.error(comma, "expected a key before this comma");
                });
                for piece in pieces {
                    match read_piece(&piece, place, &mut present, errors) {
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
                        "expected the arguments in parentheses: `#[immersve(...)]`{}",
                        help(place)
                    ),
                );
            }
        }
    }
    args
}

/// The keys that these attributes contain and that are spelled right.
fn keys_present(attrs: &[Attribute]) -> Vec<&'static Key> {
    let lists = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::List(list) if is_ours(attr) => Some(list.tokens.clone()),
        _ => None,
    });
    // Mistakes are reported where the pieces are read.
    let pieces = lists.flat_map(|tokens| pieces(tokens, &mut |_: &Punct| {}));
    pieces
        .filter_map(|piece| match piece.first() {
            Some(TokenTree::Ident(ident)) => KEYS.iter().find(|key| ident.unraw() == key.name),
            _ => None,
        })
        .collect()
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

/// The comma-separated pieces of an argument list. The groups around fragments of `macro_rules` are removed.
fn pieces(tokens: TokenStream, stray: &mut dyn FnMut(&Punct)) -> Vec<Vec<TokenTree>> {
    let mut pieces = Vec::new();
    let mut piece = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => {
                if piece.is_empty() {
                    stray(&comma);
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

/// Why a piece is not an argument. The mistake has been reported.
enum Unread {
    /// It could have been meant as any key.
    Garbled,
    /// It was understood, but does not belong here.
    Misplaced,
}

fn read_piece(
    piece: &[TokenTree],
    place: Place,
    present: &mut Vec<&'static Key>,
    errors: &mut Diagnostics,
) -> Result<Arg, Unread> {
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
        if let (Place::Enum, "rename_all" | "serialize_all") = (place, &*name) {
            errors.error(
                ident,
                format!(
                    "unknown key `{name}`; remove it, as a code is the variant's name in \
                     `SCREAMING_SNAKE_CASE`, or the variant's `code`"
                ),
            );
            return Err(Unread::Misplaced);
        }
        let meant = suggestion(&name, place);
        let elsewhere = suggestion(&name, place.other());
        // No advice is given that would lead to another error.
        let meant = match meant {
            Some(key) if !key.many && present.iter().any(|other| other.name == key.name) => {
                errors.error(
                    ident,
                    format!(
                        "unknown key `{name}`; remove it, as `{}` is already given",
                        key.name
                    ),
                );
                return Err(Unread::Misplaced);
            }
            Some(key) if present.iter().any(|other| !key.may_stand_beside(other)) => None,
            meant => meant,
        };
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
            (Some(key), _) => {
                present.push(key);
                Ok(Arg {
                    key,
                    ident: ident.clone(),
                    value: None,
                })
            }
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
