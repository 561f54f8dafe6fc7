"""Money: the currencies that stand beside numbers, and their table."""

from __future__ import annotations

import re

import pytest

from entente import plugins
from entente.reading.figures.money import SIGN, Purse, currencies, purse
from entente.text.fold import fold


def of(code: str) -> Purse:
    return purse(code, plugins.language(code).numbers)


def test_every_sign_is_in_the_table() -> None:
    signs = of("en").signs
    assert all(sign in signs for sign in [*SIGN.partition("]")[0].strip("["), *SIGN.split("|")[1:]])


def test_the_table_has_each_code_once_and_names_in_three_languages() -> None:
    codes = [row["code"] for row in currencies()]
    assert len(codes) == len(set(codes))
    euro = next(row for row in currencies() if row["code"] == "EUR")
    assert (euro["en"], euro["fr"], euro["es"]) == ("euro | euros", "euro | euros", "euro | euros")


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("$ ", "USD"), ("US$", "USD"), ("$US", "USD"), ("A$", "AUD"), ("C$", "CAD"), ("HK$", "HKD"), ("CAD$", "CAD"),
        ("a $", "USD"), ("of $", "USD"), ("€", "EUR"), ("£ ", "GBP"), ("USD ", "USD"), ("XOF ", "XOF"),
        ("U.S. $", "USD"),
    ],
)  # fmt: skip
def test_a_currency_before_a_number(said: str, unit: str) -> None:
    text = f"{said}5"
    money = of("en").before(text, len(said))
    assert money is not None
    assert money.unit == unit


@pytest.mark.parametrize("said", ["the ", "(", "No. ", "x", "Article ", "\n", ""])
def test_no_currency_before_a_number(said: str) -> None:
    assert of("en").before(f"{said}5", len(said)) is None


@pytest.mark.parametrize(
    ("code", "said", "unit"),
    [
        ("fr", " de dollars américains", "USD"),
        ("fr", " d’euros", "EUR"),
        ("fr", " francs CFA", "XOF"),
        ("fr", " francs suisses", "CHF"),
        ("fr", " livres sterling", "GBP"),
        ("fr", " $ CAD", "CAD"),
        ("en", " New Zealand dollars", "NZD"),
        ("en", "-dollar", "USD"),
        ("en", " EUR", "EUR"),
        ("es", " dólares de Hong Kong", "HKD"),
        ("es", " pesos mexicanos", "MXN"),
    ],
)
def test_a_currency_after_a_number(code: str, said: str, unit: str) -> None:
    text = f"5{said} donnés"
    money = of(code).after(text, fold(text), 1)
    assert money is not None
    assert (money.unit, money.edge) == (unit, 1 + len(said))


def test_names_are_folded_once_and_found_by_their_first_word() -> None:
    assert all(re.fullmatch(r"\S+(?: \S+)*", name) for name in of("fr").names)
    assert of("fr").longest["dollar"] >= 2
