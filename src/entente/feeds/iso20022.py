"""Parties of ISO 20022 payment messages: whoever has a name or an identification in them, whatever element holds it.

A party is any element with a `Nm`, a financial institution or an identification, so that none is missed because its
element is new; the elements that are known tell the part it plays. Names of elements are those of the message
definition reports of pacs.003, .004, .008, .009 and pain.001, .008 (ISO 20022:2013, parts 1 and 4).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from entente.errors import Unreadable
from entente.feeds.births import birth_date
from entente.feeds.elements import elements, local
from entente.feeds.remittance import names_in
from entente.feeds.row import LONGEST
from entente.feeds.sniff import Look
from entente.model.aside import Aside
from entente.model.listing import BirthDate, Kind
from entente.model.match import Subject

__all__ = ["is_message", "parties"]

ROLES = {
    "Dbtr": "debtor",
    "UltmtDbtr": "ultimate debtor",
    "Cdtr": "creditor",
    "UltmtCdtr": "ultimate creditor",
    "InitgPty": "initiating party",
    "FwdgAgt": "forwarding agent",
    "DbtrAgt": "debtor's agent",
    "CdtrAgt": "creditor's agent",
    "InstgAgt": "instructing agent",
    "InstdAgt": "instructed agent",
    **{f"IntrmyAgt{number}": "intermediary" for number in ("", 1, 2, 3)},
    **{f"PrvsInstgAgt{number}": "previous instructing agent" for number in ("", 1, 2, 3)},
    "InstgRmbrsmntAgt": "reimbursement agent",
    "InstdRmbrsmntAgt": "reimbursement agent",
    "ThrdRmbrsmntAgt": "reimbursement agent",
    "ChrgsInf": "charges agent",
    "ChrgsAcctAgt": "charges agent",
    "DbtrAcct": "debtor's account",
    "CdtrAcct": "creditor's account",
    "CtctDtls": "contact",
    "BrnchId": "branch",
    "Invcr": "invoicer",
    "Invcee": "invoicee",
    "Grnshee": "garnishee",
    "GrnshmtAdmstr": "garnishment administrator",
    "Authrty": "authority",
    "Fr": "sender",
    "To": "receiver",
    "Orgtr": "originator",
}
PARTY = "party"
INSTITUTIONS = frozenset({"FinInstnId", "CmbndFinInstnId"})
TEXTS = {"Ustrd": "remittance", "AddtlRmtInf": "remittance", "InstrInf": "instruction"}
CODES = frozenset({"BICFI", "BIC", "AnyBIC", "BICOrBEI", "BEI", "LEI", "IBEI"})  # names where no other is told
NO_NUMBERS = frozenset({"Nm", "SchmeNm", "Issr", "IdTp", "ClrSysId", "PstlAdr", "DtAndPlcOfBirth"})
REFERENCES = ("EndToEndId", "OrgnlEndToEndId", "TxId", "InstrId", "PmtInfId", "MsgId")
TRANSACTIONS = frozenset({"CdtTrfTxInf", "DrctDbtTxInf", "TxInf"})
LISTS = frozenset({"PmtInf"})  # elements whose children are pieces too


def is_message(look: Look, roots: tuple[str, ...]) -> bool:
    """Whether a file looks like a message with one of these root elements, alone or in an envelope."""
    return look.format == "xml" and any({root, f"//{root}"} & look.fields for root in roots)


def parties(path: Path, roots: tuple[str, ...], *, remittance: bool) -> Iterator[Subject | Aside]:
    """Whom a message with one of these root elements names, with role and place, and what was set aside.

    Raises `Unreadable` and `Refused` as `elements` does, and where the file holds no such message.
    """
    around = {*roots, *LISTS}

    def piece(name: str, parent: str) -> bool:
        return name == "AppHdr" or (parent in around and name not in LISTS)

    counts: dict[str, int] = {}
    reference, found = "", False
    for element in elements(path, piece):
        name, parent = local(element), local(element.getparent())
        found = found or parent in around
        if parent in LISTS and name == "PmtInfId":
            counts[parent] = counts.get(parent, 0) + 1
            reference = (element.text or "").strip()
        counts[name] = counts.get(name, 0) + 1
        before = f"{parent}[{counts.get(parent, 1)}]/" if parent in LISTS and name not in TRANSACTIONS else ""
        place = f"{before}{name}[{counts[name]}]" if name in TRANSACTIONS else f"{before}{name}"
        yield from _named(element, place, _reference(element) or (reference if before else ""), remittance)
    if not found:
        raise Unreadable(path.name, "it holds no {name}", hint="see entente screen --help", name=roots[0])


def _reference(piece: Any) -> str:
    """What the sender calls a payment, or the message."""
    said = {local(one): (one.text or "").strip() for one in piece.iter("{*}*") if local(one) in REFERENCES}
    return next((said[name] for name in REFERENCES if said.get(name)), "")


def _named(piece: Any, place: str, reference: str, remittance: bool) -> Iterator[Subject | Aside]:
    """Whom a piece names: itself, or elements in it."""
    for element in piece.iter("{*}*"):
        text = TEXTS.get(local(element), "") if remittance else ""
        if not text and not _is_party(element):
            continue
        within = _path(element, piece)
        where = "/".join([place, *(one for one in within[1:] if one not in INSTITUTIONS)])
        where += f" ({reference})" if reference else ""
        if text:
            for said in names_in(" ".join((element.text or "").split())):
                yield Subject(reference, said, role=text, where=where)
        else:
            yield from _party(element, where, _role(within), reference)


def _path(element: Any, piece: Any) -> list[str]:
    """The names of the elements from a piece to an element in it."""
    names = [local(element)]
    while element is not piece:
        element = element.getparent()
        names.append(local(element))
    return names[::-1]


def _role(within: list[str]) -> str:
    """The part that the innermost element which is known plays."""
    return next((ROLES[name] for name in reversed(within) if name in ROLES), PARTY)


def _is_party(element: Any) -> bool:
    """Whether an element is an institution, or has a name or the identification of a body or a person."""
    return local(element) in INSTITUTIONS or any(local(child) == "Nm" or _identifies(child) for child in element)


def _identifies(child: Any) -> bool:
    """Whether an element is the identification of a body or a person; that of an account is none."""
    return local(child) == "Id" and any(local(one) in ("OrgId", "PrvtId") for one in child)


def _party(element: Any, where: str, role: str, reference: str) -> Iterator[Subject | Aside]:
    """An element with a name, or an identification, as a subject."""
    agent = local(element) in INSTITUTIONS
    texts = [" ".join((child.text or "").split()) for child in element if local(child) == "Nm"]
    numbers = tuple(_numbers(element, agent))
    codes = [text for name, text in numbers if name in CODES]
    name = next(filter(None, (*texts, *codes, *(text for _, text in numbers))), "")
    if not name:
        if not agent:
            yield Aside(where, "Nm", "", "no name", whole=True)
        return
    birth: BirthDate | None = None
    for one in element.iterfind(".//{*}BirthDt"):
        try:
            birth = birth_date(one.text or "")
        except ValueError as error:
            yield Aside(where, "BirthDt", (one.text or "")[:LONGEST], str(error)[:LONGEST], whole=False)
    identifiers = tuple(dict.fromkeys(text for _, text in numbers))
    yield Subject(reference, name, _kind(element, agent), birth, "", identifiers, role, where)


def _kind(element: Any, agent: bool) -> str:
    """What the identification of a party shows it to be."""
    own = {local(one) for child in element if local(child) == "Id" for one in child}
    if agent or "OrgId" in own:
        return Kind.ORGANISATION
    return Kind.PERSON if "PrvtId" in own or local(element) == "CtctDtls" else ""


def _numbers(element: Any, agent: bool) -> Iterator[tuple[str, str]]:
    """The codes and numbers that identify a party, each with the name of its element."""
    for child in element:
        for one in child.iter("{*}*") if agent or _identifies(child) else ():
            text = (one.text or "").strip()
            if text and not len(one) and NO_NUMBERS.isdisjoint(_path(one, child)):
                yield local(one), text
