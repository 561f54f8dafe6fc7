"""Quotations, direct and indirect, with their speakers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from entente.languages import Language
from entente.model.reading import Actor, Quote
from entente.reading.page import Page
from entente.reading.quotations import grammar
from entente.reading.quotations.attribution import Attribution
from entente.reading.quotations.direct import Direct
from entente.reading.quotations.reported import reported
from entente.reading.quotations.signed import headed, signed
from entente.reading.quotations.sourced import according, held, heralded, traced
from entente.reading.quotations.speech import Cue
from entente.reading.quotations.transcripts import turns
from entente.text.lexicon import Entry, Hit

__all__ = ["quotations", "words"]


def words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries for this matcher."""
    return grammar.words(language)


def quotations(page: Page, actors: Sequence[Actor]) -> list[Quote]:
    """The quotations of a page, in the order of the text; an outer one before those it holds."""
    scene = Attribution(page, actors, grammar.grammar(page.language))
    found: list[Quote] = []
    for _, read in sorted(_anchors(scene, Direct(scene)), key=lambda anchor: anchor[0]):
        for quote in read():
            scene.sayers.remember(quote)
            found.append(quote)
    return numbered([*turns(scene), *found])


def _anchors(scene: Attribution, direct: Direct) -> Iterator[tuple[int, Callable[[], Iterable[Quote]]]]:
    """Where a quotation may be read, and how: in the order of the text one tells who speaks in the next."""
    for unit in direct.units():
        yield unit[0].left, partial(direct.read, unit)
    for cue in scene.cues:
        yield cue.start, partial(_by_verb, scene, direct, cue)
    for hit in scene.sources:
        yield hit.start, partial(_by_source, scene, direct, hit)
    for hit in scene.opinions:
        yield hit.start, partial(_kept, held, scene, hit)
    for quote in (*signed(scene), *headed(scene)):
        yield quote.span.start, partial(tuple, (quote,))
    for hit in scene.page.hits.get("speech tidings", ()):
        yield hit.start, partial(_kept, heralded, scene, hit)
    for hit in scene.page.hits.get("speech pointing", ()):
        yield hit.start, partial(_kept, traced, scene, hit)


def _by_verb(scene: Attribution, direct: Direct, cue: Cue) -> Iterable[Quote]:
    quote = reported(scene, cue, quoting=cue.start in direct.used)
    return () if quote is None else (quote,)


def _by_source(scene: Attribution, direct: Direct, hit: Hit) -> Iterable[Quote]:
    return () if hit.start in direct.used else _kept(according, scene, hit)


def _kept(read: Callable[[Attribution, Hit], Quote | None], scene: Attribution, hit: Hit) -> Iterable[Quote]:
    quote = read(scene, hit)
    return () if quote is None else (quote,)


def numbered(quotes: list[Quote]) -> list[Quote]:
    """The quotations in order, with the groups of more than one member numbered from 1."""
    quotes.sort(key=lambda quote: (quote.span.start, -quote.span.end))
    sizes = Counter(quote.group for quote in quotes)
    numbers: dict[int, int] = {}
    for group in (quote.group for quote in quotes):
        if group is not None and sizes[group] > 1:
            numbers.setdefault(group, len(numbers) + 1)
    return [quote if quote.group is None else replace(quote, group=numbers.get(quote.group)) for quote in quotes]
