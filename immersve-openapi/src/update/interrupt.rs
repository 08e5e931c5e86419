//! Puts off SIGINT, SIGTERM and their like while files are written, so that no temporary file stays.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use signal_hook::{consts::TERM_SIGNALS, flag, low_level::emulate_default_handler};

/// Another one that ends a process.
#[cfg(unix)]
const HANG_UP: &[i32] = &[signal_hook::consts::SIGHUP];
#[cfg(not(unix))]
const HANG_UP: &[i32] = &[];

/// The signals that are put off until this is dropped. Then the last one ends the process.
pub(crate) struct Interrupts {
    received: Arc<AtomicUsize>,
    are_over: Arc<AtomicBool>,
}

impl Interrupts {
    pub(crate) fn put_off() -> io::Result<Self> {
        let interrupts = Self {
            received: Arc::default(),
            are_over: Arc::default(),
        };
        for signal in TERM_SIGNALS.iter().chain(HANG_UP) {
            let number = usize::try_from(*signal).unwrap_or_default();
            flag::register_conditional_default(*signal, interrupts.are_over.clone())?;
            flag::register_usize(*signal, interrupts.received.clone(), number)?;
        }
        Ok(interrupts)
    }

    /// An error if there was a signal.
    pub(crate) fn check(&self) -> io::Result<()> {
        match self.received.load(Ordering::SeqCst) {
            0 => Ok(()),
            _ => Err(io::ErrorKind::Interrupted.into()),
        }
    }
}

impl Drop for Interrupts {
    fn drop(&mut self) {
        self.are_over.store(true, Ordering::SeqCst);
        let received = self.received.load(Ordering::SeqCst);
        if let Ok(signal @ 1..) = received.try_into() {
            // Without the default handler, the caller reports what happened.
            let _ = emulate_default_handler(signal);
        }
    }
}
