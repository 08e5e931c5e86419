//! The names of `Retry` and `ErrorKind`: parsing, printing and serde.

/// The error for a string that does not name a [`Retry`](crate::Retry) or an `ErrorKind`.
///
/// ```
/// use immersve_errors::Retry;
///
/// let error = "sometimes".parse::<Retry>().unwrap_err();
/// assert_eq!(error.to_string(), "expected one of `never`, `if_idempotent`, `always`");
/// assert_eq!(error.expected(), ["never", "if_idempotent", "always"]);
/// ```
///
/// `Display` has the expected names, but not the string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("expected one of `{}`", .expected.join("`, `"))]
pub struct ParseNameError {
    expected: &'static [&'static str],
}

impl ParseNameError {
    pub(crate) const fn new(expected: &'static [&'static str]) -> Self {
        Self { expected }
    }

    /// All names, in the order of declaration.
    #[must_use]
    pub const fn expected(&self) -> &'static [&'static str] {
        self.expected
    }
}

/// Implements `ALL`, `as_str`, `FromStr`, `Display` and serde for a fieldless enum, from one list of
/// names.
macro_rules! names {
    ($Enum:ident { $($Variant:ident => $name:literal,)+ }) => {
        impl $Enum {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// The stable name of this value, also used by [`Display`](core::fmt::Display),
            /// [`FromStr`](core::str::FromStr) and serde.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Variant => $name,)+
                }
            }
        }

        impl core::str::FromStr for $Enum {
            type Err = $crate::ParseNameError;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                match name {
                    $($name => Ok(Self::$Variant),)+
                    _ => Err($crate::ParseNameError::new(&[$($name),+])),
                }
            }
        }

        impl core::fmt::Display for $Enum {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl serde::Serialize for $Enum {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $Enum {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                // A visitor, so that the error has the position of the name.
                struct NameVisitor;

                impl serde::de::Visitor<'_> for NameVisitor {
                    type Value = $Enum;

                    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                        f.write_str("a name as a string")
                    }

                    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<$Enum, E> {
                        name.parse().map_err(E::custom)
                    }
                }

                deserializer.deserialize_str(NameVisitor)
            }
        }
    };
}
pub(crate) use names;
