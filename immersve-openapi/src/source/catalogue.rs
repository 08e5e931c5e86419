//! The catalogue of the `immersve-errors` that a project is built with.

use std::{
    collections::{HashMap, HashSet},
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{Arc, LazyLock},
};

use immersve_errors::{
    CodeInfo, ImmersveErrorCode,
    endpoints::{OPERATIONS, ShippingErrorCode},
};
use serde::Deserialize;

use super::{Sources, embed::Embeds};
use crate::{error::FileError, naming};

/// The enums of a catalogue by their names.
#[derive(Debug)]
pub(crate) struct Catalogue {
    /// The version of `immersve-errors`.
    pub(crate) version: String,
    enums: HashMap<String, CatalogueEnum>,
}

#[derive(Debug, PartialEq)]
pub(crate) struct CatalogueEnum {
    /// Several enums may embed one without an operation.
    pub(crate) operation: Option<String>,
    /// The codes and aliases, with those of embedded enums.
    pub(crate) texts: HashSet<String>,
}

/// That of the version that this program was built with.
static BUILT_IN: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    let texts = |codes: &'static [CodeInfo]| {
        let texts = codes
            .iter()
            .flat_map(|info| info.aliases().iter().copied().chain([info.code()]));
        texts.map(ToOwned::to_owned).collect()
    };
    let operations = OPERATIONS.iter().filter(|it| !it.codes().is_empty());
    // An enum is named after its operation, except for one that other enums embed.
    let mut enums: HashMap<_, _> = operations
        .map(|it| {
            let found = CatalogueEnum {
                operation: Some(it.operation_id().to_owned()),
                texts: texts(it.codes()),
            };
            (naming::enumeration(it.operation_id()), found)
        })
        .collect();
    let shipping = CatalogueEnum {
        operation: None,
        texts: texts(ShippingErrorCode::CODES),
    };
    enums.insert("ShippingErrorCode".to_owned(), shipping);
    Arc::new(Catalogue {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        enums,
    })
});

/// What `cargo metadata` prints.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    manifest_path: PathBuf,
}

impl Catalogue {
    pub(crate) fn built_in() -> Arc<Self> {
        BUILT_IN.clone()
    }

    /// That of the version in the lockfile of the project that this file belongs to; `None` if the file belongs to no
    /// project with `immersve-errors`.
    pub(crate) fn of_project(file: &Path) -> Result<Option<Arc<Self>>, Box<dyn Error>> {
        let folder = match file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let is_project = |folder: &Path| folder.join("Cargo.toml").is_file();
        if !fs::canonicalize(folder)?.ancestors().any(is_project) {
            return Ok(None);
        }
        let package = package(folder)?;
        let catalogue = package.map(|package| Self::of_package(&package));
        Ok(catalogue.transpose()?.map(Arc::new))
    }

    /// Reads the enums in the sources of `immersve-errors`.
    fn of_package(package: &Package) -> Result<Self, FileError> {
        let folder = package.manifest_path.with_file_name("src");
        let sources = Sources::of(Sources::texts(&[folder], &[])?.0)?;
        let embeds = Embeds::of(&sources);
        let enums = sources.enums().map(|found| {
            let embedded = embeds.seen_through(found);
            let own = found.item.codes().map(|(_, code)| code);
            let codes = own.chain(embedded.codes.iter().map(|embedded| embedded.code));
            let read = CatalogueEnum {
                operation: found.operation().map(ToOwned::to_owned),
                texts: codes
                    .flat_map(|code| code.texts().map(ToOwned::to_owned))
                    .collect(),
            };
            (found.name().to_owned(), read)
        });
        Ok(Self {
            version: package.version.clone(),
            enums: enums.collect(),
        })
    }

    pub(crate) fn get(&self, name: &str) -> Option<&CatalogueEnum> {
        self.enums.get(name)
    }
}

/// The `immersve-errors` that the package or workspace of a folder is built with.
fn package(folder: &Path) -> Result<Option<Package>, Box<dyn Error>> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--color", "never"])
        .current_dir(folder)
        .output()?;
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        let first = errors.lines().next().unwrap_or_default();
        return Err(first.trim_start_matches("error: ").into());
    }
    let metadata: Metadata = serde_json::from_slice(&output.stdout)?;
    let mut packages = metadata.packages.into_iter();
    Ok(packages.find(|package| package.name == "immersve-errors"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Catalogue, Package};

    #[test]
    fn the_sources_of_the_catalogue_are_read_as_they_are_compiled() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../immersve-errors");
        let read = Catalogue::of_package(&Package {
            name: "immersve-errors".to_owned(),
            version: "0.1.0".to_owned(),
            manifest_path: folder.join("Cargo.toml"),
        })
        .unwrap();
        let built_in = Catalogue::built_in();
        assert!(built_in.enums.len() > 20);
        for (name, compiled) in &built_in.enums {
            assert_eq!(read.get(name), Some(compiled), "{name}");
        }
    }
}
