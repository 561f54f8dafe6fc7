"""A reading as the JSON of `entente read`: the keys of the annotated statements' format, and the rule of each item."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from entente.model.reading import Actor, Claim, DateMention, Quantity, Quote, Reading
from entente.model.span import Span
from entente.reporting.names import name

__all__ = ["claim", "document", "number", "quantity"]

Item = dict[str, Any]


def number(value: Decimal | None) -> int | float | None:
    """A decimal as a JSON number: an integer where it is whole."""
    if value is None:
        return None
    whole = int(value)
    return whole if whole == value else float(value)


def document(reading: Reading) -> Item:
    """The reading as one JSON object; offsets are code points into the statement's text."""
    statement = reading.statement
    text = statement.text
    return {
        "id": statement.id,
        "lang": statement.language,
        "date": statement.date.isoformat() if statement.date else None,
        "dated": str(statement.dated),
        "quantities": [quantity(item, text) for item in reading.quantities],
        "dates": [_date(item, text) for item in reading.dates],
        "quotes": [_quote(item, text) for item in reading.quotes],
        "actors": [_actor(item, text) for item in reading.actors],
        "claims": [claim(item) for item in reading.claims],
    }


def _place(span: Span, text: str) -> Item:
    return {"start": span.start, "end": span.end, "surface": text[span.start : span.end]}


def _maybe(span: Span | None, text: str) -> Item | None:
    return None if span is None else _place(span, text)


def quantity(item: Quantity, text: str) -> Item:
    """A quantity as JSON."""
    figure, start, end = item.figure, item.span.start, item.span.end
    return {
        "start": start,
        "end": end,
        "surface": text[start:end],
        "number": _place(item.number, text),
        "value": number(figure.value),
        "low": number(figure.low),
        "high": number(figure.high),
        "unit": figure.unit,
        "bound": str(figure.bound),
        "grain": number(figure.grain),
        "counts": item.counts,
        "rule": item.rule,
    }


def _date(item: DateMention, text: str) -> Item:
    start, end = item.span.start, item.span.end
    return {
        "start": start,
        "end": end,
        "surface": text[start:end],
        "iso": item.iso,
        "kind": item.kind,
        "rule": item.rule,
    }


def _actor(item: Actor, text: str) -> Item:
    start, end = item.span.start, item.span.end
    return {
        "start": start,
        "end": end,
        "surface": text[start:end],
        "kind": item.kind,
        "id": item.id,
        "rule": item.rule,
    }


def _quote(item: Quote, text: str) -> Item:
    said = {
        **_place(item.span, text),
        "type": item.type,
        "speaker": item.speaker and name(item.speaker, "en"),  # a country by its name: it speaks, it is not counted
        "speaker_span": _maybe(item.speaker_span, text),
        "role": item.role,
        "cue": _maybe(item.cue, text),
        "rule": item.rule,
    }
    return said if item.group is None else {**said, "group": item.group}


def claim(item: Claim) -> Item:
    """A claim as JSON: `quantity` is the index of its figure in the reading."""
    return {
        "start": item.span.start,
        "end": item.span.end,
        "kind": item.kind,
        "who": item.who,
        "to": list(item.to),
        "quantity": item.quantity,
        "status": item.status,
        "from": item.since,
        "until": item.until,
        "gloss": item.gloss,
        "rule": item.rule,
    }
