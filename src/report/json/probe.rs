//! Types that check a JSON value and keep nothing: the narrative of a lean report.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// A JSON string that is looked at and dropped.
pub(super) struct Text;

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl Visitor<'_> for TextVisitor {
            type Value = Text;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }
            fn visit_str<E>(self, _: &str) -> Result<Text, E> {
                Ok(Text)
            }
        }
        deserializer.deserialize_str(TextVisitor)
    }
}

/// A JSON list whose items are looked at and dropped.
pub(super) struct Each<T> {
    pub count: u32,
    item: std::marker::PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Each<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EachVisitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for EachVisitor<T> {
            type Value = Each<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Each<T>, A::Error> {
                let mut count = 0_u32;
                while items.next_element::<T>()?.is_some() {
                    count = count.saturating_add(1);
                }
                Ok(Each { count, item: self.0 })
            }
        }
        deserializer.deserialize_seq(EachVisitor(std::marker::PhantomData))
    }
}

/// A JSON object whose values are looked at and dropped.
pub(super) struct EachOf<T>(std::marker::PhantomData<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for EachOf<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EachVisitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for EachVisitor<T> {
            type Value = EachOf<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<EachOf<T>, A::Error> {
                while entries.next_entry::<IgnoredAny, T>()?.is_some() {}
                Ok(EachOf(self.0))
            }
        }
        deserializer.deserialize_map(EachVisitor(std::marker::PhantomData))
    }
}

/// A JSON object whose keys each stand once: which of two values is meant, nobody can say.
pub(super) struct Unique<'a>(pub BTreeMap<String, &'a RawValue>);

impl<'de> Deserialize<'de> for Unique<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct UniqueVisitor;
        impl<'de> Visitor<'de> for UniqueVisitor {
            type Value = Unique<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Unique<'de>, A::Error> {
                let mut values = BTreeMap::new();
                while let Some((key, value)) = entries.next_entry::<String, &RawValue>()? {
                    if values.contains_key(&key) {
                        return Err(serde::de::Error::custom(format_args!("key \"{key}\" stands twice")));
                    }
                    values.insert(key, value);
                }
                Ok(Unique(values))
            }
        }
        deserializer.deserialize_map(UniqueVisitor)
    }
}
