//! The same bytes give the same error: each answer of the matrix through every adapter, compared with one
//! expectation.

use std::{
    fmt,
    io::{self, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use flate2::Compression;
use immersve_errors::{ApiError, ErrorKind, ReadOptions, Retry};

use crate::{
    client::{Client, Reqwest, ReqwestBlocking, Ureq},
    hyper::Hyper,
};

const STATUSES: [u16; 4] = [200, 400, 403, 503];

#[derive(Debug, Clone, Copy, PartialEq)]
enum Encoding {
    Plain,
    Gzip,
    Brotli,
    Deflate,
}

/// How much of the encoded body is sent.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Extent {
    Whole,
    /// The connection is closed here.
    Closed(Cut),
    /// Nothing more is sent, and the connection stays open.
    Stalled(Cut),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Cut {
    InTheHeader,
    InTheMiddle,
    NearTheEnd,
}

/// How the end of the body is marked.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Framing {
    Length,
    Chunked,
    Close,
}

#[derive(Debug, Clone, Copy)]
struct Case {
    status: u16,
    encoding: Encoding,
    extent: Extent,
    framing: Framing,
}

fn cases() -> Vec<Case> {
    use Cut::{InTheHeader, InTheMiddle, NearTheEnd};
    use Extent::{Closed, Stalled, Whole};

    let mut cases = Vec::new();
    for status in STATUSES {
        for encoding in [
            Encoding::Plain,
            Encoding::Gzip,
            Encoding::Brotli,
            Encoding::Deflate,
        ] {
            for framing in [Framing::Length, Framing::Chunked, Framing::Close] {
                for extent in [
                    Whole,
                    Closed(InTheHeader),
                    Closed(InTheMiddle),
                    Closed(NearTheEnd),
                    Stalled(InTheHeader),
                    Stalled(InTheMiddle),
                    Stalled(NearTheEnd),
                ] {
                    cases.push(Case {
                        status,
                        encoding,
                        extent,
                        framing,
                    });
                }
            }
        }
    }
    cases
}

impl Case {
    /// The body before it is encoded: a code, then a text that does not compress well.
    fn decoded(self) -> Vec<u8> {
        let mut seed = 1_u32;
        let noise = std::iter::repeat_with(|| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'a' + u8::try_from((seed >> 16) % 26).unwrap())
        });
        let noise: String = noise.take(20_000).collect();
        let filler = "all work and no play ".repeat(600);
        if self.status == 200 {
            format!("[\"card-1\",\"{noise}{filler}\"]").into()
        } else {
            format!(r#"{{"errorCode":"KYC_REQUIRED","reason":"{noise}{filler}"}}"#).into()
        }
    }

    fn encoded(self) -> Vec<u8> {
        let body = self.decoded();
        let mut encoded = Vec::new();
        match self.encoding {
            Encoding::Plain => return body,
            Encoding::Gzip => flate2::write::GzEncoder::new(&mut encoded, Compression::best())
                .write_all(&body)
                .unwrap(),
            Encoding::Deflate => flate2::write::ZlibEncoder::new(&mut encoded, Compression::best())
                .write_all(&body)
                .unwrap(),
            Encoding::Brotli => brotli::CompressorWriter::new(&mut encoded, 4096, 5, 22)
                .write_all(&body)
                .unwrap(),
        }
        encoded
    }

    /// The bytes of the encoded body that are sent.
    fn sent(self) -> Vec<u8> {
        let mut body = self.encoded();
        if let Extent::Closed(cut) | Extent::Stalled(cut) = self.extent {
            body.truncate(match cut {
                Cut::InTheHeader => 1,
                Cut::InTheMiddle => body.len() / 2,
                Cut::NearTheEnd => body.len() - 3,
            });
        }
        body
    }

    /// What can be decoded of the bytes that are sent.
    fn arrived(self) -> Vec<u8> {
        let sent = self.sent();
        let mut arrived = Vec::new();
        match self.encoding {
            Encoding::Plain => return sent,
            Encoding::Gzip => {
                let mut decoder = flate2::write::GzDecoder::new(&mut arrived);
                let _ = decoder.write_all(&sent).and_then(|()| decoder.flush());
            }
            Encoding::Deflate => {
                let mut decoder = flate2::write::ZlibDecoder::new(&mut arrived);
                let _ = decoder.write_all(&sent).and_then(|()| decoder.flush());
            }
            Encoding::Brotli => {
                let _ = brotli::Decompressor::new(&*sent, 4096).read_to_end(&mut arrived);
            }
        }
        arrived
    }

    fn answer(self, stream: &mut TcpStream) -> io::Result<()> {
        let body = self.sent();
        write!(
            stream,
            "HTTP/1.1 {} Status\r\nConnection: close\r\n",
            self.status
        )?;
        match self.encoding {
            Encoding::Plain => {}
            Encoding::Gzip => stream.write_all(b"Content-Encoding: gzip\r\n")?,
            Encoding::Brotli => stream.write_all(b"Content-Encoding: br\r\n")?,
            Encoding::Deflate => stream.write_all(b"Content-Encoding: deflate\r\n")?,
        }
        match self.framing {
            Framing::Length => write!(stream, "Content-Length: {}\r\n\r\n", self.encoded().len())?,
            Framing::Chunked => stream.write_all(b"Transfer-Encoding: chunked\r\n\r\n")?,
            Framing::Close => stream.write_all(b"\r\n")?,
        }
        for part in body.chunks(7000) {
            if self.framing == Framing::Chunked {
                write!(stream, "{:x}\r\n", part.len())?;
                stream.write_all(part)?;
                stream.write_all(b"\r\n")?;
            } else {
                stream.write_all(part)?;
            }
        }
        match self.extent {
            Extent::Whole if self.framing == Framing::Chunked => stream.write_all(b"0\r\n\r\n"),
            Extent::Stalled(_) => {
                // Until the client closes the connection.
                let _ = stream.read(&mut [0; 1024]);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn expected<C: Client>(self) -> Answer {
        let decodes = self.encoding != Encoding::Deflate || C::DECODES_DEFLATE;
        let body = if decodes { self.arrived() } else { self.sent() };
        // A body that ends with the connection is whole, unless its encoding says that it is not. If only the
        // checksum is missing, all of the JSON is there.
        let is_whole = match self.extent {
            Extent::Whole => true,
            Extent::Closed(_) if self.framing == Framing::Close => {
                self.encoding == Encoding::Plain || !decodes || body == self.decoded()
            }
            Extent::Closed(_) | Extent::Stalled(_) => false,
        };
        let is_success = self.status == 200;
        let is_encoded = is_whole && self.encoding != Encoding::Plain && !decodes;
        // The text after the code is long, so the code arrives with half of the body.
        let has_code = !is_success && decodes && body.len() > 100;
        let problem = if !is_whole {
            Some("the body was interrupted")
        } else if is_encoded {
            Some("the body is still encoded")
        } else if is_success && body != self.decoded() {
            Some("the JSON is incomplete")
        } else {
            None
        };
        Answer {
            kind: match self.status {
                200 if problem.is_none() => None,
                200 => Some(ErrorKind::InvalidResponse),
                400 => Some(ErrorKind::BadRequest),
                403 if has_code => Some(ErrorKind::BusinessRule),
                403 => Some(ErrorKind::AccessDenied),
                _ => Some(ErrorKind::Server),
            },
            code: has_code.then(|| "KYC_REQUIRED".into()),
            retry: match self.status {
                200 if problem.is_none() => None,
                200 if !is_whole => Some(Retry::IfIdempotent),
                503 => Some(Retry::IfIdempotent),
                _ => Some(Retry::Never),
            },
            is_truncated: !is_whole,
            problem: problem.map(Into::into),
            body,
        }
    }
}

/// What an adapter made of a response. A success has only a body.
#[derive(Clone, PartialEq)]
struct Answer {
    kind: Option<ErrorKind>,
    code: Option<String>,
    retry: Option<Retry>,
    is_truncated: bool,
    problem: Option<String>,
    body: Vec<u8>,
}

impl Answer {
    /// Whether it is as expected. Some decompressors lose their last buffer, of 4 KiB, if the connection fails
    /// right behind the bytes for it.
    fn is(&self, expected: &Self) -> bool {
        let mut expected = expected.clone();
        let lost = expected.body.len().saturating_sub(self.body.len());
        if expected.is_truncated && lost <= 4096 && expected.body.starts_with(&self.body) {
            expected.body.clone_from(&self.body);
        }
        *self == expected
    }

    fn new(result: Result<Vec<String>, ApiError>) -> Self {
        match result {
            Ok(value) => Self {
                kind: None,
                code: None,
                retry: None,
                is_truncated: false,
                problem: None,
                body: serde_json::to_vec(&value).unwrap(),
            },
            Err(error) => {
                let problem = error.body_error().map(ToString::to_string);
                let place = problem
                    .as_deref()
                    .and_then(|text| text.split_once(" at line "));
                Self {
                    kind: Some(error.kind()),
                    code: error.wire_code().map(Into::into),
                    retry: Some(error.retry()),
                    is_truncated: error.response().is_truncated(),
                    problem: place
                        .filter(|(text, _)| *text == "the JSON is incomplete")
                        .map(|(text, _)| text.into())
                        .or(problem.clone()),
                    body: error.body().into(),
                }
            }
        }
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            kind,
            code,
            retry,
            is_truncated,
            problem,
            body,
        } = self;
        write!(
            f,
            "{kind:?} {code:?} {retry:?} truncated: {is_truncated} {problem:?} {} bytes",
            body.len()
        )
    }
}

/// Starts a server that answers the request for `/N` with the case N.
fn serve(cases: Arc<[Case]>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let cases = Arc::clone(&cases);
            thread::spawn(move || -> io::Result<()> {
                stream.set_read_timeout(Some(Duration::from_secs(30)))?;
                let mut request = Vec::new();
                while !request.ends_with(b"\r\n\r\n") {
                    let mut byte = [0];
                    stream.read_exact(&mut byte)?;
                    request.extend(byte);
                }
                let request = String::from_utf8_lossy(&request);
                let path = request.split(' ').nth(1).unwrap_or_default();
                cases[path[1..].parse::<usize>().unwrap()].answer(&mut stream)
            });
        }
    });
    url
}

/// Compares the answers of an adapter with the expectation. Returns how many there were.
fn assert_answers<C: Client + Sync>() -> usize {
    let cases: Arc<[Case]> = cases().into();
    let url = serve(Arc::clone(&cases));
    let patient = C::new();
    let impatient = C::with_timeout(Duration::from_secs(2));
    let next = AtomicUsize::new(0);
    // The limit makes `reqwest::blocking` read a success in parts, and so keep them.
    let options = ReadOptions::new().with_success_limit(1 << 20);
    let work = || {
        let mut differences = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(case) = cases.get(number) else {
                return differences;
            };
            let is_stalled = matches!(case.extent, Extent::Stalled(_));
            let client = if is_stalled { &impatient } else { &patient };
            let answer = client.decode_with(&format!("{url}/{number}"), options);
            let (answer, expected) = (Answer::new(answer), case.expected::<C>());
            if !answer.is(&expected) {
                differences.push(format!("{case:?}\n  {answer:?}\n  {expected:?}, expected"));
            }
        }
    };
    let differences: Vec<String> = thread::scope(|scope| {
        // All start before the first is awaited.
        let workers: Vec<_> = (0..24).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    let count = differences.len();
    assert!(
        count == 0,
        "{count} of {}:\n{}",
        cases.len(),
        differences.join("\n")
    );
    cases.len()
}

#[test]
fn reqwest() {
    assert_eq!(assert_answers::<Reqwest>(), 336);
}

#[test]
fn reqwest_blocking() {
    assert_eq!(assert_answers::<ReqwestBlocking>(), 336);
}

#[test]
fn ureq() {
    assert_eq!(assert_answers::<Ureq>(), 336);
}

#[test]
fn hyper() {
    assert_eq!(assert_answers::<Hyper>(), 336);
}
