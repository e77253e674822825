//! Enums that are stored and sent as short texts, declared once with their codes.

/// Declares an enum whose variants are stored as short texts.
///
/// A code is written to the database, the API and addresses, so it never changes once it has been released.
/// Gives `ALL` (every variant, in the order declared), `as_str`, `parse`, `Display` and serde as the code.
macro_rules! text_enum {
    (
        $(#[$doc:meta])*
        pub enum $name:ident { $( $(#[$variant_doc:meta])* $variant:ident => $code:literal ),+ $(,)? }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $( $(#[$variant_doc])* $variant ),+ }

        impl $name {
            /// Every variant, in the order people meet them.
            pub const ALL: &'static [$name] = &[ $( $name::$variant ),+ ];

            /// The stored code.
            pub const fn as_str(self) -> &'static str {
                match self { $( $name::$variant => $code ),+ }
            }

            /// The variant with this code; `None` for any other text.
            pub fn parse(code: &str) -> Option<Self> {
                match code { $( $code => Some($name::$variant), )+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                $name::parse(&code).ok_or_else(|| serde::de::Error::custom(
                    concat!("not a code of ", stringify!($name)),
                ))
            }
        }
    };
}
pub(crate) use text_enum;

#[cfg(test)]
mod tests {
    text_enum! {
        /// A light.
        pub enum Light {
            /// Stop.
            Red => "red",
            /// Go.
            Green => "green",
        }
    }

    #[test]
    fn a_code_comes_back_as_the_same_variant() {
        for light in Light::ALL {
            assert_eq!(Light::parse(light.as_str()), Some(*light));
            let json = serde_json::to_string(light).unwrap();
            assert_eq!(json, format!("\"{light}\""));
            assert_eq!(serde_json::from_str::<Light>(&json).unwrap(), *light);
        }
    }

    #[test]
    fn codes_are_exact_and_unknown_ones_are_refused() {
        assert_eq!(Light::parse("Red"), None);
        assert_eq!(Light::parse(""), None);
        assert!(serde_json::from_str::<Light>("\"amber\"").is_err());
    }
}
