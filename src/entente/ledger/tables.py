"""The tables of the facts: their columns in SQL, and what makes a row the same as a row of another file."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from entente.model.activities import Activity, Budget, Transaction
from entente.model.aside import Aside
from entente.model.facts import TABLES as COUNTED
from entente.model.facts import Origin
from entente.model.listing import Listing

__all__ = ["NAMES", "SCOPES", "TABLES", "UNITS", "columns", "quoted"]

TABLES: Mapping[str, type] = {
    **COUNTED,
    "activities": Activity,
    "transactions": Transaction,
    "budgets": Budget,
    "listings": Listing,
    "asides": Aside,
}
NAMES: Mapping[type, str] = {kind: name for name, kind in TABLES.items()}

# What a pulled row speaks of, so that it replaces the reference rows that speak of it too.
SCOPES: Mapping[str, tuple[str, ...]] = {
    "flows": ("source", "plan"),
    "stocks": ("source", "day"),
    "requirements": ("source", "year"),
    "members": ("coalition",),
    "sizes": ("coalition",),
    "meetings": ("coalition",),
    "rates": ("source", "day"),
    "said": ("source", "who", "about"),
}

# What two files of one source may both tell: rows that agree in these stand once, as the last file tells them.
UNITS: Mapping[str, tuple[str, ...]] = {
    "flows": ("id", "boundary"),
    "stocks": ("born", "asylum", "population", "day"),
    "requirements": ("plan_id", "place", "year"),
    "members": ("coalition",),
    "sizes": ("coalition",),
    "meetings": ("coalition",),
    "rates": ("currency", "day"),
    "said": ("who", "about", "day", "url"),
    "activities": ("id",),
    "transactions": ("activity",),
    "budgets": ("about",),
    "listings": ("id",),
}

PLAIN: Mapping[Any, str] = {
    str: "VARCHAR",
    int: "BIGINT",
    bool: "BOOLEAN",
    Decimal: "DECIMAL(38,6)",
    date: "DATE",
}


@cache
def columns(kind: type) -> Mapping[str, str]:
    """The columns of a class of rows and their SQL types, in order; a listing does not know where it is from itself."""
    hints = get_type_hints(kind)
    own = {field.name: sql_type(hints[field.name]) for field in fields(kind)}
    return {**columns(Origin), **own} if kind is Listing else own


def sql_type(hint: Any) -> str:
    """The SQL type of a field: a tuple is a list, a class a struct, a mapping a map; a blank is NULL."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return sql_type(next(one for one in inside if one is not type(None)))
    if origin is tuple:
        return f"{sql_type(inside[0])}[]"
    if origin is not None and issubclass(origin, Mapping):
        return f"MAP({sql_type(inside[0])}, {sql_type(inside[1])})"
    if is_dataclass(hint):
        assert isinstance(hint, type)
        listed = ", ".join(f'"{name}" {sort}' for name, sort in columns(hint).items())
        return f"STRUCT({listed})"
    return "VARCHAR" if issubclass(hint, StrEnum) else PLAIN[hint]


def quoted(text: str) -> str:
    """A text as an SQL string."""
    return "'" + text.replace("'", "''") + "'"
