//! The layers of the runtime import downwards only, as `ARCHITECTURE.md` says.

use crate::{read, root, sources};

/// The layers, lowest first: their modules, and the names that the crate's root has of each.
const LAYERS: [(&[&str], &[&str]); 7] = [
    (
        &["taxonomy", "escape"],
        &[
            "BaseCode",
            "ErrorKind",
            "Escaped",
            "Idempotency",
            "ParseNameError",
            "Retry",
        ],
    ),
    (
        &["code"],
        &[
            "AnyCode",
            "CodeInfo",
            "ImmersveErrorCode",
            "ParseCodeError",
            "UnknownCode",
        ],
    ),
    (
        &["response"],
        &["ErrorResponse", "ErrorResponseBuilder", "FieldError"],
    ),
    (&["error"], &["ApiError", "BodyError", "Result", "decode"]),
    (&["endpoints"], &[]),
    (
        &["client"],
        &["ReadOptions", "ReqwestExt", "ReqwestBlockingExt", "UreqExt"],
    ),
    // Stands on "code". It comes last, as no other layer may use it.
    (&["derive_support"], &["__immersve_errors_0_1_0"]),
];

/// The names in the imports of a file from the crate, outside of its tests.
fn imported(source: &str) -> Vec<&str> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let imports = code.split("use crate::").skip(1);
    imports
        .filter_map(|rest| rest.split(';').next())
        .flat_map(|import| import.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .filter(|name| !name.is_empty())
        .collect()
}

/// The files of a module and of the modules below it, each with its text.
fn files_of(module: &str) -> Vec<(String, String)> {
    let folder = root().join("immersve-errors/src");
    let file = format!("immersve-errors/src/{module}.rs");
    let mut files = vec![(file.clone(), read(&file))];
    let below = folder.join(module);
    if below.is_dir() {
        files.extend(sources(&below));
    }
    files
}

#[test]
fn no_layer_imports_from_one_above_it() {
    let mut imports = 0;
    for (level, (modules, _)) in LAYERS.iter().enumerate() {
        for (file, source) in modules.iter().flat_map(|module| files_of(module)) {
            for name in imported(&source) {
                imports += 1;
                let above = LAYERS[level + 1..]
                    .iter()
                    .any(|(modules, names)| modules.contains(&name) || names.contains(&name));
                assert!(!above, "{file} imports `{name}` from a layer above its own");
            }
        }
    }
    assert!(imports > 40, "only {imports} imports were found");
}

#[test]
fn each_public_name_has_a_layer() {
    let front = read("immersve-errors/src/lib.rs");
    let exports = front.split("pub use").skip(1);
    let names = exports
        .filter_map(|rest| rest.split(';').next())
        .flat_map(|export| export.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .filter(|name| !name.is_empty());
    for name in names {
        let is_known = LAYERS
            .iter()
            .any(|(modules, names)| modules.contains(&name) || names.contains(&name));
        let is_foreign = ["self", "crate", "http", "immersve_errors_derive"].contains(&name);
        assert!(is_known || is_foreign, "`{name}` is in no layer");
    }
}
