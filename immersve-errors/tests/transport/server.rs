//! The servers under test: one that keeps to HTTP, and one that writes whatever bytes it is told to.

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

/// Serves one answer to every request, and the client's port in the header `x-peer`. Gives the URL.
///
/// The server lives as long as the test's process.
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

/// Serves an error as the API would.
pub(crate) fn serve_error(error: ErrorResponse) -> String {
    serve(move || Response::from(error.clone()).map(Body::from))
}

/// Serves a body with a status.
pub(crate) fn serve_body(status: u16, body: impl Into<Vec<u8>>) -> String {
    let body = body.into();
    serve(move || {
        Response::builder()
            .status(status)
            .body(Body::from(body.clone()))
            .unwrap()
    })
}

/// Calls a function with every connection whose request has arrived, and closes it after. Gives the
/// URL.
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
                    // The client has gone away; the test says what that means.
                    _ => break,
                }
            }
            let _ = answer(&mut stream);
        }
    });
    url
}

/// Serves these bytes to every connection, and closes it.
pub(crate) fn serve_bytes(bytes: impl Into<Vec<u8>>) -> String {
    let bytes = bytes.into();
    serve_raw(move |stream| stream.write_all(&bytes))
}

fn url(listener: &TcpListener) -> String {
    format!("http://{}/", listener.local_addr().unwrap())
}
