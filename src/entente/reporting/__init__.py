"""Reporting: what was read and found, as JSON, on a terminal, as a page."""
