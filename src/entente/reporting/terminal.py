"""Findings on a terminal: the words with carets under them, and what was found."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest

from entente import plugins
from entente.model.entry import DecisionEntry
from entente.model.finding import ClaimReading, Evidence, Finding, Phrase, Verdict
from entente.model.reading import Dated, Reading, Statement
from entente.model.span import Span
from entente.model.thread import Thread
from entente.reporting.amounts import amount, day, figure
from entente.reporting.items import INDENT, WIDEST, Paint
from entente.reporting.names import name
from entente.reporting.phrases import dating, phrase
from entente.text.carets import caret_lines
from entente.text.say import say
from entente.text.sentences import sentences

__all__ = ["show_findings", "show_threads"]

NEAR = 2  # lines shown before and after those with carets
SHOWN = 2  # rows of an evidence that are named by their place
SHORT = 12  # characters of an id that are shown
GREY = "90"
COLOURS = {
    Verdict.CONFIRMED: "32",
    Verdict.CLOSE: "33",
    Verdict.CONTRADICTED: "31",
    Verdict.BOUNDED: "36",
    Verdict.SILENT: GREY,
}
BOLD = "1"


def show_findings(
    reading: Reading,
    findings: Sequence[Finding],
    lang: str,
    *,
    rulings: Sequence[DecisionEntry | None] = (),
    ids: Sequence[str] = (),
    colour: bool = False,
) -> str:
    """All findings on a statement, in the order of its text, the silent ones in brief after them, and a line of counts.

    How the day of the statement is known comes first, unless who asks has said it.
    `rulings` are what persons ruled on each of them, shown beside what was computed; `ids` those in the record.
    """
    paint = Paint(colour)
    blocks, silent = [], []
    for finding, ruled, id in zip_longest(findings, rulings[: len(findings)], ids[: len(findings)]):
        if finding.verdict is Verdict.SILENT and not ruled and not finding.readings:
            silent.append(finding)
            continue
        lines = list(_finding(reading, finding, lang, paint))
        lines += [INDENT + ruling(ruled, lang)] if ruled else []
        lines += [INDENT + say("recorded as finding {id}", lang, id=id[:SHORT])] if id else []
        blocks.append("\n".join(lines))
    given = reading.statement.date and reading.statement.dated is Dated.GIVEN
    head = [] if given else [paint(dating(reading.statement, lang), GREY)]
    return "\n\n".join([*head, *blocks, *_silent(reading, silent, lang, paint), tally(findings, lang)]) + "\n"


def _silent(reading: Reading, findings: Sequence[Finding], lang: str, paint: Paint) -> Iterator[str]:
    """The claims on which nothing is known, by what would tell: a line of the statement each, with its carets."""
    groups: dict[tuple[Phrase, ...], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.notes, []).append(finding)
    for notes, found in groups.items():
        head = paint(say(str(Verdict.SILENT), lang).upper(), f"{GREY};{BOLD}")
        marked: dict[str, str] = {}
        for finding in found:
            line, carets = next(pair for pair in _lines(reading, finding) if pair[1])
            marked[line] = "".join(map(max, zip_longest(marked.get(line, ""), carets, fillvalue=" ")))
        lines = [f"{head}  {'; '.join(phrase(note, lang) for note in notes)}"]
        lines += [INDENT + row for line, carets in marked.items() for row in (line, paint(carets, GREY))]
        yield "\n".join(lines)


def ruling(ruled: DecisionEntry, lang: str) -> str:
    """A person's ruling in words."""
    return say(
        "ruled by {author} on {day}: {ruling}, because: {reason}",
        lang,
        author=ruled.author,
        day=day(ruled.made.date(), lang),
        ruling=say(ruled.ruling, lang),
        reason=ruled.reason,
    )


def tally(findings: Sequence[Finding], lang: str) -> str:
    """How many findings of each verdict."""
    if not findings:
        return say("no claim that open data could check was found in this statement", lang)
    counts = [(verdict, sum(finding.verdict is verdict for finding in findings)) for verdict in Verdict]
    said = ", ".join(f"{say(str(verdict), lang)} {count}" for verdict, count in counts if count)
    return say("claims checked: {count} ({said})", lang, count=len(findings), said=said)


def _finding(reading: Reading, finding: Finding, lang: str, paint: Paint) -> Iterator[str]:
    yield from _words(reading, finding, paint)
    head = f"{say(str(finding.verdict), lang).upper()}"
    yield f"{INDENT}{paint(head, COLOURS[finding.verdict] + ';' + BOLD)}  {result(finding, lang)}"
    for index, each in enumerate(finding.readings):
        yield from (f"{INDENT}{line}" for line in _reading(each, index == 0, lang))
    yield from (f"{INDENT}{say('note: {words}', lang, words=phrase(note, lang))}" for note in finding.notes)


def _reading(each: ClaimReading, first: bool, lang: str) -> Iterator[str]:
    """A reading in words; of the first the evidence too, of the others what they would have found."""
    answer = each.answer
    words = phrase(answer.words, lang)
    if answer.because:
        words += f" ({say('chosen by the words “{words}”', lang, words=answer.because)})"
    if first:
        yield say("reading: {words}", lang, words=words)
        yield from (evidence(row, lang) for row in answer.evidence)
        return
    result = found(answer.value, answer.ceiling, answer.unit, lang)
    yield say("other reading: {words}", lang, words=words)
    yield f"  {result} ({say(str(each.verdict), lang)})"


def _words(reading: Reading, finding: Finding, paint: Paint) -> Iterator[str]:
    """The lines of the statement in which the claim stands, with carets under its figure or its words.

    Of a long passage only those near the carets are shown.
    """
    pairs = _lines(reading, finding)
    marked = [number for number, (_, carets) in enumerate(pairs) if carets]
    first, last = marked[0] - NEAR, marked[-1] + NEAR
    if first > 0:
        yield "…"
    for line, carets in pairs[max(first, 0) : last + 1]:
        yield line
        if carets:
            yield paint(carets, COLOURS[finding.verdict])
    if last + 1 < len(pairs):
        yield "…"


def _lines(reading: Reading, finding: Finding) -> list[tuple[str, str]]:
    """The lines around a claim, each with its carets."""
    text = reading.statement.text
    mark = finding.quantity.span if finding.quantity else finding.claim.span
    start, end = _sentence(reading.statement, finding.claim.span)
    width = min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns)
    return list(caret_lines(text[start:end], [(mark.start - start, mark.end - start)], width))


def _sentence(statement: Statement, span: Span) -> tuple[int, int]:
    """The sentences, within one paragraph, in which a claim's words stand."""
    text = statement.text
    start, stop = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    paragraph = text[start : stop if stop >= 0 else len(text)]
    abbreviations = plugins.one("languages", statement.language).abbreviations
    spans = [(start + first, start + last) for first, last in sentences(paragraph, abbreviations)]
    first = max((low for low, _ in spans if low <= span.start), default=span.start)
    return first, min((high for _, high in spans if high >= span.end), default=span.end)


def result(finding: Finding, lang: str) -> str:
    """What was found beside what was said, and their ratio."""
    reading = finding.reading
    if reading is None or reading.answer.value is None:
        return say("no facts in hand", lang)
    answer = reading.answer
    shown = say("found {found}", lang, found=found(answer.value, answer.ceiling, answer.unit, lang))
    if finding.ratio is None:
        return shown
    return f"{shown} · {say('ratio to the figure said: {ratio}', lang, ratio=figure(round(finding.ratio, 2), lang))}"


def found(value: Decimal | None, ceiling: Decimal | None, unit: str, lang: str) -> str:
    """A number found, or the two numbers between which it lies."""
    low = amount(value, unit, lang)
    if ceiling is None:
        return low
    return say("between {low} and {high}", lang, low=low, high=amount(ceiling, unit, lang))


def evidence(row: Evidence, lang: str) -> str:
    """A line of evidence: source, edition, how many rows and where they stand."""
    rows = say("{count} rows" if row.rows != 1 else "1 row", lang, count=row.rows)
    places = ", ".join(row.places[:SHOWN]) + (", …" if row.rows > SHOWN and row.places else "")
    said = f"{row.source}, {row.edition}; {row.table}, {rows}" + (f" ({places})" if places else "")
    return say("evidence: {rows}", lang, rows=said)


def show_threads(found: Sequence[Thread], lang: str) -> str:
    """The claims that several statements make: who said which figure on which day, and who changed it."""
    if not found:
        return ""
    lines = [say("the same claims through the statements:", lang)]
    for thread in found:
        lines += ["", f"{name(thread.who or '?', lang)}, {thread.check}"]
        for one in thread.mentions:
            when = one.day.isoformat() if one.day else "?"
            verdict = say(str(one.finding.verdict), lang)
            lines.append(f"{INDENT}{when}  {one.statement}: {one.words} ({say(str(one.relation), lang)}; {verdict})")
    return "\n".join(lines) + "\n"
