"""Persons on no list: names that only their capitals and their place beside a verb of speech give away."""

from __future__ import annotations

from entente.model.span import Span
from entente.reading.quotations.candidates import Candidates, Speaker
from entente.reading.quotations.offices import Offices
from entente.text.fold import fold
from entente.text.late import Late

__all__ = ["Unlisted"]

_PARTICLES = "de|da|do|dos|del|della|di|van|von|der|den|bin|ben|ibn|al|el|ould|ter|la|le"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*"
_SINGLE = Late(rf" ?({_CAPITAL}\b)(?<=\w{{3}})(?= [^\W\d_A-ZÀ-ÖØ-Þ]|[,.]|$)")
_NAME = Late(rf"{_CAPITAL}(?: (?:(?:{_PARTICLES}) ){{0,2}}{_CAPITAL}){{1,4}}")


class Unlisted:
    """The speakers of a page who are none of its actors."""

    def __init__(self, candidates: Candidates, offices: Offices) -> None:
        self.known = candidates
        self.page = candidates.page
        self.rules = candidates.rules
        self.offices = offices
        self.names: set[str] = set()

    def called(self, name: str, span: Span, role: str | None) -> Speaker:
        """A person that is no actor of the page."""
        self.names.add(name)
        return Speaker(name, span, role, person=True, named=True)

    def single(self, low: int, high: int) -> Speaker | None:
        """A person called by one capitalised word, right after a verb: "a dit Koné à ses amis"."""
        match = _SINGLE.match(self.page.text, low, high)
        if match is None or self.small(match[1]) or self.known.between(low, match.end()):
            return None
        return self.called(match[1], Span(*match.span(1)), None)

    def named(self, low: int, high: int, *, turned: bool = True) -> Speaker | None:
        """A person on no list: capitalised words in a noun phrase after a verb, or at the end of one before it."""
        text = self.page.text
        for match in _NAME.finditer(text, low, high):
            start, words = match.start(), match[0].split()
            while any(self.small(word) for word in words):
                start += len(words.pop(0)) + 1
            if len(words) < 2 or any(actor.span.end > start for actor in self.known.between(start - 80, match.end())):
                continue
            if (turned or match.end() >= high - 1) and not text[low:high].isupper() and self.known.free(start, low):
                name = text[start : match.end()].rstrip(".,'’-")
                span = Span(start, start + len(name))
                return self.called(name, span, self.offices.before(low, start))
        return None

    def small(self, word: str) -> bool:
        """Whether a capitalised word is no part of a name: a title, an office, an article."""
        rules, lower = self.rules, fold(word).strip(",")
        return (
            lower in rules.ranks
            or lower.rstrip(".") in rules.ranks
            or lower in rules.articles
            or lower in rules.prepositions
            or lower in rules.small
        )
