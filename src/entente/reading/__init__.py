"""Reading: from a statement to its figures, dates, actors, quotations and claims."""

from entente.reading.read import read

__all__ = ["read"]
