//! Layer 4: one state in, everything the page shows out. Pure; knows nothing of the DOM.

pub mod screen;
