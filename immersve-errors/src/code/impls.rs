//! The impls that every enum shares, because they only pass on what `ImmersveErrorCode` says.

/// Implements the traits named for an enum, or for `[[parameters] [type] [bounds]]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __impls {
    ($Enum:ident: $($Trait:ident),*) => {
        $($crate::__impl! { $Trait [[] [$Enum] []] })*
    };
    ($head:tt: $($Trait:ident),*) => {
        $($crate::__impl! { $Trait $head })*
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __impl {
    (FromStr [[$($params:tt)*] [$Enum:ty] [$($bounds:tt)*]]) => {
        #[automatically_derived]
        impl<$($params)*> ::core::str::FromStr for $Enum
        where
            $($bounds)*
        {
            type Err = $crate::ParseCodeError;

            fn from_str(
                code: &::core::primitive::str,
            ) -> ::core::result::Result<Self, $crate::ParseCodeError> {
                $crate::__private::from_str(code)
            }
        }
    };
    (AsRef [[$($params:tt)*] [$Enum:ty] [$($bounds:tt)*]]) => {
        #[automatically_derived]
        impl<$($params)*> ::core::convert::AsRef<::core::primitive::str> for $Enum
        where
            $($bounds)*
        {
            fn as_ref(&self) -> &::core::primitive::str {
                $crate::ImmersveErrorCode::as_str(self)
            }
        }
    };
    (Serialize [[$($params:tt)*] [$Enum:ty] [$($bounds:tt)*]]) => {
        #[automatically_derived]
        impl<$($params)*> $crate::__private::serde::Serialize for $Enum
        where
            $($bounds)*
        {
            fn serialize<__S: $crate::__private::serde::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                serializer.serialize_str($crate::ImmersveErrorCode::as_str(self))
            }
        }
    };
    (Deserialize [[$($params:tt)*] [$Enum:ty] [$($bounds:tt)*]]) => {
        #[automatically_derived]
        impl<'__de, $($params)*> $crate::__private::serde::Deserialize<'__de> for $Enum
        where
            $($bounds)*
        {
            fn deserialize<__D: $crate::__private::serde::Deserializer<'__de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
    };
    (Display [[$($params:tt)*] [$Enum:ty] [$($bounds:tt)*]]) => {
        #[automatically_derived]
        impl<$($params)*> ::core::fmt::Display for $Enum
        where
            $($bounds)*
        {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad($crate::ImmersveErrorCode::as_str(self))
            }
        }
    };
    (Error [[$($params:tt)*] [$Enum:ty] [$($bounds:tt)*]]) => {
        #[automatically_derived]
        impl<$($params)*> ::core::error::Error for $Enum where $($bounds)* {}
    };
}
