//! Reading a body from a blocking reader.

use std::io::{self, Read};

use super::{
    read_options::Deadline,
    received::{End, Received},
};

/// The size of a read, in bytes. A decompressor returns its output before it reads on only if there is room for all of
/// it, and loses the output if the connection then fails.
const BUFFER: usize = 64 * 1024 + 1;

/// Reads at most `limit` bytes, and some more to detect a longer body.
pub(super) fn read(
    mut reader: impl Read,
    limit: usize,
    deadline: Option<Deadline>,
    failed: impl FnOnce(io::Error, &[u8]) -> End,
) -> Received {
    let mut body = Vec::new();
    let mut buffer = vec![0; BUFFER.max(limit.saturating_add(1).min(16 * BUFFER))];
    let end = loop {
        if deadline.is_some_and(Deadline::is_past) {
            break End::too_slow();
        }
        match reader.read(&mut buffer) {
            Ok(0) => break End::Complete,
            Ok(length) => {
                if let Some(end) = Received::push(&mut body, &buffer[..length], limit) {
                    break end;
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => break failed(error, &body),
        }
    };
    Received::new(body, end)
}
