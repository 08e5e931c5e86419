//! The traits of the clients, without their features.

use immersve_errors::{ReqwestBlockingExt, ReqwestExt, UreqExt};

fn main() {}
