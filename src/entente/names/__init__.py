"""Names: folded, split into words, keyed by sound, likened and aligned; pure functions that know no list."""
