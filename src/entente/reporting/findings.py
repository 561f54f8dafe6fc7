"""Findings as the JSON of `entente check`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from entente.model.entry import DecisionEntry
from entente.model.finding import ClaimReading, Evidence, Finding, Verdict
from entente.model.reading import Reading
from entente.model.thread import Thread
from entente.reporting.phrases import phrase
from entente.reporting.readings import claim, number, quantity

__all__ = ["needs_a_person", "report", "thread"]

Item = dict[str, Any]


def report(
    reading: Reading,
    findings: Sequence[Finding],
    lang: str,
    *,
    ids: Sequence[str] = (),
    rulings: Sequence[DecisionEntry | None] = (),
) -> Item:
    """A statement and its findings as one JSON object; phrases are in `lang`, keys and verdicts always in English.

    `ids` are the findings' ids in the record, where they were recorded; `rulings` what persons ruled on them.
    """
    statement = reading.statement
    told = [_finding(reading, finding, lang) for finding in findings]
    for item, id in zip(told, ids, strict=False):
        item["id"] = id
    for item, ruled in zip(told, rulings, strict=False):
        if ruled:
            item["ruling"] = _ruling(ruled)
    return {
        "statement": {
            "id": statement.id,
            "title": statement.title,
            "lang": statement.language,
            "date": statement.date.isoformat() if statement.date else None,
            "dated": str(statement.dated),
            "url": statement.url,
            "text": statement.text,
        },
        "findings": told,
    }


def _ruling(ruled: DecisionEntry) -> Item:
    made = ruled.made.isoformat()
    return {"verdict": ruled.ruling, "reason": ruled.reason, "author": ruled.author, "made": made}


def _finding(reading: Reading, finding: Finding, lang: str) -> Item:
    text = reading.statement.text
    said = finding.claim
    first = finding.reading
    return {
        "claim": {
            **claim(said),
            "surface": text[said.span.start : said.span.end],
            "quantity": quantity(finding.quantity, text) if finding.quantity else None,
        },
        "check": finding.check,
        "verdict": str(finding.verdict),
        "value": number(finding.value),
        "unit": finding.unit,
        "ratio": number(finding.ratio),
        "reading": phrase(first.answer.words, lang) if first else None,
        "readings": [_reading(each, lang) for each in finding.readings],
        "evidence": [_evidence(row) for row in first.answer.evidence] if first else [],
        "note": " ".join(phrase(note, lang) for note in finding.notes),
    }


def _reading(each: ClaimReading, lang: str) -> Item:
    answer = each.answer
    return {
        "reading": phrase(answer.words, lang),
        "value": number(answer.value),
        "ceiling": number(answer.ceiling),
        "unit": answer.unit,
        "coverage": str(answer.coverage),
        "verdict": str(each.verdict),
        "because": answer.because,
        "evidence": [_evidence(row) for row in answer.evidence],
    }


def _evidence(row: Evidence) -> Item:
    return {
        "table": row.table,
        "source": row.source,
        "edition": row.edition,
        "rows": row.rows,
        "places": list(row.places),
        "snapshot": row.snapshot,
    }


def thread(found: Thread) -> Item:
    """A claim through several statements as JSON."""
    return {
        "check": found.check,
        "who": found.who,
        "mentions": [
            {
                "statement": one.statement,
                "date": one.day.isoformat() if one.day else None,
                "words": one.words,
                "verdict": str(one.finding.verdict),
                "relation": str(one.relation),
            }
            for one in found.mentions
        ],
    }


def needs_a_person(findings: Sequence[Finding]) -> bool:
    """Whether a finding asks for a person's judgement: anything contradicted or close."""
    return any(finding.verdict in (Verdict.CONTRADICTED, Verdict.CLOSE) for finding in findings)
