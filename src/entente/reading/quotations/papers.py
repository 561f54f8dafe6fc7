"""Papers: who issued a report, a communiqué or a speech of which a text speaks."""

from __future__ import annotations

from bisect import bisect_left

from entente.model.reading import Actor
from entente.reading.quotations.candidates import Candidates
from entente.text.lexicon import Hit

__all__ = ["Papers"]

_ISSUED = 90  # code points from a paper to the name of its issuer
_EARLIER = 12  # papers among which one that is called again is looked for


class Papers:
    """The papers of a page and their issuers."""

    def __init__(self, candidates: Candidates) -> None:
        self.known = candidates

    def presented(self, low: int, high: int) -> Actor | None:
        """Who issued the first paper of a passage whose issuer it tells: "Here is the statement of X"."""
        papers = self.known.documents
        first = bisect_left(papers, (low,))
        for hit in papers[first : min(bisect_left(papers, (high,)), first + _EARLIER)]:
            issuer = self.issuer(hit, high)
            if issuer is not None:
                return issuer
        return None

    def official(self, low: int, high: int) -> Hit | None:
        """The office of who issued a paper of a passage: "the speech of the prime minister"."""
        papers, roles = self.known.documents, self.known.roles
        start = bisect_left(papers, (low,))
        for hit in papers[start : min(bisect_left(papers, (high,)), start + _EARLIER)]:
            first = bisect_left(roles, (hit.end,))
            for role in roles[first : first + 1]:
                if role.start < min(high, hit.end + _ISSUED) and self._linked(hit.end, role.start):
                    return role
        return None

    def issuer(self, hit: Hit, high: int) -> Actor | None:
        """Who is named after a paper as its issuer, with an office before the name or not."""
        for actor in self.known.between(hit.end, min(high, hit.end + _ISSUED))[:1]:
            if self._linked(hit.end, actor.span.start):
                return actor
        return None

    def named(self, hit: Hit, high: int) -> Actor | None:
        """Who is named behind a paper as its issuer, whatever stands between them: "a report this week by X"."""
        rules = self.known.rules
        for actor in self.known.between(hit.end, high):
            words = self.known.words(hit.end, actor.span.start)
            while words and words[-1] in rules.articles and words[-1] not in rules.issuing:
                words.pop()
            if not words or words[-1] in rules.issuing:
                return actor
        return None

    def until(self, hit: Hit, high: int) -> int:
        """Where the name of a paper ends: before what it is about."""
        rules, at = self.known.rules, hit.end
        for word in self.known.page.folded[hit.end : high].split(" "):
            if word in rules.prepositions and word not in rules.issuing and word not in rules.genitives:
                return at - 1
            at += len(word) + 1
        return high

    def recalled(self, at: int) -> Actor | None:
        """Who issued the paper that "the communiqué" calls again: the last one before with an issuer."""
        papers = self.known.documents
        index = bisect_left(papers, (at,))
        for hit in papers[max(0, index - _EARLIER) : index][::-1]:
            issuer = self.issuer(hit, at)
            if issuer is not None:
                return issuer
        return None

    def _linked(self, low: int, high: int) -> bool:
        """Whether "of" or "by" opens the words between a paper and a name, and all are articles, titles and offices."""
        rules, words = self.known.rules, self.known.words(low, high)
        return (
            bool(words)
            and words[0] in rules.issuing
            and all(word in rules.issuing or word in rules.articles or word in rules.ranks for word in words)
        )
