"""What a command is given to read: a file, standard input, or JSON lines."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from entente import plugins
from entente.errors import Refused, Unreadable, Unusable
from entente.model.reading import Statement
from entente.text.say import say

__all__ = ["asked", "day", "lines", "options_for_statements", "write_json", "write_lines"]

LARGEST = 32 * 1024 * 1024  # bytes of one document; a statement of a thousand pages has three


def options_for_statements(parser: argparse.ArgumentParser) -> None:
    """The arguments of a command that takes statements."""
    lang = getattr(parser, "lang", "en")
    parser.add_argument(
        "file", nargs="?", metavar=say("FILE", lang), help=say("a statement; - for standard input", lang)
    )
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


def asked(options: argparse.Namespace) -> Statement:
    """The statement that the options name, its bytes decoded and its language found."""
    if not options.file:
        raise Unusable("entente", "no statement was named", hint="a file, - for standard input, or --jsonl")
    when = day(options.date, "--date")
    if options.language:
        plugins.language(options.language)
    return _statement(options.file, options.language, when)


def _statement(name: str, language: str | None, when: date | None) -> Statement:
    data = _bytes(name)
    from entente.reading.documents import load
    from entente.reading.tongue import guess

    document = load(data, name=name)
    spoken = language or guess(document.text) or document.language
    if not spoken or spoken not in plugins.names("languages"):
        known = ", ".join(plugins.names("languages"))
        raise Unusable(
            name, "its language is none that Entente reads", hint="say it with --language, one of: {known}", known=known
        )
    return Statement(
        id=Path(name).stem if name != "-" else "-",
        text=document.text,
        language=spoken,
        date=when or document.date,
        title=document.title,
        url=document.url,
    )


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
    """The statements of standard input, one JSON object a line: `id`, `text`, `lang`, `date` (may be null)."""
    for count, line in enumerate(sys.stdin.buffer, 1):
        if line.strip():
            yield _line(line, f"-:{count}")


def _line(line: bytes, where: str) -> Statement:
    try:
        row = msgspec.json.decode(line)
        text, language = row["text"], row["lang"]
    except (msgspec.DecodeError, KeyError, TypeError, UnicodeDecodeError) as trouble:
        hint = 'a JSON object with "id", "text", "lang" and "date"'
        raise Unreadable(where, "not a statement: {trouble}", hint=hint, trouble=repr(trouble)) from None
    plugins.language(language)
    return Statement(id=str(row.get("id", "")), text=text, language=language, date=day(row.get("date"), where))


def write_lines(rows: Iterable[Mapping[str, Any]]) -> None:
    """Each row as one line of JSON on standard output."""
    encoder = msgspec.json.Encoder()
    for row in rows:
        sys.stdout.buffer.write(encoder.encode(row) + b"\n")
    sys.stdout.buffer.flush()


def write_json(row: Mapping[str, Any]) -> None:
    """One JSON object on standard output, indented for reading."""
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(row), indent=2) + b"\n")
    sys.stdout.buffer.flush()
