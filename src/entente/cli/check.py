"""`entente check`: what a statement says, held against the open data."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from entente.cli.inputs import asked, lines, options_for_statements, write_json, write_lines
from entente.errors import Unreadable
from entente.model.reading import Statement
from entente.reporting.findings import needs_a_person, report
from entente.text.say import say
from entente.workspace import Workspace

SUMMARY = "check a statement against the open data"
EXAMPLE = "entente check statement.txt --date 2015-06-03 --html findings.html"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    options_for_statements(parser)
    lang = getattr(parser, "lang", "en")
    parser.add_argument("--html", metavar="OUT", help=say("write one self-contained HTML page to this file", lang))
    strict = say("exit with 1 where a finding needs a person (contradicted or close)", lang)
    parser.add_argument("--strict", action="store_true", help=strict)


def run(options: argparse.Namespace) -> int:
    """Check one statement, or JSON lines from standard input; 1 with --strict where a person is needed."""
    house = Workspace()
    if options.jsonl:
        write_lines(_lines(house, options.lang))
        return 0
    statement = asked(options)
    reading = house.read(statement.text, language=statement.language, date=statement.date, id=statement.id)
    findings = house.check(reading)
    if options.html:
        from entente.reporting.page import page

        _write(options.html, page(reading, findings, options.lang))
    if options.json:
        write_json(report(reading, findings, options.lang))
    elif not options.html:
        from entente.reporting.terminal import show_findings

        sys.stdout.write(show_findings(reading, findings, options.lang, colour=sys.stdout.isatty()))
    return int(options.strict and needs_a_person(findings))


def _lines(house: Workspace, lang: str) -> Iterator[dict[str, Any]]:
    for line in lines():
        yield _line(house, line, lang)


def _line(house: Workspace, line: Statement, lang: str) -> dict[str, Any]:
    reading = house.read(line.text, language=line.language, date=line.date, id=line.id)
    return {"id": line.id, "findings": report(reading, house.check(reading), lang)["findings"]}


def _write(name: str, text: str) -> None:
    try:
        Path(name).write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as trouble:
        hint = "choose a folder that may be written"
        raise Unreadable(name, "cannot be written: {trouble}", hint=hint, trouble=trouble.strerror or trouble) from None
