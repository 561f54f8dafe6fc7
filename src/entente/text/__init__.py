"""Tools for text: pure functions that know no job and no plug-in."""
