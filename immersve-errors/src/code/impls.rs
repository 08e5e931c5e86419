//! The impls that every enum shares, because they only pass on what `ImmersveErrorCode` says.
//!
//! They expand among a stranger's names. So there is no method call, which a trait of theirs could catch,
//! and each binding has a name that nobody writes: a pattern called like a constant of theirs would mean it.

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
                __immersve_code: &::core::primitive::str,
            ) -> ::core::result::Result<Self, $crate::ParseCodeError> {
                $crate::__private::from_str(__immersve_code)
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
                $crate::__private::as_str(self)
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
                __immersve_serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                $crate::__private::serialize(self, __immersve_serializer)
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
                __immersve_deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::__private::deserialize(__immersve_deserializer)
            }
        }
    };
    (Display [[$($params:tt)*] [$Enum:ty] [$($bounds:tt)*]]) => {
        #[automatically_derived]
        impl<$($params)*> ::core::fmt::Display for $Enum
        where
            $($bounds)*
        {
            fn fmt(
                &self,
                __immersve_formatter: &mut ::core::fmt::Formatter<'_>,
            ) -> ::core::fmt::Result {
                $crate::__private::display(self, __immersve_formatter)
            }
        }
    };
    (Error [[$($params:tt)*] [$Enum:ty] [$($bounds:tt)*]]) => {
        // A bound over a lifetime may be false: then it hides the impl and is no error of its own. So an
        // enum that is not `Debug` is told so once, by `ImmersveErrorCode`. Pages need not show it.
        #[cfg(not(doc))]
        #[automatically_derived]
        impl<$($params)*> ::core::error::Error for $Enum
        where
            for<'__any> Self: ::core::fmt::Debug,
            $($bounds)*
        {
        }
        #[cfg(doc)]
        #[automatically_derived]
        impl<$($params)*> ::core::error::Error for $Enum where $($bounds)* {}
    };
}
