"""Countries, donors and days as publishers write them."""

from __future__ import annotations

from datetime import date

import pytest

from entente.feeds.countries import alpha2, alpha3, country
from entente.feeds.days import span_of_days
from entente.feeds.donors import donor


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Korea, Republic of", "KOR"),
        ("Syrian Arab Republic", "SYR"),
        ("Syrian Arab Rep.", "SYR"),
        ("Congo, The Democratic Republic of the", "COD"),
        ("Czech Republic", "CZE"),
        ("occupied Palestinian territory", "PSE"),
        ("Atlantis", None),
    ],
)
def test_countries(name: str, code: str | None) -> None:
    assert country(name) == code


def test_codes_of_countries() -> None:
    assert (alpha3("IQ"), alpha2("IRQ"), alpha3("ZZ"), alpha2("ZZZ")) == ("IRQ", "IQ", None, None)


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("United States of America, Government of", "unknown", ("USA", "government")),
        ("United States Department of State", "unknown", ("USA", "government")),
        ("United States Fund for UNICEF", "unknown", ("PRIVATE/UNICEF-USA", "private")),
        ("European Commission", "multilateral", ("EU", "institution")),
        ("KFW Development", "unknown", ("DEU/KFW", "government")),
        ("Atlantis, Government of", "unknown", ("Atlantis, Government of", "government")),
        ("Portugal, Government of | Spain, Government of", "unknown", ("ESP|PRT", "government")),
        ("UNICEF National Committee/Japan", "unknown", ("UNICEF National Committee/Japan", "private")),
        ("Invented Relief", "private", ("Invented Relief", "private")),
        ("", "unknown", ("", "unknown")),
    ],
)
def test_donors(name: str, kind: str, told: tuple[str, str]) -> None:
    assert donor(name, kind) == told


def test_days() -> None:
    assert span_of_days("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert span_of_days("2024") == (date(2024, 1, 1), date(2024, 12, 31))
    assert span_of_days("2024-02-03") == (date(2024, 2, 3), date(2024, 2, 3))
    with pytest.raises(ValueError, match="no day, month or year"):
        span_of_days("soon")
