//! Typed errors for the Immersve card-issuing API.
