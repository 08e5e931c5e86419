//! The folders of the runtime import downward only, as `ARCHITECTURE.md` says, and no files import in a circle.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use crate::{root, sources};

/// The folders, lowest first. Those of one layer do not import from each other.
const LAYERS: [&[&str]; 6] = [
    &["taxonomy", "escape"],
    &["code"],
    &["derive_support"],
    &["response"],
    &["error"],
    &["endpoints", "client"],
];

/// A module by its path, such as `["error", "code"]`.
type Module = Vec<String>;

/// The modules of the runtime, each with the paths that it imports from this crate.
fn imports() -> BTreeMap<Module, BTreeSet<Vec<String>>> {
    let folder = root().join("immersve-errors/src");
    let modules = sources(&folder).into_iter().filter_map(|(file, source)| {
        let path = Path::new(&file)
            .strip_prefix(&folder)
            .unwrap()
            .with_extension("");
        let module: Module = path
            .iter()
            .map(|part| part.to_str().unwrap().to_owned())
            .collect();
        // These only give names, to users and to the text of the guide.
        (module != ["lib"] && module != ["guide"]).then(|| {
            let paths = paths(&source)
                .into_iter()
                .filter_map(|path| absolute(&module, &path))
                .collect();
            (module, paths)
        })
    });
    modules.collect()
}

/// All paths in the `use` items of a file, outside of its tests.
fn paths(source: &str) -> Vec<Vec<String>> {
    let code = source
        .split("#[cfg(test)]\nmod tests")
        .next()
        .unwrap_or_default();
    let mut paths = Vec::new();
    let items = code.lines().enumerate().filter(|(_, line)| {
        let line = line.trim_start();
        let line = line
            .strip_prefix("pub(crate) ")
            .or(line.strip_prefix("pub "))
            .unwrap_or(line);
        line.starts_with("use ")
    });
    for (number, _) in items {
        let rest: Vec<_> = code.lines().skip(number).collect();
        let rest = rest.join("\n");
        let (_, tree) = rest.split_once("use ").unwrap();
        let tree = tree.split(';').next().unwrap();
        expand(&[], tree.trim(), &mut paths);
    }
    paths
}

/// Expands `a::{b, c::d}` to `a::b` and `a::c::d`.
fn expand(before: &[String], tree: &str, paths: &mut Vec<Vec<String>>) {
    let (path, braces) = match tree.split_once('{') {
        Some((path, rest)) => (path, rest.strip_suffix('}')),
        None => (tree, None),
    };
    let mut start = before.to_vec();
    let parts = path
        .split("::")
        .map(str::trim)
        .filter(|part| !part.is_empty());
    start.extend(parts.map(|part| part.split(' ').next().unwrap_or_default().to_owned()));
    let Some(braces) = braces else {
        return paths.push(start);
    };
    let (mut depth, mut from) = (0, 0);
    for (at, char) in braces.char_indices().chain([(braces.len(), ',')]) {
        match char {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let part = braces[from..at].trim();
                if !part.is_empty() {
                    expand(&start, part, paths);
                }
                from = at + 1;
            }
            _ => {}
        }
    }
}

/// The path from the root of the crate; `None` for a path into another crate.
fn absolute(module: &Module, path: &[String]) -> Option<Vec<String>> {
    let base = match path[0].as_str() {
        "crate" => &[],
        "self" => &module[..],
        "super" => &module[..module.len() - 1],
        _ => return None,
    };
    Some([base, &path[1..]].concat())
}

/// The module that a path leads to: the longest part of the path that is one.
fn target(modules: &BTreeMap<Module, BTreeSet<Vec<String>>>, path: &[String]) -> Option<Module> {
    (1..=path.len())
        .rev()
        .map(|end| path[..end].to_vec())
        .find(|path| modules.contains_key(path))
}

fn layer(module: &Module) -> usize {
    let layer = LAYERS
        .iter()
        .position(|folders| folders.contains(&module[0].as_str()));
    layer.unwrap_or_else(|| panic!("`{}` is in no layer", module[0]))
}

#[test]
fn a_module_imports_from_below_and_from_the_module_that_defines_a_thing() {
    let modules = imports();
    let mut checked = 0;
    for (module, paths) in &modules {
        for path in paths {
            let Some(target) = target(&modules, path) else {
                panic!("{module:?} imports {path:?} through the root of the crate");
            };
            checked += 1;
            let is_below = layer(&target) < layer(module) && target[0] != "derive_support";
            assert!(
                is_below || target[0] == module[0],
                "{module:?} imports {path:?}"
            );
        }
    }
    assert!(checked > 80, "only {checked} imports were found");
}

#[test]
fn no_files_import_in_a_circle() {
    fn visit(
        modules: &BTreeMap<Module, BTreeSet<Vec<String>>>,
        module: &Module,
        trail: &mut Vec<Module>,
        done: &mut BTreeSet<Module>,
    ) {
        assert!(
            !trail.contains(module),
            "{trail:?} import in a circle: {module:?}"
        );
        if !done.contains(module) {
            trail.push(module.clone());
            for target in modules[module]
                .iter()
                .filter_map(|path| target(modules, path))
            {
                // A file that names an item of its own module imports nothing.
                if target != *module {
                    visit(modules, &target, trail, done);
                }
            }
            trail.pop();
            done.insert(module.clone());
        }
    }

    let modules = imports();
    let mut done = BTreeSet::new();
    for module in modules.keys() {
        visit(&modules, module, &mut Vec::new(), &mut done);
    }
    assert!(done.len() > 40, "only {} files were found", done.len());
}
