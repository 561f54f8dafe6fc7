"""Money along a chain of publishers."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from entente import plugins
from entente.ledger import Facts
from entente.ledger.chains import chain, spenders
from entente.ledger.holdings import Holdings
from entente.ledger.pull import Puller, found_in
from entente.ledger.record import Record

SAMPLES = Path(__file__).parents[1] / "samples" / "sources"
YEAR = range(2031, 2032)


@pytest.fixture(scope="module")
def holdings(tmp_path_factory: pytest.TempPathFactory) -> Holdings:
    home = tmp_path_factory.mktemp("home")
    record = Record(home / "record.db")
    for source, name in (("iati", "iati/activities.xml"), ("ecb", "ecb/history.csv")):
        puller = Puller(source=plugins.one("sources", source), home=home, record=record)
        list(puller.pull(found_in(SAMPLES / name)))
    return Facts(home, record).holdings


def test_gross_net_and_unresolved(holdings: Holdings) -> None:
    # The donor gave the agency 100 euros, named by both, and 40 more without naming an activity;
    # the agency spent 60 dollars, 50 euros at 1.20 dollars for one.
    total = chain(holdings, years=YEAR, currency="EUR")
    assert (total.gross, total.net, total.unresolved) == (190, 140, 40)
    assert (total.transactions, total.unconverted) == (3, 0)


def test_a_chain_in_another_currency_at_each_value_date(holdings: Holdings) -> None:
    total = chain(holdings, years=YEAR, currency="USD")
    assert total.gross == 100 * Decimal("1.1") + 40 * Decimal("1.2") + 60


def test_countries_count_by_their_percentages(holdings: Holdings) -> None:
    assert chain(holdings, years=YEAR, places=["IRQ"], currency="EUR").gross == Decimal("0.4") * 140
    assert chain(holdings, years=YEAR, places=["SYR", "IRQ"], currency="EUR").gross == 190
    assert chain(holdings, years=YEAR, places=["LBN"], currency="EUR").gross == 0


def test_a_currency_without_rates_is_counted_and_left_out(holdings: Holdings) -> None:
    total = chain(holdings, years=YEAR, currency="XAU")
    assert (total.gross, total.unconverted) == (0, 3)


def test_who_spent(holdings: Holdings) -> None:
    told = [(one.ref, one.name, one.value, one.transactions) for one in spenders(holdings, years=YEAR, currency="EUR")]
    assert told == [("XX-DONOR", "Donor of Things", 140, 2), ("XX-AGENCY", "Agency", 50, 1)]
