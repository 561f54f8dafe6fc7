"""What the record keeps: one class a kind of entry. An entry is never altered; a later one may mend it.

Entries name each other by their ids, which are hashes of what they say (ledger/entries.py). `mends` is the id of the
earlier entry of the same kind that an entry takes the place of. A field at its default is left out of the hash, so
that a field added later leaves the ids of what is there as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from entente.model.facts import Coverage
from entente.model.finding import Evidence, Verdict
from entente.model.reading import Claim, Quantity

__all__ = [
    "AlarmEntry",
    "Batch",
    "ClaimEntry",
    "CommitmentEntry",
    "DecisionEntry",
    "Entry",
    "FindingEntry",
    "ForgottenEntry",
    "RecordedReading",
    "ScreeningEntry",
    "SegmentEntry",
    "SnapshotEntry",
    "StatementEntry",
    "Words",
]

Words = Mapping[str, str]  # what was told, by language (ISO 639-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What all entries share."""

    mends: str = ""

    @property
    def about(self) -> str:
        """The id of what the entry speaks of: an entry, a snapshot, or empty."""
        return ""

    @property
    def known(self) -> date | None:
        """The day on which the entry must be recorded, where it names one."""
        return None

    @property
    def once(self) -> tuple[str, ...]:
        """What is said of its subject by one entry of its kind only, the first; empty where all may be said again."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry(Entry):
    """A statement: its text as published, code point for code point; `snapshot` is the SHA-256 of its raw bytes."""

    name: str
    text: str
    language: str
    date: date | None = None
    title: str = ""
    url: str = ""
    snapshot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry(Entry):
    """What a statement asserts, tied to its span; `quantity` is the figure it says, where it says one."""

    statement: str
    claim: Claim
    quantity: Quantity | None = None

    @property
    def about(self) -> str:
        """The statement."""
        return self.statement


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedReading:
    """One reading of a claim as it was told: fields as in `Answer`, its words in each language."""

    words: Words
    verdict: Verdict
    value: Decimal | None
    unit: str
    coverage: Coverage
    ceiling: Decimal | None = None
    own: bool = False
    because: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingEntry(Entry):
    """A verdict on a claim: fields as in `Finding`; the reading that decides is the first."""

    claim: str
    check: str
    verdict: Verdict
    value: Decimal | None
    unit: str
    ratio: Decimal | None = None
    readings: tuple[RecordedReading, ...] = ()
    notes: tuple[Words, ...] = ()

    @property
    def about(self) -> str:
        """The claim."""
        return self.claim


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentEntry(Entry):
    """A claim that someone will do something: `who`, `what` in their words, for which line of effort of a coalition,
    by when (ISO 8601)."""

    claim: str
    who: str
    what: str
    coalition: str = ""
    line: str = ""
    due: str = ""

    @property
    def about(self) -> str:
        """The claim."""
        return self.claim


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionEntry(Entry):
    """A person's ruling on a match, a claim or a commitment, at an instant (UTC); `expires` is its first day without
    force."""

    subject: str
    ruling: str
    author: str
    reason: str
    made: datetime
    expires: date | None = None

    @property
    def about(self) -> str:
        """The subject: the id of an entry, or the key of a match."""
        return self.subject

    def lapsed(self, day: date) -> bool:
        """Whether it has no force any more on a day."""
        return self.expires is not None and self.expires <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmEntry(Entry):
    """A subject resembles a listing, as the files `lists` (SHA-256) have it. No name stands here.

    `subject` and `told` are HMAC-SHA-256, under a salt of the subject's own, of its data and of the account given of
    the match, which are kept apart and can be erased (ledger/kept.py). `content` is the SHA-256 of what matters of the
    listing. It mends the alarm before it on the same subject and listing.
    """

    subject: str
    told: str
    listing: str
    content: str
    lists: tuple[str, ...]
    score: Decimal
    threshold: Decimal

    @property
    def about(self) -> str:
        """The subject."""
        return self.subject

    @property
    def once(self) -> tuple[str, ...]:
        """The listing as it is, and the alarm before: nobody is alarmed twice by the same."""
        return (self.listing, self.content, self.mends)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningEntry(Entry):
    """So many names were screened at an instant (UTC) against the files `lists`: `raised` are the ids of the alarms
    that were new, `again` those of alarms before that were met again."""

    made: datetime
    names: int
    lists: tuple[str, ...]
    threshold: Decimal
    raised: tuple[str, ...] = ()
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgottenEntry(Entry):
    """What was kept of a subject, named as in its alarms, is erased: why, and by whom where a person asked for it."""

    subject: str
    reason: str
    author: str = ""

    @property
    def about(self) -> str:
        """The subject."""
        return self.subject


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotEntry(Entry):
    """A pull: the raw bytes of a source's file as they were on a day; `size` in bytes, `address` where from."""

    source: str
    name: str
    snapshot: str
    day: date
    size: int
    address: str = ""

    @property
    def about(self) -> str:
        """The SHA-256 of the raw bytes."""
        return self.snapshot

    @property
    def known(self) -> date:
        """The day of the pull."""
        return self.day


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentEntry(Entry):
    """A Parquet segment made of a snapshot: its table, its number of rows, the SHA-256 of its file.

    `beside` are the other snapshots that were read with it, where the parts of a watchlist are one list.
    """

    table: str
    source: str
    snapshot: str
    sha256: str
    rows: int
    beside: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """The SHA-256 of the raw bytes it was made of."""
        return self.snapshot

    @property
    def snapshots(self) -> tuple[str, ...]:
        """All raw bytes that it was made of."""
        return tuple(sorted((self.snapshot, *self.beside)))


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries recorded together on a day; `root` is their Merkle root, whose first leaf names the batch before it."""

    number: int
    previous: str
    day: date
    count: int
    root: str
