"""Tables of words, written as strings: rows separated by `|`, cells by blanks."""

from __future__ import annotations

from entente.text.fold import fold

__all__ = ["folded_words", "listed", "plain"]


def listed(table: str) -> list[str]:
    """The rows of a table: "about | close to" is two forms."""
    return [" ".join(row.split()) for row in table.split("|") if row.strip()]


def plain(form: str) -> str:
    """A form as it is looked up: folded, hyphens and apostrophes as blanks."""
    return " ".join(fold(form).replace("-", " ").replace("'", " ").split())


def folded_words(table: str) -> frozenset[str]:
    """The words of a table, folded."""
    return frozenset(fold(table).split())
