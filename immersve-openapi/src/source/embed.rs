//! Finds the codes of embedded enums, if these enums are in the given files.

use std::{
    collections::{HashMap, HashSet},
    ptr,
};

use super::{
    SourceEnum, Sources,
    item::{Code, Role},
};

/// The enums of some files by their names.
pub(crate) struct Embeds<'s> {
    by_name: HashMap<&'s str, Vec<SourceEnum<'s>>>,
}

/// The codes of the embedded enums of one enum.
#[derive(Default)]
pub(crate) struct Embedded<'s> {
    pub(crate) codes: Vec<EmbeddedCode<'s>>,
    pub(crate) unseen: Vec<Unseen>,
}

/// A code of an embedded enum.
pub(crate) struct EmbeddedCode<'s> {
    pub(crate) owner: SourceEnum<'s>,
    pub(crate) code: &'s Code,
}

/// An embedded enum whose codes are not known.
pub(crate) struct Unseen {
    /// The variant that embeds it.
    pub(crate) variant: String,
    pub(crate) why: String,
}

impl<'s> Embeds<'s> {
    pub(crate) fn of(sources: &'s Sources) -> Self {
        let mut by_name = HashMap::<_, Vec<_>>::new();
        for found in sources.enums() {
            by_name.entry(found.name()).or_default().push(found);
        }
        Self { by_name }
    }

    /// The codes of the enums that an enum embeds, and of those that they embed.
    pub(crate) fn seen_through(&self, outer: SourceEnum<'s>) -> Embedded<'s> {
        let mut embedded = Embedded::default();
        let mut visited = HashSet::from([ptr::from_ref(outer.item)]);
        let mut waiting = vec![outer];
        while let Some(next) = waiting.pop() {
            for variant in &next.item.variants {
                let Role::Embed { name, .. } = &variant.role else {
                    continue;
                };
                let why = match name {
                    None => "its type is not a path".to_owned(),
                    Some(name) => match self.by_name.get(&**name).map(Vec::as_slice) {
                        Some(&[owner]) => {
                            if visited.insert(ptr::from_ref(owner.item)) {
                                let codes = owner.item.codes();
                                embedded
                                    .codes
                                    .extend(codes.map(|(_, code)| EmbeddedCode { owner, code }));
                                waiting.push(owner);
                            }
                            continue;
                        }
                        Some(several) => format!(
                            "the given files have {} enums with the name `{name}`",
                            several.len()
                        ),
                        None => format!("`{name}` is not in the given files"),
                    },
                };
                embedded.unseen.push(Unseen {
                    variant: format!("{}::{}", next.item.name, variant.name),
                    why,
                });
            }
        }
        embedded
    }
}
