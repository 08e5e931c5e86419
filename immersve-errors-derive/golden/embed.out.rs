const _: () = {
    use my_sdk::immersve_errors::__immersve_errors_VERSION as __immersve;
    static __IMMERSVE_CODES: [__immersve::CodeInfo; 2] = __immersve::table(
        &[("CARD_LIMIT_REACHED", ""), ("CARD_NOT_ORDERED", "")],
        &[(1, &[], &[], __immersve::None, __immersve::Some("not sent since 2026"))],
    );
    static __IMMERSVE_LOOKUP: __immersve::Lookup = __immersve::Lookup::new(
        &__IMMERSVE_CODES,
        &[],
        b"A\0\0\0\0\0\0\0\x01\0",
    );
    fn __immersve_index(__immersve_code: &OrderCardErrorCode) -> __immersve::usize {
        match __immersve_code {
            OrderCardErrorCode::CardLimitReached => 0,
            OrderCardErrorCode::CardNotOrdered => 1,
            OrderCardErrorCode::Shipping(_)
            | OrderCardErrorCode::Kyc(_)
            | OrderCardErrorCode::Unknown(_) => 2,
        }
    }
    const __IMMERSVE_TABLES: [__immersve::CodeTable; 3] = [
        __immersve::CodeTable::own(&__IMMERSVE_CODES),
        __immersve::CodeTable::of(OrderCardErrorCode::Shipping),
        __immersve::CodeTable::of(OrderCardErrorCode::Kyc),
    ];
    const __IMMERSVE_SET: __immersve::CodeSet<
        { __immersve::slots(&__IMMERSVE_TABLES) },
        3,
    > = __immersve::CodeSet::new(&__IMMERSVE_TABLES);
    const __IMMERSVE_PARTS: [__immersve::CodeTable; 4] = [
        __immersve::CodeTable::slice(__IMMERSVE_TABLES[0], 0, 1),
        __IMMERSVE_TABLES[1],
        __immersve::CodeTable::slice(__IMMERSVE_TABLES[0], 1, 2),
        __IMMERSVE_TABLES[2],
    ];
    static __IMMERSVE_ALL: [__immersve::CodeInfo; __immersve::CodeSet::count(
        &__IMMERSVE_SET,
        &__IMMERSVE_PARTS,
    )] = __immersve::CodeSet::join(&__IMMERSVE_SET, &__IMMERSVE_PARTS);
    const _: () = __immersve::CodeSet::assert_fits(
        &__IMMERSVE_SET,
        &__IMMERSVE_TABLES,
        1,
        false,
    );
    const _: () = __immersve::CodeSet::assert_fits(
        &__IMMERSVE_SET,
        &__IMMERSVE_TABLES,
        2,
        false,
    );
    /**| variant | code | aliases | status | retry |
|---|---|---|---|---|
| [`CardLimitReached`](Self::CardLimitReached) | `CARD_LIMIT_REACHED` |  | 403 |  |
| [`Shipping`](Self::Shipping) | those of the embedded enum | | | |
| [`CardNotOrdered`](Self::CardNotOrdered) | `CARD_NOT_ORDERED` |  | 403 |  |
| [`Kyc`](Self::Kyc) | those of the embedded enum | | | |
| [`Unknown`](Self::Unknown) | any other text | | | |
*/
    #[automatically_derived]
    impl __immersve::ImmersveErrorCode for OrderCardErrorCode {
        const CODES: &'static [__immersve::CodeInfo] = &__IMMERSVE_ALL;
        const OPERATION: __immersve::Option<&'static __immersve::str> = __immersve::None;
        const OPEN: __immersve::bool = true;
        #[inline(never)]
        fn from_code(__immersve_code: &__immersve::str) -> __immersve::Option<Self> {
            match __immersve::Lookup::find(&__IMMERSVE_LOOKUP, __immersve_code) {
                __immersve::Some(__immersve_index) => {
                    __immersve::Some(
                        match __immersve_index {
                            0 => OrderCardErrorCode::CardLimitReached,
                            1 => OrderCardErrorCode::CardNotOrdered,
                            _ => return __immersve::None,
                        },
                    )
                }
                __immersve::None => {
                    match __immersve::VariantCtor::new(OrderCardErrorCode::Shipping)
                        .from_code(__immersve_code)
                    {
                        __immersve::None => {
                            match __immersve::VariantCtor::new(OrderCardErrorCode::Kyc)
                                .from_code(__immersve_code)
                            {
                                __immersve::None => {
                                    __immersve::Some(
                                        __immersve::VariantCtor::new(Self::Unknown)
                                            .keep(__immersve_code),
                                    )
                                }
                                __immersve_found => __immersve_found,
                            }
                        }
                        __immersve_found => __immersve_found,
                    }
                }
            }
        }
        fn as_str(&self) -> &__immersve::str {
            match self {
                Self::Shipping(__immersve_field) => {
                    __immersve::FieldRef(__immersve_field).as_str()
                }
                Self::Kyc(__immersve_field) => {
                    __immersve::FieldRef(__immersve_field).as_str()
                }
                Self::Unknown(__immersve_field) => {
                    __immersve::FieldRef(__immersve_field).text()
                }
                _ => {
                    __immersve::CodeInfo::code(&__IMMERSVE_CODES[__immersve_index(self)])
                }
            }
        }
        fn info(&self) -> __immersve::Option<&'static __immersve::CodeInfo> {
            match self {
                Self::Shipping(__immersve_field) => {
                    __immersve::FieldRef(__immersve_field).info()
                }
                Self::Kyc(__immersve_field) => {
                    __immersve::FieldRef(__immersve_field).info()
                }
                Self::Unknown(__immersve_field) => {
                    match __immersve::Lookup::info(
                        &__IMMERSVE_LOOKUP,
                        __immersve::as_str(self),
                    ) {
                        __immersve::None => {
                            match __immersve::VariantCtor::new(Self::Shipping)
                                .info_of(__immersve::as_str(self))
                            {
                                __immersve::None => {
                                    __immersve::VariantCtor::new(Self::Kyc)
                                        .info_of(__immersve::as_str(self))
                                }
                                __immersve_found => __immersve_found,
                            }
                        }
                        __immersve_found => __immersve_found,
                    }
                }
                _ => __immersve::Some(&__IMMERSVE_CODES[__immersve_index(self)]),
            }
        }
    }
    #[automatically_derived]
    impl __immersve::FromStr for OrderCardErrorCode {
        type Err = __immersve::Infallible;
        #[inline]
        fn from_str(
            __immersve_code: &__immersve::str,
        ) -> __immersve::Result<Self, __immersve::Infallible> {
            __immersve::Ok(__immersve::from_str_of_open(__immersve_code))
        }
    }
    #[automatically_derived]
    impl __immersve::AsRef<__immersve::str> for OrderCardErrorCode {
        fn as_ref(&self) -> &__immersve::str {
            __immersve::as_str(self)
        }
    }
    #[automatically_derived]
    impl __immersve::serde::Serialize for OrderCardErrorCode {
        #[inline]
        fn serialize<__ImmersveS: __immersve::serde::Serializer>(
            &self,
            __immersve_serializer: __ImmersveS,
        ) -> __immersve::Result<
            <__ImmersveS as __immersve::serde::Serializer>::Ok,
            <__ImmersveS as __immersve::serde::Serializer>::Error,
        > {
            __immersve::serde::serialize(self, __immersve_serializer)
        }
    }
    #[automatically_derived]
    impl<'__immersve_de> __immersve::serde::Deserialize<'__immersve_de>
    for OrderCardErrorCode {
        fn deserialize<__ImmersveD: __immersve::serde::Deserializer<'__immersve_de>>(
            __immersve_deserializer: __ImmersveD,
        ) -> __immersve::Result<
            Self,
            <__ImmersveD as __immersve::serde::Deserializer<'__immersve_de>>::Error,
        > {
            __immersve::serde::deserialize(__immersve_deserializer)
        }
    }
    #[automatically_derived]
    impl __immersve::fmt::Display for OrderCardErrorCode {
        fn fmt(
            &self,
            __immersve_formatter: &mut __immersve::fmt::Formatter<'_>,
        ) -> __immersve::fmt::Result {
            __immersve::display(self, __immersve_formatter)
        }
    }
    #[automatically_derived]
    impl __immersve::Error for OrderCardErrorCode {}
};
