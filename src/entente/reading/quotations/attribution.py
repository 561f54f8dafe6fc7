"""Attribution: which verb of speech, or which "according to", gives words to which speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from entente.model.reading import Actor
from entente.reading.page import Page
from entente.reading.quotations.candidates import AUTHOR, NOBODY, Speaker
from entente.reading.quotations.grammar import Grammar
from entente.reading.quotations.quotemarks import Marked, marked
from entente.reading.quotations.sayers import Sayers
from entente.reading.quotations.speech import Cue, before, cues
from entente.text.late import Late
from entente.text.lexicon import Hit
from entente.text.neighbours import word_after

__all__ = ["Attribution"]

_LONGEST = 2000  # code points of a sentence on either side of a place
_ARTICLE = 8  # code points that an article before a name takes, at most
_SAME = 12  # code points of "this same" before a paper, at most
_DATELINE = Late(r"[A-ZÀ-Ý][\w'’ -]{1,30}(?:, [^–—.:,]{2,30})?(?: ?\([^)]{2,30}\))? [–—-]{1,2} ")  # "PARIS, 2 May – "
_OPENS = 4  # code points before a verb with which a sentence opens
_JOINT = 9  # code points before a verb in which a conjunction may join it to another
_ENDS = ("", ",", ":", '"', "»", "(")  # before a verb: its subject follows it


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
        self.holders: dict[int, Speaker] = {}  # by sentence, who holds its opinions
        self.sayers = Sayers(page, actors, rules, self.marked)
        self._behind: dict[int, Speaker | None] = {}

    def stretch(self, at: int) -> Marked | None:
        """The marked stretch in which an offset stands."""
        index = bisect_right(self.lefts, at) - 1
        if index >= 0 and at < self.marked[index].right:
            return self.marked[index]
        return None

    def bounds(self, at: int) -> tuple[int, int]:
        """The sentence of an offset, within the quotation marks in which it stands; it holds other stretches whole."""
        low, high = self.page.sentence(at)
        dateline = _DATELINE.match(self.page.text, low, at)
        low = dateline.end() if dateline else low
        low, high = max(low, at - _LONGEST), min(high, at + _LONGEST)
        if not self.marked:
            return low, high
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
        """Who speaks where a cue stands; none where it is the author, or a source without name."""
        found = self.found(cue)
        return None if found is None or found.outside else found

    def found(self, cue: Cue) -> Speaker | None:
        """Who is found behind a cue, the author and sources without name included."""
        if cue.start not in self._behind:
            self._behind[cue.start] = self._find(cue)
        return self._behind[cue.start]

    def _find(self, cue: Cue) -> Speaker | None:
        low, high = self.bounds(cue.start)
        if cue.pronoun:
            at = self.page.folded.find(f"-{cue.pronoun}", cue.start, cue.end) + 1
            if cue.pronoun == "on":
                return self.sayers.whence(cue.end, high) or NOBODY
            return self.sayers.pronouns.meant(cue.pronoun, at, at + len(cue.pronoun))
        if cue.form == "gerund":
            return self._doer(cue, low)
        likened = self.rules.likened.match(self.page.folded, low, cue.head)
        opens = likened is not None and not self.page.folded[likened.end() : cue.head].strip()
        if opens or before(self.page.folded, cue.head, low)[1] in self.rules.like:
            return self.turned(cue, high)
        found = self.sayers.preceding(low, cue.head)
        if found is None and self.rules.joint.search(self.page.folded, max(low, cue.head - _JOINT), cue.head):
            first = self.cues[bisect_left(self.starts, low)]
            return self.found(first) if first.start < cue.start else None
        if found is None and self.page.folded[low : cue.head].rstrip(" -")[-1:] in _ENDS:
            return self.turned(cue, high)
        return found

    def turned(self, cue: Cue, high: int) -> Speaker | None:
        """The subject that follows a cue, before an offset and before quotation marks."""
        stretch = bisect_left(self.lefts, cue.end)
        if stretch < len(self.lefts):
            high = min(high, self.lefts[stretch])
        return self.sayers.following(cue.end, high)

    def _doer(self, cue: Cue, low: int) -> Speaker | None:
        """Who does what a gerund says: a name right before it, who spoke earlier in the sentence, else its subject."""
        at, word = before(self.page.folded, cue.head, low)
        if word in self.rules.own:
            return AUTHOR
        for actor in self.sayers.known.between(max(low, at - 60), cue.head):
            if cue.head - actor.span.end < 2:  # "with the UN estimating"
                return Speaker(actor.id, actor.span)
        index = bisect_left(self.starts, cue.start) - 1
        if index >= 0 and self.starts[index] >= low:
            return self.found(self.cues[index])
        return self.sayers.opening(low, cue.start) or self._on(cue, low)

    def _on(self, cue: Cue, low: int) -> Speaker | None:
        """Who spoke last, where a sentence opens with a verb that goes on: "Et d'ajouter : ..."."""
        last = self.sayers.pronouns.last
        return last if cue.start - low < _OPENS else None

    def source(self, hit: Hit) -> tuple[Speaker | None, int]:
        """Whom "according to" names, and where the words that name the source end."""
        words = self.sayers.known.words(hit.end, hit.end + 40)
        while words and words[0] in self.rules.articles:
            words.pop(0)
        named = self.sayers.known.between(hit.end, hit.end + _ARTICLE) or self._paper(hit.end)
        if not words or (words[0].strip(",.") in self.rules.unsaid and not named):
            return None, hit.end
        end = self._named_until(hit.end, min(self.bounds(hit.start)[1], hit.end + 300))
        who = self.sayers.following(hit.end, end)
        return (None if who is None or who.outside else who), end

    def _paper(self, at: int) -> Hit | None:
        """The paper that is named right at an offset: "according to this same report"."""
        papers = self.sayers.known.documents
        index = bisect_left(papers, (at,))
        return papers[index] if index < len(papers) and papers[index].start < at + _SAME else None

    def _named_until(self, at: int, high: int) -> int:
        """Where the name of a source ends: at a comma, past what is set off; without comma, after the actor."""
        folded, known = self.page.folded, self.sayers.known
        first = word_after(folded, at)
        if first.strip(",.") in self.rules.pronouns:
            return at + 1 + len(first.rstrip(",."))
        comma = folded.find(",", at, high)
        if comma < 0:
            actors = known.between(at, min(high, at + 80))
            return actors[0].span.end if actors else high
        comma = self._listed_until(comma, high)
        aside = known.words(comma + 1, comma + 50)
        while aside and aside[0] in self.rules.articles:
            aside.pop(0)
        if aside and (aside[0] in self.rules.ranks or aside[0] in self.rules.subset):
            following = folded.find(",", comma + 1, high)
            return following if following >= 0 else comma
        return comma

    def _listed_until(self, comma: int, high: int) -> int:
        """The comma after a person in apposition ("its head, X,"), or after the last of several sources."""
        known, folded = self.sayers.known, self.page.folded
        for actor in known.between(comma, comma + _ARTICLE)[:1]:
            end = actor.span.end
            following = folded.find(",", end, high)
            more = known.between(end, following)
            word = word_after(folded, end)
            listed = more and self.rules.joint.match(folded, end, end + 1 + len(word))
            if (more[-1].span.end if more else end) == following and (listed or actor.kind == "person"):
                return following
        return comma

    def follows(self, cue: Cue) -> bool:
        """Whether a conjunction follows a cue."""
        return self.rules.that.match(self.page.folded, cue.end + 1) is not None

    def ends(self, cue: Cue) -> bool:
        """Whether a cue ends its clause, a time or a place left out."""
        return self.rules.ended.match(self.page.folded, cue.end) is not None

    def spoken_at(self, start: int) -> bool:
        """Whether a verb of speech stands at an offset."""
        index = bisect_left(self.starts, start)
        return index < len(self.starts) and self.starts[index] == start
