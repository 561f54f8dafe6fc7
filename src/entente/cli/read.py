"""`entente read`: the figures, dates, actors, quotations and claims of a statement."""

from __future__ import annotations

import argparse
import sys

from entente.cli.inputs import asked, lines, options_for_statements, write_json, write_lines
from entente.reading import read
from entente.reporting.readings import document

SUMMARY = "read a statement: its figures, dates, actors, quotations and claims"
EXAMPLE = "entente read statement.txt --date 2015-06-03 --json"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    options_for_statements(parser)


def run(options: argparse.Namespace) -> int:
    """Read one statement, or JSON lines from standard input."""
    if options.jsonl:
        write_lines(document(read(line.text, language=line.language, date=line.date, id=line.id)) for line in lines())
        return 0
    statement = asked(options)
    reading = read(statement.text, language=statement.language, date=statement.date, id=statement.id)
    if options.json:
        write_json(document(reading))
    else:
        from entente.reporting.terminal import show_reading

        sys.stdout.write(show_reading(reading, options.lang, colour=sys.stdout.isatty()))
    return 0
