"""Payments from bank to bank: FIToFICustomerCreditTransfer, ISO 20022 pacs.008.

Reads: every version of the namespace, alone or in an envelope; every party and agent of header and transactions, by
    name, BIC or LEI: initiating party, debtor and creditor with their ultimate parties, accounts with a name, agents,
    intermediaries, contacts, the parties of structured remittance; birth dates, and identifications of bodies and
    persons; remittance and instruction texts if they are wanted.
Misses: numbers of accounts; addresses; countries of residence and of birth, which are no nationality; amounts,
    purposes, tax and regulatory codes; messages inside a text (CDATA).
Origin: ISO 20022 message definition pacs.008.001, versions 001 (2006) to 013 (2025), www.iso20022.org.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from entente.feeds.iso20022 import is_message, parties
from entente.feeds.sniff import Look
from entente.messages import Message, Wanted
from entente.model.aside import Aside
from entente.model.match import Subject

_ROOTS = ("FIToFICstmrCdtTrf", "pacs.008.001.01")  # today's, and that of the first version


def _looks_like(look: Look) -> bool:
    return is_message(look, _ROOTS)


def _read(path: Path, wanted: Wanted) -> Iterator[Subject | Aside]:
    return parties(path, _ROOTS, remittance=wanted.remittance)


MESSAGE = Message(
    name="pacs008",
    title="customer credit transfer between banks (ISO 20022 pacs.008)",
    looks_like=_looks_like,
    read=_read,
)
