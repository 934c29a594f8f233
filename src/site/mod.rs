//! Layer 5, native: builds the site of a folder and serves it.
