"""Laws of outside readers: nothing ungrounded ever survives, and nothing of our own is lost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.errors import Fault, Unreadable
from entente.model.reading import Reading
from entente.reading import read
from entente.reading.outside import consult, merge

TEXT = (
    "On 2 June 2015 the minister Anna Lindqvist said that Sweden had given 12 million euros to Jordan. "
    "The Office for Weather counted 4,200 tents, and Lindqvist promised more."
)
DAY = date(2015, 6, 3)
OWN = read(TEXT, language="en", date=DAY)
NAMES = ["SWE", "JOR", "FRA", "Anna Lindqvist", "Office for Weather", "Elvis Presley", "", 7, None]
KINDS = ["country", "person", "organisation", "group", "funding", "count", "direct", "indirect", "poem", None]
places = st.integers(-3, len(TEXT) + 3)
anything = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.lists(st.integers(), max_size=2))


@st.composite
def items(draw: st.DrawFn) -> Any:
    """An item that an outside reader may have made up: its span, surface, value, time and names."""
    start, end = draw(places), draw(places)
    item = {
        "start": start,
        "end": end,
        "surface": TEXT[start:end] if start >= 0 else "",
        "value": draw(st.sampled_from([12, 12_000_000, 12_000_000.0, 4200, "4200", None, 9e99])),
        "unit": draw(st.sampled_from(["EUR", "tent", "USD"])),
        "iso": draw(st.sampled_from(["2015-06-02", "2015", "2016-06-02", None])),
        "kind": draw(st.sampled_from(KINDS)),
        "type": draw(st.sampled_from(KINDS)),
        "id": draw(st.sampled_from(NAMES)),
        "speaker": draw(st.sampled_from(NAMES)),
        "role": draw(st.sampled_from(["minister", "king", 3])),
        "who": draw(st.sampled_from(NAMES)),
        "to": draw(st.lists(st.sampled_from(NAMES), max_size=2)),
        "quantity": draw(st.one_of(st.none(), st.integers(-2, 5))),
        "status": draw(st.sampled_from(["given", "stolen", None])),
        "from": draw(st.sampled_from(["2015-06-02", "1999", None])),
        "gloss": "an invention",
        "group": draw(st.one_of(st.none(), st.integers(-1, 3))),
    }
    for key in draw(st.lists(st.sampled_from(sorted(item)), max_size=2)):
        item[key] = draw(anything)
    return draw(st.sampled_from([item, item, item, item, item, [], "x"]))


tales = st.dictionaries(
    st.sampled_from(["quantities", "dates", "quotes", "actors", "claims", "songs"]),
    st.one_of(st.lists(items(), max_size=4), anything),
)


@settings(max_examples=150, deadline=None)
@given(tales)
def test_nothing_ungrounded_survives(told: Mapping[str, Any]) -> None:
    reading = merge(OWN, told, rule="outside: tale")
    hold_spans(reading)
    for quantity in reading.quantities:
        [again] = read(quantity.span.cut(TEXT), language="en", date=DAY).quantities
        assert (again.figure.value, again.figure.unit) == (quantity.figure.value, quantity.figure.unit)
    assert {mention.iso for mention in reading.dates} <= {"2015-06-02", "2015"}
    known = {actor.id for actor in reading.actors} | {None}
    assert known <= {"SWE", "JOR", "Anna Lindqvist", "Office for Weather", None}
    assert {quote.speaker for quote in reading.quotes} <= known
    assert {quote.role for quote in reading.quotes} <= {"minister", None}
    for claim in reading.claims:
        assert {claim.who, *claim.to} <= known
        assert {claim.since, claim.until} <= {None, "2015-06-02", "2015", "2015-06-03"} | {c.since for c in OWN.claims}
        assert claim.gloss != "an invention"
        if claim.quantity is not None:
            assert claim.span.holds(reading.quantities[claim.quantity].number)


@settings(max_examples=50, deadline=None)
@given(tales)
def test_nothing_of_our_own_is_lost(told: Mapping[str, Any]) -> None:
    reading = merge(OWN, told, rule="outside: tale")
    assert set(OWN.quantities) <= set(reading.quantities)
    assert set(OWN.dates) <= set(reading.dates)
    assert set(OWN.actors) <= set(reading.actors)
    assert set(OWN.quotes) <= set(reading.quotes)
    figures = {(claim.span, OWN.quantities[claim.quantity].span) for claim in OWN.claims if claim.quantity is not None}
    kept = {(c.span, reading.quantities[c.quantity].span) for c in reading.claims if c.quantity is not None}
    assert figures <= kept


def hold_spans(reading: Reading) -> None:
    spans = [
        item.span for key in ("quantities", "dates", "quotes", "actors", "claims") for item in getattr(reading, key)
    ]
    spans += [quote.cue for quote in reading.quotes if quote.cue]
    assert all(0 <= span.start < span.end <= len(TEXT) for span in spans)
    for several in (reading.quantities, reading.dates, reading.actors):
        ordered = [item.span for item in several]
        assert all(one.end <= other.start for one, other in pairwise(ordered))


def item(surface: str, **values: object) -> dict[str, object]:
    start = TEXT.index(surface)
    return {"start": start, "end": start + len(surface), "surface": surface, **values}


BARE = Reading(OWN.statement)  # as though our own reader had read nothing


def test_what_the_text_bears_out_is_added() -> None:
    told = {
        "quantities": [
            item("12 million euros", value=13_000_000, unit="EUR"),
            item("12 million euros", value=12_000_000, unit="EUR"),
        ],
        "dates": [item("2 June 2015", iso="2015-06-02")],
        "actors": [
            item("Sweden", kind="country", id="SWE"),
            item("Jordan", kind="country", id="USA"),
            item("Lindqvist promised".split()[0], kind="person", id="Anna Lindqvist"),
        ],
        "quotes": [item("Sweden had given 12 million euros to Jordan", type="indirect", speaker="Anna Lindqvist")],
        "claims": [
            item(
                "Sweden had given 12 million euros", kind="funding", who="SWE", to=["JOR"], quantity=1, status="given"
            ),
            item("Sweden had given 12 million euros", kind="funding", who="SWE", to=[], quantity=0, status="given"),
        ],
    }
    reading = merge(BARE, told, rule="outside: tale")
    assert [(q.figure.value, q.figure.unit, q.rule) for q in reading.quantities] == [
        (12_000_000, "EUR", "outside: tale")
    ]
    assert [mention.iso for mention in reading.dates] == ["2015-06-02"]
    assert {actor.id for actor in reading.actors} == {"SWE", "Anna Lindqvist"}
    assert [quote.speaker for quote in reading.quotes] == ["Anna Lindqvist"]
    assert [(claim.who, claim.to, claim.quantity) for claim in reading.claims] == [("SWE", (), 0)]


def test_a_reader_that_fails_is_a_fault() -> None:
    def break_down(text: str, language: str, day: date | None) -> Mapping[str, Any]:
        raise ZeroDivisionError

    with pytest.raises(Unreadable, match="tale: the outside reader failed: ZeroDivisionError"):
        consult(OWN, break_down, name="tale")
    with pytest.raises(Fault, match="tale: the outside reader gave no mapping"):
        consult(OWN, lambda text, language, day: [], name="tale")  # type: ignore[arg-type, return-value]
