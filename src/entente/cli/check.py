"""`entente check`: what statements say, held against the open data."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from entente import plugins
from entente.cli.documents import files
from entente.cli.inputs import day, is_coloured, lines, options_for_statements, write_json, write_lines
from entente.errors import Unreadable, Unusable
from entente.reporting.findings import needs_a_person, report
from entente.text.say import say
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.model.entry import DecisionEntry
    from entente.model.finding import Finding
    from entente.model.reading import Reading, Statement

SUMMARY = "check statements against the open data"
EXAMPLE = "entente check statement.txt --date 2015-06-03 --html findings.html"
FORMS = ("csv", "claimreview", "annotations")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    options_for_statements(parser)
    lang = getattr(parser, "lang", "en")
    parser.add_argument("--html", metavar="OUT", help=say("write one self-contained HTML page to this file", lang))
    forms = say("another form of output: {names}", lang, names=", ".join(FORMS))
    parser.add_argument("--export", metavar=say("FORM", lang), choices=FORMS, help=forms)
    kept = say("keep the statement, its claims and the findings in the record", lang)
    parser.add_argument("--record", action="store_true", help=kept)
    strict = say("exit with 1 where a finding needs a person (contradicted or close)", lang)
    parser.add_argument("--strict", action="store_true", help=strict)


@dataclass(frozen=True, slots=True)
class Checked:
    """A statement that was checked: its ids in the record where it was recorded, and the rulings on its findings."""

    reading: Reading
    findings: Sequence[Finding]
    ids: Sequence[str]
    rulings: Sequence[DecisionEntry | None]


def run(options: argparse.Namespace) -> int:
    """Check statements, or JSON lines from standard input; 1 with --strict where a person is needed."""
    house = Workspace()
    if options.jsonl:
        write_lines(_told(_checked(house, line, options.record), options.lang) for line in lines())
        return 0
    checked = [_checked(house, one, options.record) for one in _asked(options)]
    if options.html:
        _write_page(options, checked)
    if options.export:
        _export(options, checked)
    elif options.json:
        told = [report(one.reading, one.findings, options.lang, ids=one.ids, rulings=one.rulings) for one in checked]
        write_json(told[0] if len(told) == 1 else {"statements": told, "threads": _threads(checked)})
    elif not options.html:
        _show(options, checked)
    return int(options.strict and any(needs_a_person(one.findings) for one in checked))


def _asked(options: argparse.Namespace) -> Iterator[Statement]:
    """The statements of the files and folders that the options name."""
    if not options.files:
        raise Unusable("entente check", "no statement was named", hint="a file, - for standard input, or --jsonl")
    when: date | None = day(options.date, "--date")
    if options.language:
        plugins.language(options.language)
    for file in files(options.files):
        yield file.statement(options.language, when)


def _checked(house: Workspace, statement: Statement, record: bool) -> Checked:
    reading = house.read_statement(statement)
    findings = house.check(reading)
    ids = house.keep(reading, findings) if record else ()
    return Checked(reading, findings, ids, house.rulings(reading, findings))


def _told(one: Checked, lang: str) -> dict[str, Any]:
    told = report(one.reading, one.findings, lang, ids=one.ids, rulings=one.rulings)
    return {"id": one.reading.statement.id, "findings": told["findings"]}


def _show(options: argparse.Namespace, checked: Sequence[Checked]) -> None:
    from entente.checking.threads import threads
    from entente.reporting.terminal import show_findings, show_threads

    colour = is_coloured()
    for one in checked:
        if len(checked) > 1:
            print(f"== {one.reading.statement.id}\n")
        shown = show_findings(one.reading, one.findings, options.lang, rulings=one.rulings, ids=one.ids, colour=colour)
        sys.stdout.write(shown + ("\n" if len(checked) > 1 else ""))
        if one.ids:
            print(say("findings recorded: {count}", options.lang, count=len(one.ids)))
    if len(checked) > 1:
        sys.stdout.write(show_threads(threads((one.reading, one.findings) for one in checked), options.lang))


def _threads(checked: Sequence[Checked]) -> list[dict[str, Any]]:
    from entente.checking.threads import threads
    from entente.reporting.findings import thread

    return [thread(one) for one in threads((one.reading, one.findings) for one in checked)]


def _export(options: argparse.Namespace, checked: Sequence[Checked]) -> None:
    """Each statement's findings in another form: CSV lines together, JSON-LD one object a statement."""
    from entente.reporting.annotations import annotation_page
    from entente.reporting.claimreview import reviews
    from entente.reporting.sheet import sheet

    for number, one in enumerate(checked):
        if options.export == "csv":
            sys.stdout.write(sheet(one.reading, one.findings, options.lang, header=number == 0))
        elif options.export == "claimreview":
            write_json(reviews(one.reading, one.findings, options.lang, today=date.today()))
        else:
            write_json(annotation_page(one.reading, one.findings, options.lang))


def _write_page(options: argparse.Namespace, checked: Sequence[Checked]) -> None:
    from entente.reporting.page import page

    if len(checked) != 1:
        hint = "name one file with --html"
        raise Unusable("--html", "only one statement can be written as a page", hint=hint)
    text = page(checked[0].reading, checked[0].findings, options.lang)
    try:
        Path(options.html).write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as trouble:
        hint = "choose a folder that may be written"
        raise Unreadable(
            options.html, "cannot be written: {trouble}", hint=hint, trouble=trouble.strerror or trouble
        ) from None
