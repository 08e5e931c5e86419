//! The servers for the tests: one that follows HTTP, and one that writes given bytes.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    thread,
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{HeaderValue, Response},
};
use immersve_errors::ErrorResponse;

/// Starts a server that gives the same answer to all requests, with the client's port in the header
/// `x-peer`. Returns the URL.
///
/// The server runs until the test's process ends.
pub(crate) fn serve(answer: impl Fn() -> Response<Body> + Clone + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let url = url(&listener);
    let router = Router::new().fallback(async move |ConnectInfo(peer): ConnectInfo<SocketAddr>| {
        let mut response = answer();
        let port = HeaderValue::from(peer.port());
        response.headers_mut().insert("x-peer", port);
        response
    });
    thread::spawn(move || {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap()
            .block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                let service = router.into_make_service_with_connect_info::<SocketAddr>();
                axum::serve(listener, service).await.unwrap();
            });
    });
    url
}

/// Starts a server that answers with an error, as the API would.
pub(crate) fn serve_error(error: ErrorResponse) -> String {
    serve(move || Response::from(error.clone()).map(Body::from))
}

/// Starts a server that answers with a status and a body.
pub(crate) fn serve_body(status: u16, body: impl Into<Vec<u8>>) -> String {
    let body = body.into();
    serve(move || {
        Response::builder()
            .status(status)
            .body(Body::from(body.clone()))
            .unwrap()
    })
}

/// Starts a server that calls a function with each connection after its request has arrived, and then
/// closes the connection. Returns the URL.
pub(crate) fn serve_raw(
    answer: impl Fn(&mut TcpStream) -> std::io::Result<()> + Send + 'static,
) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = url(&listener);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            stream.set_nodelay(true).unwrap();
            for timeout in [TcpStream::set_read_timeout, TcpStream::set_write_timeout] {
                timeout(&stream, Some(Duration::from_secs(10))).unwrap();
            }
            let mut request = Vec::new();
            let mut buffer = [0; 1024];
            while !request.ends_with(b"\r\n\r\n") {
                match stream.read(&mut buffer) {
                    Ok(length @ 1..) => request.extend_from_slice(&buffer[..length]),
                    // The client has closed the connection. The test checks whether that is right.
                    _ => break,
                }
            }
            let _ = answer(&mut stream);
        }
    });
    url
}

/// Starts a server that writes these bytes to each connection and closes it.
pub(crate) fn serve_bytes(bytes: impl Into<Vec<u8>>) -> String {
    let bytes = bytes.into();
    serve_raw(move |stream| stream.write_all(&bytes))
}

fn url(listener: &TcpListener) -> String {
    format!("http://{}/", listener.local_addr().unwrap())
}
