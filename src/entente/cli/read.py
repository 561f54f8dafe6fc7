"""`entente read`: the figures, dates, actors, quotations and claims of one statement, or of many."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from entente import plugins
from entente.cli.inputs import day, is_coloured, options_for_statements, statement, write_json
from entente.errors import Unreadable, Unusable
from entente.text.say import say
from entente.workspace import Settings, Workspace

if TYPE_CHECKING:
    from entente.cli.documents import File, Line, ReadJob
    from entente.engines import Outcome

SUMMARY = "read a statement, or many: figures, dates, actors, quotations and claims"
EXAMPLE = "entente read statement.txt --date 2015-06-03 --json\n  entente read statements/ --out readings.jsonl"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    options_for_statements(parser)
    lang = getattr(parser, "lang", "en")
    out = say("write JSON lines to this file; a run that was stopped goes on where it stopped", lang)
    parser.add_argument("--out", metavar="OUT", help=out)
    processes = say("processes that read at once (as many as there are cores; with --jsonl one)", lang)
    parser.add_argument("--processes", metavar="N", type=int, help=processes)


def run(options: argparse.Namespace) -> int:
    """Read one statement, or a batch: several files, a folder, JSON lines, or whatever has an --out."""
    if options.jsonl and options.files:
        raise Unusable("entente read", "{name} and {other} exclude each other", name="--jsonl", other="FILE")
    if not (options.jsonl or options.files):
        raise Unusable("entente read", "no statement was named", hint="a file, - for standard input, or --jsonl")
    if options.processes is not None and options.processes < 1:
        raise Unusable("--processes", "{name} cannot be {value}", name="--processes", value=options.processes)
    settings = Settings.load()
    one = len(options.files) == 1 and not Path(options.files[0]).is_dir()
    if options.jsonl or options.out or not one:
        return _run_batch(options, settings)
    return _run_one(options, settings)


def _run_one(options: argparse.Namespace, settings: Settings) -> int:
    asked = statement(options.files[0], language=options.language, when=day(options.date, "--date"))
    reading = Workspace(settings).read_statement(asked)
    if options.json:
        from entente.reporting.readings import document

        write_json(document(reading))
    else:
        from entente.reporting.items import show_reading

        sys.stdout.write(show_reading(reading, options.lang, colour=is_coloured()))
    return 0


def _run_batch(options: argparse.Namespace, settings: Settings) -> int:
    from entente.cli.batches import cores
    from entente.cli.documents import ReadJob, files, stream

    if options.json:
        raise Unusable("--json", "several statements are JSON lines already", hint="leave it out")
    if options.language:
        plugins.language(options.language)
    job = ReadJob(options.lang, options.language, day(options.date, "--date"), settings)
    documents: Iterable[File | Line] = stream(sys.stdin.buffer) if options.jsonl else files(options.files)
    processes = options.processes or (1 if options.jsonl else cores())
    if options.out:
        return _into_file(Path(options.out), job, documents, processes)
    return _into_stream(job, documents, processes, strict=options.jsonl)


def _into_file(out: Path, job: ReadJob, documents: Iterable[File | Line], processes: int) -> int:
    from entente.cli.batches import Output, tell_asides
    from entente.cli.progress import progress

    total = len(documents) if isinstance(documents, list) else None
    with Output(out, job.work()) as output, progress(total, say("reading", job.lang)) as step:
        step(output.point.done)
        for _ in output.write(_results(job, output.skip(documents), processes)):
            step(1)
    tell_asides(output.count, str(output.aside_path), job.lang)
    return 0


def _into_stream(job: ReadJob, documents: Iterable[File | Line], processes: int, *, strict: bool) -> int:
    """JSON lines on standard output; with `strict` the first document that cannot be read is a fault."""
    from entente.cli.batches import tell_asides

    asides = 0
    for document, outcome in _results(job, documents, processes):
        if outcome.line:
            sys.stdout.buffer.write(outcome.line + b"\n")
            continue
        sys.stdout.buffer.flush()
        fault = Unreadable(document.where, "cannot be read: {trouble}", hint=outcome.hint, trouble=outcome.reason)
        if strict:
            raise fault
        print(fault.say(job.lang), file=sys.stderr)
        asides += 1
    sys.stdout.buffer.flush()
    tell_asides(asides, "", job.lang)
    return 0


def _results(job: ReadJob, documents: Iterable[File | Line], processes: int) -> Iterator[tuple[File | Line, Outcome]]:
    results: Iterator[tuple[File | Line, Outcome]] = plugins.one("engines", "local").run(
        job, documents, processes, None
    )
    return results
