"""Readings on a terminal: the words with carets under them, and what was read."""

from __future__ import annotations

from collections.abc import Iterator

from entente.model.reading import Reading
from entente.model.span import Span
from entente.reporting.amounts import amount
from entente.reporting.names import name
from entente.text.carets import caret_lines
from entente.text.say import say

__all__ = ["INDENT", "WIDEST", "Paint", "show_reading"]

WIDEST = 100
AROUND = 30  # characters shown on either side of an item
INDENT = "    "


class Paint:
    """Colours where they are wanted, nothing where they are not."""

    def __init__(self, wanted: bool) -> None:
        self.wanted = wanted

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.wanted and text else text


def show_reading(reading: Reading, lang: str, *, colour: bool = False) -> str:
    """All items read, each as the words with carets under them and what they were read as."""
    paint = Paint(colour)
    text = reading.statement.text
    shown: list[str] = []
    for span, said in sorted(_items(reading, lang)):
        start, end = max(span.start - AROUND, 0), min(span.end + AROUND, len(text))
        for line, carets in caret_lines(text[start:end], [(span.start - start, span.end - start)], WIDEST):
            shown += [line, paint(carets, "36")] if carets else [line]
        shown.append(f"{INDENT}{said}")
    return "\n".join(shown or [say("nothing that Entente reads stands in this text", lang)]) + "\n"


def _items(reading: Reading, lang: str) -> Iterator[tuple[Span, str]]:
    """Every item with what it was read as, in words."""
    for quantity in reading.quantities:
        said = quantity.figure
        value = amount(said.value if said.value is not None else said.low, said.unit, lang)
        yield quantity.span, f"{say('figure', lang)} {value}, {say(str(said.bound), lang)}"
    for mention in reading.dates:
        yield mention.span, f"{say('date', lang)} {mention.iso or '?'}"
    for actor in reading.actors:
        yield actor.span, f"{say(actor.kind, lang)} {name(actor.id, lang)}"
    for quote in reading.quotes:
        yield quote.span, f"{say(f'{quote.type} quotation', lang)}, {quote.speaker or '?'}"
    for claim in reading.claims:
        yield claim.span, f"{say('claim', lang)}, {say(claim.kind, lang)}, {name(claim.who or '?', lang)}"
