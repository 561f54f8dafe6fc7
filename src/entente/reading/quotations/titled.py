"""Marked words that are no speech: titles, names and terms in quotation marks."""

from __future__ import annotations

from entente.reading.quotations.attribution import Attribution
from entente.reading.quotations.quotemarks import Marked
from entente.reading.quotations.speech import Cue

__all__ = ["capital", "count", "titled", "whole"]

_WINDOW = 120  # code points that tell a title
_STOPS = ".!?…"
_LONG = 4  # letters; a longer word has a capital in a title
_PHRASE = 5  # words from which a noun phrase is no term


def count(text: str, stretch: Marked) -> int:
    """The words of a stretch, as far as they matter."""
    return len(text[stretch.start : min(stretch.end, stretch.start + _WINDOW)].split())


def capital(text: str, stretch: Marked) -> bool:
    """Whether all longer words of a stretch have a capital, as in an English title."""
    words = text[stretch.start : min(stretch.end, stretch.start + _WINDOW)].split()
    words = [word for word in words if len(word) > _LONG]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def whole(text: str, last: Marked, first: Marked | None = None) -> bool:
    """Whether a stretch, or several from the first to the last, hold whole sentences."""
    start = (first or last).start
    if last.end - start < 12 or not (text[start].isupper() or text[start] in "[0123456789"):
        return False
    following = text[last.right : last.right + 2].partition("\n")[0].strip()[:1]
    return text[last.end - 1] in _STOPS or following in (".", "") or last.right >= len(text)


def titled(scene: Attribution, stretch: Marked, cue: Cue, lead: str) -> bool:
    """Whether marks after a cue hold a title, a name or a term; `lead` is what stands before them."""
    text, folded, rules = scene.page.text, scene.page.folded, scene.rules
    if lead.endswith((":", ",")):
        return False
    word = lead.rpartition(" ")[2].rpartition("'")[2].strip("(")
    between = folded[cue.end : stretch.left].strip(" ,")
    if between:
        first = folded[stretch.start : min(stretch.end, stretch.start + _WINDOW)].split()[0]
        if word in rules.labels and first not in rules.finite:
            return True
        if rules.that.search(f"{lead[-6:]} ", max(0, len(lead[-6:]) - 4)):
            return False
        if cue.sense == "voices" and word in rules.articles and count(text, stretch) < _PHRASE:
            return rules.infinitive.match(folded, stretch.start) is None
    if not text[stretch.start].isupper():
        return False
    return (between != "" and not whole(text, stretch)) or capital(text, stretch)
