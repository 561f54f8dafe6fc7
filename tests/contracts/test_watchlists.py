"""What every watchlist keeps: one suite, run on the sample of each file of `watchlists/`."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from entente import plugins
from entente.errors import Fault, StrangeRow, Unreadable
from entente.ledger.lists import read_list, recognised
from entente.model.listing import Kind, Listing, Quality
from entente.watchlists import Watchlist

SAMPLES = Path(__file__).parents[1] / "samples" / "watchlists"
BORN = date(1971, 5, 23)


def parts(name: str) -> dict[str, Path]:
    """The sample of a list, by parts; where a list has two forms, the one of more files."""
    files = [path for path in sorted((SAMPLES / name).iterdir()) if name != "ofac" or path.suffix == ".csv"]
    return {path.stem: path for path in files}


def listings(name: str) -> dict[str, Listing]:
    read = read_list(plugins.one("watchlists", name), parts(name))
    assert read.asides == ()
    return {one.id: one for one in read.listings}


@pytest.fixture(params=plugins.names("watchlists"))
def watchlist(request: pytest.FixtureRequest) -> Watchlist:
    found: Watchlist = plugins.one("watchlists", request.param)
    return found


def test_it_says_who_publishes_it_and_on_what_terms(watchlist: Watchlist) -> None:
    assert watchlist.name in plugins.names("watchlists")
    assert all((watchlist.title, watchlist.publisher, watchlist.licence))
    assert len({part.name for part in watchlist.parts}) == len(watchlist.parts)


def test_its_files_are_told_by_content(watchlist: Watchlist) -> None:
    for name, path in parts(watchlist.name).items():
        found, part = recognised(path)
        assert (found.name, part.name) == (watchlist.name, name)


def test_the_invented_person_is_read_whole(watchlist: Watchlist) -> None:
    [person] = [one for one in listings(watchlist.name).values() if one.kind is Kind.PERSON]
    names = {name.name.casefold(): name.quality for name in person.names}
    assert names["tariq invented"] is Quality.PRIMARY
    assert Quality.WEAK in names.values() or watchlist.name == "fr"  # France does not tell weak names apart
    assert any(birth.first == birth.last == BORN for birth in person.birth_dates)
    assert person.nationalities
    assert "X0012345" in {identifier.number for identifier in person.identifiers}
    assert person.programmes


def test_no_name_is_nothing(watchlist: Watchlist) -> None:
    for one in listings(watchlist.name).values():
        assert one.names
        assert all(re.search(r"\w", name.name) and name.name.casefold() not in ("na", "-0-") for name in one.names)
        assert re.fullmatch(rf"{one.list}:\S+", one.id)


def test_a_field_that_nobody_knows_is_refused(watchlist: Watchlist, tmp_path: Path) -> None:
    strange = {
        "un": ("<SORT_KEY/>", "<NEW_FIELD>x</NEW_FIELD>"),
        "eu": ('logicalId="11"', 'logicalId="11" newField="x"'),
        "uk": ("<UniqueID>", "<NewField>x</NewField><UniqueID>"),
        "ch": ("<sanctions-set-id>", "<new-field>x</new-field><sanctions-set-id>"),
        "fr": ('"TypeChamp": "SEXE"', '"TypeChamp": "NEW_FIELD"'),
        "neutral": ('"list": "mine"', '"list": "mine", "new_field": "x"'),
    }
    if watchlist.name not in strange:
        pytest.skip("a table without a header has no fields; its width is tested below")
    [(name, path)] = parts(watchlist.name).items()
    old, new = strange[watchlist.name]
    copy = tmp_path / path.name
    copy.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(StrangeRow, match=r"new field (NEW_FIELD|newField|NewField|new-field|new_field)"):
        read_list(watchlist, {name: copy})


def test_a_file_that_breaks_off_is_refused(watchlist: Watchlist, tmp_path: Path) -> None:
    for name, path in parts(watchlist.name).items():
        if path.suffix not in (".xml", ".json"):
            continue
        copy = tmp_path / path.name
        copy.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
        with pytest.raises(Unreadable):
            read_list(watchlist, {name: copy})


def test_a_text_is_no_list(tmp_path: Path) -> None:
    page = tmp_path / "un.xml"
    page.write_text("Service temporarily unavailable", "utf-8")
    with pytest.raises(Fault, match="not a watchlist"):
        recognised(page)
