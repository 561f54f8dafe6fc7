"""Entries of our own invention, one of each kind."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from entente.ledger.entries import id_of
from entente.model.entry import (
    ClaimEntry,
    CommitmentEntry,
    DecisionEntry,
    Entry,
    FindingEntry,
    RecordedReading,
    SegmentEntry,
    SnapshotEntry,
    StatementEntry,
)
from entente.model.facts import Coverage
from entente.model.figure import Bound, Figure
from entente.model.finding import Evidence, Verdict
from entente.model.reading import Claim, Quantity
from entente.model.span import Span

TEXT = "Le Portugal verse près de 4,5 millions d’euros au HCR."
DAY = date(2015, 6, 3)
HASH = "ab" * 32

STATEMENT = StatementEntry(name="lisbonne", text=TEXT, language="fr", date=DAY)
CLAIM = ClaimEntry(
    statement=id_of(STATEMENT),
    claim=Claim(Span(0, 53), "funding", "PRT", ("UNHCR",), status="given"),
    quantity=Quantity(Span(18, 46), Span(26, 38), Figure(Decimal(4500000), "EUR", Bound.NEARLY, Decimal(100000))),
)
FINDING = FindingEntry(
    claim=id_of(CLAIM),
    check="funding",
    verdict=Verdict.BOUNDED,
    value=Decimal("4.1e6"),
    unit="EUR",
    ratio=Decimal("0.91"),
    readings=(
        RecordedReading(
            words={"en": "what its government paid", "fr": "ce que son gouvernement a payé"},
            verdict=Verdict.BOUNDED,
            value=Decimal("4.1e6"),
            unit="EUR",
            coverage=Coverage.FLOOR,
            evidence=(Evidence("flows", "fts", "an export", 2, ("line 3", "line 5"), HASH),),
        ),
    ),
    notes=({"en": "a floor", "fr": "un plancher"},),
)
COMMITMENT = CommitmentEntry(claim=id_of(CLAIM), who="PRT", what="un hôpital de campagne", due="2016")
DECISION = DecisionEntry(
    subject=id_of(CLAIM),
    ruling="upheld",
    author="a desk officer",
    reason="the ministry confirms it",
    made=datetime(2015, 6, 4, 9, 30, tzinfo=UTC),
    expires=date(2016, 6, 4),
)
SNAPSHOT = SnapshotEntry(source="fts", name="flows.csv", snapshot=HASH, day=DAY, size=420)
SEGMENT = SegmentEntry(table="flows", source="fts", snapshot=HASH, sha256="cd" * 32, rows=2)

EVERY: tuple[Entry, ...] = (STATEMENT, CLAIM, FINDING, COMMITMENT, DECISION, SNAPSHOT, SEGMENT)


def statement(number: int, *, words: int = 3) -> StatementEntry:
    """One of many statements."""
    return StatementEntry(name=f"statement {number}", text="encore " * words, language="fr")
