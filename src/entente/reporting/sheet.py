"""Findings as CSV (RFC 4180), one line a reading, the one that decides first."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from entente.model.finding import ClaimReading, Finding
from entente.model.reading import Reading
from entente.reporting.phrases import phrase

__all__ = ["COLUMNS", "sheet"]

COLUMNS = (
    "statement date start end words check verdict said bound unit found ceiling ratio decides reading because "
    "sources".split()
)


def sheet(reading: Reading, findings: Sequence[Finding], lang: str, *, header: bool = True) -> str:
    """The findings on a statement; readings are in `lang`, numbers with a decimal point."""
    text = io.StringIO()
    writer = csv.writer(text)
    if header:
        writer.writerow(COLUMNS)
    for finding in findings:
        for number, one in enumerate(finding.readings):
            writer.writerow(_row(reading, finding, one, number == 0, lang))
        if not finding.readings:
            writer.writerow([*_said(reading, finding), "", "", "", "", "", "", ""])
    return text.getvalue()


def _said(reading: Reading, finding: Finding) -> list[object]:
    """The columns that the claim fills."""
    statement, quantity = reading.statement, finding.quantity
    span = quantity.span if quantity else finding.claim.span
    figure = quantity.figure if quantity else None
    return [
        statement.id,
        statement.date or "",
        span.start,
        span.end,
        span.cut(statement.text),
        finding.check,
        finding.verdict,
        figure.value if figure and figure.value is not None else figure.low if figure else "",
        figure.bound if figure else "",
        figure.unit if figure else finding.unit,
    ]


def _row(reading: Reading, finding: Finding, one: ClaimReading, first: bool, lang: str) -> list[object]:
    answer = one.answer
    said = _said(reading, finding)
    said[6] = one.verdict
    sources = " | ".join(f"{row.source}, {row.edition}, {row.rows}" for row in answer.evidence)
    found = [answer.value if answer.value is not None else "", answer.ceiling if answer.ceiling is not None else ""]
    ratio = finding.ratio if first and finding.ratio is not None else ""
    return [*said, *found, ratio, int(first), phrase(answer.words, lang), answer.because, sources]
