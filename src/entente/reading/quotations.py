"""Quotations, direct and indirect, with their speakers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from entente.languages import Language
from entente.model.reading import Actor, Quote
from entente.reading import grammar
from entente.reading.attribution import Attribution
from entente.reading.direct import Direct
from entente.reading.page import Page
from entente.reading.reported import according, held, reported
from entente.reading.transcripts import turns
from entente.text.lexicon import Entry

__all__ = ["quotations", "words"]


def words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries for this matcher."""
    return grammar.words(language)


def quotations(page: Page, actors: Sequence[Actor]) -> list[Quote]:
    """The quotations of a page, in the order of the text; an outer one before those it holds."""
    scene = Attribution(page, actors, grammar.grammar(page.language))
    direct = Direct(scene)
    rows = [(unit[0].left, 0, unit) for unit in direct.units()]
    rows += [(cue.start, 1, cue) for cue in scene.cues]
    rows += [(hit.start, 2, hit) for hit in scene.sources]
    rows += [(hit.start, 3, hit) for hit in scene.opinions]
    found: list[Quote] = []
    for start, kind, item in sorted(rows, key=lambda row: row[:2]):
        if kind == 0:
            quotes = direct.read(item)
        elif kind == 1:
            quotes = _some(reported(scene, item, quoting=start in direct.used))
        elif kind == 3:
            quotes = _some(held(scene, item))
        else:
            quotes = [] if start in direct.used else _some(according(scene, item))
        for quote in quotes:
            scene.speakers.remember(quote)
            found.append(quote)
    return numbered([*turns(scene), *found])


def numbered(quotes: list[Quote]) -> list[Quote]:
    """The quotations in order, with the groups of more than one member numbered from 1."""
    quotes.sort(key=lambda quote: (quote.span.start, -quote.span.end))
    sizes = Counter(quote.group for quote in quotes)
    numbers: dict[int, int] = {}
    for group in (quote.group for quote in quotes):
        if group is not None and sizes[group] > 1:
            numbers.setdefault(group, len(numbers) + 1)
    return [quote if quote.group is None else replace(quote, group=numbers.get(quote.group)) for quote in quotes]


def _some(quote: Quote | None) -> list[Quote]:
    return [] if quote is None else [quote]
