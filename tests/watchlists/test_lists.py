"""What is peculiar to single lists."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from entente.ledger.lists import Read, read_list, recognised
from entente.model.listing import Kind, Quality
from entente.plugins import one
from tests.contracts.test_watchlists import SAMPLES, listings
from tests.shared import shared


def test_un_aliases_packed_in_one_field_are_split() -> None:
    names = [name.name for name in listings("un")["un:XXi.001"].names]
    assert {"Tareq the Inventor", "Tarik al-Mukhtari", "طارق", "طارق المخترع"} <= set(names)
    assert not any(";" in name or "original script" in name for name in names)


def test_un_names_in_brackets_and_behind_numbers_are_names_of_their_own() -> None:
    body = next(listing for listing in listings("un").values() if listing.kind is Kind.ORGANISATION)
    names = [name.name for name in body.names]
    assert names[1:] == [
        "صندوق", "Fund of Inventions", "Purse of Inventions", "Till of Inventions", "Chest of Inventions"
    ]  # fmt: skip


def test_un_dates_of_birth_keep_their_precision() -> None:
    exact, about, between = listings("un")["un:XXi.001"].birth_dates
    assert (exact.first, exact.last, exact.about) == (date(1971, 5, 23), date(1971, 5, 23), False)
    assert (about.first, about.last, about.about) == (date(1969, 1, 1), date(1969, 12, 31), True)
    assert (between.first.year, between.last.year) == (1968, 1972)


def byte_span(path: Path, name: str) -> str:
    """The bytes of the one element of a name, as a row names them."""
    raw = path.read_bytes()
    first, end = raw.index(f"<{name}>".encode()), f"</{name}>".encode()
    return f"bytes {first}-{raw.index(end) + len(end)}"


@pytest.mark.parametrize("spoilt", [b"\x19", b"a & b", b"3 < 4", b"\xe9"])
def test_slips_of_careless_copies_are_mended(spoilt: bytes, tmp_path: Path) -> None:
    copy = tmp_path / "list.xml"
    copy.write_bytes((SAMPLES / "un" / "list.xml").read_bytes().replace(b"Said to live", b"Said " + spoilt))
    watchlist, part = recognised(copy)
    assert (watchlist.name, part.name) == ("un", "list")
    read = read_list(watchlist, {"list": copy})
    assert [one.row for one in read.listings] == [byte_span(copy, "INDIVIDUAL"), byte_span(copy, "ENTITY")]


def test_ofac_turns_family_names_round_and_reads_remarks() -> None:
    listed = listings("ofac")
    person = listed["ofac:901"]
    assert [name.name for name in person.names] == ["Tariq INVENTED", "Tarik AL-MUKHTARI", "ABU NOTHING"]
    assert person.programmes == ("SDGT", "IRAQ")
    assert listed["ofac:902"].names[0].name == "INVENTED FUND"
    assert [number.number for number in listed["ofac:902"].identifiers] == ["123456789"]  # from the file of comments
    assert listed["ofac:903"].kind is Kind.SHIP


def test_ofac_xml_says_the_same_as_the_tables() -> None:
    [entry] = read_list(one("watchlists", "ofac"), {"xml": SAMPLES / "ofac" / "sdn.xml"}).listings
    table = listings("ofac")["ofac:901"]
    assert (entry.id, entry.names[0], entry.nationalities) == (table.id, table.names[0], table.nationalities)
    assert entry.names[1].quality is Quality.WEAK


def test_eu_composes_a_blank_whole_name_and_keeps_the_un_reference() -> None:
    [entry] = listings("eu").values()
    assert entry.names[0].name == "Tariq Invented"
    assert entry.references == ("un:XXi.001",)
    assert [(birth.first.year, birth.last.year, birth.about) for birth in entry.birth_dates] == [
        (1971, 1971, False),
        (1937, 1937, True),
        (1968, 1972, False),
    ]


def test_uk_reads_a_year_where_day_and_month_are_letters() -> None:
    entry = listings("uk")["uk:INV0001"]
    assert (entry.birth_dates[1].first, entry.birth_dates[1].last) == (date(1945, 1, 1), date(1945, 12, 31))


def test_uk_categories_are_read_however_they_are_capitalised_and_the_primary_name_leads() -> None:
    listed = listings("uk")
    assert [name.quality for name in listed["uk:INV0001"].names[:3]] == [Quality.PRIMARY, Quality.WEAK, Quality.VARIANT]
    assert [name.name for name in listed["uk:INV0002"].names] == ["NOWHERE EXCHANGE", "Nowhere Traders"]


def test_uk_bodies_and_ships_have_their_numbers() -> None:
    listed = listings("uk")
    assert [number.number for number in listed["uk:INV0002"].identifiers] == ["NW-1-30"]
    assert [number.number for number in listed["uk:INV0003"].identifiers] == ["IMO0000001"]


def test_ofac_xml_is_told_whatever_namespace_it_is_served_in(tmp_path: Path) -> None:
    text = (SAMPLES / "ofac" / "sdn.xml").read_text("utf-8")
    namespace = text.partition('xmlns="')[2].partition('"')[0]
    for other in ("http://tempuri.org/sdnList.xsd", namespace, ""):
        copy = tmp_path / "sdn.xml"
        copy.write_text(text.replace(namespace, other), "utf-8")
        watchlist, part = recognised(copy)
        assert (watchlist.name, part.name) == ("ofac", "xml")


def test_ofac_xml_keeps_what_is_no_number_out_of_the_identifiers(tmp_path: Path) -> None:
    text = (SAMPLES / "ofac" / "sdn.xml").read_text("utf-8")
    beside = "<id><uid>6</uid><idType>Gender</idType><idNumber>Female</idNumber></id></idList>"
    copy = tmp_path / "sdn.xml"
    copy.write_text(text.replace("</idList>", beside), "utf-8")
    [entry] = read_list(one("watchlists", "ofac"), {"xml": copy}).listings
    assert [number.number for number in entry.identifiers] == ["X0012345"]


def test_an_ofac_address_has_its_region(tmp_path: Path) -> None:
    text = (SAMPLES / "ofac" / "sdn.xml").read_text("utf-8")
    copy = tmp_path / "sdn.xml"
    copy.write_text(text.replace("<city>Nowhere</city>", "<city>Nowhere</city><region>East</region>"), "utf-8")
    assert read_list(one("watchlists", "ofac"), {"xml": copy}).listings[0].addresses == ("Nowhere, East, Iraq",)


def test_a_birth_date_of_another_calendar_is_set_aside(tmp_path: Path) -> None:
    text = (SAMPLES / "eu" / "list.xml").read_text("utf-8")
    copy = tmp_path / "list.xml"
    copy.write_text(text.replace("GREGORIAN", "ISLAMIC", 1), "utf-8")
    read = read_list(one("watchlists", "eu"), {"list": copy})
    assert [aside.reason for aside in read.asides] == ["of another calendar"]
    assert len(read.listings[0].birth_dates) == 2


def eu_sample(tmp_path: Path, old: str, new: str) -> Read:
    """What is read of the sample of the EU's list with something else in it."""
    text = (SAMPLES / "eu" / "list.xml").read_text("utf-8")
    copy = tmp_path / "list.xml"
    assert old in text
    copy.write_text(text.replace(old, new, 1), "utf-8")
    return read_list(one("watchlists", "eu"), {"list": copy})


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("<sanctionEntity ", 'delistingDate="2032-01-01" '),
        ("<nameAlias ", 'regulationLanguage="en" '),
        ("<citizenship ", 'acquisitionDate="1990-01-01" disenfranchisementDate="1999-01-01" regulationLanguage="en" '),
        ("<identification ", 'issueDate="2010-01-01" validFrom="2010-01-01" validTo="2020-01-01" issuedBy="Nowhere" '),
        ("<regulation ", 'organisationType="council" entryIntoForceDate="2030-05-03" corrigendum="true" '),
        ("<address ", 'asAtListingTime="false" place="" region="" '),
        ("</remark>", '<additionalInformation key="a" value="b"/>'),
    ],
)
def test_eu_fields_of_the_schema_that_are_not_kept_change_nothing(tmp_path: Path, before: str, told: str) -> None:
    assert eu_sample(tmp_path, before, before + told) == Read(tuple(listings("eu").values()), ())


def test_an_eu_name_that_a_remark_calls_of_low_quality_is_weak(tmp_path: Path) -> None:
    end = 'strong="true" logicalId="4"'
    for remark in ("Low quality a.k.a.", "(lo quality alias)"):
        read = eu_sample(tmp_path, f"{end}/>", f"{end}><remark>{remark}</remark></nameAlias>")
        assert read.listings[0].names[2].quality is Quality.WEAK
    read = eu_sample(tmp_path, f"{end}/>", f"{end}><remark>Good quality alias</remark></nameAlias>")
    assert read.listings[0].names[2].quality is Quality.ALIAS


def test_an_eu_range_of_years_that_is_open_is_set_aside(tmp_path: Path) -> None:
    read = eu_sample(tmp_path, 'yearRangeFrom="1968" ', "")
    assert [(aside.value, aside.reason) for aside in read.asides] == [("-1972", "not a birth date")]
    assert len(read.listings[0].birth_dates) == 2


def test_an_eu_document_with_a_number_in_two_scripts_has_both(tmp_path: Path) -> None:
    read = eu_sample(tmp_path, 'number="X0012345"', 'number="Х0012345" latinNumber="X0012345"')
    assert [number.number for number in read.listings[0].identifiers] == ["X0012345", "Х0012345"]


def test_swiss_names_are_put_in_order_and_the_delisted_are_gone() -> None:
    listed = listings("ch")
    assert list(listed) == ["ch:100"]
    assert [name.name for name in listed["ch:100"].names[:2]] == ["Tariq Invented", "طارق المخترع"]


@pytest.mark.parametrize(
    ("file", "people", "bodies"),
    [("UN_consolidated_2026-02-27.xml", 730, 273), ("consolidated_wallblue4.xml", 684, 195)],
)
def test_the_real_un_lists_are_read_whole(file: str, people: int, bodies: int) -> None:
    read = read_list(one("watchlists", "un"), {"list": shared("lists", "un", file)})
    kinds = [entry.kind for entry in read.listings]
    assert (kinds.count(Kind.PERSON), kinds.count(Kind.ORGANISATION)) == (people, bodies)
    assert read.asides == ()


def test_the_real_ofac_tables_are_read_whole() -> None:
    folder = shared("lists", "ofac")
    parts = {name: folder / f"{name}_bench_2021-07-07.csv" for name in ("sdn", "alt", "add")}
    read = read_list(one("watchlists", "ofac"), parts)
    assert len(read.listings) == 8976
    assert not any(aside.whole for aside in read.asides)


def test_the_french_sample_of_the_publisher_is_read() -> None:
    read = read_list(one("watchlists", "fr"), {"list": shared("lists", "fr", "registre_gels_format_sample.json")})
    assert read.listings[0].names[0].name == "Grigory Vladimirovich SHILKIN"
    assert len(read.listings) == 3
