//! The files of a person: which are read, and that `update` harms none, whatever happens while it runs.

use std::{
    fs,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use crate::project::{Project, texts};

const BEFORE: &str = "#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = \"unfreeze-card\")]
enum UnfreezeCardErrorCode {
    CardNotFrozen,
}
";

const AFTER: &str = "#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = \"unfreeze-card\")]
enum UnfreezeCardErrorCode {
    CardNotFrozen,
    /// The card is locked for good.
    CardLocked,
}
";

/// A project with this many files that an update changes.
fn many(count: usize) -> Project {
    let project = Project::new(&[]);
    for number in 0..count {
        project.write(&format!("src/{number:03}.rs"), BEFORE);
    }
    project
}

fn start(project: &Project) -> Child {
    let mut command = project.command(&["update", "api.yaml", "src"]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

fn temporary_files(project: &Project) -> usize {
    let names = fs::read_dir(project.path("src")).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name());
    names
        .filter(|name| name.to_string_lossy().starts_with(".tmp"))
        .count()
}

/// Waits until the update has written a temporary file, or is over.
fn wait_for_temporary_file(project: &Project, update: &mut Child) {
    let start = Instant::now();
    while temporary_files(project) == 0 && update.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < Duration::from_secs(60));
    }
}

/// The files with the text before, with the text after, and with another one.
fn states(project: &Project) -> (usize, usize, usize) {
    let mut states = (0, 0, 0);
    for entry in fs::read_dir(project.path("src")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            match &*fs::read_to_string(path).unwrap() {
                BEFORE => states.0 += 1,
                AFTER => states.1 += 1,
                _ => states.2 += 1,
            }
        }
    }
    states
}

#[test]
fn work_that_is_saved_during_an_update_is_not_lost() {
    let mut stopped = 0;
    for round in 0..10 {
        let project = many(100);
        let mut update = start(&project);
        wait_for_temporary_file(&project, &mut update);
        let mine = format!("{BEFORE}// mine\n");
        let saved = format!("src/{:03}.rs", 99 - round);
        project.write(&saved, &mine);
        let (code, _, err) = texts(&update.wait_with_output().unwrap());
        assert_eq!(project.read(&saved), mine, "{code}");
        assert_eq!(temporary_files(&project), 0);
        if code == 2 {
            stopped += 1;
            let told = format!(
                "error: {saved}: cannot be replaced: the file has changed since it was read\n"
            );
            assert_eq!(err, told);
            assert_eq!(states(&project), (99, 0, 1));
        } else {
            // It was saved after the update.
            assert_eq!((code, states(&project)), (0, (0, 99, 1)));
        }
    }
    assert!(stopped > 0, "the race is run");
}

#[test]
fn two_updates_at_once_lose_no_code() {
    let mut refused = 0;
    for _ in 0..20 {
        let project = Project::new(&[("src/codes.rs", BEFORE)]);
        let document = project.read("api.yaml");
        let other = document.replace("CARD_LOCKED", "KYC_EXPIRED");
        let other = other.replace("The card is locked", "They left");
        project.write("other.yaml", &other);
        let start = |document: &str| {
            let mut command = project.command(&["update", document, "src"]);
            command.stdout(Stdio::piped()).stderr(Stdio::piped());
            command.spawn().unwrap()
        };
        let updates = [start("api.yaml"), start("other.yaml")];
        let outputs = updates.map(|update| update.wait_with_output().unwrap());
        let text = project.read("src/codes.rs");
        for (output, variant) in outputs.iter().zip(["    CardLocked,", "    KycExpired,"]) {
            match output.status.code() {
                Some(0) => assert!(text.contains(variant), "{text}"),
                Some(2) => refused += 1,
                code => panic!("{code:?}"),
            }
        }
        assert_eq!(temporary_files(&project), 0);
    }
    println!("{refused} of 40 updates were refused");
}

fn signal(name: &str, update: &Child) {
    let id = update.id().to_string();
    // It may be over by now.
    let _ = Command::new("kill")
        .args([name, &id])
        .stderr(Stdio::null())
        .status();
}

#[test]
fn an_interrupted_update_leaves_no_temporary_file() {
    let mut interrupted = 0;
    for round in 0..12 {
        let project = many(100);
        let mut update = start(&project);
        wait_for_temporary_file(&project, &mut update);
        signal(["-INT", "-TERM", "-QUIT", "-HUP"][round % 4], &update);
        let output: Output = update.wait_with_output().unwrap();
        assert_eq!(temporary_files(&project), 0);
        let (old, new, other) = states(&project);
        assert_eq!(other, 0);
        assert!(old == 0 || new == 0, "{old} old, {new} new");
        interrupted += usize::from(output.status.code().is_none());
    }
    assert!(interrupted > 0, "the signal arrives in time");
}

#[test]
fn a_killed_update_leaves_each_file_old_or_new() {
    for round in 0..12 {
        let project = many(100);
        let mut update = start(&project);
        wait_for_temporary_file(&project, &mut update);
        std::thread::sleep(Duration::from_millis(round * 3));
        signal("-KILL", &update);
        update.wait().unwrap();
        let (old, new, other) = states(&project);
        assert_eq!((old + new, other), (100, 0));
        // The next update finishes the work.
        assert_eq!(project.run(&["update", "api.yaml", "src"]).0, 0);
        assert_eq!(states(&project), (0, 100, 0));
    }
}

#[test]
fn more_files_are_updated_than_a_process_can_have_open() {
    let project = many(100);
    let script = format!(
        "ulimit -n 32; exec '{}' update api.yaml src",
        env!("CARGO_BIN_EXE_immersve-openapi")
    );
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &script])
        .current_dir(project.folder.path());
    let (code, _, err) = texts(&shell.output().unwrap());
    assert_eq!((code, &*err), (0, ""));
    assert_eq!(states(&project), (0, 100, 0));
}

#[test]
fn owner_group_and_mode_stay() {
    let project = many(1);
    let path = project.path("src/000.rs");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    // Only root can give a file away.
    let owner = chown(&path, Some(12345), Some(54321)).map_or_else(
        |_| {
            let old = fs::metadata(&path).unwrap();
            (old.uid(), old.gid())
        },
        |()| (12345, 54321),
    );
    let (code, _, err) = project.run(&["update", "api.yaml", "src"]);
    assert_eq!((code, &*err), (0, ""));
    let new = fs::metadata(&path).unwrap();
    assert_eq!((new.uid(), new.gid()), owner);
    assert_eq!(new.mode() & 0o7777, 0o640);
    assert_eq!(states(&project), (0, 1, 0));
}

#[test]
fn a_file_with_two_names_is_an_error_and_no_file_is_changed() {
    let project = many(3);
    fs::hard_link(project.path("src/001.rs"), project.path("other")).unwrap();
    let (code, _, err) = project.run(&["update", "api.yaml", "src"]);
    assert_eq!(code, 2);
    assert_eq!(
        err,
        "error: src/001.rs: cannot be replaced: the file has several hard links\n"
    );
    assert_eq!(states(&project), (3, 0, 0));
}

#[test]
fn a_path_that_is_neither_a_file_nor_a_folder_is_an_error() {
    let project = many(1);
    let pipe = project.path("pipe");
    assert!(Command::new("mkfifo").arg(pipe).status().unwrap().success());
    for command in ["check", "update"] {
        let (code, out, err) = project.run(&[command, "api.yaml", "src", "pipe"]);
        assert_eq!((code, &*out), (2, ""));
        assert_eq!(err, "error: pipe: neither a file nor a folder\n");
    }
}

#[test]
fn only_a_file_that_may_have_codes_has_to_be_utf_8() {
    let project = many(1);
    fs::write(project.path("src/latin.rs"), b"// caf\xe9\nfn main() {}\n").unwrap();
    let (code, _, err) = project.run(&["update", "--check", "api.yaml", "src"]);
    assert_eq!((code, &*err), (1, ""));
    fs::write(
        project.path("src/codes.rs"),
        b"// caf\xe9\nuse immersve_errors;\n",
    )
    .unwrap();
    for command in [&["check"][..], &["update", "--check"]] {
        let (code, _, err) = project.run(&[command, &["api.yaml", "src"]].concat());
        assert_eq!((code, &*err), (2, "error: src/codes.rs:1: not UTF-8\n"));
    }
}

#[test]
fn a_check_is_green_only_if_all_was_read() {
    let project = Project::new(&[("src/codes.rs", AFTER)]);
    assert_eq!(project.run(&["check", "api.yaml", "src"]).0, 0);
    let merge = AFTER
        .replace("    /// The", "<<<<<<< HEAD\n    /// The")
        .replace("Locked,", "Locked,\n=======\n>>>>>>> other");
    let in_macro = format!("codes! {{\n{AFTER}}}\n");
    for (text, told) in [
        (
            merge,
            "error: src/codes.rs:5: cannot read `UnfreezeCardErrorCode`: this is not a valid variant\n",
        ),
        (
            in_macro,
            "error: src/codes.rs:1: the macro `codes` contains a code enum; enums in macros are not read\n",
        ),
    ] {
        project.write("src/codes.rs", &text);
        for command in [&["check"][..], &["update", "--check"]] {
            let (code, out, err) = project.run(&[command, &["api.yaml", "src"]].concat());
            assert_eq!((code, &*out, &*err), (2, "", told), "{command:?}");
        }
    }
}

#[test]
fn an_excluded_path_is_not_read() {
    let project = many(1);
    project.write("src/generated/mod.rs", "immersve (");
    project.write("src/template.rs", "immersve {");
    let exclude = [
        "--exclude",
        "src/generated",
        "--exclude",
        "./src/template.rs",
    ];
    let (code, _, err) = project.run(&[&["update", "api.yaml", "src"], &exclude[..]].concat());
    assert_eq!((code, &*err), (0, ""));
    assert_eq!(states(&project), (0, 1, 1));
    let (code, _, err) = project.run(&["update", "api.yaml", "src", "--exclude", "src/no"]);
    assert_eq!(code, 2);
    assert!(err.starts_with("error: src/no: cannot be read: "), "{err}");
}

#[test]
fn an_included_file_is_read_whatever_its_extension_is() {
    let project = Project::new(&[
        ("src/lib.rs", "mod a { include!(\"codes.in\"); }\n"),
        ("src/codes.in", BEFORE),
        ("src/other.in", BEFORE),
    ]);
    let (code, out, err) = project.run(&["update", "api.yaml", "src"]);
    assert_eq!((code, &*err), (0, ""), "{out}");
    assert_eq!(project.read("src/codes.in"), AFTER);
    assert_eq!(project.read("src/other.in"), BEFORE);
}
