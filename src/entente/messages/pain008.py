"""Direct debits that a customer orders: CustomerDirectDebitInitiation, ISO 20022 pain.008.

Reads: every version of the namespace, alone or in an envelope; every party and agent of header and transactions, by
    name, BIC or LEI, as the file `pacs008` does; the parties of mandates;
    remittance and instruction texts if they are wanted.
Misses: numbers of accounts; addresses; countries of residence and of birth, which are no nationality; amounts,
    purposes, tax and regulatory codes; messages inside a text (CDATA).
Origin: ISO 20022 message definition pain.008.001, versions 001 (2006) to 011 (2024), www.iso20022.org.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from entente.feeds.iso20022 import is_message, parties
from entente.feeds.sniff import Look
from entente.messages import Message, Wanted
from entente.model.aside import Aside
from entente.model.match import Subject

_ROOTS = ("CstmrDrctDbtInitn", "pain.008.001.01")  # today's, and that of the first version


def _looks_like(look: Look) -> bool:
    return is_message(look, _ROOTS)


def _read(path: Path, wanted: Wanted) -> Iterator[Subject | Aside]:
    return parties(path, _ROOTS, remittance=wanted.remittance)


MESSAGE = Message(
    name="pain008",
    title="customer direct debit initiation (ISO 20022 pain.008)",
    looks_like=_looks_like,
    read=_read,
)
