//! The codes in the schemas and the examples of a response: the values of its field `errorCode`.

use std::{collections::HashSet, ptr, sync::Arc};

use crate::document::{
    node::{Content, Node},
    reference::{Place, References, View},
};
use crate::error::FileError;

/// The field of a body that has the code.
const FIELD: &str = "errorCode";

/// The keys of a schema that have schemas for the same value.
const ALTERNATIVES: [&str; 3] = ["allOf", "oneOf", "anyOf"];

/// A value of `errorCode`.
pub(crate) struct Value<'f> {
    pub(crate) place: Place<'f>,
    pub(crate) text: Arc<str>,
    /// What the document says about it; often nothing.
    pub(crate) description: Arc<str>,
}

/// What a schema is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Subject {
    Body,
    Code,
}

/// The values that a response can have, by its schemas and then by its examples.
pub(crate) fn values<'f>(
    references: &References<'f>,
    response: &View<'f>,
) -> Result<Vec<Value<'f>>, FileError> {
    let mut values = Vec::new();
    let Some(content) = response.get("content") else {
        return Ok(values);
    };
    let content = references.map(content, "`content`")?;
    for (_, media) in references.entries(&content)? {
        let media = references.map(media, "a media type")?;
        if let Some(schema) = media.get("schema") {
            of_schema(references, schema, &mut values)?;
        }
        if let Some(example) = media.get("example") {
            of_example(example, None, &mut values);
        }
        if let Some(examples) = media.get("examples") {
            let examples = references.map(examples, "`examples`")?;
            for (_, example) in references.entries(&examples)? {
                let example = references.map(example, "an example")?;
                let description = example.get("description").or(example.get("summary"));
                if let Some(body) = example.get("value") {
                    of_example(body, description, &mut values);
                }
            }
        }
    }
    Ok(values)
}

fn of_schema<'f>(
    references: &References<'f>,
    schema: Place<'f>,
    values: &mut Vec<Value<'f>>,
) -> Result<(), FileError> {
    let mut seen = HashSet::new();
    let mut open = vec![(schema, Subject::Body)];
    while let Some((schema, subject)) = open.pop() {
        if !seen.insert((ptr::from_ref(schema.node), subject)) {
            continue;
        }
        references.take_steps(schema, 1)?;
        let at = |node| schema.with(node);
        for alternatives in ALTERNATIVES {
            let schemas = list(schema.node, alternatives).iter().rev();
            open.extend(schemas.map(|node| (at(node), subject)));
        }
        if let Some(reference) = schema.node.get("$ref") {
            open.push((references.target(at(reference))?, subject));
        }
        match subject {
            Subject::Body => {
                let properties = schema.node.get("properties");
                let field = properties.and_then(|properties| properties.get(FIELD));
                open.extend(field.map(|field| (at(field), Subject::Code)));
            }
            Subject::Code => {
                let listed = list(schema.node, "enum");
                let description = (listed.len() < 2).then(|| schema.node.get("description"));
                let all = schema.node.get("const").into_iter().chain(listed);
                values.extend(all.filter_map(|node| value(at(node), description.flatten())));
            }
        }
    }
    Ok(())
}

fn of_example<'f>(body: Place<'f>, description: Option<Place<'f>>, values: &mut Vec<Value<'f>>) {
    let code = body.node.get(FIELD).map(|node| body.with(node));
    let description = description.map(|place| place.node);
    values.extend(code.and_then(|code| value(code, description)));
}

fn value<'f>(place: Place<'f>, description: Option<&Node>) -> Option<Value<'f>> {
    Some(Value {
        place,
        text: place.node.text()?.clone(),
        description: description
            .and_then(Node::text)
            .cloned()
            .unwrap_or_default(),
    })
}

fn list<'n>(schema: &'n Node, key: &str) -> &'n [Node] {
    match schema.get(key).map(|node| &node.content) {
        Some(Content::List(list)) => list,
        _ => &[],
    }
}
