"""Whom a file names: it is told by its content, and read by the message that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from entente import plugins
from entente.errors import Unreadable
from entente.feeds.row import LONGEST
from entente.feeds.sniff import Look, sniff
from entente.messages import Message, Wanted
from entente.model.aside import Aside
from entente.model.match import Subject

__all__ = ["files_in", "message_of", "parties"]

NO_LETTER = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffd]")  # what stands for nothing that was written
OTHERS = {  # messages of ISO 20022 that hold no order to pay, by their root elements
    "BkToCstmrAcctRpt": "ISO 20022 camt.052",
    "BkToCstmrStmt": "ISO 20022 camt.053",
    "BkToCstmrDbtCdtNtfctn": "ISO 20022 camt.054",
    "GetAcct": "ISO 20022 camt.003",
    "FIToFIPmtStsRpt": "ISO 20022 pacs.002",
    "CstmrPmtStsRpt": "ISO 20022 pain.002",
    "RmtAdvc": "ISO 20022 remt.001",
    "CorpActnNtfctn": "ISO 20022 seev.031",
}
LONGEST_NAME = 500  # characters; the longest listed name has under 400


def message_of(path: Path) -> Message:
    """The message that a file is, told by its content. Raises `Unreadable`."""
    try:
        look = sniff(path)
    except OSError as trouble:
        why = trouble.strerror or trouble
        raise Unreadable(str(path), "cannot be read: {trouble}", hint="check its permissions", trouble=why) from None
    for message in plugins.additions("messages").values():
        if message.looks_like(look):
            found: Message = message
            return found
    for watchlist in plugins.additions("watchlists").values():
        if any(part.looks_like(look, 0) for part in watchlist.parts if look.format == "xml"):
            said, hint = (
                "it is the watchlist {list}, and names who is listed",
                "--watchlist {file} screens names against it",
            )
            raise Unreadable(path.name, said, hint=hint, list=watchlist.name, file=path.name)
    names, kind = ", ".join(plugins.names("messages")), _kind(look)
    said = "not a message whose names can be read, as far as its content shows"
    if kind:
        said = "it is {kind}, and no message whose names can be read"
    raise Unreadable(path.name, said, hint="one of: {names}", names=names, kind=kind)


def _kind(look: Look) -> str:
    """What a message of a kind that is not read is: its type, or the root of its document; empty for none that is told.

    Names of messages by ISO 20022 are those of their first element within `Document`.
    """
    match look.format:
        case "fin":
            return ", ".join(f"SWIFT MT{type}" for type in sorted(look.fields))
        case "edifact":
            return ", ".join(f"UN/EDIFACT {type}" for type in sorted(look.fields))
        case "xml":
            known = (name for root, name in OTHERS.items() if {root, f"//{root}"} & look.fields)
            roots = sorted(field for field in look.fields if not field.startswith(("//", "{")))
            return next(known, f"XML <{roots[0][:LONGEST]}>" if roots else "")
    return ""


def files_in(path: Path) -> list[Path]:
    """A file, or all files of a folder and of those in it, but hidden ones."""
    if not path.is_dir():
        return [path]
    found = (each for each in path.rglob("*") if each.is_file())
    return sorted(each for each in found if not any(part.startswith(".") for part in each.relative_to(path).parts))


def parties(path: Path, wanted: Wanted, message: Message | None = None) -> Iterator[Subject | Aside]:
    """Whom a file names, in its order, and what was set aside. Raises `Unreadable`, `Refused` and `Unusable`."""
    for found in (message or message_of(path)).read(path, wanted):
        yield _held(found) if isinstance(found, Subject) else found


def _held(subject: Subject) -> Subject | Aside:
    """A subject, unless its name is none: hostile, or a field that holds something else."""
    name = subject.name
    reason = ""
    if len(name) > LONGEST_NAME:
        reason = "too long for a name"
    elif NO_LETTER.search(name):
        reason = "control characters in a name"
    elif not any(char.isalnum() for char in name):
        reason = "no letter in a name"
    if reason:
        shown = name[:LONGEST].encode("utf-8", "replace").decode()
        return Aside(subject.where, subject.role, shown, reason, whole=True)
    return subject
