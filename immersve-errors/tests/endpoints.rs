//! The catalogue, checked against the facts of the API document in `fixtures/endpoints.json`.

use std::{
    any::type_name,
    collections::{BTreeMap, BTreeSet},
    convert::Infallible,
    env,
    fmt::{Debug, Write as _},
    fs,
    path::{Path, PathBuf},
    str::FromStr,
};

use immersve_errors::{
    AnyCode, ApiError, BaseCode, CodeInfo, ErrorResponse, ImmersveErrorCode, Retry,
    endpoints::{
        self, ActivateCardErrorCode, AddWebhookTopicSubscriptionErrorCode, CompleteLoginErrorCode,
        CreateAccountErrorCode, CreateCardErrorCode, CreateChallengeErrorCode,
        CreateFundingChannelErrorCode, CreateWebhookListenerErrorCode,
        CreateWithdrawalIntentErrorCode, DeleteWebhookListenerErrorCode,
        ExchangeAuthTokenErrorCode, ExecuteSimulatorDepositErrorCode,
        ExecuteSimulatorWithdrawalErrorCode, FreezeCardErrorCode, GetKycProfileErrorCode,
        GetKycStatementErrorCode, GetSpendingPrerequisitesErrorCode, GetSupportedRegionsErrorCode,
        InitiateLoginErrorCode, ListWebhookNotificationsErrorCode, OPERATIONS, Operation,
        ProvisionCardToApplePayErrorCode, ReissueCardErrorCode,
        RemoveWebhookTopicSubscriptionErrorCode, SendWebhookTestNotificationErrorCode,
        SetCardPinErrorCode, ShippingErrorCode, SignUpErrorCode, SubmitKycStatementErrorCode,
        SubmitResidentialAddressesErrorCode, UnfreezeCardErrorCode, UploadFileErrorCode,
    },
    http::StatusCode,
};
use serde::Deserialize;

/// One operation of the API document.
#[derive(Deserialize)]
struct Fact {
    operation_id: String,
    method: String,
    path: String,
    resource: String,
    /// The codes of each status.
    codes: BTreeMap<u16, Vec<String>>,
}

impl Fact {
    /// The codes with their statuses, without the base code.
    fn codes(&self) -> BTreeSet<(&str, u16)> {
        self.codes
            .iter()
            .flat_map(|(status, codes)| codes.iter().map(|code| (code.as_str(), *status)))
            .filter(|(code, _)| *code != BaseCode::Forbidden.as_str())
            .collect()
    }
}

fn facts() -> Vec<Fact> {
    serde_json::from_str(include_str!("fixtures/endpoints.json")).unwrap()
}

/// What the tests need of an enum of the catalogue.
struct Enum {
    name: &'static str,
    operation: Option<&'static str>,
    codes: &'static [CodeInfo],
    check: fn(),
}

impl Enum {
    fn of<C>() -> Self
    where
        C: ImmersveErrorCode + FromStr<Err = Infallible> + PartialEq + Debug + Clone,
    {
        Self {
            name: type_name::<C>().rsplit("::").next().unwrap(),
            operation: C::OPERATION,
            codes: C::CODES,
            check: check::<C>,
        }
    }
}

/// Checks that every code and alias is a variant, and that any other text is kept.
fn check<C>()
where
    C: ImmersveErrorCode + FromStr<Err = Infallible> + PartialEq + Debug + Clone,
{
    for info in C::CODES {
        let code = C::from_code(info.code()).unwrap();
        assert_eq!(code.info(), Some(info));
        assert_eq!(code.as_str(), info.code());
        for alias in info.aliases() {
            assert_eq!(C::from_code(alias), Some(code.clone()), "{alias}");
        }
    }
    for text in ["SOMETHING_NEW", "FORBIDDEN"] {
        let Ok(unknown) = C::from_str(text);
        assert_eq!((unknown.as_str(), unknown.info()), (text, None));
    }
}

fn enums() -> Vec<Enum> {
    vec![
        Enum::of::<ActivateCardErrorCode>(),
        Enum::of::<AddWebhookTopicSubscriptionErrorCode>(),
        Enum::of::<CompleteLoginErrorCode>(),
        Enum::of::<CreateAccountErrorCode>(),
        Enum::of::<CreateCardErrorCode>(),
        Enum::of::<CreateChallengeErrorCode>(),
        Enum::of::<CreateFundingChannelErrorCode>(),
        Enum::of::<CreateWebhookListenerErrorCode>(),
        Enum::of::<CreateWithdrawalIntentErrorCode>(),
        Enum::of::<DeleteWebhookListenerErrorCode>(),
        Enum::of::<ExchangeAuthTokenErrorCode>(),
        Enum::of::<ExecuteSimulatorDepositErrorCode>(),
        Enum::of::<ExecuteSimulatorWithdrawalErrorCode>(),
        Enum::of::<FreezeCardErrorCode>(),
        Enum::of::<GetKycProfileErrorCode>(),
        Enum::of::<GetKycStatementErrorCode>(),
        Enum::of::<GetSpendingPrerequisitesErrorCode>(),
        Enum::of::<GetSupportedRegionsErrorCode>(),
        Enum::of::<InitiateLoginErrorCode>(),
        Enum::of::<ListWebhookNotificationsErrorCode>(),
        Enum::of::<ProvisionCardToApplePayErrorCode>(),
        Enum::of::<ReissueCardErrorCode>(),
        Enum::of::<RemoveWebhookTopicSubscriptionErrorCode>(),
        Enum::of::<SendWebhookTestNotificationErrorCode>(),
        Enum::of::<SetCardPinErrorCode>(),
        Enum::of::<SignUpErrorCode>(),
        Enum::of::<SubmitKycStatementErrorCode>(),
        Enum::of::<SubmitResidentialAddressesErrorCode>(),
        Enum::of::<UnfreezeCardErrorCode>(),
        Enum::of::<UploadFileErrorCode>(),
    ]
}

/// All codes of the table, each with its operation.
fn uses() -> impl Iterator<Item = (&'static Operation, &'static CodeInfo)> {
    OPERATIONS
        .iter()
        .flat_map(|operation| operation.codes().iter().map(move |info| (operation, info)))
}

/// `create-card` or `KYC_REQUIRED` as the name of a type or variant.
fn pascal(name: &str) -> String {
    name.split(['-', '_'])
        .map(|word| word[..1].to_uppercase() + &word[1..].to_lowercase())
        .collect()
}

fn enum_name(operation: &Operation) -> String {
    format!("{}ErrorCode", pascal(operation.operation_id()))
}

fn source(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/endpoints")
        .join(path)
}

/// The source of the whole catalogue.
fn sources() -> String {
    let mut files: Vec<_> = fs::read_dir(source(""))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn table_has_the_documented_operations_in_order_and_nothing_else() {
    let facts = facts();
    let documented: Vec<_> = facts
        .iter()
        .map(|fact| [&fact.resource, &fact.operation_id, &fact.method, &fact.path].map(|s| &**s))
        .collect();
    let table: Vec<_> = OPERATIONS
        .iter()
        .map(|found| {
            [
                found.resource(),
                found.operation_id(),
                found.method(),
                found.path(),
            ]
        })
        .collect();
    assert_eq!(table, documented);
    assert_eq!(table.len(), 77);
}

#[test]
fn table_has_the_documented_codes_under_their_statuses_and_nothing_else() {
    for fact in facts() {
        let operation = endpoints::operation(&fact.operation_id).unwrap();
        let table: Vec<_> = operation
            .codes()
            .iter()
            .flat_map(|info| info.statuses().iter().map(|status| (info.code(), *status)))
            .collect();
        let distinct: BTreeSet<_> = table.iter().copied().collect();
        assert_eq!(distinct, fact.codes(), "{}", fact.operation_id);
        assert_eq!(table.len(), distinct.len(), "{}", fact.operation_id);
    }
    let codes: BTreeSet<_> = uses().map(|(_, info)| info.code()).collect();
    assert_eq!((uses().count(), codes.len()), (77, 56));
}

#[test]
fn every_operation_with_codes_has_an_enum_of_its_name_and_no_other_has() {
    let enums = enums();
    let named: BTreeSet<_> = enums.iter().map(|found| found.name.to_owned()).collect();
    let with_codes: BTreeSet<_> = OPERATIONS
        .iter()
        .filter(|operation| !operation.codes().is_empty())
        .map(enum_name)
        .collect();
    assert_eq!(named, with_codes);
    assert_eq!(named.len(), 30);

    for found in enums {
        let operation = endpoints::operation(found.operation.unwrap()).unwrap();
        assert_eq!(enum_name(operation), found.name);
        assert_eq!(operation.codes(), found.codes, "{}", found.name);
        (found.check)();
    }

    let sources = sources();
    let declared: BTreeSet<_> = sources
        .lines()
        .filter_map(|line| line.strip_prefix("pub enum ")?.strip_suffix(" {"))
        .filter(|name| *name != "ShippingErrorCode")
        .map(str::to_owned)
        .collect();
    assert_eq!(declared, named);
}

#[test]
fn enum_docs_name_the_request() {
    let sources = sources();
    for operation in OPERATIONS.iter().filter(|found| !found.codes().is_empty()) {
        let line = format!(
            "\n/// Codes of `{}`: `{} {}`.\n",
            operation.operation_id(),
            operation.method(),
            operation.path(),
        );
        assert!(sources.contains(&line), "missing {line:?}");
    }
}

#[test]
fn the_search_of_the_docs_finds_operations_and_aliases() {
    let sources = sources();
    let named = |name| format!("#[doc(alias = \"{name}\")]\n");
    for operation in OPERATIONS.iter().filter(|found| !found.codes().is_empty()) {
        let id = operation.operation_id();
        let line = format!(
            "{}#[immersve(crate = crate, operation = \"{id}\")]",
            named(id)
        );
        assert!(sources.contains(&line), "missing {line:?}");
    }
    for alias in uses().flat_map(|(_, info)| info.aliases()) {
        let line = format!("    {}    #[immersve(", named(alias));
        assert!(sources.contains(&line), "missing {line:?}");
    }
}

#[test]
fn operations_are_idempotent_by_their_method_or_as_documented() {
    for operation in OPERATIONS {
        let documented = [
            "create-report-download-url",
            "get-spending-prerequisites",
            "submit-3ds-challenge-outcome",
        ];
        let idempotent = match operation.method() {
            "GET" | "PUT" | "DELETE" => true,
            "POST" | "PATCH" => documented.contains(&operation.operation_id()),
            method => panic!("{method} is new"),
        };
        assert_eq!(
            Retry::IfIdempotent.allows(operation),
            idempotent,
            "{operation:?}"
        );
    }
}

#[derive(Debug, ImmersveErrorCode)]
enum Own {
    /// The bridge is down.
    ///
    /// Give up.
    #[immersve(status = 503, retry = "never")]
    PaymentBridgeError,
}

#[test]
fn an_error_is_bound_to_an_operation_at_run_time() {
    let response = |status: u16, code: &str| {
        ErrorResponse::builder(StatusCode::from_u16(status).unwrap())
            .code(code)
            .build()
    };
    let operation = |id| endpoints::operation(id).unwrap();

    let error: ApiError = response(403, "INSUFFICIENT_FUNDS").into();
    let error = error.at(operation("create-withdrawal-intent"));
    assert_eq!(error.operation(), Some("create-withdrawal-intent"));
    assert_eq!(
        error.info().map(CodeInfo::code),
        Some("INSUFFICIENT_BALANCE")
    );
    assert_eq!(
        Some(error.advice()),
        error.info().and_then(CodeInfo::remedy)
    );
    assert_eq!(error.code_label(), "INSUFFICIENT_BALANCE");

    let error: ApiError = response(503, "PAYMENT_BRIDGE_ERROR").into();
    assert_eq!(error.retry(), Retry::IfIdempotent);
    let error = error.at(operation("provision-card-to-apple-pay"));
    assert_eq!(error.retry(), Retry::Always);

    // Only an idempotent operation changes the verdict of the status.
    for (id, retry) in [
        ("list-cards", Retry::Always),
        ("get-spending-prerequisites", Retry::Always),
        ("freeze-card", Retry::IfIdempotent),
    ] {
        let error: ApiError = response(502, "").into();
        let error = error.at(operation(id));
        assert_eq!(error.retry(), retry, "{id}");
        let error = error.cast::<CreateCardErrorCode>();
        assert_eq!((error.retry(), error.operation()), (retry, Some(id)));
        let error: ApiError = response(403, "").into();
        assert_eq!(error.at(operation(id)).retry(), Retry::Never);
    }

    // What an enum documents counts before what the operation documents.
    let error = ApiError::<Own>::from(response(503, "PAYMENT_BRIDGE_ERROR"));
    let error = error.at(operation("provision-card-to-apple-pay"));
    assert_eq!((error.advice(), error.retry()), ("Give up.", Retry::Never));
    assert_eq!(error.operation(), Some("provision-card-to-apple-pay"));
    let error = error.cast::<AnyCode>();
    for id in ["list-cards", "provision-card-to-apple-pay"] {
        let error = error.clone().at(operation(id));
        assert_eq!((error.advice(), error.operation()), ("Give up.", Some(id)));
    }

    // It stays if the operation does not document the code.
    let error = ApiError::from_code(CreateCardErrorCode::KycRequired).at(operation("list-cards"));
    assert_eq!(error.info().map(CodeInfo::code), Some("KYC_REQUIRED"));
    assert_eq!(error.operation(), Some("list-cards"));
}

/// A change of the documented codes, and the decision of the catalogue about it.
#[derive(Deserialize)]
struct Change {
    date: String,
    /// `None` if no operation has the codes any more.
    operation: Option<String>,
    /// The request of an operation that the API has dropped.
    request: Option<String>,
    old: Vec<String>,
    new: Option<String>,
    decision: String,
}

fn history() -> Vec<Change> {
    serde_json::from_str(include_str!("fixtures/history.json")).unwrap()
}

#[test]
fn every_renamed_code_is_an_alias_and_no_other_text_is() {
    let aliases: BTreeSet<_> = uses()
        .flat_map(|(operation, info)| {
            let of_code = info.aliases().iter();
            of_code.map(move |alias| (operation.operation_id(), *alias, info.code()))
        })
        .collect();
    let history = history();
    let renamed = history.iter().filter_map(|change| {
        let [old] = &change.old[..] else { return None };
        Some((change.operation.as_deref()?, &**old, change.new.as_deref()?))
    });
    let of_the_guide = (
        "create-withdrawal-intent",
        "INSUFFICIENT_FUNDS",
        "INSUFFICIENT_BALANCE",
    );
    assert_eq!(aliases, renamed.chain([of_the_guide]).collect());
}

#[test]
fn every_renamed_or_dropped_code_is_treated_as_decided() {
    let history = history();
    assert!(history.is_sorted_by(|a, b| a.date <= b.date));
    for change in &history {
        let place = format!("{} {:?}", change.date, change.old);
        match &*change.decision {
            "alias" | "base code" => assert!(change.new.is_some(), "{place}"),
            none => assert!(
                none.starts_with("none: ") && change.new.is_none(),
                "{place}"
            ),
        }
        match (&change.operation, &change.request) {
            (Some(operation), None) => {
                let operation = endpoints::operation(operation).unwrap();
                for code in &change.old {
                    let canonical = operation.info(code).map(CodeInfo::code);
                    assert_eq!(canonical, change.new.as_deref(), "{place}");
                }
            }
            (None, Some(gone)) => {
                let (method, path) = gone.split_once(' ').unwrap();
                let there = |found: &&Operation| (found.method(), found.path()) == (method, path);
                assert_eq!(OPERATIONS.iter().find(there), None, "{place}");
            }
            _ => assert!(
                change
                    .old
                    .iter()
                    .all(|code| BaseCode::from_code(code).is_some()),
                "{place}"
            ),
        }
    }
}

#[test]
fn only_the_code_that_is_documented_as_safe_has_a_retry_hint() {
    let hints: Vec<_> = uses()
        .filter_map(|(found, info)| Some((found.operation_id(), info.code(), info.retry()?)))
        .collect();
    let bridge = (
        "provision-card-to-apple-pay",
        "PAYMENT_BRIDGE_ERROR",
        Retry::Always,
    );
    assert_eq!(hints, [bridge]);
}

#[test]
fn creating_and_reissuing_share_the_shipping_codes() {
    for info in ShippingErrorCode::CODES {
        let code = ShippingErrorCode::from_code(info.code()).unwrap();
        assert_eq!(
            CreateCardErrorCode::from_code(info.code()),
            Some(CreateCardErrorCode::Shipping(code))
        );
        assert_eq!(
            ReissueCardErrorCode::from_code(info.code()),
            Some(ReissueCardErrorCode::Shipping(code))
        );
    }
    assert_eq!(ShippingErrorCode::CODES.len(), 6);
}

#[test]
fn every_operation_is_found_by_its_id_and_by_its_request() {
    for operation in OPERATIONS {
        let by_id = endpoints::operation(operation.operation_id());
        assert_eq!(by_id, Some(operation));

        let segments = operation.path().split('/');
        let concrete: Vec<_> = segments
            .map(|segment| match segment.strip_prefix('{') {
                Some(_) => "cards%2F..",
                None => segment,
            })
            .collect();
        let concrete = concrete.join("/");
        for rest in ["", "/", "?limit=10", "/?limit=10", "?a=/b/?c=d", "#top"] {
            let path = format!("{concrete}{rest}");
            let found = endpoints::operation_at(operation.method(), &path);
            assert_eq!(found, Some(operation), "{path}");
        }
    }
}

#[test]
fn no_two_operations_answer_one_request() {
    let alike = |(a, b): (&str, &str)| a == b || a.starts_with('{') || b.starts_with('{');
    for (place, a) in OPERATIONS.iter().enumerate() {
        for b in &OPERATIONS[place + 1..] {
            let (of_a, of_b) = (a.path().split('/'), b.path().split('/'));
            let overlap = a.method() == b.method()
                && of_a.clone().count() == of_b.clone().count()
                && of_a.zip(of_b).all(alike);
            assert!(!overlap, "{a:?} and {b:?}");
        }
    }
}

#[test]
fn a_request_that_no_operation_answers_finds_nothing() {
    for (method, path) in [
        ("POST", ""),
        ("POST", "/"),
        ("POST", "?/api/cards"),
        ("POST", "api/cards"),
        ("POST", "//api/cards"),
        ("POST", "/api/cards//"),
        ("POST", "/API/cards"),
        ("post", "/api/cards"),
        ("", "/api/cards"),
        ("PUT", "/api/cards"),
        ("POST", "/api/cards/123"),
        ("POST", "/api/cards//reissue"),
        ("POST", "/api/cards/123/reissue/now"),
        ("GET", "/api/accounts//cards"),
        ("GET", "/api/accounts"),
        ("GET", "/api/accounts/"),
        ("POST", "https://api.immersve.com/api/cards"),
    ] {
        assert_eq!(
            endpoints::operation_at(method, path),
            None,
            "{method} {path}"
        );
    }
    assert_eq!(endpoints::operation(""), None);
    assert_eq!(endpoints::operation("Create-Card"), None);
}

#[test]
fn a_code_or_alias_finds_every_operation_that_documents_it() {
    for (operation, info) in uses() {
        for text in [info.code()].iter().chain(info.aliases()) {
            assert_eq!(operation.info(text), Some(info));
            let expected: Vec<_> = uses()
                .filter(|(_, other)| other.code() == *text || other.aliases().contains(text))
                .collect();
            let found: Vec<_> = endpoints::operations_with_code(text).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
    assert_eq!(
        endpoints::operations_with_code("ACCOUNT_TYPE_INVALID").count(),
        7
    );
}

#[test]
fn base_codes_and_unknown_texts_find_no_operation() {
    for text in ["FORBIDDEN", "INVALID_REQUEST_INPUT", "", "kyc_required"] {
        assert_eq!(endpoints::operations_with_code(text).next(), None, "{text}");
    }
}

/// `BLESS=1 cargo test -p immersve-errors --features endpoints --test endpoints` writes the file again.
#[test]
fn docs_list_every_operation_and_code() {
    let (path, docs) = (source("catalogue.md"), docs());
    if env::var_os("BLESS").is_some() {
        fs::write(&path, &docs).unwrap();
    }
    let blessed = fs::read_to_string(&path).unwrap();
    assert!(
        docs == blessed,
        "`catalogue.md` differs from the table, which gives:\n{docs}"
    );
}

/// The table for people, with a link to each enum and variant.
fn docs() -> String {
    let mut docs = String::new();
    let mut resource = "";
    for operation in OPERATIONS {
        if operation.resource() != resource {
            let gap = if resource.is_empty() { "" } else { "\n" };
            resource = operation.resource();
            let head = "| operation | request | codes |\n|---|---|---|";
            writeln!(docs, "{gap}## {resource}\n\n{head}").unwrap();
        }
        let id = operation.operation_id();
        let (method, path) = (operation.method(), operation.path());
        if operation.codes().is_empty() {
            writeln!(docs, "| `{id}` | `{method} {path}` | |").unwrap();
            continue;
        }
        let codes: Vec<_> = operation
            .codes()
            .iter()
            .map(|info| code_link(operation, info))
            .collect();
        let (name, codes) = (enum_name(operation), codes.join(", "));
        writeln!(docs, "| [`{id}`]({name}) | `{method} {path}` | {codes} |").unwrap();
    }
    docs
}

fn code_link(operation: &Operation, info: &CodeInfo) -> String {
    let code = info.code();
    let home = match ShippingErrorCode::from_code(code) {
        Some(_) => "ShippingErrorCode".to_owned(),
        None => enum_name(operation),
    };
    let mut link = format!("[`{code}`]({home}::{})", pascal(code));
    for status in info.statuses().iter().filter(|status| **status != 403) {
        write!(link, " {status}").unwrap();
    }
    link
}
