"""What every source keeps: one suite, run for each layout of each file of `sources/`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entente import plugins
from entente.errors import Fault
from entente.feeds.sniff import sniff
from entente.ledger.pull import counted
from entente.ledger.tables import NAMES, TABLES
from entente.model.aside import Aside
from entente.model.facts import Origin
from entente.sources import Layout, Made, Source
from tests.samples.workbook import fts_export

SAMPLES = Path(__file__).parents[1] / "samples" / "sources"
SHARED = {"source": "name", "licence": "licence", "snapshot": "0" * 64, "known": None}
FLOWS = [
    (
        71.0,
        "Germany, Government of",
        "Invented Relief",
        "",
        "",
        "",
        12.5,
        "Paid Contribution",
        "Incoming",
        "Iraq | Jordan",
    )
]


def sources() -> dict[str, Source]:
    return plugins.additions("sources")


def layouts() -> list[tuple[str, str]]:
    return [(name, layout.name) for name, source in sources().items() for layout in source.layouts]


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    folder = tmp_path / "samples"
    shutil.copytree(SAMPLES, folder)
    fts_export(folder / "fts" / "export.xlsx", plan="Invented Plan 2031", made="26/04/2032 15:25", flows=FLOWS)
    for name in ("idmc", "unrwa"):
        codes = dict.fromkeys(("coo_iso", "coa_iso", "coo", "coa", "coo_name", "coa_name"), "PSE")
        page = {"page": 1, "maxPages": 1, "items": [{**codes, "year": 2031, "total": 5}]}
        (folder / name / "page.json").write_text(json.dumps(page))
    return folder


def read(layout: Layout, path: Path) -> list[Made]:
    return list(layout.read(path, SHARED))


def files(source: Source, layout: Layout, samples: Path) -> Iterator[Path]:
    for path in sorted((samples / source.name).iterdir()):
        look = sniff(path)
        if source.layout(look.format, look.fields) is layout:
            yield path


@pytest.mark.parametrize("name", plugins.names("sources"))
def test_a_source_says_what_it_is(name: str) -> None:
    source = sources()[name]
    assert source.name == name
    assert source.title
    assert source.licence
    assert set(source.tables) <= set(TABLES)
    assert all(address.url.startswith("https://") for address in source.addresses)


@pytest.mark.parametrize(("name", "layout"), layouts())
def test_a_layout_reads_a_sample_of_its_own(name: str, layout: str, samples: Path) -> None:
    source = sources()[name]
    [known] = [one for one in source.layouts if one.name == layout]
    paths = list(files(source, known, samples))
    assert paths, f"tests/samples/sources/{name} has no file of this layout"
    for path in paths:
        made = [row for row in read(known, path) if not isinstance(row, Aside)]
        assert len(made) >= known.fewest
        for row in made:
            kind = row[0] if isinstance(row, tuple) else type(row)
            assert NAMES[kind] in source.tables
            names = set(row[1].__struct_fields__) if isinstance(row, tuple) else {field.name for field in fields(row)}
            missing = {field.name for field in fields(kind)} - names - {field.name for field in fields(Origin)}
            assert not missing, f"{kind.__name__} without {missing}"


@pytest.mark.parametrize(("name", "layout"), layouts())
def test_a_row_tells_where_it_stands(name: str, layout: str, samples: Path) -> None:
    source = sources()[name]
    [known] = [one for one in source.layouts if one.name == layout]
    for path in files(source, known, samples):
        for row in read(known, path):
            place = row.place if isinstance(row, Aside) else row[1].row if isinstance(row, tuple) else row.row
            assert place


@pytest.mark.parametrize(("name", "layout"), [pair for pair in layouts() if pair != ("coalition", "coalition")])
def test_no_other_source_takes_a_sample_unless_it_looks_the_same(name: str, layout: str, samples: Path) -> None:
    twins = {"idmc", "unrwa"}
    source = sources()[name]
    [known] = [one for one in source.layouts if one.name == layout]
    for path in files(source, known, samples):
        look = sniff(path)
        takers = {other.name for other in sources().values() if other.layout(look.format, look.fields)}
        assert takers == {name} or takers == twins


@pytest.mark.parametrize(
    ("path", "name", "layout"),
    [
        ("fts/flows.csv", "fts", "HDX flows"),
        ("fts/requirements.csv", "fts", "HDX requirements and funding"),
        ("unhcr/population.csv", "unhcr", "population"),
        ("unhcr/finder.csv", "unhcr", "Refugee Data Finder"),
        ("idmc/displaced.csv", "idmc", "table"),
        ("unrwa/refugees.csv", "unrwa", "table"),
        ("said/series.csv", "said", "series"),
        ("iati/datastore.csv", "iati", "Datastore transactions"),
    ],
)
def test_a_new_column_is_a_fault_that_names_it(path: str, name: str, layout: str, samples: Path) -> None:
    lines = (samples / path).read_text().splitlines()
    changed = [f"{lines[0]},surprise", *(f"{line}," if line else "" for line in lines[1:])]
    (samples / path).write_text("\n".join(changed))
    [known] = [one for one in sources()[name].layouts if one.name == layout]
    with pytest.raises(Fault, match="new field surprise"):
        read(known, samples / path)


@pytest.mark.parametrize(("name", "layout"), [pair for pair in layouts() if pair[0] != "coalition"])
def test_a_missing_column_is_a_fault(name: str, layout: str, samples: Path) -> None:
    source = sources()[name]
    [known] = [one for one in source.layouts if one.name == layout]
    for path in files(source, known, samples):
        if path.suffix == ".csv" and name != "ecb":
            lines = path.read_text().replace("\n\n", "\n").splitlines()
            cut = ["\t".join(["first", *line.split(",")[1:]]) for line in lines[:1]]
            path.write_text("\n".join([cut[0].replace("\t", ","), *lines[1:]]))
            with pytest.raises(Fault, match="no field"):
                read(known, path)


CELLS = st.one_of(
    st.none(), st.text(max_size=8), st.integers(), st.booleans(), st.just([]), st.just({}), st.just("\x00")
)


def damaged(value: object, draw: Callable[[], object], left: list[int]) -> object:
    """A JSON value in which the inner values that are counted down to nought are replaced."""
    if isinstance(value, dict):
        return {key: damaged(one, draw, left) for key, one in value.items()}
    if isinstance(value, list):
        return [damaged(one, draw, left) for one in value]
    left[0] -= 1
    return draw() if left[0] == 0 else value


@pytest.mark.parametrize(("name", "path"), [("fts", "page.json"), ("unhcr", "page.json"), ("worldbank", "page.json")])
@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_page_is_set_aside_or_refused_and_never_crashes(
    name: str, path: str, data: st.DataObject, tmp_path: Path
) -> None:
    page = json.loads((SAMPLES / name / path).read_text())
    place = data.draw(st.integers(1, 60))
    broken = damaged(page, lambda: data.draw(CELLS), [place])
    (tmp_path / "page.json").write_text(json.dumps(broken))
    look = sniff(tmp_path / "page.json")
    layout = sources()[name].layout(look.format, look.fields)
    if layout:
        with suppress(Fault):
            list(counted("page.json", layout, layout.read(tmp_path / "page.json", SHARED)))


@pytest.mark.parametrize(("name", "path"), [("fts", "flows.csv"), ("unhcr", "population.csv"), ("ecb", "history.csv")])
@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_table_is_set_aside_or_refused_and_never_crashes(
    name: str, path: str, data: st.DataObject, tmp_path: Path
) -> None:
    raw = bytearray((SAMPLES / name / path).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / "table").write_bytes(raw)
    look = sniff(tmp_path / "table")
    layout = sources()[name].layout(look.format, look.fields)
    if layout:
        with suppress(Fault):
            list(counted("table", layout, layout.read(tmp_path / "table", SHARED)))
