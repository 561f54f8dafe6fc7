"""`entente trace`: follows a finding to its claim, its statement, the rows it rests on and their raw bytes."""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from entente.cli.inputs import write_json
from entente.cli.openings import alarm_lines, alarm_values, proved
from entente.model.entry import (
    AlarmEntry,
    ClaimEntry,
    DecisionEntry,
    FindingEntry,
    ForgottenEntry,
    ScreeningEntry,
    StatementEntry,
)
from entente.reporting.amounts import amount, day
from entente.text.carets import caret_lines
from entente.text.say import say
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.ledger.record import Recorded
    from entente.ledger.trace import Raw, Row, Trace
    from entente.model.entry import Entry

SUMMARY = "follow a finding to its bytes: claim, statement, rows, raw files"
EXAMPLE = "entente trace 5340c99b"
LATEST = 20  # findings that are listed where none is named
SHORT = 12  # characters of an id that are shown
WIDTH = 96
INDENT = "    "


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    lang = getattr(parser, "lang", "en")
    named = say(
        "the id of an entry, or its first characters, or of a listing; without one, the latest findings are listed",
        lang,
    )
    parser.add_argument("id", nargs="?", metavar=say("ID", lang), help=named)
    parser.add_argument("--json", action="store_true", help=say("one JSON object", lang))
    opening = say("of an alarm: what --json told of it earlier, to be held against what is recorded", lang)
    parser.add_argument("--opening", metavar=say("FILE", lang), help=opening)


def run(options: argparse.Namespace) -> int:
    """Follow the entry named, or list the latest findings."""
    from entente.ledger.trace import trace

    house = Workspace()
    if not options.id:
        print("\n".join(latest(house, options.lang)))
        return 0
    followed = trace(options.id, record=house.record, facts=house.facts)
    if options.opening:
        return proved(followed.entries[0], options)
    alarm = next((each.id for each in followed.entries if isinstance(each.entry, AlarmEntry)), None)
    first = followed.entries[0]
    finding = isinstance(first.entry, FindingEntry)
    rulings = [each.entry for each in house.record.entries(DecisionEntry, about=first.id)] if finding else []
    if options.json:
        write_json(
            document(followed)
            | {"rulings": [asdict(one) for one in rulings]}
            | (alarm_values(alarm, house, options.lang) if alarm else {})
        )
        return 0
    print("\n".join(shown(followed, options.lang, rulings)))
    if alarm:
        print("\n".join(alarm_lines(alarm, house, options.lang)))
    return 0


def latest(house: Workspace, lang: str) -> Iterator[str]:
    """The latest findings, one a line."""
    found = deque(house.record.entries(FindingEntry), LATEST)
    if not found:
        yield say("the record holds no finding", lang)
    for each in found:
        yield f"{each.id[:SHORT]}  {each.day}  {each.entry.check:<12}  {verdict(each.entry, lang)}"
        yield from (f"{INDENT}{line}" for line in about(each.entry, house))


def about(finding: FindingEntry, house: Workspace) -> Iterator[str]:
    """The statement that a finding is about, and the words of the claim, shortened."""
    claim = house.record.find(finding.about)
    statement = house.record.find(claim.entry.about) if claim else None
    if claim and statement and isinstance(claim.entry, ClaimEntry) and isinstance(statement.entry, StatementEntry):
        words = shorten(claim.entry.claim.span.cut(statement.entry.text), WIDTH, placeholder=" …")
        yield f"{statement.entry.name}: {words}"


def verdict(finding: FindingEntry, lang: str) -> str:
    """A verdict and what was found, in words."""
    return f"{say(str(finding.verdict), lang).upper()}  {amount(finding.value, finding.unit, lang)}"


def shown(followed: Trace, lang: str, rulings: Iterable[DecisionEntry] = ()) -> Iterator[str]:
    """A trace for a terminal, with what persons ruled on the finding."""
    text = next((each.entry.text for each in followed.entries if isinstance(each.entry, StatementEntry)), "")
    for known in followed.entries:
        told = {"kind": say(kind(known), lang), "id": known.id, "day": day(known.day, lang), "batch": known.batch}
        yield say("{kind} {id}, recorded {day} in batch {batch}", lang, **told)
        yield from (f"{INDENT}{line}".rstrip() for line in inside(known.entry, text, lang))
    for ruled in rulings:
        told = {"author": ruled.author, "ruling": say(ruled.ruling, lang), "reason": ruled.reason}
        yield say("{author} ruled {ruling}: {reason}", lang, **told)
    for row in followed.rows:
        yield from row_lines(row, lang)
    for raw in followed.files:
        yield from file_lines(raw, lang)
    proof = followed.proof
    holds = say("holds" if proof.holds() else "does not hold", lang)
    told = {"holds": holds, "batch": proof.batch.number, "root": proof.batch.root}
    yield say("the proof that it is in batch {batch} under the root {root} {holds}", lang, **told)


def kind(known: Recorded[Entry]) -> str:
    """The kind of an entry, in English."""
    from entente.ledger.entries import NAMES

    return NAMES[type(known.entry)]


def inside(entry: Entry, text: str, lang: str) -> Iterator[str]:
    """What an entry says, line by line."""
    match entry:
        case FindingEntry():
            yield verdict(entry, lang)
            if entry.readings:
                yield say("reading: {words}", lang, words=entry.readings[0].words.get(lang, ""))
        case ClaimEntry():
            span = entry.claim.span
            for line, carets in caret_lines(text, [(span.start, span.end)], WIDTH):
                if carets:
                    yield from (line, carets)
        case StatementEntry():
            told = {"name": entry.name, "language": entry.language, "count": len(entry.text)}
            yield say("{name}, in {language}, {count} characters", lang, **told)
        case AlarmEntry():
            scores = {"score": entry.score, "threshold": entry.threshold}
            yield say("{listing}, score {score} over {threshold}", lang, listing=entry.listing, **scores)
        case ScreeningEntry():
            told = {"names": entry.names, "raised": len(entry.raised), "again": len(entry.again)}
            yield say("{names} names; alarms raised: {raised}, met again: {again}", lang, **told)
        case ForgottenEntry():
            told = {"by": entry.author or "Entente", "reason": say(entry.reason, lang)}
            yield say("a name erased by {by}: {reason}", lang, **told)
        case DecisionEntry():
            yield say(
                "{author} ruled {ruling}: {reason}", lang, author=entry.author, ruling=entry.ruling, reason=entry.reason
            )


def row_lines(row: Row, lang: str) -> Iterator[str]:
    """A row of the facts, and what stands at its place in the raw bytes."""
    evidence = row.evidence
    told = {"table": evidence.table, "source": evidence.source, "edition": evidence.edition, "place": row.place}
    yield say("row of {table}, {source} ({edition}), {place}", lang, **told)
    yield f"{INDENT}{', '.join(f'{name} {value}' for name, value in row.cells.items())}"
    if row.excerpt and row.excerpt.span:
        first, last = row.excerpt.span
        yield INDENT + say("bytes {first} to {last}: {text}", lang, first=first, last=last, text=row.excerpt.text)
    elif row.excerpt:
        yield INDENT + say("it reads: {text}", lang, text=row.excerpt.text)


def file_lines(raw: Raw, lang: str) -> Iterator[str]:
    """Raw bytes that were kept."""
    if raw.size is None:
        yield say("raw bytes {hash}: missing", lang, hash=raw.snapshot)
        return
    yield say("raw bytes {hash}, {size} bytes", lang, hash=raw.snapshot, size=raw.size)
    yield f"{INDENT}{raw.path}"
    for each in raw.pulls:
        told = {"source": each.entry.source, "name": each.entry.name, "day": day(each.entry.day, lang)}
        yield INDENT + say("pulled {day} from {source} as {name}", lang, **told)


def document(followed: Trace) -> dict[str, Any]:
    """A trace as JSON."""
    from entente.ledger.entries import plain

    return {
        "entries": [
            {"id": known.id, "kind": kind(known), "batch": known.batch, "day": known.day, **plain(known.entry)}
            for known in followed.entries
        ],
        "rows": [asdict(row) for row in followed.rows],
        "files": [
            {
                "snapshot": raw.snapshot,
                "path": str(raw.path),
                "size": raw.size,
                "pulls": [asdict(each.entry) for each in raw.pulls],
            }
            for raw in followed.files
        ],
        "proof": asdict(followed.proof),
    }
