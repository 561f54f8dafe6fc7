"""What an outside reader adds to a reading: only what the text bears out.

An item is kept where its span lies in the text and its surface is what stands there; a figure only where our own reader
reads the same value in the span, a date only where it allows the same time. A name must stand in the text, or be what
we call the words of the span. Whatever else an item says is left out. Our own items come first: what overlaps them is
not added.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol, TypeAlias, TypeVar

from entente.errors import Fault, Unreadable
from entente.model.reading import Actor, Claim, DateMention, Quantity, Quote, Reading, Statement
from entente.model.span import Span
from entente.readers import Read
from entente.reading.read import read
from entente.text.fold import fold, words

__all__ = ["consult", "merge"]

Item: TypeAlias = Mapping[str, Any]
CLAIMS = frozenset("funding displacement membership count rank commitment position event".split())
STATUSES = frozenset("given pledged planned requested".split())


class Spanned(Protocol):
    """An item of a reading."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Placed = TypeVar("Placed", bound=Spanned)


def consult(reading: Reading, reader: Read, *, name: str) -> Reading:
    """A reading with what the outside reader of that name adds to it.

    Raises `Unreadable` where it fails or returns no mapping, and whatever fault it raises itself.
    """
    statement = reading.statement
    try:
        told = reader(statement.text, statement.language, statement.date)
    except Fault:
        raise
    except Exception as trouble:  # what an outsider raises is unknown; it must not stop a batch
        hint = "mend it, or leave the setting reader empty"
        raise Unreadable(name, "the outside reader failed: {trouble}", hint=hint, trouble=repr(trouble)) from trouble
    if not isinstance(told, Mapping):
        hint = "it returns a mapping with the keys of entente read --json"
        raise Unreadable(name, "the outside reader gave no mapping", hint=hint)
    return merge(reading, told, rule=f"outside: {name}")


def merge(reading: Reading, told: Item, *, rule: str) -> Reading:
    """A reading with those of the items told that the text bears out; `rule` is given to each of them."""
    ground = _Ground(reading.statement, rule)
    length = len(reading.statement.text)
    proposed = [ground.quantity(item) for item in _items(told, "quantities")]
    quantities = _joined(reading.quantities, proposed, length)
    dates = _joined(reading.dates, [ground.date(item) for item in _items(told, "dates")], length)
    actors = _joined(reading.actors, [ground.actor(item) for item in _items(told, "actors")], length)
    ground.know(actors, dates)
    quotes = _quotes(reading.quotes, [ground.quote(item) for item in _items(told, "quotes")])
    places = {quantity.span: index for index, quantity in enumerate(quantities)}
    claims = [
        claim if claim.quantity is None else replace(claim, quantity=places[reading.quantities[claim.quantity].span])
        for claim in reading.claims
    ]
    for item in _items(told, "claims"):
        claim = ground.claim(item, proposed, quantities)
        if claim and not any(own.kind == claim.kind and own.span.meets(claim.span) for own in reading.claims):
            claims.append(claim)
    claims.sort(key=lambda claim: (claim.span, claim.quantity or 0))
    return replace(
        reading,
        quantities=tuple(quantities),
        dates=tuple(dates),
        actors=tuple(actors),
        quotes=tuple(quotes),
        claims=tuple(claims),
    )


def _items(told: Item, key: str) -> list[Item]:
    """The items of a list that was told, an empty one for each that is no mapping, so that indices hold."""
    listed = told.get(key)
    if not isinstance(listed, Sequence) or isinstance(listed, str | bytes):
        return []
    return [item if isinstance(item, Mapping) else {} for item in listed]


def _joined(own: Sequence[Placed], more: Sequence[Placed | None], length: int) -> list[Placed]:
    """Our own items and those more that overlap none before them, in the order of the text."""
    taken = bytearray(length)
    kept = list(own[:0])
    for item in (*own, *more):
        if item is not None and (len(kept) < len(own) or taken.find(1, item.span.start, item.span.end) < 0):
            kept.append(item)
            taken[item.span.start : item.span.end] = b"\1" * (item.span.end - item.span.start)
    return sorted(kept, key=lambda item: item.span)


def _quotes(own: Sequence[Quote], more: Sequence[Quote | None]) -> list[Quote]:
    """Our own quotations and those more that overlap none of the same type; groups are numbered on."""
    last = max((quote.group or 0 for quote in own), default=0)
    kept = list(own)
    for quote in more:
        if quote and not any(other.type == quote.type and other.span.meets(quote.span) for other in kept):
            kept.append(replace(quote, group=None if quote.group is None else last + quote.group))
    return sorted(kept, key=lambda quote: (quote.span.start, -quote.span.end))


class _Ground:
    """A text, against which items are held."""

    def __init__(self, statement: Statement, rule: str) -> None:
        self.text = statement.text
        self.statement = statement
        self.rule = rule
        self.words = _words(statement.text)
        self.ids: frozenset[str] = frozenset()
        self.times: frozenset[str] = frozenset()

    def know(self, actors: Sequence[Actor], dates: Sequence[DateMention]) -> None:
        """Take in who and when the reading names, for quotations and claims."""
        self.ids = frozenset(actor.id for actor in actors)
        times = {end for date in dates if date.iso for end in (date.iso, *date.iso.split("/"))}
        self.times = frozenset(times | {str(self.statement.date)})

    def span(self, item: object, *, named: bool = True) -> Span | None:
        """The span of an item, where it lies in the text and, with `named`, the item gives what stands there."""
        if not isinstance(item, Mapping):
            return None
        start, end = item.get("start"), item.get("end")
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(self.text):
            return None
        said = item.get("surface", None if named else self.text[start:end])
        return Span(start, end) if said == self.text[start:end] else None

    def again(self, span: Span) -> Reading:
        """What our own reader reads in the words of a span."""
        return read(span.cut(self.text), language=self.statement.language, date=self.statement.date)

    def quantity(self, item: Item) -> Quantity | None:
        """The figure as we read it, if it is the only one in the span and has the value told."""
        if (span := self.span(item)) is None:
            return None
        found = self.again(span).quantities
        if len(found) != 1:
            return None
        figure = found[0].figure
        told = [_decimal(item.get(name)) for name in ("value", "low", "high")]
        ends = [None, None] if figure.value is not None else [figure.low, figure.high]
        if told[0] != figure.value or (figure.value is None and told[1:] != ends):
            return None
        if item.get("unit", figure.unit) != figure.unit:
            return None
        at, number = _shifted(found[0].span, span.start), _shifted(found[0].number, span.start)
        return replace(found[0], span=at, number=number, rule=self.rule)

    def date(self, item: Item) -> DateMention | None:
        """The date as we read it, if it is the only one in the span and its time is the one told."""
        if (span := self.span(item)) is None:
            return None
        found = self.again(span).dates
        if len(found) != 1 or found[0].iso != item.get("iso"):
            return None
        return replace(found[0], span=_shifted(found[0].span, span.start), rule=self.rule)

    def actor(self, item: Item) -> Actor | None:
        """The actor, if we read the span so, or the name stands in the text and shares a word with the span."""
        span, kind, id = self.span(item), item.get("kind"), item.get("id")
        if span is None or not isinstance(id, str):
            return None
        if any((actor.kind, actor.id) == (kind, id) for actor in self.again(span).actors):
            return Actor(span, str(kind), id, self.rule)
        shared = set(_words(id).split()) & set(_words(span.cut(self.text)).split())
        if kind in ("person", "organisation", "group") and shared and self.stands(id):
            return Actor(span, kind, id, self.rule)
        return None

    def quote(self, item: Item) -> Quote | None:
        """The quotation, if its speaker, the speaker's words and the cue stand in the text where they are given."""
        span, speaker = self.span(item), item.get("speaker")
        places = {name: self.span(item[name]) for name in ("speaker_span", "cue") if item.get(name) is not None}
        if span is None or item.get("type") not in ("direct", "indirect") or None in places.values():
            return None
        if speaker is not None and not self.named(speaker):
            return None
        role, group = item.get("role"), item.get("group")
        return Quote(
            span,
            item["type"],
            speaker,
            places.get("speaker_span"),
            role if isinstance(role, str) and self.stands(role) else None,
            places.get("cue"),
            group if type(group) is int and group > 0 else None,
            self.rule,
        )

    def claim(self, item: Item, proposed: Sequence[Quantity | None], known: Sequence[Quantity]) -> Claim | None:
        """The claim, if its figure was kept and stands in it, and who makes it is named; without its gloss."""
        span, kind, who, at = self.span(item, named=False), item.get("kind"), item.get("who"), item.get("quantity")
        if span is None or kind not in CLAIMS or (who is not None and not self.named(who)):
            return None
        index = None
        if at is not None:
            figure = proposed[at] if type(at) is int and 0 <= at < len(proposed) else None
            index = _index(figure, known) if figure else None
            if index is None or not span.holds(known[index].number):
                return None
        to, status = item.get("to"), item.get("status")
        return Claim(
            span,
            kind,
            who,
            tuple(filter(self.named, to)) if isinstance(to, list | tuple) else (),
            index,
            status if status in STATUSES else None,
            self.time(item.get("from")),
            self.time(item.get("until")),
            rule=self.rule,
        )

    def time(self, iso: object) -> str | None:
        """A time, if the text names it."""
        return iso if isinstance(iso, str) and iso in self.times else None

    def named(self, name: object) -> bool:
        """Whether a name is that of an actor of the reading, or stands in the text."""
        return isinstance(name, str) and (name in self.ids or self.stands(name))

    def stands(self, name: str) -> bool:
        """Whether the words of a name stand in the text one after the other."""
        said = _words(name)
        return bool(said.strip()) and said in self.words


def _words(text: str) -> str:
    """The words of a text, folded, with one blank around each."""
    return f" {' '.join(words(fold(text)).split())} "


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _index(figure: Quantity, known: Sequence[Quantity]) -> int | None:
    """The place of a figure among those kept: itself, or our own reading of the same number."""
    for index, one in enumerate(known):
        if one.number.meets(figure.number) and one.figure.value == figure.figure.value:
            return index
    return None


def _decimal(value: object) -> Decimal | None:
    """A number of JSON as a decimal; what is none is a number that equals no other."""
    if value is None:
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return Decimal("nan")
