"""What the readers of the sources make of their samples."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from entente import plugins
from entente.errors import Unreadable
from entente.feeds.sniff import sniff
from entente.model.activities import Activity, Budget, Transaction
from entente.model.aside import Aside
from entente.model.facts import Flow
from entente.sources import Made
from tests.samples.workbook import fts_export

SAMPLES = Path(__file__).parents[1] / "samples" / "sources"


def read(name: str, path: Path) -> list[Made]:
    source = plugins.one("sources", name)
    look = sniff(path)
    layout = source.layout(look.format, look.fields)
    assert layout is not None
    return list(layout.read(path, {"source": name, "licence": "", "snapshot": "", "known": None}))


def cells(rows: list[Made], kind: type) -> list[dict[str, Any]]:
    return [msgspec.structs.asdict(row[1]) for row in rows if isinstance(row, tuple) and row[0] is kind]


def asides(rows: list[Made]) -> list[tuple[str, str, bool]]:
    return [(row.field, row.reason, row.whole) for row in rows if isinstance(row, Aside)]


def test_a_shared_flow_stands_once_and_names_its_countries() -> None:
    rows = read("fts", SAMPLES / "fts" / "flows.csv")
    flows = {row.id: row for row in rows if isinstance(row, Flow)}
    assert sorted(flows) == ["9001", "9002", "9004"]
    shared = flows["9001"]
    assert (shared.place, shared.donor_id, shared.donor_kind) == ("JOR,LBN", "NOR", "government")
    assert (shared.year, shared.last_year, shared.scope, shared.published) == (2031, 2032, "year", date(2031, 3, 1))
    assert (shared.amount, shared.stated, shared.stated_currency) == (100_000, 1_000_000, "NOK")
    assert (flows["9002"].amount, flows["9002"].donor_id, flows["9002"].stage) == (394_000_001, "USA", "commitment")


def test_a_bad_amount_sets_its_row_aside_and_a_bad_day_only_itself() -> None:
    rows = read("fts", SAMPLES / "fts" / "flows.csv")
    assert asides(rows) == [("amountUSD", "not a number", True), ("date", "not a day", False)]


def test_a_flow_of_the_interface_keeps_what_the_exports_drop() -> None:
    [flow] = [row for row in read("fts", SAMPLES / "fts" / "page.json") if isinstance(row, Flow)]
    assert (flow.new_money, flow.parent, flow.children) == (False, "9099", "9101,9102")
    assert flow.reports == "Invented Boats (Primary, Email, 2031-01-08)"
    assert (flow.donor_id, flow.donor_kind, flow.place, flow.scope) == ("EU", "institution", "JOR", "")
    assert flow.amount == Decimal("250000.5")


def test_the_web_export(tmp_path: Path) -> None:
    flows = [
        (71.0, "Germany, Government of", "Relief", "", "", "", 12.0, "Paid Contribution", "Incoming", "Iraq | Jordan"),
        (72.0, "", "Relief", "", "", "", 5.5, "Paid Contribution", "Internal", ""),
        (73.0, "Germany, Government of", "Relief", "", "", "", 1.0, "Paid Contribution", "Incoming", "Atlantis"),
    ]
    path = fts_export(tmp_path / "plan.xlsx", plan="Invented Plan 2031", made="26/04/2032 15:25", flows=flows)
    rows = read("fts", path)
    first, second = [row for row in rows if isinstance(row, Flow)]
    assert (first.id, first.amount, first.place, first.row) == ("71", 12, "IRQ,JOR", "Export data:2")
    assert (first.plan, first.year, first.scope, first.published) == (
        "Invented Plan 2031",
        2031,
        "plan",
        date(2032, 4, 26),
    )
    assert (second.donor, second.donor_id, second.donor_kind, second.boundary) == ("", "", "unknown", "internal")
    assert asides(rows) == [("Destination country", "not a known country", True)]


def test_a_web_export_without_a_year_is_refused(tmp_path: Path) -> None:
    path = fts_export(tmp_path / "plan.xlsx", plan="A plan", made="26/04/2032 15:25", flows=[])
    with pytest.raises(Unreadable, match="names no plan with a year"):
        read("fts", path)


def test_a_currency_of_the_ecb_without_a_rate_has_no_row() -> None:
    rows = read("ecb", SAMPLES / "ecb" / "history.csv")
    assert [(row.currency, row.day, row.rate) for row in rows][:2] == [  # type: ignore[union-attr]
        ("USD", date(2031, 6, 3), Decimal("1.2")),
        ("JPY", date(2031, 6, 3), Decimal("150")),
    ]
    assert len(rows) == 6


def test_a_month_alone_means_any_of_its_days() -> None:
    rows = [row for row in read("said", SAMPLES / "said" / "series.csv") if not isinstance(row, Aside)]
    told = [(row.day, row.last, row.bound, row.since, row.added) for row in rows]  # type: ignore[union-attr]
    assert told == [
        (date(2031, 5, 1), date(2031, 5, 31), "over", "2011-03", None),
        (date(2031, 6, 25), date(2031, 6, 25), "over", "", 360_000_000),
        (date(2031, 9, 1), date(2031, 9, 30), "nearly", "2013-10", 56_000_000),
    ]


def test_world_totals_are_no_country() -> None:
    rows = read("idmc", SAMPLES / "idmc" / "displaced.csv")
    assert asides(rows) == [("coo_iso", "a total of the world, not a country", True)]


def test_unhcr_writes_a_dash_where_nobody_was_counted() -> None:
    [idps, returned] = read("unhcr", SAMPLES / "unhcr" / "page.json")
    assert [(row.population, row.people) for row in (idps, returned)] == [("idps", 410), ("returned_idps", 20)]  # type: ignore[union-attr]


def test_an_activity_with_all_that_a_ledger_needs() -> None:
    rows = read("iati", SAMPLES / "iati" / "activities.xml")
    donor, agency = cells(rows, Activity)
    assert donor["titles"] == {"fr": "Des puits", "en": "Wells"}
    assert (donor["planned_start"], donor["actual_start"]) == (date(2030, 12, 1), None)
    assert [(one["code"], one["percentage"]) for one in donor["countries"]] == [("SY", 60), ("IQ", 40)]
    assert donor["scopes"] == [{"type": "emergency", "vocabulary": "1-2", "code": "EM-2031-1"}]
    assert (donor["reporter"], donor["status"], donor["humanitarian"]) == ("XX-DONOR", "implementation", True)
    assert donor["published"] == date(2031, 1, 4)
    assert agency["titles"] == {"en": "Wells <iati-activity> dug"}


def test_the_bytes_of_an_activity_are_named() -> None:
    path = SAMPLES / "iati" / "activities.xml"
    first = cells(read("iati", path), Activity)[0]
    raw = path.read_bytes()[first["first"] : first["last"]]
    assert raw.startswith(b"<iati-activity default-currency")
    assert raw.endswith(b"</iati-activity>")
    assert first["row"].startswith(f"bytes {first['first']}-{first['last']}, XX-DONOR-1")


def test_transactions_inherit_what_they_do_not_say() -> None:
    rows = cells(read("iati", SAMPLES / "iati" / "activities.xml"), Transaction)
    by_ref = {row["ref"]: row for row in rows}
    assert by_ref["t1"]["value"] == Decimal(394_000_001)
    assert (by_ref["t1"]["currency"], by_ref["t1"]["type"], by_ref["t1"]["humanitarian"]) == ("EUR", "commitment", True)
    assert (by_ref["t2"]["humanitarian"], by_ref["t2"]["receiver_activity"]) == (False, "XX-AGENCY-1")
    assert list(by_ref["t2"]["countries"]) == []
    assert [row["number"] for row in rows[:3]] == [1, 2, 3]


def test_what_cannot_be_used_is_set_aside_and_the_rest_kept() -> None:
    assert asides(read("iati", SAMPLES / "iati" / "activities.xml")) == [
        ("activity-date", "not a day", False),
        ("transaction/invented", "not a field of the standard", False),
        ("value", "not a number", True),
        ("iati-activity/identifier", "blank", True),
    ]


def test_version_1_has_texts_and_letters() -> None:
    rows = read("iati", SAMPLES / "iati" / "version1.xml")
    [activity], [transaction] = cells(rows, Activity), cells(rows, Transaction)
    assert (activity["titles"], activity["reporter_name"]) == ({"en": "Bridges"}, "Department of Invention")
    assert (activity["actual_start"], activity["participants"][0]["role"]) == (date(2006, 11, 9), "funding")
    assert (transaction["type"], transaction["value"], transaction["currency"]) == (
        "disbursement",
        Decimal("1234.5"),
        "GBP",
    )
    assert (transaction["day"], transaction["value_date"]) == (date(2007, 1, 31), date(2007, 1, 31))
    assert asides(rows) == []


def test_an_organisation_file_has_budgets() -> None:
    rows = cells(read("iati", SAMPLES / "iati" / "organisation.xml"), Budget)
    told = [(row["about"], row["kind"], row["value"], row["currency"], row["status"], row["country"]) for row in rows]
    assert told == [
        ("XX-DONOR", "total_budget", 9_000_000, "EUR", "committed", ""),
        ("XX-DONOR", "recipient_country_budget", 7, "USD", "", "SY"),
    ]


def test_the_datastore_repeats_lines() -> None:
    rows = read("iati", SAMPLES / "iati" / "datastore.csv")
    assert asides(rows) == [
        ("", "the same line stands earlier in the file", True),
        ("", "a blank line", True),
        ("transaction_value", "rounded to 6 decimals", False),
    ]
    kept = [row for row in rows if isinstance(row, Transaction)]
    assert [(row.ref, row.value, row.currency) for row in kept] == [
        ("a", Decimal("55155.0"), "USD"),
        ("b", Decimal("10.123457"), "EUR"),
    ]
