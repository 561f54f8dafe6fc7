"""What a command is given to read: a file, an address, standard input, or JSON lines."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from entente import plugins
from entente.errors import Refused, Unreadable, Unusable
from entente.model.reading import Dated, Statement
from entente.text.say import say

if TYPE_CHECKING:
    from entente.model.document import Document

__all__ = [
    "day",
    "is_address",
    "is_coloured",
    "lines",
    "options_for_statements",
    "parse_line",
    "statement",
    "write_json",
    "write_lines",
]

_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./])(\d\d)\2(\d\d)(?!\d)")
PHRASE = 400  # characters of a text whose language its function words may not tell
LARGEST = 32 * 1024 * 1024  # bytes of one document; a statement of a thousand pages has three


def options_for_statements(parser: argparse.ArgumentParser) -> None:
    """The arguments of a command that takes statements."""
    lang = getattr(parser, "lang", "en")
    told = say("files, folders or addresses of the web; - for standard input", lang)
    parser.add_argument("files", nargs="*", metavar=say("FILE", lang), help=told)
    parser.add_argument("--json", action="store_true", help=say("one JSON object", lang))
    parser.add_argument("--jsonl", action="store_true", help=say("JSON lines in (id, text, lang, date) and out", lang))
    parser.add_argument(
        "--language", metavar="CODE", help=say("the statement's own language (found by itself otherwise)", lang)
    )
    parser.add_argument("--date", metavar="YYYY-MM-DD", help=say("the day the statement was published", lang))


def day(said: str | None, where: str) -> date | None:
    """A day as ISO 8601, or None where none was said. Raises `Unusable` for what is no day."""
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except (TypeError, ValueError):
        raise Unusable(where, "{said} is not a day", hint="a day as YYYY-MM-DD, 2015-06-03", said=repr(said)) from None


def statement(name: str, *, language: str | None, when: date | None, id: str = "") -> Statement:
    """The statement in a file or at an address, its bytes decoded and its language found.

    Raises `Unusable` where its language is none that Entente reads, `Unreadable` or `Refused` for its bytes.
    """
    if language:
        plugins.language(language)
    from entente.reading.documents import load

    document = load(_fetched(name) if is_address(name) else _bytes(name), name=name)
    spoken = language or _spoken(name, document)
    day, dated = _dated(when, document, spoken, name)
    return Statement(
        id=id or (Path(name).stem if name != "-" else "-"),
        text=document.text,
        language=spoken,
        date=day,
        title=document.title,
        url=document.url or (name if is_address(name) else ""),
        dated=dated,
    )


def _dated(when: date | None, document: Document, language: str, name: str) -> tuple[date | None, Dated]:
    """The day of a statement and how it is known: said by who asks, else by the page, the text, the name, the file."""
    from entente.reading.datelines import dateline

    if when:
        return when, Dated.GIVEN
    if document.date:
        return document.date, Dated.TOLD
    if written := dateline(document.text, language):
        return written, Dated.WRITTEN
    if named := _named(name):
        return named, Dated.NAMED
    return document.made, Dated.MADE if document.made else Dated.UNKNOWN


def _named(name: str) -> date | None:
    """The only day in a file's name or in an address: "2015-06-03 communique.pdf", ".../2015/06/03/..."."""
    where = name if is_address(name) else Path(name).name
    found = {(year, month, day) for year, _, month, day in _DAY.findall(where)}
    try:
        return date(*map(int, found.pop())) if len(found) == 1 else None
    except ValueError:
        return None


def is_address(name: str) -> bool:
    """Whether a name is an address of the web."""
    return name.startswith(("https://", "http://"))


def _spoken(where: str, document: Document) -> str:
    """The language of a text, by its words, else as its file tells it."""
    from entente.reading.tongue import guess

    spoken = guess(document.text) or document.language
    if not spoken and len(document.text) <= PHRASE:
        from entente.reading.vocabulary import known_best

        spoken = known_best(document.text.strip())
    if spoken and spoken in plugins.names("languages"):
        return spoken
    known = ", ".join(plugins.names("languages"))
    raise Unusable(
        where, "its language is none that Entente reads", hint="say it with --language, one of: {known}", known=known
    )


def _fetched(address: str) -> bytes:
    """The bytes at an address. Raises `Unreadable` or `Refused`."""
    from tempfile import TemporaryDirectory

    from entente.feeds.fetch import Fetcher

    with TemporaryDirectory(prefix="entente-") as folder:
        return Fetcher(Path(folder), largest=LARGEST).fetch(address).path.read_bytes()


def _bytes(name: str) -> bytes:
    """The bytes of a file or of standard input. Raises `Unreadable` or `Refused`."""
    try:
        if name == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Unreadable(name, "there is no such file", hint="check the path") from None
    except IsADirectoryError:
        raise Unreadable(name, "this is a folder", hint="name a file in it") from None
    except PermissionError:
        raise Unreadable(name, "this file may not be read", hint="check its permissions") from None
    except OSError as trouble:
        raise Unreadable(name, "cannot be read: {trouble}", trouble=trouble.strerror or trouble) from None
    if len(data) > LARGEST:
        most = LARGEST // (1024 * 1024)
        raise Refused(
            name, "larger than {most} MB, too large for one statement", hint="split it at its headings", most=most
        )
    return data


def lines() -> Iterator[Statement]:
    """The statements of standard input, one JSON object a line: `id`, `text`, `lang` and `date`."""
    for count, line in enumerate(sys.stdin.buffer, 1):
        if line.strip():
            yield parse_line(line, f"-:{count}")


def parse_line(line: bytes, where: str, *, language: str | None = None, when: date | None = None) -> Statement:
    """The statement in a line of JSON; a language that it leaves out is `language`, else it is found.

    Raises `Unreadable` for a line that holds no statement, `Unusable` for a language or a day that is none.
    """
    import msgspec

    try:
        row = msgspec.json.decode(line, type=dict[str, Any])
        known = msgspec.convert({name: row.get(name) for name in ("lang", "date")}, dict[str, str | None])
        text = msgspec.convert(row["text"], str)
    except (msgspec.DecodeError, msgspec.ValidationError, KeyError, UnicodeDecodeError) as trouble:
        hint = 'a JSON object with "id", "text", "lang" and "date"'
        raise Unreadable(where, "not a statement: {trouble}", hint=hint, trouble=repr(trouble)) from None
    from entente.model.document import Document

    document = Document(text=text)
    spoken = known["lang"] or language
    if spoken:
        plugins.language(spoken)
    else:
        spoken = _spoken(where, document)
    published, dated = _dated(day(known["date"], where) or when, document, spoken, "")
    return Statement(id=str(row.get("id", "")), text=text, language=spoken, date=published, dated=dated)


def is_coloured() -> bool:
    """Whether standard output is a terminal that shows colours, and nobody asked for none (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write_lines(rows: Iterable[Mapping[str, Any]]) -> None:
    """Each row as one line of JSON on standard output."""
    import msgspec

    encoder = msgspec.json.Encoder()
    for row in rows:
        sys.stdout.buffer.write(encoder.encode(row) + b"\n")
    sys.stdout.buffer.flush()


def write_json(row: Mapping[str, Any]) -> None:
    """One JSON object on standard output, indented for reading."""
    import json  # for one object, faster than importing what writes many

    shown = json.dumps(row, ensure_ascii=False, indent=2, default=_plain)
    sys.stdout.buffer.write(shown.encode() + b"\n")
    sys.stdout.buffer.flush()


def _plain(value: object) -> object:
    """A value that JSON has no form for, as JSON lines have it."""
    import msgspec

    return msgspec.to_builtins(value)
