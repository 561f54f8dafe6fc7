"""Attribution: which verb of speech, or which "according to", gives words to which speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from entente.model.reading import Actor
from entente.reading.grammar import Grammar
from entente.reading.page import Page
from entente.reading.quotemarks import Marked, marked
from entente.reading.speakers import AUTHOR, NOBODY, Speaker, Speakers
from entente.reading.speech import Cue, before, cues
from entente.text.lexicon import Hit

__all__ = ["Attribution"]

_ENDS = ("", ",", ":", '"', "»", "(")


class Attribution:
    """The marked stretches and the cues of a page, and who stands behind each cue."""

    def __init__(self, page: Page, actors: Sequence[Actor], rules: Grammar) -> None:
        self.page = page
        self.rules = rules
        self.marked: list[Marked] = marked(page.text)
        self.lefts = [stretch.left for stretch in self.marked]
        self.cues: list[Cue] = cues(page, rules)
        self.starts = [cue.start for cue in self.cues]
        self.sources: list[Hit] = page.hits.get("speech according", [])
        self.opinions: list[Hit] = page.hits.get("speech whereby", [])
        self.holder: dict[int, Speaker] = {}  # who holds the opinions of a sentence
        self.speakers = Speakers(page, actors, rules)
        self._behind: dict[int, Speaker | None] = {}

    def stretch(self, at: int) -> Marked | None:
        """The marked stretch in which an offset stands."""
        index = bisect_right(self.lefts, at) - 1
        if index >= 0 and at < self.marked[index].right:
            return self.marked[index]
        return None

    def bounds(self, at: int) -> tuple[int, int]:
        """The sentence of an offset, within the quotation marks in which it stands; it holds stretches as wholes."""
        low, high = self.page.sentence(at)
        inside = self.stretch(at)
        if inside is not None:
            return max(low, inside.start), min(high, inside.end)
        opened = self.stretch(low)
        if opened is not None:
            low = opened.right
        cut = self.stretch(high - 1)
        if cut is not None and cut.left > at:
            high = max(high, cut.end)
        return low, high

    def behind(self, cue: Cue) -> Speaker | None:
        """Who speaks where a cue stands; nobody where it is the author, or a source without name."""
        if cue.start not in self._behind:
            found = self._find(cue)
            self._behind[cue.start] = found
        found = self._behind[cue.start]
        return None if found is None or found.outside else found

    def outside(self, cue: Cue) -> bool:
        """Whether a cue is the author's own, or of a source without name."""
        self.behind(cue)
        found = self._behind[cue.start]
        return found is not None and found.outside

    def follows(self, cue: Cue) -> bool:
        """Whether a conjunction follows a cue."""
        return self.rules.that.match(self.page.folded, cue.end + 1) is not None

    def ends(self, cue: Cue) -> bool:
        """Whether a cue ends its clause."""
        return self.rules.ended.match(self.page.folded, cue.end) is not None

    def _find(self, cue: Cue) -> Speaker | None:
        low, high = self.bounds(cue.start)
        if cue.pronoun:
            at = self.page.folded.find(f"-{cue.pronoun}", cue.start, cue.end) + 1
            return NOBODY if cue.pronoun == "on" else self.speakers.pronoun(cue.pronoun, at, at + len(cue.pronoun))
        if cue.form == "gerund":
            return self._doer(cue, low)
        if before(self.page.folded, cue.head, low)[1] in self.rules.like:
            return self.turned(cue, high)
        lead = self.page.folded[low : cue.head].rstrip(" -")
        found = self.speakers.subject(low, cue.head)
        return found if found is not None or lead[-1:] not in _ENDS else self.turned(cue, high)

    def turned(self, cue: Cue, high: int) -> Speaker | None:
        """The subject that follows a cue, before an offset."""
        stretch = bisect_left(self.lefts, cue.end)
        if stretch < len(self.lefts):
            high = min(high, self.lefts[stretch])
        return self.speakers.following(cue.end, high)

    def _doer(self, cue: Cue, low: int) -> Speaker | None:
        """Who does what a gerund says: who spoke earlier in the sentence, else its subject."""
        at, word = before(self.page.folded, cue.head, low)
        if word in self.rules.own:
            return AUTHOR
        beside = [actor for actor in self.speakers.between(max(low, at - 60), cue.head) if cue.head - actor.span.end < 2]
        if beside:
            return Speaker(beside[0].id, beside[0].span)
        index = bisect_left(self.starts, cue.start) - 1
        if index >= 0 and self.cues[index].start >= low:
            return self._find(self.cues[index]) if self.cues[index].form != "gerund" else self.behind(self.cues[index])
        return self.speakers.opening(low, cue.start)

    def source(self, hit: Hit) -> tuple[Speaker | None, int]:
        """Whom "according to" names, and where the words that name him end."""
        folded = self.page.folded
        high = min(self.bounds(hit.start)[1], hit.end + 300)
        at = hit.end
        first = folded[at : at + 40].replace("'", "' ").split()
        while first and first[0].rstrip(",") in self.rules.articles:
            first.pop(0)
        if not first or first[0].strip(",.") in self.rules.unsaid:
            return None, at
        end = self._named_until(at, high)
        who = self.speakers.following(at, end)
        if who is None or who.outside:
            return None, end
        return who, end

    def _named_until(self, at: int, high: int) -> int:
        """Where the name of a source ends: at a comma, past what is set off after it, or after the actor."""
        folded = self.page.folded
        comma = folded.find(",", at, high)
        if comma < 0:
            actors = self.speakers.between(at, min(high, at + 80))
            if actors:
                return actors[0].span.end
            return high
        aside = folded[comma + 1 : comma + 50].replace("'", "' ").split()
        while aside and aside[0] in self.rules.articles:
            aside.pop(0)
        if aside and (aside[0] in self.rules.ranks or aside[0] in ("dont", "including")):
            following = folded.find(",", comma + 1, high)
            return following if following >= 0 else comma
        return comma
