"""Whom a command is given to screen: a name, a file or a folder of files, or JSON lines; and what was set aside."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from entente.errors import Fault, Unreadable, Unusable
from entente.text.say import say

if TYPE_CHECKING:
    from entente.messages import Message, Wanted
    from entente.model.aside import Aside
    from entente.model.listing import BirthDate
    from entente.model.match import Subject

__all__ = ["Intake", "SetAside", "aside_of", "options_for_subjects", "show_columns"]

# How the names of files end that hold names; a name of somebody may end in ".com".
SUFFIXES = frozenset(
    ".csv .tsv .txt .xml .xlsx .xls .ods .json .jsonl .ndjson .parquet .fin .rje .edi .mt .pdf .docx .zip .gz".split()
)


def options_for_subjects(parser: argparse.ArgumentParser) -> None:
    """The arguments of a command that takes subjects in files."""
    lang = getattr(parser, "lang", "en")
    column = say("read a column of a table as a field (name, birth_date, ...); say it again for more", lang)
    parser.add_argument("--column", metavar=say("FIELD=HEADING", lang), action="append", default=[], help=column)
    shown = say("show as what the columns of a table are read, and do nothing", lang)
    parser.add_argument("--columns", action="store_true", help=shown)
    texts = say("also the names that remittance texts may hold", lang)
    parser.add_argument("--remittance", action="store_true", help=texts)


@dataclass(frozen=True, slots=True)
class SetAside:
    """What was not screened: its file, its place there, what it says, why, and whether nobody of that place was."""

    file: str
    place: str
    value: str
    reason: str
    whole: bool

    def line(self, lang: str) -> str:
        """On one line."""
        from entente.screening.account import place

        return f"{', '.join(filter(None, (self.file, place(self.place, lang))))}: {self.told(lang)}"

    def told(self, lang: str) -> str:
        """The reason, and what was said."""
        said = " ".join(self.value.split())
        return say(self.reason, lang) + (f" ({said})" if said else "")


def aside_of(aside: Aside, file: str) -> SetAside:
    """What a reader set aside of a file."""
    place = ", ".join(filter(None, (aside.place, aside.field)))
    return SetAside(file, place, aside.value, aside.reason, aside.whole)


class Intake:
    """Subjects in their order, read as they are asked for.

    `asides` is what was set aside so far, `read` how many subjects there were, `distinct` how many different ones.
    """

    def __init__(self, options: argparse.Namespace) -> None:
        """What the options name.

        Raises `Unusable` where they name nobody, for a birth date and a country that are none, and `Unreadable` for a
        file that is not there.
        """
        if not options.name and not options.jsonl:
            raise Unusable("entente screen", "no name was given", hint="a name, a file of names, or --jsonl")
        self.options = options
        self.path = Path(options.name) if options.name and Path(options.name).exists() else None
        if options.name and self.path is None and _is_path(options.name):
            raise Unreadable(options.name, "there is no such file", hint="check the path")
        self.birth = _born(options.birth_date)
        _known_nation(options.nationality)
        self.asides: list[SetAside] = []
        self.read = 0
        self.different: set[int] = set()

    @cached_property
    def wanted(self) -> Wanted:
        """What is wanted of a file. Raises `Unusable` for a column that is told in another way."""
        from entente.messages import Wanted

        told = [each.partition("=")[::2] for each in self.options.column]
        for each, (field, heading) in zip(self.options.column, told, strict=True):
            if not field.strip() or not heading.strip():
                hint = "a field, an equals sign, the heading of its column: name=Beneficiary"
                raise Unusable("--column", "{said} names no column", hint=hint, said=repr(each))
        return Wanted(self.options.remittance, [(field.strip(), heading.strip()) for field, heading in told])

    @cached_property
    def files(self) -> list[tuple[str, Path, Message | SetAside]]:
        """Each file with its name and the message that it is, or why it is set aside.

        Raises `Unreadable` where a file alone is no message.
        """
        from entente.screening.parties import files_in, message_of

        found: list[tuple[str, Path, Message | SetAside]] = []
        for path in files_in(self.path) if self.path else ():
            name = path.relative_to(self.path).as_posix() if self.path and path != self.path else path.name
            try:
                found.append((name, path, message_of(path)))
            except Fault as fault:
                found.append((name, path, self._refused(fault, name)))
        return found

    @property
    def about(self) -> int | None:
        """About how many the files name; None where one does not tell."""
        counts = [0 if isinstance(one, SetAside) else one.count and one.count(path) for _, path, one in self.files]
        known = [count for count in counts if count is not None]
        return sum(known) if known and len(known) == len(counts) else None

    def __iter__(self) -> Iterator[Subject]:
        """The subjects; what is no subject goes to `asides`."""
        from entente.model.match import Subject
        from entente.screening.once import same

        for found in self.found():
            if isinstance(found, Subject):
                self.read += 1
                self.different.add(hash(same(found)))
                yield found
            else:
                self.asides.append(found)

    def found(self) -> Iterator[Subject | SetAside]:
        """The subjects and what was set aside, in their order."""
        from entente.model.match import Subject

        options = self.options
        if self.path:
            for _, found in self.by_file():
                yield from found
        elif options.name:
            yield Subject("1", options.name, options.kind, self.birth, options.nationality, tuple(options.identifier))
        else:
            yield from _lines(sys.stdin.buffer)

    def by_file(self) -> Iterator[tuple[str, Iterator[Subject | SetAside]]]:
        """Each file's name, with its subjects and what was set aside of it."""
        for name, path, message in self.files:
            yield name, self._of_file(name, path, message)

    def _of_file(self, name: str, path: Path, message: Message | SetAside) -> Iterator[Subject | SetAside]:
        from entente.model.match import Subject
        from entente.screening.parties import parties

        if isinstance(message, SetAside):
            yield message
            return
        try:
            for found in parties(path, self.wanted, message):
                if isinstance(found, Subject):
                    where = found.where if path == self.path else f"{name}, {found.where}"
                    yield self._filled(found, where, name)
                else:
                    yield aside_of(found, name)
        except Fault as fault:
            yield self._refused(fault, name)

    def _filled(self, subject: Subject, where: str, file: str) -> Subject:
        """A subject of a file, with what the options tell of all where the file does not tell it."""
        options = self.options
        return type(subject)(
            subject.id,
            subject.name,
            subject.kind or options.kind,
            subject.birth_date or self.birth,
            subject.nationality or options.nationality,
            (*subject.identifiers, *options.identifier),
            subject.role,
            where,
            file,
        )

    def _refused(self, fault: Fault, name: str) -> SetAside:
        """A file of a folder set aside with its fault; the fault of a file that was named is raised."""
        if not self.path or not self.path.is_dir():
            raise fault
        return SetAside(name, "", "", say(fault.what, self.options.lang, **fault.values), whole=True)

    def tell(self) -> None:
        """Say on standard error how many were read and screened, and all that was set aside."""
        if not self.path:
            return
        lang = self.options.lang
        for aside in self.asides:
            print(aside.line(lang), file=sys.stderr)
        told = "{path}: {read} names read, {different} of them different and screened; {asides} set aside"
        counts = {"read": self.read, "different": len(self.different), "asides": len(self.asides)}
        print(say(told, lang, path=self.path.name, **counts), file=sys.stderr)


def show_columns(intake: Intake, to: Any) -> None:
    """Write as what the columns of each table are read."""
    lang = intake.options.lang
    for name, path, message in intake.files:
        if isinstance(message, SetAside) or message.columns is None:
            continue
        print(say("{file}: read as {title}", lang, file=name, title=say(message.title, lang)), file=to)
        shown = message.columns(path, intake.wanted)
        width = max(map(len, shown), default=0)
        for heading, field in shown.items():
            print(f"  {heading:<{width}}  {field or '-'}", file=to)


def _lines(file: BinaryIO | Iterable[bytes]) -> Iterator[Subject]:
    from entente.feeds.asked import subject

    return (subject(line, f"-:{number}") for number, line in enumerate(file, 1) if line.strip())


def _is_path(name: str) -> bool:
    """Whether a word means a file and nobody's name: by how it begins ("./", "~/", "C:\\") or ends (".csv")."""
    begins = re.match(r"(?:\.{0,2}|~)[/\\]|[A-Za-z]:[/\\]", name)
    return bool(begins) or Path(name).suffix.lower() in SUFFIXES


def _known_nation(said: str) -> None:
    """Raises `Unusable` for a word that is no country: it would be held against nothing, unsaid."""
    from entente.feeds.countries import nation

    if said and nation(said) is None:
        hint = "its name, or a code of ISO 3166-1: Egypt, EG, EGY"
        raise Unusable("--nationality", "{said} is no country that is known", hint=hint, said=repr(said))


def _born(said: str | None) -> BirthDate | None:
    from entente.feeds.births import birth_date

    if not said:
        return None
    try:
        return birth_date(said)
    except ValueError:
        hint = "a day, a month or a year: 1971-05-23, 1971-05, 1971"
        raise Unusable("--birth-date", "{said} is no birth date", hint=hint, said=repr(said)) from None
