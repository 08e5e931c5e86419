#!/usr/bin/x
#[derive(x::ImmersveErrorCode)] #[immersve(operation="op")] enum E { CardFund, /* c */ A }