//! Finds the enums of the catalogue that a Rust file names, in code or in a `use` item.

use std::collections::HashSet;

use proc_macro2::{TokenStream, TokenTree};

use super::{
    imports::{Imports, Leads},
    tokens::{each_stream, line, word},
};

/// How many names a path has at most. Longer ones are ignored.
const LONGEST: usize = 16;

/// An enum of the catalogue that a file names.
#[derive(Debug)]
pub(crate) struct CatalogueMention {
    pub(crate) file: String,
    pub(crate) line: u64,
    pub(crate) name: String,
    /// Whether it is only meant if the files have no enum of this name.
    pub(crate) perhaps: bool,
}

/// The enums of the catalogue that the tokens of a file name, each once. The file has enums with the names `own`.
pub(crate) fn mentions(
    file: &str,
    tokens: &TokenStream,
    imports: &Imports,
    own: &HashSet<String>,
) -> Vec<CatalogueMention> {
    let mut seen = HashSet::new();
    let mut mentions = Vec::new();
    each_stream(tokens.clone(), |tokens| {
        let mut path = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Ident(ident) => {
                    if colons != 2 || path.len() == LONGEST {
                        path.clear();
                    }
                    colons = 0;
                    path.push(word(&ident.to_string()));
                    let is_own = matches!(&*path, [name] if own.contains(name));
                    if is_own || !imports.may_lead_to_enum(&path) {
                        continue;
                    }
                    let (leads, name) = imports.lead(&path);
                    let perhaps = match leads {
                        Leads::ToCatalogue => false,
                        Leads::PerhapsToCatalogue => true,
                        Leads::Elsewhere => continue,
                    };
                    if let Some(name) = name.filter(|name| seen.insert(name.clone())) {
                        mentions.push(CatalogueMention {
                            file: file.to_owned(),
                            line: line(ident.span()),
                            name,
                            perhaps,
                        });
                    }
                }
                _ => {
                    path.clear();
                    colons = 0;
                }
            }
        }
    });
    mentions
}
