//! Reads something on a thread of its own: the caller's stack may be small, and a parser that panics is an error.

use std::thread;

use crate::error::FileError;

/// The stack of the thread, in bytes.
const STACK: usize = 16 * 1024 * 1024;

/// What `read` returns. An error names the file.
pub(crate) fn on_thread<T: Send>(
    file: &str,
    read: impl FnOnce() -> T + Send,
) -> Result<T, FileError> {
    let fail = |message: &str| FileError::new(file, message);
    thread::scope(|scope| {
        let thread = thread::Builder::new().name("immersve-openapi reader".into());
        let thread = thread.stack_size(STACK).spawn_scoped(scope, read);
        thread
            .map_err(|error| fail("cannot start a thread to read").caused_by(error))?
            .join()
            .map_err(|_| fail("internal error: the reader panicked"))
    })
}
