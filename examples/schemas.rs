//! JSON Schema and OpenAPI schemas of code enums, with `schemars` and `utoipa`.
//!
//! Both use variant names instead of codes: without their own `rename_all` they silently publish `KycRequired`. An open
//! enum needs a manual impl, from `CODES`.

use std::{borrow::Cow, collections::BTreeSet};

use immersve_errors::{CodeInfo, ImmersveErrorCode, UnknownCode};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Type, schema::AnyOfBuilder},
};

/// Without `rename_all`.
#[derive(Debug, ImmersveErrorCode, JsonSchema, ToSchema)]
enum Careless {
    KycRequired,
    MaxCardsExceeded,
}

/// A closed enum: with `rename_all`, both derives list the codes.
#[derive(Debug, ImmersveErrorCode, JsonSchema, ToSchema)]
#[schemars(rename_all = "SCREAMING_SNAKE_CASE")]
#[schema(rename_all = "SCREAMING_SNAKE_CASE")]
enum Closed {
    KycRequired,
    MaxCardsExceeded,
    #[immersve(code = "CARD_V2")]
    #[schemars(rename = "CARD_V2")]
    #[schema(rename = "CARD_V2")]
    CardV2,
}

/// An open enum: the schema lists the known codes and allows any other string.
#[derive(Debug, ImmersveErrorCode)]
enum Open {
    KycRequired,
    MaxCardsExceeded,
    #[immersve(embed)]
    Closed(Extra),
    #[immersve(unknown)]
    Unknown(UnknownCode),
}

#[derive(Debug, Clone, Copy, ImmersveErrorCode)]
enum Extra {
    ShippingAddressRequired,
}

impl JsonSchema for Open {
    fn schema_name() -> Cow<'static, str> {
        "Open".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let codes: Vec<_> = Self::CODES.iter().map(CodeInfo::code).collect();
        json_schema!({ "anyOf": [{ "type": "string", "enum": codes }, { "type": "string" }] })
    }
}

impl PartialSchema for Open {
    fn schema() -> RefOr<utoipa::openapi::schema::Schema> {
        let text = || ObjectBuilder::new().schema_type(Type::String);
        let known = text().enum_values(Some(Self::CODES.iter().map(CodeInfo::code)));
        AnyOfBuilder::new().item(known).item(text()).into()
    }
}

impl ToSchema for Open {}

/// All strings in the `enum` lists of a schema.
fn published(schema: &Value) -> BTreeSet<String> {
    match schema {
        Value::Object(map) => map
            .iter()
            .flat_map(|(key, value)| match (&**key, value) {
                ("enum", Value::Array(texts)) => texts
                    .iter()
                    .map(|text| text.as_str().unwrap().to_owned())
                    .collect(),
                _ => published(value),
            })
            .collect(),
        Value::Array(values) => values.iter().flat_map(published).collect(),
        _ => BTreeSet::new(),
    }
}

fn codes<C: ImmersveErrorCode>() -> BTreeSet<String> {
    C::CODES.iter().map(|info| info.code().to_owned()).collect()
}

fn of_schemars<T: JsonSchema>() -> BTreeSet<String> {
    published(&serde_json::to_value(schemars::schema_for!(T)).unwrap())
}

fn of_utoipa<T: PartialSchema>() -> BTreeSet<String> {
    published(&serde_json::to_value(T::schema()).unwrap())
}

#[test]
fn without_a_rename_the_names_of_the_variants_are_published() {
    let names = BTreeSet::from(["KycRequired", "MaxCardsExceeded"].map(ToOwned::to_owned));
    assert_eq!(of_schemars::<Careless>(), names);
    assert_eq!(of_utoipa::<Careless>(), names);
    assert_ne!(codes::<Careless>(), names);
}

#[test]
fn a_rename_publishes_the_codes_of_a_closed_enum() {
    assert_eq!(of_schemars::<Closed>(), codes::<Closed>());
    assert_eq!(of_utoipa::<Closed>(), codes::<Closed>());
}

#[test]
fn an_impl_by_hand_publishes_the_codes_of_an_open_enum() {
    assert_eq!(of_schemars::<Open>(), codes::<Open>());
    assert_eq!(of_utoipa::<Open>(), codes::<Open>());
    assert_eq!(codes::<Open>().len(), 3);
}
