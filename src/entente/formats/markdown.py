"""Markdown (CommonMark), with the front matter of static sites.

Reads: headings, paragraphs (their lines joined), lists, quotes, tables (cells apart by a tab), code; links and images
    by their text. The front matter between `---` tells title, date, url and language.
Misses: reference definitions in the middle of a paragraph, nested tables, HTML but for its tags.
Origin: CommonMark 0.31, sections 4 to 6; written for Entente.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from entente.errors import Unreadable
from entente.formats import Format
from entente.model.document import Document
from entente.text.days import written_day
from entente.text.encoding import decode, seems_text
from entente.text.late import Late

_FRONT = Late(r"\A\ufeff?---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = Late(r"^(\w[\w-]*):[ \t]*(\"(?:[^\"\\]|\\(?s:.))*\"|'(?:[^']|'')*'|.*)$", re.MULTILINE)
_DAYS = ("date", "date_published", "published_time", "publishdate", "published", "pubdate")
_ESCAPE = Late(r"\\(?:u([0-9a-fA-F]{4})|\n\s*|((?s:.)))")
_MARKS = (
    re.compile(rb"^#{1,6} \S", re.MULTILINE),
    re.compile(rb"\[[^\]\n]+\]\((?:https?:|/|#|mailto:)[^)\s]*\)"),
    re.compile(rb"\*\*\S[^*\n]*\*\*|__\S[^_\n]*__"),
    re.compile(rb"^(?:[-*+] \S.*\n){2}", re.MULTILINE),
    re.compile(rb"^```", re.MULTILINE),
)
_BREAK = Late(r"^\s*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|\||```|~~~)|^\s*$")
_RULE = Late(  # rules, underlines, the second row of tables, fences, reference definitions, empty headings
    r"^\s*(?:[-*_=][ \t]*){3,}$|^\s*\|?[\s:|-]+\|[\s:|-]*$|^\s*(?:```|~~~).*$|^\s*\[[^\]]+\]:\s\S+.*$|^\s*#+\s*$"
)
_LEAD = Late(r"^\s*(?:(?:>\s?)+|#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+)*")
_INLINE = (
    (Late(r"<!--.*?-->", re.DOTALL), ""),
    (Late(r"!?\[((?:[^\[\]\\]|\\.)*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (Late(r"!?\[((?:[^\[\]\\]|\\.)+)\]\[[^\]]*\]"), r"\1"),
    (Late(r"<(https?://[^>\s]+)>"), r"\1"),
    (Late(r"</?[a-zA-Z][^<>]*>"), ""),
    (Late(r"^(\*{1,3})(?=[^\s*])([^*]+?)\s*\1$"), r"\2"),
    (Late(r"(\*\*\*|\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (Late(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (Late(r"`+([^`]+)`+"), r"\1"),
    (Late(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
_SPACES = Late(r"[ \t]+")


def _recognise(head: bytes) -> int:
    if not seems_text(head):
        return 0
    front = re.match(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:.*\r?\n)*?---[ \t]*\r?\n", head)
    marks = sum(bool(mark.search(head)) for mark in _MARKS)
    return 2 if front or marks > 1 else 0


def _read(data: bytes, name: str) -> Document:
    decoded = decode(data)
    if decoded is None:
        raise Unreadable(name, "its encoding is unknown", hint="save it as UTF-8")
    source = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(source)
    told = {key.lower(): _value(said) for key, said in _FIELD.findall(front[1])} if front else {}
    lines = list(_lines(source[front.end() :] if front else source))
    text = "\n".join(line for line, _ in lines)
    if not text:
        raise Unreadable(name, "it holds no text")
    heading = next((line for line, level in lines if level == 1), "")
    return Document(
        text=text,
        title=told.get("title") or heading,
        date=written_day(next(filter(None, map(told.get, _DAYS)), "")),
        language=(told.get("lang") or told.get("language") or "")[:2].lower() or None,
        url=told.get("url") or told.get("source_url") or told.get("source") or "",
        encoding=decoded.encoding,
    )


def _value(said: str) -> str:
    """A scalar of YAML (1.2.2, 7.3): in double quotes with its escapes, in single quotes, or as it is."""
    if said.startswith("'"):
        said = said.strip("'").replace("''", "'")
    elif said.startswith('"'):
        said = _ESCAPE.sub(_escaped, said[1:-1])
    return " ".join(line.strip(" ") for line in said.split("\n")).strip(" ")


def _escaped(found: re.Match[str]) -> str:
    if found[1]:
        return chr(int(found[1], 16))
    return {"_": "\u00a0", "n": " ", "t": " "}.get(found[2] or "", found[2] or "")


def _lines(source: str) -> Iterator[tuple[str, int]]:
    """The paragraphs with the level of their heading, 0 where they are none; wrapped lines are joined."""
    open_lines: list[str] = []
    for line in [*source.split("\n"), ""]:
        if open_lines and _BREAK.match(line):
            yield from _block(open_lines)
            open_lines = []
        if line.strip() and not _RULE.match(line):
            open_lines.append(line)
            if re.match(r"\s*#{1,6}\s", line):
                yield from _block(open_lines)
                open_lines = []


def _block(lines: list[str]) -> Iterator[tuple[str, int]]:
    first = lines[0].lstrip()
    level = len(first) - len(first.lstrip("#")) if first.startswith("#") else 0
    text = " ".join([_LEAD.sub("", lines[0], count=1), *(line.strip() for line in lines[1:])])
    for mark, put in _INLINE:
        text = mark.sub(put, text)
    if first.startswith("|"):
        text = "\t".join(cell.strip() for cell in text.strip().strip("|").split("|"))
    text = text.strip(" #") if level else _SPACES.sub(" ", text).strip(" ") if not first.startswith("|") else text
    if text:
        yield text, level


FORMAT = Format(name="markdown", recognise=_recognise, read=_read)
