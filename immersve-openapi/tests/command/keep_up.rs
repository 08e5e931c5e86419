//! Runs the steps of `keep-up.yml` as a hosted runner does, on a small repository of the shape of the real one.

use std::{
    collections::HashMap,
    fmt::Write as _,
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;
use tempfile::TempDir;

const FOLDER: &str = "imsv-docs-docusaurus/openapi";

const ROOT: &str = "\
openapi: 3.1.0
paths:
  /api/cards:
    post:
      $ref: endpoints/create-card.yaml
  /api/cards/{cardId}/freeze:
    post:
      operationId: freeze-card
      responses:
        200:
          content:
            application/pdf:
              schema:
                $ref: models/not-valid.yaml
";

/// The operation `create-card` with these codes.
fn create_card(codes: &[&str]) -> String {
    let mut text = "operationId: create-card\nresponses:\n  403:\n    description: |\n".to_owned();
    for code in codes {
        let meaning = code.to_ascii_lowercase().replace('_', " ");
        writeln!(text, "      **{code}**\n      The meaning of {meaning}.\n").unwrap();
    }
    text
}

const ENUM: &str = "\
#[derive(Debug, ImmersveErrorCode)]
#[immersve(operation = \"create-card\")]
pub enum CreateCardErrorCode {
    /// No KYC.
    KycRequired,
    CardLocked,
}
";

const LIB: &str = "use immersve_errors::ImmersveErrorCode;\n\n";

/// A test that fails if a code has no arm.
const MATCH: &str = "
pub fn text(code: CreateCardErrorCode) -> &'static str {
    match code {
        CreateCardErrorCode::KycRequired => \"kyc\",
        CreateCardErrorCode::CardLocked => \"locked\",
    }
}
";

/// A published document, a project with its remote repository, and what a hosted runner has.
struct Runner {
    folder: TempDir,
}

/// What became of the job.
struct Job {
    succeeded: bool,
    log: String,
    /// The text of the pull request, if one was opened.
    text: Option<String>,
}

impl Runner {
    /// The document has a code that the enum lacks.
    fn new(project: &[(&str, &str)]) -> Self {
        let runner = Self {
            folder: TempDir::new().unwrap(),
        };
        runner.publish(
            FOLDER,
            &["KYC_REQUIRED", "CARD_LOCKED", "CARD_LIMIT_REACHED"],
        );

        let stub = |file: &str, text: &str| runner.write(&format!("stub/{file}"), text);
        stub(
            "Cargo.toml",
            "[package]\nname = \"immersve-errors\"\nversion = \"0.0.9\"\nedition = \"2024\"\n\
             [dependencies]\nderive = { path = \"derive\" }\n[workspace]\n",
        );
        stub(
            "src/lib.rs",
            "pub use derive::ImmersveErrorCode;\npub mod endpoints;\n",
        );
        stub(
            "src/endpoints.rs",
            &format!("use derive::ImmersveErrorCode;\n\n{ENUM}"),
        );
        stub(
            "derive/Cargo.toml",
            "[package]\nname = \"derive\"\nedition = \"2024\"\n[lib]\nproc-macro = true\n",
        );
        stub(
            "derive/src/lib.rs",
            "#[proc_macro_derive(ImmersveErrorCode, attributes(immersve))]\n\
             pub fn derive(_: proc_macro::TokenStream) -> proc_macro::TokenStream {\n    \
             Default::default()\n}\n",
        );

        runner.write(
            "work/Cargo.toml",
            "[package]\nname = \"project\"\nedition = \"2024\"\n[workspace]\n\
             [dependencies]\nimmersve-errors = { path = \"../stub\" }\n",
        );
        for (file, text) in project {
            runner.write(&format!("work/{file}"), text);
        }
        runner.git(".", &["init", "--quiet", "--bare", "origin"]);
        runner.git("work", &["init", "--quiet", "--initial-branch", "main"]);
        runner.git("work", &["remote", "add", "origin", "../origin"]);
        runner.commit("work");
        runner.git("work", &["push", "--quiet", "origin", "main"]);

        // The tool is not installed from crates.io but from here.
        let install = format!(
            "#!/bin/sh\nif [ \"$1\" != install ]; then exec {} \"$@\"; fi\n\
             [ \"$*\" = 'install --locked immersve-openapi@{}' ] && cp {} \"$(dirname \"$0\")\"\n",
            env!("CARGO"),
            env!("CARGO_PKG_VERSION"),
            env!("CARGO_BIN_EXE_immersve-openapi"),
        );
        runner.write("bin/cargo", &install);
        let cargo = runner.path("bin/cargo");
        fs::set_permissions(cargo, fs::Permissions::from_mode(0o755)).unwrap();
        runner
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn git(&self, folder: &str, arguments: &[&str]) -> String {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=t", "-c", "user.email=t@example.com"]);
        let output = command
            .args(arguments)
            .current_dir(self.path(folder))
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {errors}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    fn commit(&self, folder: &str) {
        self.git(folder, &["add", "--all"]);
        self.git(folder, &["commit", "--quiet", "--message", "Change"]);
    }

    /// Publishes a document with these codes in a folder of the repository.
    fn publish(&self, folder: &str, codes: &[&str]) {
        if self.path("docs").exists() {
            fs::remove_dir_all(self.path("docs")).unwrap();
        }
        self.write("docs/README.md", "# Documents\n");
        for (file, text) in [
            ("immersve.yaml", ROOT),
            ("endpoints/create-card.yaml", &*create_card(codes)),
            ("models/not-valid.yaml", "a: [\n"),
            ("webhooks.yaml", "- topic: payment-updated\n"),
        ] {
            self.write(&format!("docs/{folder}/{file}"), text);
        }
        self.git("docs", &["init", "--quiet"]);
        self.commit("docs");
    }

    /// Runs the workflow, with other values for some of its variables.
    fn run(&self, variables: &[(&str, &str)]) -> Job {
        let workflow = Command::new(env!("CARGO_BIN_EXE_immersve-openapi"))
            .arg("workflow")
            .output()
            .unwrap();
        let workflow: Value =
            serde_saphyr::from_str(std::str::from_utf8(&workflow.stdout).unwrap()).unwrap();
        let mut env = HashMap::new();
        for (name, value) in workflow["env"].as_object().unwrap() {
            env.insert(name.clone(), value.as_str().unwrap().to_owned());
        }
        let docs = format!("file://{}", self.path("docs").display());
        for (name, value) in [("DOCUMENT_REPOSITORY", &*docs)].iter().chain(variables) {
            assert!(
                env.insert((*name).to_owned(), (*value).to_owned())
                    .is_some(),
                "{name}"
            );
        }
        let temp = self.path("temp");
        let _ = fs::remove_dir_all(&temp);
        fs::create_dir_all(&temp).unwrap();

        let mut job = Job {
            succeeded: true,
            log: String::new(),
            text: None,
        };
        let mut outcomes = HashMap::new();
        for step in workflow["jobs"]["keep-up"]["steps"].as_array().unwrap() {
            let id = step["id"].as_str().unwrap_or_default();
            let is_run = match step["if"].as_str() {
                None => job.succeeded,
                Some("${{ !cancelled() && steps.keep-up.outcome != 'skipped' }}") => {
                    outcomes["keep-up"] != "skipped"
                }
                Some(condition) => panic!("{condition}"),
            };
            if !is_run {
                outcomes.insert(id, "skipped");
                continue;
            }
            let succeeded = if let Some(script) = step["run"].as_str() {
                let output = self.script(script, &env);
                job.log += std::str::from_utf8(&output.stdout).unwrap();
                job.log += std::str::from_utf8(&output.stderr).unwrap();
                output.status.success()
            } else {
                match step["uses"].as_str().unwrap() {
                    "actions/checkout@v4" => true,
                    "peter-evans/create-pull-request@v7" => {
                        let text = step["with"]["body-path"].as_str().unwrap();
                        let text = text.replace("${{ runner.temp }}", temp.to_str().unwrap());
                        job.text = fs::read_to_string(text).ok();
                        if job.text.is_some() {
                            self.open_pull_request(&env["BRANCH"]);
                        }
                        job.text.is_some()
                    }
                    action => panic!("{action}"),
                }
            };
            outcomes.insert(id, if succeeded { "success" } else { "failure" });
            job.succeeded &= succeeded;
        }
        job
    }

    /// Runs a script as GitHub's runners do where a step names no shell.
    fn script(&self, script: &str, env: &HashMap<String, String>) -> Output {
        self.write("temp/script.sh", script);
        let path = format!(
            "{}:{}",
            self.path("bin").display(),
            std::env::var("PATH").unwrap()
        );
        let mut command = Command::new("bash");
        command.arg("-e").arg(self.path("temp/script.sh"));
        command.env_clear().envs(env).env("PATH", path);
        let kept = ["HOME", "CARGO_HOME", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN"];
        command.envs(std::env::vars().filter(|(name, _)| kept.contains(&&**name)));
        command.env("RUNNER_TEMP", self.path("temp"));
        command.env("GITHUB_OUTPUT", self.path("temp/output"));
        command.env("GITHUB_WORKSPACE", self.path("work"));
        command.envs([
            ("CI", "true"),
            ("GITHUB_ACTIONS", "true"),
            ("CARGO_TERM_COLOR", "always"),
        ]);
        command.envs([
            ("GIT_AUTHOR_NAME", "t"),
            ("GIT_AUTHOR_EMAIL", "t@example.com"),
        ]);
        command.envs([
            ("GIT_COMMITTER_NAME", "t"),
            ("GIT_COMMITTER_EMAIL", "t@example.com"),
        ]);
        command.current_dir(self.path("work")).output().unwrap()
    }

    /// Does what the action does: commits the changes to a branch, pushes that, and restores the files.
    fn open_pull_request(&self, branch: &str) {
        self.write("work/.git/info/exclude", "target\nCargo.lock\n");
        self.git("work", &["switch", "--quiet", "--force-create", branch]);
        if !self.git("work", &["status", "--porcelain"]).is_empty() {
            self.commit("work");
            self.git("work", &["push", "--quiet", "--force", "origin", branch]);
        }
        self.git("work", &["switch", "--quiet", "main"]);
    }

    /// A file on the branch of the pull request.
    fn on_branch(&self, file: &str) -> String {
        self.git("origin", &["show", &format!("immersve-api:{file}")])
    }
}

/// The section of a text with this heading.
fn section<'t>(text: &'t str, heading: &str) -> &'t str {
    let (_, section) = text
        .split_once(&format!("\n### {heading}\n"))
        .unwrap_or_else(|| panic!("no `{heading}` in\n{text}"));
    section.split("\n### ").next().unwrap()
}

#[test]
fn the_first_run_makes_a_copy_and_updates_the_enums() {
    let runner = Runner::new(&[("src/lib.rs", &format!("{LIB}{ENUM}"))]);
    let job = runner.run(&[]);
    let text = job.text.unwrap();
    assert!(job.succeeded, "{}\n{text}", job.log);
    assert!(
        runner
            .on_branch("src/lib.rs")
            .contains("    CardLimitReached,\n")
    );
    for file in ["immersve.yaml", "webhooks.yaml", "models/not-valid.yaml"] {
        let copy = runner.on_branch(&format!("api/{file}"));
        assert_eq!(copy, runner.read(&format!("docs/{FOLDER}/{file}")).trim());
    }
    let commit = runner.git("docs", &["rev-parse", "HEAD"]);
    assert!(text.starts_with(&format!(
        "This brings `api` and your enums up to the document of commit `{}`",
        &commit[..10]
    )));
    assert_eq!(
        section(&text, "Your enums"),
        "\n`CreateCardErrorCode` in `src/lib.rs`:\n\n- CARD_LIMIT_REACHED is documented (403); added \
         `CardLimitReached`. The meaning of card limit reached.\n"
    );
    assert_eq!(section(&text, "Tests"), "\n`cargo test` passes.\n");
    assert!(section(&text, "The rest of the API").contains("There was no copy"));
    assert!(!text.contains("decide"), "{text}");
}

#[test]
fn a_rename_is_decided_with_the_command_in_the_text() {
    let runner = Runner::new(&[("src/lib.rs", &format!("{LIB}{ENUM}"))]);
    runner.publish(FOLDER, &["KYC_REQUIRED", "CARD_LOCKED"]);
    assert!(runner.run(&[]).succeeded);
    runner.git("work", &["merge", "--quiet", "immersve-api"]);
    runner.git("work", &["push", "--quiet", "origin", "main"]);

    runner.publish(
        FOLDER,
        &["KYC_REQUIRED", "CARD_IS_LOCKED", "SANCTION_FOUND"],
    );
    let job = runner.run(&[]);
    let text = job.text.unwrap();
    assert!(job.succeeded, "{}", job.log);
    let questions = section(&text, "For you to decide");
    assert!(
        questions.contains(
            "`CreateCardErrorCode`: CARD_LOCKED may have been renamed to CARD_IS_LOCKED: "
        ),
        "{questions}"
    );
    let (_, commands) = questions.split_once("```sh\n").unwrap();
    let (commands, _) = commands.split_once("```").unwrap();
    let decided = runner.script(commands, &HashMap::new());
    let errors = String::from_utf8_lossy(&decided.stderr);
    assert!(decided.status.success(), "{commands}{errors}");
    let source = runner.on_branch("src/lib.rs");
    assert!(source.contains("code = \"CARD_IS_LOCKED\""), "{source}");
    assert!(source.contains("alias = \"CARD_LOCKED\""), "{source}");
    assert!(source.contains("    SanctionFound,\n"), "{source}");
    let check = runner.script(
        "immersve-openapi check api/immersve.yaml src",
        &HashMap::new(),
    );
    assert!(check.status.success());

    // If nobody decides, there is no further pull request, so the job fails.
    runner.git("work", &["switch", "--quiet", "--force", "main"]);
    runner.git("work", &["merge", "--quiet", "immersve-api"]);
    assert!(!runner.run(&[]).succeeded);
}

#[test]
fn the_pull_request_shows_the_first_compile_error() {
    let lib = format!("{LIB}{ENUM}{MATCH}").replace("No KYC", "The meaning of card locked");
    let runner = Runner::new(&[("crates/codes/src/lib.rs", &lib), ("src/lib.rs", "")]);
    runner.write(
        "work/Cargo.toml",
        "[workspace]\nmembers = [\"crates/codes\"]\nresolver = \"3\"\n",
    );
    runner.write(
        "work/crates/codes/Cargo.toml",
        "[package]\nname = \"codes\"\nedition = \"2024\"\n\
         [dependencies]\nimmersve-errors = { path = \"../../../stub\" }\n",
    );
    runner.commit("work");
    let job = runner.run(&[
        ("COPY", "docs/api of cards"),
        ("SOURCES", "src crates/codes/src --base-codes"),
        ("TESTS", "cargo test --workspace"),
    ]);
    let text = job.text.unwrap();
    assert!(!job.succeeded);
    runner.on_branch("docs/api of cards/immersve.yaml");
    let comment = "- The doc comment of `CreateCardErrorCode::KycRequired` is the description of `CARD_LOCKED`. The \
                   document says of `KYC_REQUIRED`: The meaning of kyc required.\n";
    let questions = section(&text, "For you to decide");
    assert!(questions.contains(comment), "{questions}");
    let tests = section(&text, "Tests");
    assert!(
        tests.starts_with(
            "\n`cargo test --workspace` fails. The first error:\n\n```text\nerror[E0004]: non-exhaustive patterns"
        ),
        "{tests}"
    );
    assert!(tests.contains("CardLimitReached` not covered"), "{tests}");
}

#[test]
fn a_user_of_the_catalogue_is_told() {
    // The catalogue that this program was built with has KYC_REQUIRED and CARD_PROGRAM_INVALID; that of the lockfile has
    // not both.
    let lib = "pub use immersve_errors::endpoints::CreateCardErrorCode;\n";
    let runner = Runner::new(&[("src/lib.rs", lib)]);
    runner.publish(
        FOLDER,
        &["KYC_REQUIRED", "CARD_LOCKED", "CARD_PROGRAM_INVALID"],
    );
    let job = runner.run(&[]);
    assert!(job.succeeded, "{}", job.log);
    let text = job.text.unwrap();
    let questions = section(&text, "For you to decide");
    let expected = "`src/lib.rs:1`: `CreateCardErrorCode` of `immersve-errors` 0.0.9 lacks CARD_PROGRAM_INVALID;";
    assert!(questions.contains(expected), "{questions}");

    let extended = format!(
        "{LIB}#[derive(ImmersveErrorCode)]\n#[immersve(operation = \"create-card\")]\npub enum Code {{\n    \
         #[immersve(embed, unknown)]\n    Documented(immersve_errors::endpoints::CreateCardErrorCode),\n}}\n"
    );
    runner.write("work/src/lib.rs", &extended);
    runner.commit("work");
    let job = runner.run(&[]);
    assert!(job.succeeded, "{}", job.log);
    assert!(
        runner
            .on_branch("src/lib.rs")
            .contains("    CardProgramInvalid,\n")
    );
    assert!(!job.text.unwrap().contains("decide"));
}

#[test]
fn a_document_that_has_moved_is_found() {
    let runner = Runner::new(&[("src/lib.rs", &format!("{LIB}{ENUM}"))]);
    runner.publish("site/openapi", &["KYC_REQUIRED"]);
    let job = runner.run(&[]);
    assert!(!job.succeeded);
    assert!(job.text.is_none());
    let expected = "no such file; it may have moved to `site/openapi/immersve.yaml`";
    assert!(job.log.contains(expected), "{}", job.log);
    assert!(!runner.path("work/api").exists());
    assert_eq!(runner.git("work", &["status", "--porcelain"]), "");
}

#[test]
fn a_document_that_git_does_not_know_is_said_to_be_missing() {
    let runner = Runner::new(&[("src/lib.rs", &format!("{LIB}{ENUM}"))]);
    runner.publish("site/\u{fc}", &["KYC_REQUIRED"]);
    let keep_up = |root: &str| {
        let root = runner.path("docs").join(root);
        let output = Command::new(env!("CARGO_BIN_EXE_immersve-openapi"))
            .arg("keep-up")
            .arg(root)
            .args([runner.path("api"), runner.path("work/src")])
            .output()
            .unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    let error = keep_up("other.yaml");
    assert!(
        error.contains("git finds no file `other.yaml` in a repository there"),
        "{error}"
    );
    let error = keep_up("immersve.yaml");
    assert!(
        error.contains("it may have moved to `site/\u{fc}/immersve.yaml`"),
        "{error}"
    );
}

#[test]
fn the_workflow_is_that_of_the_package() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("keep-up.yml");
    let output = Command::new(env!("CARGO_BIN_EXE_immersve-openapi"))
        .arg("workflow")
        .output()
        .unwrap();
    assert_eq!(output.stdout, fs::read(file).unwrap());
}
