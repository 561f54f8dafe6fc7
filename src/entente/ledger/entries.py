"""Entries as the record writes them: canonical JSON, and the id that is its hash.

Canonical: UTF-8, no blanks, names sorted, fields at their default left out, decimals without noughts at
their end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass, replace
from decimal import Decimal
from hashlib import sha256
from typing import Any, Protocol

import msgspec

from entente.model.entry import (
    AlarmEntry,
    ClaimEntry,
    CommitmentEntry,
    DecisionEntry,
    Entry,
    FindingEntry,
    ForgottenEntry,
    RecordedReading,
    ScreeningEntry,
    SegmentEntry,
    SnapshotEntry,
    StatementEntry,
    Words,
)
from entente.model.finding import ClaimReading, Finding, Phrase
from entente.model.reading import Reading, Statement

__all__ = ["KINDS", "NAMES", "decode", "encode", "entries_of", "hash_of", "id_of"]

KINDS: dict[str, type[Entry]] = {
    "statement": StatementEntry,
    "claim": ClaimEntry,
    "finding": FindingEntry,
    "commitment": CommitmentEntry,
    "decision": DecisionEntry,
    "snapshot": SnapshotEntry,
    "segment": SegmentEntry,
    "alarm": AlarmEntry,
    "screening": ScreeningEntry,
    "forgotten": ForgottenEntry,
}
NAMES = {kind: name for name, kind in KINDS.items()}
LANGUAGES = ("en", "fr")


class Speaker(Protocol):
    """What puts a phrase into words of a language."""

    def __call__(self, told: Phrase, lang: str) -> str:
        """The words."""


def encode(entry: Entry) -> bytes:
    """The canonical JSON of an entry."""
    return msgspec.json.encode({"kind": NAMES[type(entry)], **plain(entry)}, order="sorted")


def decode(body: bytes | str) -> Entry:
    """The entry of a JSON text. Raises `msgspec.ValidationError` where it is none."""
    told = msgspec.json.decode(body, type=dict[str, Any])
    kind = KINDS.get(told.pop("kind", ""))
    if kind is None:
        raise msgspec.ValidationError("not a kind of entry")
    return msgspec.convert(told, kind)


def hash_of(body: bytes) -> str:
    """The id of an entry by its canonical JSON: SHA-256, in hexadecimal."""
    return sha256(body).hexdigest()


def id_of(entry: Entry) -> str:
    """The id of an entry."""
    return hash_of(encode(entry))


def plain(value: Any) -> Any:
    """A value in the types of JSON and those that msgspec writes in one way only; fields at their default left out."""
    if is_dataclass(value):
        stated = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: plain(each) for field, each in stated if field.default is MISSING or each != field.default}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return shortest(value) if isinstance(value, Decimal) else value


def shortest(value: Decimal) -> Decimal:
    """The same number without noughts at its end, so that it is written in one way whatever it was made from.

    `Decimal.normalize` would round it. Raises `ValueError` for what is no number.
    """
    sign, digits, exponent = value.as_tuple()
    if not value.is_finite():
        raise ValueError(f"{value} is no number")
    if not value:
        return Decimal(0)
    noughts = next(count for count, digit in enumerate(reversed(digits)) if digit)
    return Decimal((sign, digits[: len(digits) - noughts], int(exponent) + noughts))


def entries_of(reading: Reading, findings: Iterable[Finding], say: Speaker, snapshot: str = "") -> list[Entry]:
    """The entries of a statement that was read and checked: itself, its claims, the findings on them.

    `say` puts phrases into words; `snapshot` is the SHA-256 of the statement's raw bytes, where they are kept.
    """
    statement = statement_entry(reading.statement, snapshot)
    about = id_of(statement)
    quantities = reading.quantities
    claims = {
        claim: ClaimEntry(
            statement=about,
            claim=replace(claim, quantity=None),
            quantity=None if claim.quantity is None else quantities[claim.quantity],
        )
        for claim in reading.claims
    }
    found = [finding_entry(finding, id_of(claims[finding.claim]), say) for finding in findings]
    return [statement, *claims.values(), *found]


def statement_entry(statement: Statement, snapshot: str) -> StatementEntry:
    """The entry of a statement."""
    return StatementEntry(
        name=statement.id,
        text=statement.text,
        language=statement.language,
        date=statement.date,
        title=statement.title,
        url=statement.url,
        snapshot=snapshot,
    )


def finding_entry(finding: Finding, claim: str, say: Speaker) -> FindingEntry:
    """The entry of a finding on a claim of that id."""
    return FindingEntry(
        claim=claim,
        check=finding.check,
        verdict=finding.verdict,
        value=finding.value,
        unit=finding.unit,
        ratio=finding.ratio,
        readings=tuple(recorded(each, say) for each in finding.readings),
        notes=tuple(words(note, say) for note in finding.notes),
    )


def recorded(reading: ClaimReading, say: Speaker) -> RecordedReading:
    """A reading as it was told."""
    answer = reading.answer
    return RecordedReading(
        words=words(answer.words, say),
        verdict=reading.verdict,
        value=answer.value,
        unit=answer.unit,
        coverage=answer.coverage,
        ceiling=answer.ceiling,
        own=answer.own,
        because=answer.because,
        evidence=answer.evidence,
    )


def words(told: Phrase, say: Speaker) -> Words:
    """A phrase in each language that Entente speaks."""
    return {lang: say(told, lang) for lang in LANGUAGES}
