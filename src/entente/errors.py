"""Faults: what went wrong, where, and what to try."""

from __future__ import annotations

from entente.text.say import say

__all__ = ["Fault", "Refused", "StrangeRow", "Unreadable", "Unusable"]


class Fault(Exception):
    """Something that stops the work: it says where, what, and what to try.

    A finding is a value; a fault is an exception. The command line prints its text and exits with `code`.
    """

    code = 2

    def __init__(self, where: str, what: str, *, hint: str = "", **values: object) -> None:
        """Keep the place, the trouble and the way out apart, so that each face can lay them out.

        `what` and `hint` are English templates (`"no column {name}"`), filled from `values`; `text/french/` holds
        their French.
        """
        super().__init__(where, what, hint, values)
        self.where = where
        self.what = what
        self.hint = hint
        self.values = values

    def say(self, lang: str = "en") -> str:
        """One line, `where: what`, and a second line with what to try where there is any."""
        first = f"{self.where}: {say(self.what, lang, **self.values)}"
        if not self.hint:
            return first
        return f"{first}\n  {say('try: {hint}', lang, hint=say(self.hint, lang, **self.values))}"

    def __str__(self) -> str:
        """The fault in English."""
        return self.say()


class Unreadable(Fault):
    """A document or a data file whose bytes cannot be read as what it should be."""


class StrangeRow(Fault):
    """A row of open data with a field or a value that nobody has decided about."""


class Unusable(Fault):
    """A setting, an option or an argument that cannot be used."""


class Refused(Fault):
    """Something the house does not do: altering the record, fetching what robots may not, taking too large a file."""
