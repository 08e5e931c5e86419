//! The layers of the runtime import downwards only, as `ARCHITECTURE.md` says.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::root;

/// The layers, lowest first: their modules, and the names that the crate's root has of each.
const LAYERS: [(&[&str], &[&str]); 6] = [
    (
        &["retry", "escape", "name"],
        &["Retry", "Escaped", "ParseNameError"],
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
        &[
            "ErrorKind",
            "ErrorResponse",
            "ErrorResponseBuilder",
            "FieldError",
            "FORBIDDEN",
            "INVALID_REQUEST_INPUT",
            "is_base_code",
        ],
    ),
    (&["error"], &["ApiError", "InvalidBody", "decode"]),
    (&["endpoints"], &[]),
    (
        &["transport"],
        &["ReadOptions", "ReqwestExt", "ReqwestBlockingExt", "UreqExt"],
    ),
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

/// The source of a module and of the modules below it, each with its file.
fn sources(module: &Path) -> Vec<(PathBuf, String)> {
    let file = module.with_extension("rs");
    let source = fs::read_to_string(&file).unwrap();
    let mut sources = vec![(file, source)];
    let Ok(entries) = fs::read_dir(module) else {
        return sources;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            sources.extend(self::sources(&path.with_extension("")));
        }
    }
    sources
}

#[test]
fn no_layer_imports_from_one_above_it() {
    let folder = root().join("immersve-errors/src");
    let mut imports = 0;
    for (level, (modules, _)) in LAYERS.iter().enumerate() {
        let modules = modules.iter().map(|module| folder.join(module));
        for (file, source) in modules.flat_map(|module| sources(&module)) {
            for name in imported(&source) {
                imports += 1;
                let above = LAYERS[level + 1..]
                    .iter()
                    .any(|(modules, names)| modules.contains(&name) || names.contains(&name));
                assert!(
                    !above,
                    "{} imports `{name}` from a layer above its own",
                    file.display()
                );
            }
        }
    }
    assert!(imports > 40, "only {imports} imports were found");
}

#[test]
fn each_public_name_has_a_layer() {
    let front = fs::read_to_string(root().join("immersve-errors/src/lib.rs")).unwrap();
    let exports = front.split("pub use").skip(1);
    let names = exports
        .filter_map(|rest| rest.split(';').next())
        .flat_map(|export| export.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .filter(|name| !name.is_empty());
    for name in names {
        let is_known = LAYERS
            .iter()
            .any(|(modules, names)| modules.contains(&name) || names.contains(&name));
        let is_foreign = ["self", "http", "immersve_errors_derive"].contains(&name);
        assert!(is_known || is_foreign, "`{name}` is in no layer");
    }
}
