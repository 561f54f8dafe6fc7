"""Batches of `entente screen`: large files into JSON lines, in processes, going on where they stopped."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from entente import plugins
from entente.cli.batches import Output, cores, tell_asides
from entente.cli.progress import progress
from entente.cli.subjects import Intake, SetAside
from entente.engines import Outcome
from entente.errors import Unusable
from entente.model.match import Subject
from entente.text.say import say

if TYPE_CHECKING:
    from entente.screening.index import Index
    from entente.screening.screen import Screener

__all__ = ["Floors", "Named", "ScreenJob", "options_for_batches", "screen_batch"]

TOGETHER = 512  # subjects that travel together: retrieval looks up many at once


def options_for_batches(parser: argparse.ArgumentParser) -> None:
    """The arguments of a command that screens batches."""
    lang = getattr(parser, "lang", "en")
    out = say("write JSON lines to this file, or into this folder; a run that was stopped goes on", lang)
    parser.add_argument("--out", metavar="OUT", help=out)
    processes = say("processes that screen at once, with --out (as many as there are cores)", lang)
    parser.add_argument("--processes", metavar="N", type=int, help=processes)


@dataclass(frozen=True, slots=True)
class Floors:
    """The score from which a match is told, and the one from which it needs a person."""

    told: float
    alarm: float


@dataclass(frozen=True, slots=True)
class Named:
    """A subject, or what was set aside, as a document of a batch: in JSON, which travels faster than a value."""

    where: str
    data: bytes
    screened: bool

    @classmethod
    def of(cls, found: Subject | SetAside) -> Named:
        """The document that a subject is, or what was set aside."""
        place = found.where if isinstance(found, Subject) else ", ".join(filter(None, (found.file, found.place)))
        return cls(place, msgspec.json.encode(found), isinstance(found, Subject))

    def mark(self) -> bytes:
        """All of it."""
        return self.data

    def __reduce__(self) -> tuple[type[Named], tuple[str, bytes, bool]]:
        """What travels between processes: a third of what a dataclass's own way costs."""
        return Named, (self.where, self.data, self.screened)


@dataclass(frozen=True, slots=True)
class ScreenJob:
    """The job of `entente screen`: from subjects to lines of JSON."""

    index: Index
    floors: Floors
    lang: str

    def __call__(self, documents: Sequence[Named]) -> list[Outcome]:
        """One outcome a subject; trouble that nobody foresaw sets aside the one that makes it."""
        try:
            return list(self._outcomes(documents))
        except Exception as trouble:  # one name must not cost the others theirs
            if len(documents) > 1:
                return [outcome for document in documents for outcome in self((document,))]
            reason = say("a fault of the program: {trouble}", self.lang, trouble=repr(trouble))
            return [Outcome(reason=reason, hint=say("report it, with the document", self.lang))]

    def _outcomes(self, documents: Sequence[Named]) -> Iterator[Outcome]:
        from entente.screening.once import screen_once

        subjects = [msgspec.json.decode(each.data, type=Subject) for each in documents if each.screened]
        screened = screen_once(_screener(self.index), subjects, floor=self.floors.told)
        for each in documents:
            if each.screened:
                yield Outcome(self._line(*next(screened)))
            else:
                yield Outcome(reason=msgspec.json.decode(each.data, type=SetAside).told(self.lang))

    def _line(self, subject: Subject, matches: Sequence[Any]) -> bytes:
        from entente.screening.account import as_values, placed

        told = [as_values(match, self.floors.alarm, self.lang) for match in matches]
        return msgspec.json.encode({"id": subject.id, "name": subject.name, **placed(subject), "matches": told})


@lru_cache(maxsize=1)
def _screener(index: Index) -> Screener:
    """What screens in this process, and remembers what it looked up."""
    from entente.screening.screen import Screener

    return Screener(index)


def screen_batch(intake: Intake, index: Index, floors: Floors, options: argparse.Namespace) -> int:
    """Screen whom an intake names into a file, or each file of a folder into one of its own.

    1 with --strict where a match, or what was set aside, needs a person.
    """
    if options.json:
        raise Unusable("--json", "several names are JSON lines already", hint="leave it out")
    if options.processes is not None and options.processes < 1:
        raise Unusable("--processes", "{name} cannot be {value}", name="--processes", value=options.processes)
    work = {
        "index": sha256(index.entries).hexdigest(),
        "floors": [floors.told, floors.alarm],
        "remittance": options.remittance,
        "columns": sorted(options.column),
    }
    job = ScreenJob(index, floors, options.lang)
    needed = [_into_file(out, job, part, work, options, total) for part, out, total in _parts(intake, options)]
    return int(any(needed) and options.strict)


def _parts(intake: Intake, options: argparse.Namespace) -> Iterator[tuple[Iterator[Named], Path, int | None]]:
    """The documents of a batch, the file they go to, and about how many they are.

    Into a folder, those of each file go to one of its name.
    """
    out = Path(options.out)
    if not (out.is_dir() or options.out.endswith("/")):
        yield map(Named.of, intake.found()), out, intake.about
        return
    for name, found in intake.by_file():
        file = out / f"{name}.jsonl"
        file.parent.mkdir(parents=True, exist_ok=True)
        yield map(Named.of, found), file, None


def _into_file(
    out: Path,
    job: ScreenJob,
    documents: Iterator[Named],
    work: dict[str, Any],
    options: argparse.Namespace,
    total: int | None,
) -> bool:
    """Whether anything of it needs a person."""
    needed = False
    with Output(out, work) as output, progress(total, say("screening", job.lang)) as step:
        rest = output.skip(documents)
        step(output.point.done)
        results = plugins.one("engines", "local").run(job, rest, options.processes or cores(), TOGETHER)
        for outcome in output.write(results):
            step(1)
            needed |= bool(outcome.reason) or b'"alarm":true' in outcome.line
    tell_asides(output.count, str(output.aside_path), job.lang)
    told = "{done} names into {out}"
    print(say(told, job.lang, done=output.point.done - output.count, out=out))
    return needed or bool(output.count)
