//! The enums of the catalogue of `immersve-errors`, by their names.

use std::{collections::HashMap, sync::LazyLock};

use immersve_errors::{
    CodeInfo, ImmersveErrorCode,
    endpoints::{OPERATIONS, ShippingErrorCode},
};

use crate::naming;

static ENUMS: LazyLock<HashMap<String, &'static [CodeInfo]>> = LazyLock::new(|| {
    let operations = OPERATIONS.iter().filter(|it| !it.codes().is_empty());
    // An enum is named after its operation, except for one that other enums embed.
    let mut enums: HashMap<_, _> = operations
        .map(|it| (naming::enumeration(it.operation_id()), it.codes()))
        .collect();
    enums.insert("ShippingErrorCode".to_owned(), ShippingErrorCode::CODES);
    enums
});

/// The codes of the enum of the catalogue with this name, and of those that it embeds.
pub(crate) fn codes(name: &str) -> Option<&'static [CodeInfo]> {
    ENUMS.get(name).copied()
}
