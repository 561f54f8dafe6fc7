"""The ledger: the record of what was said and found, and the facts it was held against."""

from entente.ledger.coalitions import coalitions
from entente.ledger.facts import Facts

__all__ = ["Facts", "coalitions"]
