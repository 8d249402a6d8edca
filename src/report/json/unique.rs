//! The top level of a file: its keys, each with the JSON text of its value.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::bounds;
use super::expect::{Expected, TWICE};
use super::limited::Text;

/// A JSON object whose keys each stand once: which of two values is meant, nobody can say.
pub(super) struct Unique<'a>(pub(crate) BTreeMap<String, &'a RawValue>);

impl<'de> Deserialize<'de> for Unique<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct UniqueVisitor;
        impl<'de> Visitor<'de> for UniqueVisitor {
            type Value = Unique<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&Expected::Object, f)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Unique<'de>, A::Error> {
                let mut values = BTreeMap::new();
                for _ in 0..bounds::UNKNOWN {
                    let entry = entries.next_entry::<Text<std::borrow::Cow<'de, str>, { bounds::KEY }>, &RawValue>()?;
                    let Some((Text(key), value)) = entry else { return Ok(Unique(values)) };
                    let key = key.into_owned();
                    if values.contains_key(&key) {
                        return Err(A::Error::custom(format_args!("{TWICE}{key}`")));
                    }
                    values.insert(key, value);
                }
                match entries.next_entry::<IgnoredAny, IgnoredAny>()? {
                    None => Ok(Unique(values)),
                    Some(_) => Err(A::Error::invalid_length(bounds::UNKNOWN + 1, &Expected::Keys(bounds::UNKNOWN))),
                }
            }
        }
        deserializer.deserialize_map(UniqueVisitor)
    }
}
