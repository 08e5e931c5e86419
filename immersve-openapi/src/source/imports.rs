//! Reads the `use` items of a Rust file, to know which paths lead to the catalogue of `immersve-errors`.

use std::collections::HashMap;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::tokens::{each_stream, is_comma, word};

/// The last two names of the path to the catalogue's module. Before them may be the path of a crate that exports
/// `immersve_errors` again.
const CATALOGUE: [&str; 2] = ["immersve_errors", "endpoints"];

/// How many names a path has at most, and how many bytes each name. Other paths are ignored.
const LONGEST: (usize, usize) = (16, 128);

/// How many imports of a file are read.
const IMPORTS: usize = 50_000;

/// How many names are replaced by what they were imported from, one after the other.
const STEPS: usize = 4;

/// What the `use` items of a file import, in whichever module they are.
#[derive(Default)]
pub(crate) struct Imports {
    /// For each name its path; `None` if modules of the file give the name different paths.
    names: HashMap<String, Option<Vec<String>>>,
    /// Whether everything of `immersve_errors` is imported.
    whole_crate: bool,
    /// Whether everything of the catalogue is imported.
    whole_catalogue: bool,
}

/// Where a path leads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Leads {
    /// To an enum of the catalogue.
    ToCatalogue,
    /// To an enum of the catalogue, if the files have none of this name.
    PerhapsToCatalogue,
    Elsewhere,
}

impl Imports {
    pub(crate) fn of(tokens: &TokenStream) -> Self {
        let mut imports = Self::default();
        let mut globs = Vec::new();
        let mut left = IMPORTS;
        each_stream(tokens.clone(), |tokens| {
            let mut rest = tokens.iter();
            while rest.any(|token| matches!(token, TokenTree::Ident(ident) if ident == "use")) {
                let tree = rest.by_ref().take_while(
                    |token| !matches!(token, TokenTree::Punct(end) if end.as_char() == ';'),
                );
                imports.add(tree.cloned().collect(), &mut globs, &mut left);
            }
        });
        imports.whole_crate = globs
            .iter()
            .any(|glob| glob.last().is_some_and(|last| last == CATALOGUE[0]));
        imports.whole_catalogue = globs.into_iter().any(|mut path| {
            path.push("*".to_owned());
            imports.lead(&path).0 == Leads::ToCatalogue
        });
        imports
    }

    /// Adds the tree after a `use`.
    fn add(&mut self, tree: TokenStream, globs: &mut Vec<Vec<String>>, left: &mut usize) {
        let mut waiting = vec![(Vec::new(), tree)];
        while let Some((before, tree)) = waiting.pop() {
            let tokens: Vec<TokenTree> = tree.into_iter().collect();
            for piece in tokens.split(is_comma) {
                let Some(fewer) = left.checked_sub(1) else {
                    return;
                };
                *left = fewer;
                match Branch::read(before.clone(), piece) {
                    Some(Branch::Name(name, path)) => {
                        self.names
                            .entry(name)
                            .and_modify(|known| {
                                if known.as_ref() != Some(&path) {
                                    *known = None;
                                }
                            })
                            .or_insert_with(|| Some(path.clone()));
                    }
                    Some(Branch::Glob(path)) => globs.push(path),
                    Some(Branch::Braces(path, tree)) => waiting.push((path, tree)),
                    None => {}
                }
            }
        }
    }

    /// Whether the last name of a path may be that of an enum of the catalogue, or one that a `use` item gives it.
    pub(crate) fn may_lead_to_enum(&self, path: &[String]) -> bool {
        path.last()
            .is_some_and(|name| name.ends_with("ErrorCode") || self.names.contains_key(name))
    }

    /// Where the path of a type leads, and the name that the type has there.
    pub(crate) fn lead(&self, path: &[String]) -> (Leads, Option<String>) {
        let mut leads = Leads::ToCatalogue;
        let mut path = path.to_vec();
        for _ in 0..STEPS {
            if path.first().is_some_and(|first| first == "self") {
                path.remove(0);
            }
            if let [.., root, module, _] = &*path
                && [root, module] == CATALOGUE
            {
                return (leads, path.pop());
            }
            let Some((first, rest)) = path.split_first() else {
                break;
            };
            path = match self.names.get(first) {
                Some(Some(start)) => start.iter().chain(rest).cloned().collect(),
                None if rest.is_empty() && self.whole_catalogue => {
                    return (Leads::PerhapsToCatalogue, path.pop());
                }
                None if self.whole_crate && first == CATALOGUE[1] => {
                    leads = Leads::PerhapsToCatalogue;
                    path.insert(0, CATALOGUE[0].to_owned());
                    path
                }
                Some(None) | None => break,
            };
        }
        (Leads::Elsewhere, path.pop())
    }
}

/// A branch of the tree after a `use`.
enum Branch {
    /// A name and its path.
    Name(String, Vec<String>),
    /// The path before `::*`.
    Glob(Vec<String>),
    /// The path before `::{...}`, and what is between the braces.
    Braces(Vec<String>, TokenStream),
}

impl Branch {
    fn read(mut path: Vec<String>, piece: &[TokenTree]) -> Option<Self> {
        let mut renamed = false;
        for token in piece {
            match token {
                TokenTree::Ident(ident) if ident == "as" => renamed = true,
                TokenTree::Ident(ident) => {
                    let name = word(&ident.to_string());
                    if path.len() == LONGEST.0 || name.len() > LONGEST.1 {
                        return None;
                    }
                    if renamed {
                        return Self::name(name, path);
                    }
                    path.push(name);
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' => {}
                TokenTree::Punct(punct) if punct.as_char() == '*' => return Some(Self::Glob(path)),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    return Some(Self::Braces(path, group.stream()));
                }
                _ => return None,
            }
        }
        let name = match &*path {
            [.., module, last] if last == "self" => module,
            [.., last] => last,
            [] => return None,
        };
        Self::name(name.clone(), path)
    }

    fn name(name: String, mut path: Vec<String>) -> Option<Self> {
        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        (path != [&*name]).then_some(Self::Name(name, path))
    }
}
