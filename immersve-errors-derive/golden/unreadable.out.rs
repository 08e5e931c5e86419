const _: () = {
    use ::immersve_errors::__private as __immersve;
    #[must_use = "`ImmersveErrorCode` cannot read this; expected a variant"]
    struct __ImmersveUnreadable;
    #[deny(unused_must_use)]
    fn __immersve_unreadable() {
        __ImmersveUnreadable;
    }
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for CardErrorCode
    where
        Self: 'static,
        for<'__immersve_any> Self: ::core::marker::Sized + ::core::marker::Send
            + ::core::marker::Sync + ::core::fmt::Debug,
    {
        const CODES: &'static [__immersve::CodeInfo] = __immersve::never();
        const OPERATION: ::core::option::Option<&'static ::core::primitive::str> = __immersve::never();
        const OPEN: ::core::primitive::bool = __immersve::never();
        fn from_code(_: &::core::primitive::str) -> ::core::option::Option<Self> {
            __immersve::never()
        }
        fn as_str(&self) -> &::core::primitive::str {
            __immersve::never()
        }
        fn info(&self) -> ::core::option::Option<&'static __immersve::CodeInfo> {
            __immersve::never()
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for CardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {
        type Err = ::core::convert::Infallible;
        #[inline]
        fn from_str(
            __immersve_code: &::core::primitive::str,
        ) -> ::core::result::Result<Self, ::core::convert::Infallible> {
            __immersve::never()
        }
    }
    #[automatically_derived]
    impl ::core::convert::AsRef<::core::primitive::str> for CardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {
        fn as_ref(&self) -> &::core::primitive::str {
            __immersve::never()
        }
    }
    #[automatically_derived]
    impl __immersve::serde::Serialize for CardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {
        #[inline]
        fn serialize<__ImmersveS: __immersve::serde::Serializer>(
            &self,
            __immersve_serializer: __ImmersveS,
        ) -> ::core::result::Result<
            <__ImmersveS as __immersve::serde::Serializer>::Ok,
            <__ImmersveS as __immersve::serde::Serializer>::Error,
        > {
            __immersve::never()
        }
    }
    #[automatically_derived]
    impl<'__immersve_de> __immersve::serde::Deserialize<'__immersve_de> for CardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {
        fn deserialize<__ImmersveD: __immersve::serde::Deserializer<'__immersve_de>>(
            __immersve_deserializer: __ImmersveD,
        ) -> ::core::result::Result<
            Self,
            <__ImmersveD as __immersve::serde::Deserializer<'__immersve_de>>::Error,
        > {
            __immersve::never()
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for CardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {
        fn fmt(
            &self,
            __immersve_formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __immersve::never()
        }
    }
    #[cfg(not(doc))]
    #[automatically_derived]
    impl ::core::error::Error for CardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
        for<'__immersve_any> Self: ::core::fmt::Debug,
    {}
    #[cfg(doc)]
    #[automatically_derived]
    impl ::core::error::Error for CardErrorCode
    where
        for<'__immersve_any> Self: ::core::marker::Sized,
    {}
};
