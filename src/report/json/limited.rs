//! Values that have a bound: what is longer is an error, and the JSON Schema says how long they may be.
//!
//! Each comes in two sizes: kept, or only looked at.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};

use super::bounds;
use super::expect::Expected;

/// What becomes of a text that is not too long.
pub(in crate::report) trait Take<'de>: Sized {
    fn borrowed(text: &'de str) -> Self;
    fn passing(text: &str) -> Self;
}

impl<'de: 'a, 'a> Take<'de> for Cow<'a, str> {
    fn borrowed(text: &'de str) -> Self {
        Cow::Borrowed(text)
    }
    fn passing(text: &str) -> Self {
        Cow::Owned(text.to_owned())
    }
}

/// A text that is looked at and dropped.
pub(in crate::report) struct Seen;

impl<'de> Take<'de> for Seen {
    fn borrowed(_: &'de str) -> Self {
        Self
    }
    fn passing(_: &str) -> Self {
        Self
    }
}

/// A text of at most `MOST` characters.
pub(in crate::report) struct Text<T, const MOST: usize>(pub(crate) T);

impl<'de, T: Take<'de>, const MOST: usize> Deserialize<'de> for Text<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor<T, const MOST: usize>(PhantomData<T>);
        impl<'de, T: Take<'de>, const MOST: usize> Visitor<'de> for TextVisitor<T, MOST> {
            type Value = Text<T, MOST>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&Expected::Text(MOST), f)
            }
            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
                measured(text, MOST).map(|()| Text(T::borrowed(text)))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                measured(text, MOST).map(|()| Text(T::passing(text)))
            }
        }
        deserializer.deserialize_str(TextVisitor(PhantomData))
    }
}

fn measured<E: Error>(text: &str, most: usize) -> Result<(), E> {
    // No text has more characters than bytes.
    if text.len() <= most {
        return Ok(());
    }
    let count = text.chars().count();
    if count <= most { Ok(()) } else { Err(E::invalid_length(count, &Expected::Text(most))) }
}

impl<T, const MOST: usize> JsonSchema for Text<T, MOST> {
    fn schema_name() -> Cow<'static, str> {
        format!("Text{MOST}").into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "maxLength": MOST })
    }
}

/// A list of at most `MOST` entries.
pub(in crate::report) struct List<T, const MOST: usize>(pub(crate) Vec<T>);

/// A list of at most `MOST` entries, which are looked at and dropped.
pub(in crate::report) struct Each<T, const MOST: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for List<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut list = Vec::new();
        deserializer.deserialize_seq(Entries::<T, _, MOST>(|item| list.push(item), PhantomData))?;
        Ok(Self(list))
    }
}

impl<'de, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for Each<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Entries::<T, _, MOST>(|_| {}, PhantomData))?;
        Ok(Self(PhantomData))
    }
}

/// Hands on the entries of a list, up to the bound.
struct Entries<T, F, const MOST: usize>(F, PhantomData<T>);

impl<'de, T: Deserialize<'de>, F: FnMut(T), const MOST: usize> Visitor<'de> for Entries<T, F, MOST> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Expected::List(MOST), f)
    }
    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        for _ in 0..MOST {
            let Some(item) = items.next_element::<T>()? else { return Ok(()) };
            (self.0)(item);
        }
        match items.next_element::<IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::invalid_length(MOST + 1, &Expected::List(MOST))),
        }
    }
}

impl<T: JsonSchema, const MOST: usize> JsonSchema for List<T, MOST> {
    fn schema_name() -> Cow<'static, str> {
        format!("List{MOST}Of{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let items = generator.subschema_for::<T>();
        json_schema!({ "type": "array", "maxItems": MOST, "items": items })
    }
}

/// An object of at most `MOST` keys.
pub(in crate::report) struct Object<K, T, const MOST: usize>(pub(crate) Vec<(K, T)>);

/// An object of at most `MOST` keys, whose values are looked at and dropped.
pub(in crate::report) struct EachOf<K, T, const MOST: usize>(PhantomData<(K, T)>);

impl<'de, K: Deserialize<'de>, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for Object<K, T, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut list = Vec::new();
        deserializer.deserialize_map(Pairs::<K, T, _, MOST>(|pair| list.push(pair), PhantomData))?;
        Ok(Self(list))
    }
}

impl<'de, K: Deserialize<'de>, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for EachOf<K, T, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Pairs::<K, T, _, MOST>(|_| {}, PhantomData))?;
        Ok(Self(PhantomData))
    }
}

impl<K, T: JsonSchema, const MOST: usize> JsonSchema for Object<K, T, MOST> {
    fn schema_name() -> Cow<'static, str> {
        format!("Object{MOST}Of{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let values = generator.subschema_for::<T>();
        json_schema!({ "type": "object", "maxProperties": MOST, "additionalProperties": values })
    }
}

/// Hands on the pairs of an object, up to the bound.
struct Pairs<K, T, F, const MOST: usize>(F, PhantomData<(K, T)>);

impl<'de, K: Deserialize<'de>, T: Deserialize<'de>, F: FnMut((K, T)), const MOST: usize> Visitor<'de>
    for Pairs<K, T, F, MOST>
{
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Expected::Keys(MOST), f)
    }
    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<(), A::Error> {
        for _ in 0..MOST {
            let Some(entry) = entries.next_entry::<K, T>()? else { return Ok(()) };
            (self.0)(entry);
        }
        match entries.next_entry::<IgnoredAny, IgnoredAny>()? {
            None => Ok(()),
            Some(_) => Err(A::Error::invalid_length(MOST + 1, &Expected::Keys(MOST))),
        }
    }
}

/// A whole number that something particular is expected of.
macro_rules! number {
    ($(#[$doc:meta])* $name:ident, $inner:ty, $expected:expr, $least:expr, $most:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub(in crate::report) struct $name(pub(crate) $inner);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct NumberVisitor;
                impl Visitor<'_> for NumberVisitor {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        fmt::Display::fmt(&$expected, f)
                    }
                    fn visit_u64<E: Error>(self, value: u64) -> Result<$name, E> {
                        let fits = Some(value).filter(|value| ($least..=$most).contains(value));
                        let fits = fits.and_then(|value| <$inner>::try_from(value).ok());
                        fits.map($name).ok_or_else(|| E::invalid_value(Unexpected::Unsigned(value), &$expected))
                    }
                    fn visit_i64<E: Error>(self, value: i64) -> Result<$name, E> {
                        match u64::try_from(value) {
                            Ok(value) => self.visit_u64(value),
                            Err(_) => Err(E::invalid_value(Unexpected::Signed(value), &$expected)),
                        }
                    }
                }
                deserializer.deserialize_u64(NumberVisitor)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "integer", "minimum": $least, "maximum": $most })
            }
        }
    };
}

number!(
    /// A year.
    Year, u16, Expected::Year, 0_u64, bounds::YEAR
);
number!(
    /// The number of a section.
    SectionNumber, u8, Expected::Section, 1_u64, bounds::SECTION_NUMBER
);
number!(
    /// A version, a page, a line.
    Count, u32, Expected::Count, 0_u64, u64::from(u32::MAX)
);
