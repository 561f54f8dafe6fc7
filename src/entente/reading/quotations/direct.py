"""Direct quotations: which marked words are speech, and whose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from entente.model.reading import Quote
from entente.model.span import Span
from entente.reading.quotations.attribution import Attribution
from entente.reading.quotations.candidates import AUTHOR, NOBODY, Speaker
from entente.reading.quotations.quotemarks import Marked
from entente.reading.quotations.signed import signature
from entente.reading.quotations.speech import Cue
from entente.reading.quotations.titled import capital, count, titled, whole

__all__ = ["Direct"]

_FAR = 260  # code points between a verb of speech and the words it introduces
_NEAR = 180  # code points between words and the verb that follows them
_BESIDE = 12  # code points between words and a verb of showing or going on that introduces them
_LEAD = 60  # code points right before marks that tell how they are introduced
_LASTING = 500  # code points over which a quotation goes on without a new attribution
_STOPS = ".!?…"
_PIECE = 4  # words of a name or a title in marks, at most
_SHORTEST = 3  # words of a quotation, unless an attribution follows it


@dataclass(slots=True)
class _Given:
    """Who is given words, by which cue; `group` names the quotation of which they are a further part."""

    who: Speaker | None
    cue: Span | None
    rule: str
    group: int | None = None


class Direct:
    """The direct quotations of a page, read in the order of the text."""

    def __init__(self, scene: Attribution) -> None:
        self.scene = scene
        self.used: dict[int, int] = {}  # start of a cue -> the quotation to which it gives a speaker
        self._voices: dict[str, Speaker] = {}  # who has been given whole sentences, by name
        self._count = 0
        self._last: tuple[Marked, Speaker | None, int] | None = None

    def units(self) -> Iterator[list[Marked]]:
        """The marked stretches, those of one quotation over several paragraphs together."""
        unit: list[Marked] = []
        for stretch in self.scene.marked:
            unit.append(stretch)
            if not stretch.runs:
                yield unit
                unit = []
        if unit:
            yield unit

    def read(self, unit: list[Marked]) -> list[Quote]:
        """The quotations that the stretches of a unit are, if they are speech."""
        text = self.scene.page.text
        first, last = unit[0], unit[-1]
        after = self._after(last)
        if len(unit) == 1 and count(text, first) < _SHORTEST and not (after and self._opens(first)):
            return []
        given = after or self._ahead(first, running=len(unit) > 1)
        if given is None and len(unit) == 1:
            parts = self._interrupted(first)
            if parts:
                return parts
        given = given or self._unattributed(unit)
        if given is None:
            return []
        bearer = last if after else first
        return [self._quote(stretch, given, bears=stretch is bearer) for stretch in unit]

    def _quote(self, stretch: Marked, given: _Given, *, bears: bool) -> Quote:
        """A direct quotation; only the part that bears the attribution has its span and cue."""
        if given.group is None:
            self._count += 1
            given.group = self._count
        who, cue = given.who, given.cue if bears else None
        if who is not None and who.name is not None and self.scene.page.text[stretch.start].isupper():
            self._voices.setdefault(who.name, who)
        if cue is not None:
            self.used.setdefault(cue.start, given.group)
        self._last = stretch, who, given.group
        name, role = (who.name, who.role) if who else (None, None)
        place = who.span if who and bears else None
        span = Span(stretch.start, stretch.end)
        return Quote(span, "direct", name, place, role, cue, given.group, f"direct: {given.rule}")

    def _opens(self, stretch: Marked) -> bool:
        """Whether a stretch opens its sentence."""
        low = self.scene.page.sentence(stretch.left)[0]
        return not self.scene.page.folded[max(low, stretch.left - 40) : stretch.left].strip(" -")

    def _after(self, stretch: Marked) -> _Given | None:
        """The attribution that follows: "...", said X."""
        scene, folded, text = self.scene, self.scene.page.folded, self.scene.page.text
        if not stretch.closed or stretch.end <= stretch.start:
            return None
        at = stretch.right
        while text[at : at + 1] in (" ", "\u00a0", "\u202f", ","):
            at += 1
        closing = text[stretch.end - 1]
        if closing not in _STOPS and capital(text, stretch) and "," not in text[stretch.right : at]:
            return None
        if text[at : at + 1] == ":":
            return self._commented(at + 1)
        if text[at : at + 1] == "(":
            return self._bracketed(at + 1)
        index = bisect_left(scene.sources, (at,))
        worded = scene.rules.wording.match(folded, at)
        if worded is not None:
            who = scene.sayers.following(worded.end(), scene.bounds(at)[1])
            return None if who is None or who.outside else _Given(who, Span(at, worded.end() - 1), "in the words of")
        if index < len(scene.sources) and scene.sources[index].start == at:
            who, _ = scene.source(scene.sources[index])
            return _Given(who, Span(at, scene.sources[index].end), "according to, after") if who else None
        index = bisect_left(scene.starts, stretch.right)
        cue = scene.cues[index] if index < len(scene.cues) else None
        if cue is None or cue.start - at > _NEAR or cue.form == "gerund" or scene.follows(cue):
            return None
        gap = folded[at : cue.head]
        if any(mark in gap for mark in '\n;:"«»!?') or scene.page.sentence(cue.start)[0] > at:
            return None
        comma = closing == "," or "," in text[stretch.right : at]
        place = Span(cue.start, cue.end)
        if gap.strip(" -"):
            if closing in ".…" or not (comma or scene.ends(cue)):
                return None
            who = scene.sayers.preceding(at, cue.head)
            return _Given(who, place, "subject after") if who is not None and not who.outside else None
        who = scene.behind(cue) if cue.pronoun else scene.turned(cue, scene.bounds(cue.start)[1])
        if not (comma or closing in _STOPS or self._opens(stretch)) and not self._turned(stretch, cue, who):
            return None
        return _Given(None if who is None or who.outside else who, place, "verb after")

    def _bracketed(self, at: int) -> _Given | None:
        """The person whose name stands in brackets right after marked words, with an office or not."""
        known, rules = self.scene.sayers.known, self.scene.rules
        end = self.scene.page.text.find(")", at, at + _NEAR)
        for actor in known.between(at, min(end, at + _LEAD))[:1]:
            lead, rest = known.words(at, actor.span.start), known.words(actor.span.end, end)
            named = all(word in rules.ranks or word in rules.articles for word in lead)
            if actor.kind == "person" and named and not any(word in rules.finite for word in rest):
                who = self.scene.sayers.pick(at, actor.span.end)
                role = self.scene.sayers.offices.after(actor.span.end + 1, end)
                return _Given(who and replace(who, role=who.role or role), None, "name in brackets")
        return None

    def _turned(self, stretch: Marked, cue: Cue, who: Speaker | None) -> bool:
        """Whether a verb right after marked words has its subject right behind it: "..." said X."""
        near = who is not None and who.sure and who.span is not None and who.span.start - cue.end < _LEAD
        return near and cue.start - stretch.right < 2 and count(self.scene.page.text, stretch) > _PIECE

    def _commented(self, low: int) -> _Given | None:
        """The attribution in the sentence that a colon opens after marked words: "...": in Rome, X hailed it."""
        scene = self.scene
        index = bisect_left(scene.starts, low)
        if index >= len(scene.cues) or scene.cues[index].start - low > _FAR:
            return None
        cue = scene.cues[index]
        if cue.form == "gerund" or any(mark in scene.page.text[low : cue.head] for mark in '\n.;:"«»“”'):
            return None
        who = scene.sayers.preceding(low, cue.head)
        if who is None or who.outside or not who.person:
            return None
        return _Given(who, Span(cue.start, cue.end), "colon after")

    def _ahead(self, stretch: Marked, *, running: bool) -> _Given | None:
        """The attribution that goes before: X said: "..."; also "according to X", and a colon alone."""
        scene, folded = self.scene, self.scene.page.folded
        floor = max(0, stretch.left - _LEAD)
        lead = folded[floor : stretch.left].rstrip()
        low = scene.page.sentence(stretch.left)[0]
        if lead.endswith(":") and floor + len(lead) <= low:  # the colon ended the sentence before
            low = scene.page.sentence(max(0, stretch.left - 62 + len(lead)))[0]
        low = max(low, stretch.left - 2 * _FAR)
        if low >= stretch.left:
            return None
        viewed = self._viewed(stretch, low)
        if viewed is not None:
            return viewed
        cue = self._cue_before(stretch, low)
        worded = self._worded(stretch, max(low, 0 if cue is None else cue.end), lead)
        if worded is not None:
            return worded
        if cue is None:
            return self._sourced(stretch, low, lead, running=running)
        if not titled(scene, stretch, cue, lead):
            group = self.used.get(cue.start)
            if group is not None and self._last is not None:
                return _Given(self._last[1], None, "verb ahead", group)
            who = scene.found(cue)
            if who is not AUTHOR:
                return _Given(None if who is NOBODY else who, Span(cue.start, cue.end), "verb ahead")
        return self._after_colon(stretch, low, lead, running=running)

    def _cue_before(self, stretch: Marked, low: int) -> Cue | None:
        """The last cue of the sentence before a stretch, outside other quotation marks."""
        scene = self.scene
        index = bisect_left(scene.starts, stretch.left)
        lead = scene.page.folded[max(low, stretch.left - _LEAD) : stretch.left].rstrip()
        beside = ("finds",) if lead.endswith((":", ",")) else ("finds", "quotes")  # "continues to train for the"
        for cue in scene.cues[max(0, index - 4) : index][::-1]:
            if cue.start < low or stretch.left - cue.end > _FAR:
                return None
            told = cue.sense != "learns" or cue.pronoun != ""
            if (
                told
                and scene.stretch(cue.start) is None
                and (cue.sense not in beside or stretch.left - cue.end < _BESIDE)
            ):
                return cue
        return None

    def _worded(self, stretch: Marked, low: int, lead: str) -> _Given | None:
        """From whom "in the words of X" says that marked words come."""
        match = self.scene.rules.wording.search(self.scene.page.folded, low, stretch.left)
        if match is None or not lead.endswith((":", ",")):
            return None
        who = self.scene.sayers.following(match.end(), stretch.left)
        return (
            None if who is None or who.outside else _Given(who, Span(match.start(), match.end() - 1), "in the words of")
        )

    def _viewed(self, stretch: Marked, low: int) -> _Given | None:
        """In whose view a sentence opens: "For X, it is ..."."""
        scene = self.scene
        view = scene.rules.view.match(scene.page.folded, low, stretch.left)
        comma = scene.page.folded.find(",", view.end(), stretch.left) if view else -1
        if view is None or comma < 0:
            return None
        who = scene.sayers.pick(view.end(), comma, turned=True)
        beside = not scene.page.folded[comma + 1 : stretch.left].strip()
        told = bisect_left(scene.starts, comma) < bisect_left(scene.starts, stretch.left)
        if who is None or not who.sure or who.outside or not (beside or (who.person and not told)):
            return None
        return _Given(who, Span(low, view.end() - 1), "in the view of")

    def _sourced(self, stretch: Marked, low: int, lead: str, *, running: bool) -> _Given | None:
        """The source to whom "according to X" gives marked words, or who opens a sentence with a colon."""
        scene = self.scene
        if lead.endswith((",", ":")):
            for hit in scene.sources[bisect_left(scene.sources, (low,)) : bisect_left(scene.sources, (stretch.left,))]:
                who, _ = scene.source(hit)
                if who is not None:
                    return _Given(who, Span(hit.start, hit.end), "according to, ahead")
        return self._after_colon(stretch, low, lead, running=running)

    def _after_colon(self, stretch: Marked, low: int, lead: str, *, running: bool) -> _Given | None:
        """Who opens a sentence that introduces whole sentences with a colon."""
        scene, folded = self.scene, self.scene.page.folded
        if not lead.endswith(":") or not (running or whole(scene.page.text, stretch)):
            return None
        issuer = scene.sayers.issuer(low, stretch.left)
        if issuer is not None:
            return _Given(issuer, None, "paper")
        comma = folded.find(",", low, stretch.left)
        who = scene.sayers.pick(low, comma) if comma >= 0 else None
        if who is None or not who.named:
            who = scene.sayers.opening(low, stretch.left)
        if who is None:
            end = low
            for word in folded[low : stretch.left].split(" "):
                if word in scene.rules.finite:
                    break
                end += len(word) + 1
            who = scene.sayers.pick(low, min(end, stretch.left))
        if who is None or not (who.sure and (who.person or scene.sayers.acts(who.name))):
            who = scene.sayers.opening_before(low) or (scene.sayers.nearest(low) if running else who)
        return _Given(None if who is None or who.outside else who, None, "colon")

    def _unattributed(self, unit: list[Marked]) -> _Given | None:
        """Words without attribution: those that go on from the quotation before, and whole sentences by themselves."""
        text, first, last = self.scene.page.text, unit[0], unit[-1]
        complete = whole(text, last, first) or first.left == first.start  # nothing opens it but its paragraph
        words = sum(count(text, stretch) for stretch in unit[:2])
        if not self._opens(first) or not (complete or words > 8):
            return None
        if self._last is not None:
            stretch, who, group = self._last
            if first.left - stretch.right < _LASTING and text.count("\n", stretch.right, first.left) <= 2:
                return _Given(who, None, "goes on", group)
        if not complete or words <= 5:
            return None
        return _Given(self._around(first, last), None, "alone")

    def _around(self, first: Marked, last: Marked) -> Speaker | None:
        """Who signs marked words that stand alone, issued the paper that they are, or acted or spoke right before."""
        sayers, text = self.scene.sayers, self.scene.page.text
        signer = signature(self.scene, last.right)
        begins = text[max(0, first.left - 1) : first.left] == "\n"
        if signer is not None or not begins:
            return signer
        low = self.scene.page.sentence(max(0, first.left - 2))[0]
        spoke = sayers.pronouns.last
        if spoke is not None and spoke.span is not None and text.count("\n", spoke.span.end, first.left) == 1:
            return replace(spoke, span=None)
        found = sayers.issuer(low, first.left) or sayers.opening_before(first.left)
        only = next(iter(self._voices.values())) if found is None and len(self._voices) == 1 else None
        return found or (only and replace(only, span=None))

    def _interrupted(self, stretch: Marked) -> list[Quote]:
        """A quotation whose attribution stands between the same marks: « ..., a déclaré X, ... »."""
        scene, text, folded = self.scene, self.scene.page.text, self.scene.page.folded
        index = bisect_left(scene.starts, stretch.start)
        for cue in scene.cues[index : index + 6]:
            if cue.start >= stretch.end:
                break
            comma = folded.rfind(",", stretch.start, cue.head)
            if cue.form == "gerund" or cue.sense == "voices" or comma < 0 or folded[comma + 1 : cue.head].strip():
                continue
            who = scene.behind(cue) if cue.pronoun else scene.turned(cue, stretch.end)
            if who is None or not who.person or who.span is None:
                continue
            given = _Given(who, Span(cue.start, cue.end), "verb between")
            parts = [self._quote(replace(stretch, end=comma), given, bears=True)]
            start = text.find(",", max(who.span.end, cue.end), stretch.end) + 1
            if 0 < start < stretch.end - 8:
                while text[start].isspace():
                    start += 1
                parts.append(self._quote(replace(stretch, start=start), given, bears=False))
            return parts
        return []
