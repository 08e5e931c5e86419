//! A program without std that parses and prints codes. It ends with status 0 if all checks pass.
//!
//! It has its own panic handler and allocator. If a dependency used std, there would be two panic
//! handlers, and the program would not compile.
#![no_std]
#![no_main]

extern crate alloc;

use alloc::{
    format,
    string::{String, ToString},
};
use core::{
    alloc::{GlobalAlloc, Layout},
    cell::UnsafeCell,
    ffi::{c_char, c_int},
    marker::PhantomData,
    panic::PanicInfo,
    sync::atomic::{AtomicUsize, Ordering},
};

use immersve_errors::{
    AnyCode, CodeInfo, ImmersveErrorCode, Retry, UnknownCode, ParseCodeError,
    endpoints::{self, CreateCardErrorCode},
};

#[derive(Debug, Clone, Copy, PartialEq, ImmersveErrorCode)]
enum Closed {
    #[immersve(alias = "INSUFFICIENT_FUNDS")]
    InsufficientBalance,
    #[immersve(status = 503, retry = "always")]
    PaymentBridgeError,
}

#[derive(Debug, Clone, PartialEq, ImmersveErrorCode)]
enum Open {
    #[immersve(embed)]
    Closed(Closed),
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

/// Keeps a code, beside a type that it does not use.
#[derive(Debug)]
struct Kept<T>(String, PhantomData<T>);

impl<T> From<String> for Kept<T> {
    fn from(code: String) -> Self {
        Self(code, PhantomData)
    }
}

impl<T> AsRef<str> for Kept<T> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// The type has an expression that `syn` parses only with a feature, which no other crate enables here.
#[derive(Debug, ImmersveErrorCode)]
enum Expression {
    CardLost,
    #[immersve(unknown)]
    Unknown(Kept<[u8; if cfg!(unix) { 64 } else { 32 }]>),
}

fn is_error<E: core::error::Error>(error: &E) -> bool {
    error.source().is_none()
}

fn codes_work() -> bool {
    let known = "INSUFFICIENT_FUNDS".parse();
    let refused: Result<Closed, ParseCodeError> = "NEW\n".parse();
    let unknown = Open::from_code("NEW\n");
    let retry = Closed::PaymentBridgeError.info().and_then(CodeInfo::retry);
    known == Ok(Closed::InsufficientBalance)
        && retry == Some(Retry::Always)
        && refused.is_err_and(|error| {
            is_error(&error) && error.to_string().starts_with(r"unrecognized code `NEW\n`")
        })
        && unknown.is_some_and(|code| code.as_str() == "NEW\n" && format!("{code}").len() == 4)
        && AnyCode::new("A") == "A"
        && CreateCardErrorCode::from_code("KYC_REQUIRED").is_some_and(|code| code.info().is_some())
        && endpoints::operation("create-card").is_some()
        && Expression::from_code("CARD_LOST").is_some_and(|code| code.info().is_some())
        && Expression::from_code("NEW").is_some_and(|code| code.as_str() == "NEW")
}

/// The function that the C runtime calls.
#[unsafe(no_mangle)]
extern "C" fn main(_: c_int, _: *const *const c_char) -> c_int {
    c_int::from(!codes_work())
}

#[link(name = "c")]
unsafe extern "C" {
    safe fn abort() -> !;
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    abort()
}

/// `alloc` is compiled for programs that unwind, so it needs this function. Panics abort here, so
/// nothing calls it.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}

/// See [`rust_eh_personality`].
#[unsafe(no_mangle)]
extern "C" fn _Unwind_Resume() -> ! {
    abort()
}

/// An allocator that gives out parts of one piece of memory in order, and never frees any.
struct Bump {
    memory: UnsafeCell<[u8; 1 << 16]>,
    used: AtomicUsize,
}

// SAFETY: no byte of the memory is given out twice, as `used` only grows, atomically.
unsafe impl Sync for Bump {}

// SAFETY: each part is within the memory, is aligned, and overlaps no other part.
unsafe impl GlobalAlloc for Bump {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let memory: *mut u8 = self.memory.get().cast();
        let Some(room) = layout.size().checked_add(layout.align()) else {
            return core::ptr::null_mut();
        };
        let from = self.used.fetch_add(room, Ordering::Relaxed);
        if from.saturating_add(room) > size_of_val(&self.memory) {
            return core::ptr::null_mut();
        }
        let start = memory.wrapping_add(from);
        start.wrapping_add(start.align_offset(layout.align()))
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

#[global_allocator]
static ALLOCATOR: Bump = Bump {
    memory: UnsafeCell::new([0; 1 << 16]),
    used: AtomicUsize::new(0),
};
