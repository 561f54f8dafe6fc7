"""Single customer credit transfers: SWIFT MT103, alone or in a batch.

Reads: blocks 1 to 5; batches of messages one after another, with `$` between them (RJE) or not; acknowledgements are
    passed over. Sender and receiver; fields 50A/F/K, 51A, 52A/D, 53 to 57 with their options, 59/59A/59F; instructing
    institutions of field 72; birth dates and numbers of 50F and 59F, clearing codes; fields 70 and 72 as texts if they
    are wanted. A name that may go on in the next line is read alone and with it; "C/O", "ATTN", "ORIG:" in a line name
    one more.
Misses: accounts, addresses and locations; countries of 50F and 59F, which are no nationality; field 77B. Other types of
    messages in a batch are set aside whole.
Origin: SWIFT Standards MT, November 2024, category 1, MT103; FIN system messages, blocks; field 50 option F (2015).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from entente.errors import Refused, Unreadable
from entente.feeds.births import birth_date
from entente.feeds.remittance import names_in
from entente.feeds.row import LONGEST
from entente.feeds.sniff import Look
from entente.messages import Message, Wanted
from entente.model.aside import Aside
from entente.model.listing import BirthDate, Kind
from entente.model.match import Subject

_BLOCK = 1 << 16  # bytes
_LARGEST = 1 << 20  # bytes of a message; SWIFT allows ten thousand
_WIDTH = 35  # characters of a line of a name or an address
_NUMBERED_WIDTH = 33  # of one that begins with a number
_BEGIN = b"{1:"
_ACKNOWLEDGEMENT = re.compile(r"\{1:[A-Z]21")
_TYPE = re.compile(r"\{2:([IO])(\d{3})(?:\d{10})?([A-Z0-9]{8})[A-Z0-9]([A-Z0-9]{3})")
_OWN = re.compile(r"\{1:[A-Z]\d\d([A-Z0-9]{8})[A-Z0-9]([A-Z0-9]{3})")
_TEXT = re.compile(r"\{4:\s*?\n(.*?)\n-\s*\}", re.S)
_FIELD = re.compile(r"^:(\d\d[A-Z]?):", re.M)
_NUMBERED = re.compile(r"([1-8])/(.*)")
_IDENTIFIED = re.compile(r"[A-Z]{4}/[A-Z]{2}/(.+)")
_BIC = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_CODED = re.compile(r"/([A-Z]{2,8})/(.*)")
_MARKED = re.compile(  # words that may be names need a colon
    r"(?:(?:C/O|ATTN|D/?B/?A|T/A|F/?B/?O|O/?B/?O|B/O|P/P|ON BEHALF OF|IN FAVOU?R OF|FOR (?:THE )?ACCOUNT OF)[:.\s]"
    r"|(?:ATT|ORIG|ORIGINATOR|ORG|BEN|BENEF|BENEFICIARY|BNF):)\s*(?=\S)",
    re.I,
)
_ROLES = {
    "50": "ordering customer",
    "51": "sending institution",
    "52": "ordering institution",
    "53": "sender's correspondent",
    "54": "receiver's correspondent",
    "55": "third reimbursement institution",
    "56": "intermediary institution",
    "57": "account with institution",
    "59": "beneficiary customer",
}
_CUSTOMERS = ("50", "59")
_CODED_OPTIONS = ("A", "C", "G")  # a code, or a number where there is none
_BIRTH, _NUMBERS = "4", ("6", "7")


def _looks_like(look: Look) -> bool:
    return look.format == "fin" and "103" in look.fields


def _read(path: Path, wanted: Wanted) -> Iterator[Subject | Aside]:
    number = 0
    for raw in _cut(path):
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("latin-1")
        if _ACKNOWLEDGEMENT.match(text):
            continue
        number += 1
        yield from _message(text.replace("\r\n", "\n"), path, number, wanted)


def _cut(path: Path) -> Iterator[bytes]:
    """The messages of a file, each from its block 1 to the next one's. Raises `Refused` for one that is too large."""
    buffer, at = b"", 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            at = max(len(buffer) - len(_BEGIN), 1)
            buffer += block
            while (end := buffer.find(_BEGIN, at)) >= 0:
                yield from (buffer[:end],) if buffer.startswith(_BEGIN) else ()
                buffer, at = buffer[end:], 1
            if len(buffer) > _LARGEST:
                raise Refused(path.name, "a message larger than {most} MB", hint="ask its sender", most=_LARGEST >> 20)
    if buffer.startswith(_BEGIN):
        yield buffer


def _message(text: str, path: Path, number: int, wanted: Wanted) -> Iterator[Subject | Aside]:
    """Whom one message names."""
    place = f"message {number}"
    type = _TYPE.search(text)
    if not type or type[2] != "103":
        yield Aside(place, "", f"MT{type[2]}" if type else text[:LONGEST], "not an MT103", whole=True)
        return
    body = _TEXT.search(text)
    if not body:
        raise Unreadable(f"{path.name}, {place}", "it breaks off within block 4", hint="is the file cut short?")
    fields = _fields(body[1])
    if not fields:
        yield Aside(place, "", body[1].strip()[:LONGEST], "no field in block 4", whole=True)
    reference = next((lines[0].strip() for tag, lines in fields if tag == "20"), "")
    told = f" ({reference})" if reference else ""
    own = _OWN.match(text)
    ends = [f"{type[3]}{type[4]}", f"{own[1]}{own[2]}" if own else ""]
    for role, bic in zip(("receiver", "sender") if type[1] == "I" else ("sender", "receiver"), ends, strict=True):
        if bic:
            yield _bank(reference, bic, (), role, f"{place}, {role}{told}")
    for tag, lines in fields:
        where = f"{place}, :{tag}:{told}"
        if tag[:2] in _ROLES:
            yield from _party(tag, lines, _ROLES[tag[:2]], reference, where)
        elif tag in ("70", "72"):
            yield from _free(tag, lines, reference, where, wanted)


def _fields(body: str) -> list[tuple[str, list[str]]]:
    """The fields of block 4, each with its lines."""
    starts = [(mark[1], mark.start(), mark.end()) for mark in _FIELD.finditer(body)]
    stops = [*(start for _, start, _ in starts), len(body)][1:]
    return [(tag, body[at:stop].strip("\n").split("\n")) for (tag, _, at), stop in zip(starts, stops, strict=True)]


def _bank(reference: str, name: str, numbers: tuple[str, ...], role: str, where: str) -> Subject:
    codes = (name,) if _BIC.fullmatch(name) else ()
    return Subject(reference, name, Kind.ORGANISATION, None, "", (*codes, *numbers), role, where)


def _party(tag: str, lines: Sequence[str], role: str, reference: str, where: str) -> Iterator[Subject | Aside]:
    """Whom a field names: by numbered lines, by a code, or by lines of name and address."""
    option = tag[2:]
    numbers: tuple[str, ...] = ()
    first = lines[0] if lines else ""
    if first.startswith("/") or (option == "F" and _IDENTIFIED.match(first)):
        account = first.startswith("/") and not first.startswith("//")
        numbers = () if account else (first.rpartition("/")[2].strip(),)
        lines = lines[1:]
    lines = [line.strip() for line in lines if line.strip()]
    kind = "" if tag[:2] in _CUSTOMERS else Kind.ORGANISATION
    if option == "F":
        yield from _numbered(lines, numbers, role, reference, where)
    elif option in _CODED_OPTIONS:
        if name := next(iter((*lines, *numbers)), ""):
            yield _bank(reference, name, numbers, role, where)
    elif option != "B":
        if not lines:
            yield Aside(where, tag, " ".join(numbers)[:LONGEST], "no name", whole=True)
        for name in _names(lines, _WIDTH) if lines else ():
            yield Subject(reference, name, kind, None, "", numbers, role, where)


def _numbered(
    lines: Sequence[str], numbers: tuple[str, ...], role: str, reference: str, where: str
) -> Iterator[Subject | Aside]:
    """The party of numbered lines: 1 name, 4 birth date, 6 and 7 numbers, after the country and the issuer."""
    told: dict[str, list[str]] = {}
    for line in lines:
        if found := _NUMBERED.fullmatch(line):
            told.setdefault(found[1], []).append(found[2].strip())
        else:
            yield Aside(where, "", line[:LONGEST], "not a numbered line", whole=False)
    birth: BirthDate | None = None
    for said in told.get(_BIRTH, ()):
        try:
            birth = birth_date(f"{said[:4]}-{said[4:6]}-{said[6:]}")
        except ValueError as error:
            yield Aside(where, _BIRTH, said[:LONGEST], str(error)[:LONGEST], whole=False)
    numbers += tuple(said.rpartition("/")[2] for code in _NUMBERS for said in told.get(code, ()))
    names = told.get("1", ())
    if not names:
        yield Aside(where, "1", " ".join(lines)[:LONGEST], "no name", whole=True)
        return
    kind = Kind.PERSON if birth else ""
    yield Subject(reference, _joined(names, _NUMBERED_WIDTH), kind, birth, "", numbers, role, where)


def _names(lines: Sequence[str], width: int) -> Iterator[str]:
    """The names in lines of name and address: the first, with the next where it may go on, and marked ones."""
    first = lines[0].removeprefix("1/")
    marked = _MARKED.match(first)
    first = first[marked.end() :] if marked else first
    yield first
    if len(lines) > 1 and _goes_on(lines[0], lines[1], width) and not _MARKED.match(lines[1]):
        yield _joined([first, lines[1]], len(first) if len(lines[0]) >= width else width)
    for line in lines[1:]:
        if found := _MARKED.match(line):
            yield line[found.end() :]


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line is so full that the first word of the next had no room in it."""
    return len(line) + 1 + len(following.split()[0]) > width


def _joined(lines: Sequence[str], width: int) -> str:
    """Lines as one; a word that the end of a full line cuts is made whole."""
    text = lines[0]
    for before, line in pairwise(lines):
        text += line if len(before) >= width else f" {line}"
    return text


def _free(tag: str, lines: Sequence[str], reference: str, where: str, wanted: Wanted) -> Iterator[Subject]:
    """The instructing institutions of field 72; the names that its other lines, or field 70, may hold."""
    texts: list[tuple[str, str]] = []
    for line in lines:
        if line.startswith("//") and texts:
            texts[-1] = (texts[-1][0], f"{texts[-1][1]} {line[2:].strip()}")
        else:
            coded = _CODED.match(line)
            texts.append((coded[1], coded[2].strip()) if coded else ("", line.strip()))
    for code, text in texts:
        if tag == "72" and code == "INS" and text:
            yield _bank(reference, text, (), "instructing institution", where)
    if wanted.remittance:
        rest = " / ".join(text for code, text in texts if not (tag == "72" and code == "INS"))
        for name in names_in(rest):
            yield Subject(reference, name, role="remittance" if tag == "70" else "instruction", where=where)


MESSAGE = Message(name="mt103", title="customer credit transfer (SWIFT MT103)", looks_like=_looks_like, read=_read)
