//! The derive behind `immersve-errors`.
