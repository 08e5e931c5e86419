//! A document read with patience: a progress line where it takes long.

use std::{
    path::Path,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::Duration,
};

use immersve_errors::openapi::{Document, ReadError};
use indicatif::ProgressBar;

/// How long nothing is said.
const PATIENCE: Duration = Duration::from_millis(700);

/// How often the line is drawn.
const TICK: Duration = Duration::from_millis(100);

/// Reads a document, with a line on standard error if that takes long and somebody watches.
pub(crate) fn read(root: &Path) -> Result<Document, ReadError> {
    let files = AtomicUsize::new(0);
    let (finished, waiting) = mpsc::channel::<()>();
    thread::scope(|scope| {
        let files = &files;
        scope.spawn(move || {
            if waiting.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let bar = ProgressBar::new_spinner();
            while waiting.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
                let files = files.load(Ordering::Relaxed);
                bar.set_message(format!("Reading the document, {files} files so far"));
                bar.tick();
            }
            bar.finish_and_clear();
        });
        let document = Document::read_with_progress(root, |count| {
            files.store(count, Ordering::Relaxed);
        });
        drop(finished);
        document
    })
}
