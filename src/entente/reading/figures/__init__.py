"""Figures: numbers with their units, hedges and bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from entente.languages import Language
from entente.model.figure import Figure
from entente.model.reading import Actor, DateMention, Quantity
from entente.model.span import Span
from entente.reading.figures.draft import Draft
from entente.reading.figures.drafting import Drafter
from entente.reading.figures.elisions import complete
from entente.reading.figures.hedges import hedge_words
from entente.reading.figures.numbers import number_words, numbers, readable
from entente.reading.page import Page
from entente.text.lexicon import Entry

__all__ = ["quantities", "words"]


def words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries for numbers and hedges."""
    yield from number_words(language)
    yield from hedge_words(language)


def quantities(page: Page, dates: Sequence[DateMention], actors: Sequence[Actor] = ()) -> list[Quantity]:
    """The figures of a page, in order.

    Numbers inside a date or the name of a body ("the Group of Seven") are none, nor are ordinals, labels ("article 5"),
    names ("G7"), or articles; a number without a unit takes that of what it belongs to, or is left out.
    """
    folded = readable(page)
    found = numbers(page, folded)
    if not found:
        return []
    bodies = [actor.span for actor in actors if actor.kind == "organisation"]
    drafts = Drafter(page, folded).drafts(found, [*(mention.span for mention in dates), *bodies])
    return [_quantity(draft, page.text) for draft in complete(page, folded, drafts)]


def _quantity(draft: Draft, text: str) -> Quantity:
    """The draft as a figure where it was said; what it counts as the text has it."""
    number = draft.number
    value, low, high = number.value, number.low, None
    if draft.low is not None:
        value, low, high = None, draft.low, number.value
    begin, end = draft.noun or (0, 0)
    return Quantity(
        span=Span(draft.start, draft.end),
        number=Span(draft.first, number.end),
        figure=Figure(value, draft.unit, draft.bound, number.grain, low, high),
        counts=text[begin:end],
        rule=draft.rule,
    )
