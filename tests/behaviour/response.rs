//! Reading bodies with any bytes, and how responses are shown and written.

use std::{error::Error, time::Duration};

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use icu_properties::{
    CodePointMapData, CodePointSetData,
    props::{BidiControl, DefaultIgnorableCodePoint, GeneralCategory, WhiteSpace},
};
use immersve_errors::{
    AnyCode, ApiError, ErrorKind, ErrorResponse, Escaped, FieldError, ParseCodeError,
};

fn read(body: impl Into<Vec<u8>>) -> ErrorResponse {
    ErrorResponse::new(StatusCode::FORBIDDEN, HeaderMap::new(), body)
}

const GUIDE: &str = r#"{"statusCode":403,"statusName":"Forbidden","errorCode":"INSUFFICIENT_FUNDS","reason":"Withdrawal amount exceeds Funding Source balance"}"#;

#[test]
fn the_example_body_of_the_api_guide_is_read() {
    let response = read(GUIDE);
    assert_eq!(response.code(), Some("INSUFFICIENT_FUNDS"));
    assert_eq!(
        response.reason(),
        Some("Withdrawal amount exceeds Funding Source balance")
    );
    assert_eq!(response.kind(), ErrorKind::BusinessRule);
    assert_eq!(response.body(), GUIDE.as_bytes());
    assert_eq!(
        response.to_string(),
        "403 INSUFFICIENT_FUNDS: Withdrawal amount exceeds Funding Source balance"
    );
}

#[test]
fn field_errors_are_read() {
    let response = read(
        r#"{"statusCode":400,"statusName":"Bad Request","errorCode":"INVALID_REQUEST_INPUT",
            "errors":[{"message":"Unknown field","path":"items[1].attributes.invalidField"},
                      {"path":"amount","message":"Required","extra":[1,{"a":null}]}]}"#,
    );
    assert_eq!(
        response.field_errors(),
        [
            FieldError::new("items[1].attributes.invalidField", "Unknown field"),
            FieldError::new("amount", "Required"),
        ]
    );
}

#[test]
fn the_legacy_shape_is_read() {
    let response = read(
        r#"{"success":false,"errorCode":"INVALID_BODY","errorMessage":"Invalid body",
            "errorMap":{"firstName":"Required","last\u004eame":"Too \"long\""}}"#,
    );
    assert_eq!(response.code(), Some("INVALID_BODY"));
    assert_eq!(response.reason(), Some("Invalid body"));
    assert_eq!(
        response.field_errors(),
        [
            FieldError::new("firstName", "Required"),
            FieldError::new("lastName", "Too \"long\""),
        ]
    );
}

#[test]
fn reason_counts_before_message_and_message_before_error_message() {
    let reason = |body: &str| read(body).reason().map(str::to_owned);
    let all = r#"{"errorMessage":"legacy","message":"message","reason":"reason"}"#;
    assert_eq!(reason(all).as_deref(), Some("reason"));
    let two = r#"{"errorMessage":"legacy","message":"message","reason":null}"#;
    assert_eq!(reason(two).as_deref(), Some("message"));
    assert_eq!(
        reason(r#"{"errorMessage":"legacy"}"#).as_deref(),
        Some("legacy")
    );
}

#[test]
fn current_field_errors_count_before_legacy_ones() {
    let response = read(r#"{"errorMap":{"b":"B"},"errors":[{"path":"a","message":"A"}]}"#);
    assert_eq!(response.field_errors(), [FieldError::new("a", "A")]);
    let response = read(r#"{"errorMap":{"b":"B"},"errors":[]}"#);
    assert_eq!(response.field_errors(), [FieldError::new("b", "B")]);
}

#[test]
fn a_field_of_the_wrong_type_hides_no_other() {
    let odd = [
        "null",
        "true",
        "17",
        "-0.5e-3",
        "1e999999",
        "99999999999999999999999999",
        "[]",
        "{}",
        r#"[{"errorCode":"INNER"}]"#,
        r#"{"errorCode":"INNER","message":"INNER"}"#,
    ];
    let fields = [
        ("errorCode", r#""CODE""#),
        ("reason", r#""Reason""#),
        ("errors", r#"[{"path":"p","message":"m"}]"#),
        ("statusCode", "403"),
        ("statusName", r#""Forbidden""#),
    ];
    for (broken, _) in fields {
        for value in odd {
            let members: Vec<String> = fields
                .iter()
                .map(|&(name, good)| {
                    let value = if name == broken { value } else { good };
                    format!("\"{name}\":{value}")
                })
                .collect();
            let body = format!("{{{}}}", members.join(","));
            let response = read(body.as_str());
            let expect = |name, good| (name != broken).then_some(good);
            assert_eq!(response.code(), expect("errorCode", "CODE"), "{body}");
            assert_eq!(response.reason(), expect("reason", "Reason"), "{body}");
            if broken != "errors" {
                assert_eq!(
                    response.field_errors(),
                    [FieldError::new("p", "m")],
                    "{body}"
                );
            }
            assert_eq!(response.status(), 403);
        }
    }
}

#[test]
fn a_field_error_of_the_wrong_type_hides_no_other() {
    let response = read(
        r#"{"errors":[null,{"path":7,"message":"only a message"},"a string",[],{"path":"only.a.path"},{},1e999,
            {"message":"m","path":"p"}],"errorCode":"CODE"}"#,
    );
    assert_eq!(
        response.field_errors(),
        [
            FieldError::new("", "only a message"),
            FieldError::new("", "a string"),
            FieldError::new("only.a.path", ""),
            FieldError::new("p", "m"),
        ]
    );
    assert_eq!(response.code(), Some("CODE"));
    let legacy = read(r#"{"errorMap":{"a":["x"],"b":"B"}}"#);
    assert_eq!(
        legacy.field_errors(),
        [FieldError::new("a", ""), FieldError::new("b", "B")]
    );
}

#[test]
fn the_last_readable_value_of_a_repeated_field_counts() {
    let twice = read(r#"{"errorCode":"FIRST","errorCode":"SECOND"}"#);
    assert_eq!(twice.code(), Some("SECOND"));
    let broken = read(r#"{"errorCode":"FIRST","errorCode":17}"#);
    assert_eq!(broken.code(), Some("FIRST"));
    let errors = read(r#"{"errors":[{"path":"a","message":"A"}],"errors":0}"#);
    assert_eq!(errors.field_errors(), [FieldError::new("a", "A")]);
    let errors = read(r#"{"errors":["A"],"errors":["B"],"errorMap":{"a":"C"}}"#);
    assert_eq!(errors.field_errors(), [FieldError::new("", "B")]);
    let errors = read(r#"{"errorMap":{"a":"C"},"errorMap":{"a":"D"}}"#);
    assert_eq!(errors.field_errors(), [FieldError::new("a", "D")]);
}

#[test]
fn fields_before_a_syntax_error_are_kept() {
    let response = read(r#"{"errorCode":"CODE","reason":"Reason","errors":[}"#);
    assert_eq!(response.code(), Some("CODE"));
    assert_eq!(response.reason(), Some("Reason"));
    assert_eq!(read(r#"{"errorCode":"CODE","x":nul"#).code(), Some("CODE"));
}

#[test]
fn a_body_cut_at_any_byte_keeps_its_complete_fields() {
    let code_ends = GUIDE.find("\"INSUFFICIENT_FUNDS\"").unwrap() + "\"INSUFFICIENT_FUNDS\"".len();
    for end in 0..GUIDE.len() {
        let response = read(&GUIDE[..end]);
        let expected = (end >= code_ends).then_some("INSUFFICIENT_FUNDS");
        assert_eq!(response.code(), expected, "cut after {end} bytes");
        assert_eq!(response.body(), &GUIDE.as_bytes()[..end]);
    }
}

#[test]
fn escapes_and_broken_surrogates_are_read() {
    let response = read(r#"{"errorCode":"KYC_\u0052EQUIRED","reason":"half \ud83d of a pair"}"#);
    assert_eq!(response.code(), Some("KYC_REQUIRED"));
    let reason = response.reason().unwrap();
    assert!(
        reason.starts_with("half \u{fffd}") && reason.ends_with(" of a pair"),
        "{reason}"
    );
    let key = read(r#"{"\ud83d":1,"errorCode":"CODE"}"#);
    assert_eq!(key.code(), Some("CODE"));
}

#[test]
fn a_body_that_is_not_utf_8_is_read_and_kept() {
    let body = b"{\"errorCode\":\"CODE\",\"reason\":\"caf\xe9\"}";
    let response = read(&body[..]);
    assert_eq!(response.code(), Some("CODE"));
    assert_eq!(response.reason(), Some("caf\u{fffd}"));
    assert_eq!(response.body(), body);
    assert_eq!(response.into_parts().2, body);
}

#[test]
fn a_byte_order_mark_is_skipped_and_kept() {
    let body = format!("\u{feff}{GUIDE}");
    let response = read(body.as_str());
    assert_eq!(response.code(), Some("INSUFFICIENT_FUNDS"));
    assert_eq!(response.body(), body.as_bytes());
}

#[test]
fn a_body_that_is_no_json_object_has_no_fields() {
    for body in [
        "",
        " ",
        "\u{feff}",
        "null",
        "\"errorCode\"",
        "[{\"errorCode\":\"CODE\"}]",
        "<html><body><h1>502 Bad Gateway</h1></body></html>",
        "errorCode=CODE",
        "{",
        "\0",
    ] {
        let response = read(body);
        assert_eq!(response.code(), None, "{body}");
        assert_eq!(response.reason(), None, "{body}");
        assert_eq!(response.field_errors(), [], "{body}");
        assert_eq!(response.body(), body.as_bytes());
        assert_eq!(response.kind(), ErrorKind::AccessDenied);
        assert_eq!(response.to_string(), "403 Forbidden");
    }
}

#[test]
fn an_empty_code_or_reason_is_none() {
    let response = read(r#"{"errorCode":"","reason":""}"#);
    assert_eq!(response.code(), None);
    assert_eq!(response.reason(), None);
}

#[test]
fn deep_nesting_does_no_harm() {
    let deep = "[".repeat(200_000) + &"]".repeat(200_000);
    let objects = "{\"errorCode\":".repeat(200_000);
    for value in [deep.as_str(), &"[".repeat(200_000), &objects] {
        for field in ["other", "errorCode", "reason", "errors", "errorMap"] {
            let response = read(format!(
                "{{\"errorCode\":\"CODE\",\"{field}\":{value},\"message\":\"m\"}}"
            ));
            assert_eq!(response.code(), Some("CODE"));
            assert!(ApiError::<AnyCode>::from(response).to_string().len() < 1000);
        }
        assert_eq!(read(value).code(), None);
    }
    let inside = format!("{{\"errors\":[{deep},{{\"path\":{deep},\"message\":\"m\"}}]}}");
    assert_eq!(read(inside).field_errors(), [FieldError::new("", "m")]);
}

#[test]
fn texts_of_megabytes_are_read_and_shown_cut() {
    let long = "x".repeat(8 << 20);
    let response = read(format!(
        "{{\"errorCode\":\"{long}\",\"reason\":\"{long}\"}}"
    ));
    assert_eq!(response.code().map(str::len), Some(long.len()));
    assert!(response.to_string().len() < 1000);
    assert!(read(long).to_string().len() < 1000);
}

#[test]
fn the_http_status_counts_and_not_that_of_the_body() {
    let response = ErrorResponse::new(
        StatusCode::BAD_GATEWAY,
        HeaderMap::new(),
        r#"{"statusCode":403,"statusName":"Forbidden","errorCode":"CODE"}"#,
    );
    assert_eq!(response.status(), 502);
    assert_eq!(response.kind(), ErrorKind::Server);
}

#[test]
fn display_is_one_escaped_line_of_bounded_length() {
    let nasty = "a\r\nERROR forged \u{1b}[31mred\u{1b}[0m \u{202e}evil\u{2066}\u{2028}\u{200b}\0\\ it's \"fine\"";
    let response = ErrorResponse::builder(StatusCode::FORBIDDEN)
        .code(format!("CODE{nasty}"))
        .reason(nasty.repeat(1000))
        .build();
    let field = ErrorResponse::builder(StatusCode::BAD_REQUEST)
        .field_error(nasty.repeat(1000), nasty.repeat(1000))
        .field_error("b", "c")
        .build();
    let error: ApiError = response.clone().into();
    assert!(format!("{error:?}").len() <= 2000);
    for shown in [response.to_string(), field.to_string()] {
        assert!(shown.len() <= 1000, "{} bytes", shown.len());
        assert!(
            shown
                .chars()
                .all(|char| char == ' ' || char == '…' || char.is_ascii_graphic()),
            "{shown}"
        );
        assert!(shown.contains(r"\r\n"), "{shown}");
        assert!(shown.contains("it's \"fine\""), "{shown}");
        assert!(shown.contains('…'), "{shown}");
    }
    assert!(field.to_string().ends_with("(and 1 more)"));
}

#[test]
fn a_blank_text_is_not_shown() {
    let shown = |body: &str| {
        let response = ErrorResponse::new(StatusCode::BAD_REQUEST, HeaderMap::new(), body);
        response.to_string()
    };
    for body in [
        r#"{"errors":[{"path":" ","message":"oops"}]}"#,
        r#"{"errors":[{"path":"","message":"oops"}]}"#,
        r#"{"errors":[{"path":"","message":""},{"path":" ","message":"oops"}]}"#,
        r#"{"errors":["oops"]}"#,
        r#"{"errorMap":{" ":"oops"}}"#,
        r#"{"errorCode":"  ","reason":"oops"}"#,
        r#"{"reason":" ","errors":["oops"]}"#,
    ] {
        assert_eq!(shown(body), "400 Bad Request: oops", "{body}");
    }
    for body in [
        r#"{"errors":[{"path":"","message":""}]}"#,
        r#"{"errorMap":{"":" "}}"#,
        r#"{"errorCode":" ","reason":"   "}"#,
    ] {
        assert_eq!(shown(body), "400 Bad Request", "{body}");
    }
    // A blank character other than the space is shown escaped.
    assert_eq!(
        shown(r#"{"reason":"\u3164"}"#),
        r"400 Bad Request: \u{3164}"
    );
    assert_eq!(shown(r#"{"reason":"\t"}"#), r"400 Bad Request: \t");
}

#[test]
fn no_text_closes_the_quotes_of_debug() {
    let forged = r#"fine"), field_errors: 0, headers: 0 } INFO next { x: (""#;
    let response = ErrorResponse::builder(StatusCode::FORBIDDEN)
        .code(forged)
        .reason(forged)
        .field_error(forged, forged)
        .build();
    let error: ApiError = response.clone().into();
    let shown = [
        format!("{response:?} {response:#?}"),
        format!("{error:?} {error:#?}"),
        format!("{:?}", response.field_errors()),
        format!("{:?}", AnyCode::new(forged)),
        format!(
            "{:?}",
            ErrorResponse::builder(StatusCode::OK)
                .code(forged)
                .reason(forged)
        ),
        format!("{:?}", ParseCodeError::new::<AnyCode>(forged)),
    ];
    for shown in shown {
        // Each quote of the text is escaped, so the quotes that are left are those around it.
        let bare = shown.replace(r"\\", "").replace(r#"\""#, "");
        assert!(!bare.contains("fine\""), "{shown}");
        assert_eq!(bare.matches('"').count() % 2, 0, "{shown}");
        assert!(shown.contains(r#"fine\"), field_errors"#), "{shown}");
    }
}

#[test]
fn debug_is_bounded_whatever_the_text() {
    let long = "\u{202e}\"".repeat(1 << 14);
    let response = ErrorResponse::builder(StatusCode::FORBIDDEN)
        .code(&*long)
        .reason(&*long)
        .field_error(&*long, &*long)
        .build();
    let builder = ErrorResponse::builder(StatusCode::FORBIDDEN)
        .code(&*long)
        .reason(&*long);
    for shown in [
        format!("{:#?}", response.field_errors()),
        format!("{:#?}", ApiError::<AnyCode>::from(response)),
        format!("{builder:#?}"),
        format!("{:?}", AnyCode::new(&*long)),
        format!("{:?}", ParseCodeError::new::<AnyCode>(&long)),
        format!("{:?}", Escaped::new(&long, 128)),
    ] {
        assert!(shown.len() < 1500, "{} bytes", shown.len());
    }
}

#[test]
fn characters_that_print_nothing_are_escaped() {
    use GeneralCategory as Category;

    let sets = [
        CodePointSetData::new::<DefaultIgnorableCodePoint>(),
        CodePointSetData::new::<WhiteSpace>(),
        CodePointSetData::new::<BidiControl>(),
    ];
    let category = CodePointMapData::<Category>::new();
    let categories = [
        Category::Control,
        Category::Format,
        Category::LineSeparator,
        Category::ParagraphSeparator,
        Category::SpaceSeparator,
        Category::NonspacingMark,
        Category::EnclosingMark,
    ];
    let by_property = sets.iter().flat_map(|set| set.iter_ranges());
    let by_category = categories
        .iter()
        .flat_map(|value| category.iter_ranges_for_value(*value));
    // These print nothing, but Unicode has no property that says so.
    let by_glyph = ['\u{2800}', '\u{13441}', '\u{13442}', '\u{1d159}'];
    let invisible = by_property
        .chain(by_category)
        .flatten()
        .filter_map(char::from_u32)
        .chain(by_glyph)
        .filter(|char| *char != ' ');
    let mut seen = 0;
    for char in invisible {
        let text = char.to_string();
        let shown = Escaped::new(&text, 64);
        for shown in [format!("{shown}"), format!("{shown:?}")] {
            assert!(
                shown.is_ascii() && shown.contains('\\'),
                "{char:?}: {shown}"
            );
        }
        seen += 1;
    }
    assert!(seen > 6000, "{seen}");
    // Characters that print something stay, in any script.
    let text = "Zürich 東京 Київ नमस्ते 🦀 ’“";
    assert!(
        Escaped::new(text, 256)
            .to_string()
            .starts_with("Zürich 東京 Київ ")
    );
}

#[test]
fn a_builder_takes_any_number_of_headers() {
    let mut builder = ErrorResponse::builder(StatusCode::FORBIDDEN);
    for number in 0..30_000 {
        let name = HeaderName::try_from(format!("x-{number}")).unwrap();
        builder = builder.header(name, HeaderValue::from_static("a"));
    }
    let full = builder.retry_after(Duration::from_secs(7)).build();
    assert!(full.headers().len() > 20_000);
    assert!(full.headers().contains_key("x-0"));
    assert_eq!(full.into_forwardable().headers().len(), 1);

    // One name can have any number of values.
    let mut builder = ErrorResponse::builder(StatusCode::FORBIDDEN);
    for _ in 0..70_000 {
        builder = builder.header(header::SET_COOKIE, HeaderValue::from_static("a"));
    }
    assert!(builder.build().headers().len() > 20_000);
}

#[test]
fn neither_debug_nor_display_shows_the_body_or_a_header() {
    let mut headers = HeaderMap::new();
    headers.insert(
        header::SET_COOKIE,
        HeaderValue::from_static("session=s3cret"),
    );
    let body =
        r#"{"errorCode":"CODE","pan":"4111111111111111","errors":[{"path":"p","message":"m"}]}"#;
    let response = ErrorResponse::new(StatusCode::FORBIDDEN, headers, body);
    let error: ApiError = response.clone().into();
    let builder = ErrorResponse::builder(StatusCode::FORBIDDEN).header(
        header::SET_COOKIE,
        HeaderValue::from_static("session=s3cret"),
    );
    for shown in [
        format!("{response} {response:?} {response:#?}"),
        format!("{error} {error:?} {error:#?}"),
        format!("{builder:?}"),
    ] {
        assert!(!shown.contains("4111"), "{shown}");
        assert!(!shown.contains("s3cret"), "{shown}");
        assert!(!shown.contains("pan"), "{shown}");
    }
    assert!(error.source().is_none());
}

#[test]
fn a_serialized_body_reads_back_equal() {
    let response = ErrorResponse::builder(StatusCode::BAD_REQUEST)
        .code("INVALID_REQUEST_INPUT")
        .reason("a \"quoted\"\nreason \u{1f980}")
        .field_error("items[1].x", "Required\t")
        .field_error("", "")
        .build();
    assert_eq!(serde_json::to_vec(&response).unwrap(), response.body());
    let again = ErrorResponse::new(response.status(), HeaderMap::new(), response.body());
    assert_eq!(again.code(), response.code());
    assert_eq!(again.reason(), Some("a \"quoted\"\nreason \u{1f980}"));
    assert_eq!(again.field_errors(), response.field_errors());
    assert_eq!(again.field_errors().len(), 2);
}

#[test]
fn a_built_body_is_the_example_of_the_api_guide() {
    let response = ErrorResponse::builder(StatusCode::FORBIDDEN)
        .code("INSUFFICIENT_FUNDS")
        .reason("Withdrawal amount exceeds Funding Source balance")
        .build();
    assert_eq!(response.body(), GUIDE.as_bytes());
    assert_eq!(response.headers()[header::CONTENT_TYPE], "application/json");
    let served: http::Response<Vec<u8>> = response.into();
    assert_eq!(served.status(), 403);
    assert_eq!(
        ErrorResponse::from(served).code(),
        Some("INSUFFICIENT_FUNDS")
    );
}

#[test]
fn a_built_wait_is_rounded_up() {
    let response = ErrorResponse::builder(StatusCode::TOO_MANY_REQUESTS)
        .retry_after(Duration::from_millis(1200))
        .build();
    assert_eq!(response.retry_after(), Some(Duration::from_secs(2)));
    assert_eq!(read("").retry_after(), None);
}

#[test]
fn the_reason_of_a_gateway_is_read() {
    for (body, reason) in [
        (
            r#"{"title":"Forbidden","detail":"No such key"}"#,
            "No such key",
        ),
        (r#"{"title":"Forbidden","status":403}"#, "Forbidden"),
        (
            r#"{"error":"invalid_token","error_description":"Expired"}"#,
            "Expired",
        ),
        (
            r#"{"Message":"User is not authorized"}"#,
            "User is not authorized",
        ),
        (
            r#"{"title":"Forbidden","reason":"No KYC profile"}"#,
            "No KYC profile",
        ),
    ] {
        assert_eq!(read(body).reason(), Some(reason), "{body}");
    }
}

#[test]
fn field_errors_before_the_end_of_a_truncated_body_are_kept() {
    let whole = r#"{"errorCode":"INVALID_REQUEST_INPUT","errors":[{"message":"Required","path":"a"},{"message":"Too long","path":"b"}],"x":1}"#;
    let required = [FieldError::new("a", "Required")];
    let end = whole.find(",{").unwrap();
    for end in end..whole.find(']').unwrap() - 1 {
        assert_eq!(read(&whole[..end]).field_errors(), required, "{end}");
    }
    let legacy = read(r#"{"errorMap":{"a":"Required","b":"Too l"#);
    assert_eq!(legacy.field_errors(), required);
}

#[test]
fn the_first_thousand_field_errors_are_kept() {
    for (start, element, end) in [
        ("[", r#""x""#, "]"),
        ("[", r#"{"path":"x"}"#, "]"),
        ("{", r#""x":"y""#, "}"),
    ] {
        for (elements, kept) in [(1000, 1000), (1001, 1000), (50_000, 1000)] {
            let elements = vec![element; elements].join(",");
            let body = format!(r#"{{"errors":{start}{elements}{end},"errorCode":"A"}}"#);
            assert_eq!(read(&*body).field_errors().len(), kept);
            assert_eq!(read(body).code(), Some("A"));
        }
    }
}

#[test]
fn any_format_that_needs_a_length_can_write_a_response() {
    let response = read(GUIDE);
    let bytes = postcard::to_allocvec(&response).unwrap();
    let error: ApiError = response.into();
    assert_eq!(postcard::to_allocvec(&error).unwrap(), bytes);
    // The number of members, then the length of the first key.
    assert_eq!(bytes[..2], [4, 10]);
}

#[test]
fn responses_are_equal_if_all_that_was_received_is() {
    assert_eq!(read(GUIDE), read(GUIDE));
    assert_ne!(read(GUIDE), read("{}"));
    assert_ne!(read(GUIDE), read(GUIDE).truncated());
}

#[test]
fn a_cut_body_is_marked() {
    assert!(!read(GUIDE).is_truncated());
    let whole = read(GUIDE).to_string();
    let cut = read(GUIDE).truncated();
    assert!(cut.is_truncated());
    assert_eq!(cut.to_string(), format!("{whole} (truncated)"));
}
