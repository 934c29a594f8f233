//! Layer 3: the byte format (writer and reader side by side), postings and queries. Knows nothing of the page.
