"""Direct quotations: which marked words are speech, and whose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from entente.model.reading import Quote
from entente.model.span import Span
from entente.reading.attribution import Attribution
from entente.reading.quotemarks import Marked
from entente.reading.speakers import Speaker
from entente.reading.speech import Cue

__all__ = ["Direct"]

_FAR = 260  # code points between a verb of speech and the words it introduces
_NEAR = 180  # code points between words and the verb that follows them
_STOPS = ".!?…"


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
        short = len(unit) == 1 and len(text[first.start : min(first.end, first.start + 120)].split()) < 3
        if short and not (after and self._opens(first)):
            return []
        given = after or self._ahead(first)
        if given is None:
            parts = self._interrupted(first) if len(unit) == 1 else []
            if parts:
                return parts
            given = self._unattributed(first, last)
        if given is None:
            return []
        bearer = last if after else first
        return [self._quote(stretch, given, bears=stretch is bearer) for stretch in unit]

    def _quote(self, stretch: Marked, given: _Given, *, bears: bool) -> Quote:
        if given.group is None:
            self._count += 1
            given.group = self._count
        who = given.who
        if bears and given.cue is not None:
            self.used.setdefault(given.cue.start, given.group)
        self._last = stretch, who, given.group
        return Quote(
            Span(stretch.start, stretch.end),
            "direct",
            who.name if who else None,
            who.span if who and bears else None,
            who.role if who else None,
            given.cue if bears else None,
            given.group,
            f"direct: {given.rule}",
        )

    def _after(self, stretch: Marked) -> _Given | None:
        """The attribution that follows: "...", said X."""
        scene, folded, text = self.scene, self.scene.page.folded, self.scene.page.text
        at = stretch.right
        if not stretch.closed:
            return None
        while at < len(text) and text[at] in " \u00a0\u202f,":
            at += 1
        for hit in scene.sources:
            if at <= hit.start <= at + 1 and text[at : at + 1] != "\n":
                who, _ = scene.source(hit)
                return _Given(who, Span(hit.start, hit.end), "according after") if who else None
        index = bisect_left(scene.starts, stretch.right)
        if index >= len(scene.cues) or scene.cues[index].start - at > _NEAR:
            return None
        cue = scene.cues[index]
        gap = folded[at : cue.head]
        if cue.form == "gerund" or any(mark in gap for mark in '\n;:"«»!?') or scene.page.sentence(cue.start)[0] > at or scene.follows(cue):
            return None
        closing = text[stretch.end - 1] if stretch.end > stretch.start else ""
        if closing not in _STOPS and self._capital(stretch):
            return None
        comma = closing == "," or "," in text[stretch.right : at]
        if gap.strip(" -"):
            return self._said_after(stretch, cue, at, comma=comma, closing=closing)
        if not (comma or closing in _STOPS or self._opens(stretch)):
            return None
        who = scene.behind(cue) if cue.pronoun else scene.turned(cue, scene.bounds(cue.start)[1])
        return _Given(who, Span(cue.start, cue.end), "after")

    def _said_after(self, stretch: Marked, cue: Cue, at: int, *, comma: bool, closing: str) -> _Given | None:
        """The attribution that follows with its subject first: "...", X said."""
        scene = self.scene
        if closing in ".…" or not (comma or scene.ends(cue)):
            return None
        who = scene.speakers.subject(at, cue.head)
        return _Given(who, Span(cue.start, cue.end), "subject after") if who is not None and not who.outside else None

    def _opens(self, stretch: Marked) -> bool:
        """Whether a stretch opens its sentence."""
        low = self.scene.page.sentence(stretch.left)[0]
        return not self.scene.page.folded[low : stretch.left].strip(" -")

    def _ahead(self, stretch: Marked) -> _Given | None:
        """The attribution that goes before: X said: "..."; also "according to X", and a colon alone."""
        scene, folded = self.scene, self.scene.page.folded
        lead = folded[max(0, stretch.left - 60) : stretch.left].rstrip()
        colon = lead.endswith(":")
        low = scene.page.sentence(stretch.left)[0]
        if colon and not folded[low : stretch.left].strip():
            low = scene.page.sentence(max(0, stretch.left - 60 + len(lead) - 2))[0]
        if low >= stretch.left:
            return None
        cue = self._cue_before(stretch, low)
        if cue is not None and not self._titled(stretch, cue, lead):
            group = self.used.get(cue.start)
            who = self._last[1] if group is not None and self._last is not None else scene.behind(cue)
            if who is None and scene.outside(cue):
                return None
            return _Given(who, Span(cue.start, cue.end) if group is None else None, "ahead", group)
        if cue is None:
            view = scene.rules.view.match(folded, low)
            if view and lead.endswith(","):
                who = scene.speakers.following(view.end(), stretch.left)
                if who is not None and who.sure and not who.outside:
                    return _Given(who, Span(low, view.end() - 1), "view")
            for hit in scene.sources:
                if low <= hit.start and hit.end <= stretch.left and lead.endswith((",", ":")):
                    who, _ = scene.source(hit)
                    if who is not None:
                        self.used.setdefault(hit.start, self._count + 1)
                        return _Given(who, Span(hit.start, hit.end), "according ahead")
        if colon and self._whole(stretch):
            return _Given(self._introduced(low, stretch.left), None, "colon")
        return None

    def _cue_before(self, stretch: Marked, low: int) -> Cue | None:
        """The last cue of the sentence before a stretch, outside other quotation marks."""
        scene = self.scene
        index = bisect_left(scene.starts, stretch.left) - 1
        for cue in scene.cues[max(0, index - 3) : index + 1][::-1]:
            if cue.start < low or stretch.left - cue.end > _FAR:
                return None
            if scene.stretch(cue.start) is None and (cue.sense != "finds" or stretch.left - cue.end < 12):
                return cue
        return None

    def _titled(self, stretch: Marked, cue: Cue, lead: str) -> bool:
        """Whether the marks hold a title, a name or a term rather than speech."""
        scene, text = self.scene, self.scene.page.text
        if lead.endswith(":"):
            return False
        between = scene.page.folded[cue.end : stretch.left].strip(" ,")
        if between:
            word = lead.replace("'", "' ").split()[-1].strip("(,")
            if word in scene.rules.labels and scene.page.folded[stretch.start : stretch.end].split()[0] not in scene.rules.finite:
                return True
            if lead.endswith(",") or scene.rules.that.search(f"{between} ") and between.split()[-1] in ("que", "qu'", "that"):
                return False
        elif lead.endswith(","):
            return False
        if cue.sense == "voices" and between and lead.split()[-1] in scene.rules.articles and len(text[stretch.start : stretch.end].split()) < 5:
            return True
        if not text[stretch.start].isupper():
            return False
        return bool(between) and not self._whole(stretch) or self._capital(stretch)

    def _capital(self, stretch: Marked) -> bool:
        """Whether all longer words of a stretch have a capital, as in an English title."""
        words = [word for word in self.scene.page.text[stretch.start : min(stretch.end, stretch.start + 120)].split() if len(word) > 4]
        return len(words) > 1 and all(word[0].isupper() for word in words)

    def _whole(self, stretch: Marked) -> bool:
        """Whether a stretch holds whole sentences."""
        text = self.scene.page.text
        if stretch.end - stretch.start < 12 or not (text[stretch.start].isupper() or text[stretch.start] in "[0123456789"):
            return False
        return text[stretch.end - 1] in _STOPS or text[stretch.right : stretch.right + 2].strip()[:1] in tuple(".\n") or stretch.right >= len(text)

    def _introduced(self, low: int, high: int) -> Speaker | None:
        """Who opens a sentence that introduces words with a colon."""
        scene, folded = self.scene, self.scene.page.folded
        comma = folded.find(",", low, high)
        who = scene.speakers.pick(low, comma) if comma >= 0 else None
        if who is None or not who.named:
            who = scene.speakers.opening(low, high)
        if who is None:
            end = low
            for word in folded[low:high].split(" "):
                if word in scene.rules.finite:
                    break
                end += len(word) + 1
            who = scene.speakers.pick(low, min(end, high))
        return None if who is None or who.outside else who

    def _unattributed(self, first: Marked, last: Marked) -> _Given | None:
        """Words without attribution: those that go on from the quotation before, and whole sentences by themselves."""
        text = self.scene.page.text
        if not (self._opens(first) and (self._whole(last) or len(text[first.start : first.end].split()) > 8)):
            return None
        if self._last is not None:
            stretch, who, group = self._last
            between = text[stretch.right : first.left]
            if len(between) < 500 and between.count("\n") <= 2:
                return _Given(who, None, "goes on", group)
        if len(text[first.start : first.end].split()) > 5 and self._whole(last):
            return _Given(None, None, "alone")
        return None

    def _interrupted(self, stretch: Marked) -> list[Quote]:
        """A quotation whose attribution stands between the same marks: « ..., a déclaré X, ... »."""
        scene, text = self.scene, self.scene.page.text
        index = bisect_left(scene.starts, stretch.start)
        for cue in scene.cues[index : index + 6]:
            if cue.start >= stretch.end:
                break
            lead = scene.page.folded[stretch.start : cue.head].rstrip()
            if cue.form == "gerund" or not lead.endswith(",") or cue.sense == "voices" or len(lead.split()) < 3:
                continue
            who = scene.behind(cue) if cue.pronoun else scene.turned(cue, stretch.end)
            if who is None or not who.person or who.span is None:
                continue
            self._count += 1
            head = replace(stretch, end=stretch.start + len(lead) - 1)
            given = _Given(who, Span(cue.start, cue.end), "around", self._count)
            parts = [self._quote(head, given, bears=True)]
            comma = text.find(",", max(who.span.end, cue.end), stretch.end)
            if 0 <= comma < stretch.end - 8:
                start = comma + 1
                while text[start].isspace():
                    start += 1
                parts.append(self._quote(replace(stretch, start=start), given, bears=False))
            return parts
        return []
