"""The Specially Designated Nationals list of the US Treasury's Office of Foreign Assets Control.

Reads: the CSV files of the list (primary names, alternate names, addresses, remarks that go on), and the SDN XML:
names, with the family name first turned round, weak aliases in remarks, dates of birth, nationalities, citizenships,
identifiers of the remarks, programmes. `-0-` is nothing; the files are UTF-8, or Latin-1 where they are older.
Misses: places of birth, vessel particulars other than the IMO number, titles, genders.
Origin: https://sanctionslist.ofac.treas.gov, "SDN Data Specification"; public domain (17 USC 105).
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from entente.errors import Unreadable
from entente.feeds.births import birth_date
from entente.feeds.nodes import Node, take_nodes, xml_nodes
from entente.feeds.row import LONGEST
from entente.model.aside import Aside
from entente.model.listing import BirthDate, Identifier, Kind, ListedName, Listing, Quality
from entente.watchlists import Part, Watchlist

_NULL = "-0-"
_END = "\x1a"  # old files end with it
_KINDS = {
    "individual": Kind.PERSON,
    "vessel": Kind.SHIP,
    "aircraft": Kind.AIRCRAFT,
    "": Kind.ORGANISATION,
    "Individual": Kind.PERSON,
    "Entity": Kind.ORGANISATION,
    "Vessel": Kind.SHIP,
    "Aircraft": Kind.AIRCRAFT,
}
_ALIASES = {"aka": Quality.ALIAS, "fka": Quality.ALIAS, "nka": Quality.ALIAS}
_CATEGORIES = {"": Quality.ALIAS, "strong": Quality.ALIAS, "weak": Quality.WEAK}
_BORN = re.compile(r"^(?:alt\. )?DOB (.+)$")
_NATION = re.compile(r"^(?:alt\. )?(?:nationality|citizen) (.+)$")
_WEAK = re.compile(r"^(?:alt\. )?[afn]\.k\.a\. '(.+)'$")
_WORDS_OF_A_NUMBER = (
    r"Passport|No\.|Number|IMO|ID|R\.F\.C\.|C\.U\.R\.P\.|NIT #|RUC #|Cedula|D-U-N-S|License|Registration|Identification"
    r"|Card|Code|SWIFT/BIC|BIK"
)
_NUMBER = re.compile(
    rf"^(?:alt\. )?(?P<kind>(?:[A-Z][\w.&'/ -]*? )?(?:{_WORDS_OF_A_NUMBER})[\w.' #:()-]*?)"
    r" (?P<number>[A-Z0-9][\w./-]*\d[\w./-]*|[A-Z]{6}[A-Z0-9]{2,5})(?: \((?P<country>[^)]+)\))?(?P<note>.*)$"
)
_NO_NUMBERS = frozenset(  # what the XML keeps among the identifiers beside them
    {"Gender", "Website", "Email Address", "Phone Number", "Secondary sanctions risk:", "Organization Type:",
     "Organization Established Date", "Target Type", "Additional Sanctions Information -", "Linked To:",
     "Nationality of Registration", "Effective Date (EO 14024 Directive 1a):", "Listing Date (EO 14024 Directive 1a):"}
)  # fmt: skip
_WIDTHS = {"sdn": 12, "alt": 5, "add": 6, "comments": 2}


def _read(parts: Mapping[str, Path]) -> Iterator[Listing | Aside]:
    if "xml" in parts:
        return take_nodes(xml_nodes(parts["xml"], "sdnEntry"), _entry)
    if "sdn" not in parts:
        raise Unreadable(
            "ofac", "the list has no primary names", hint="give sdn.csv with alt.csv and add.csv, or sdn.xml"
        )
    return _table(parts)


def _table(parts: Mapping[str, Path]) -> Iterator[Listing | Aside]:
    rows = {name: list(_rows(path, _WIDTHS[name])) for name, path in parts.items() if name in _WIDTHS}
    aliases: dict[str, list[tuple[str, Quality]]] = defaultdict(list)
    places: dict[str, list[str]] = defaultdict(list)
    more: dict[str, str] = defaultdict(str)
    for place, row in rows.get("alt", ()):
        if isinstance(row, str) or row[2] not in _ALIASES:
            yield Aside(f"alt: {place}", "alt_type", str(row)[:LONGEST], "not a known row", whole=True)
        else:
            aliases[row[0]].append((row[3], _ALIASES[row[2]]))
    for _, row in rows.get("add", ()):
        if not isinstance(row, str) and (address := ", ".join(filter(None, row[2:5]))):
            places[row[0]].append(address)
    for _, row in rows.get("comments", ()):
        if not isinstance(row, str):
            more[row[0]] += row[1]
    for place, row in rows["sdn"]:
        if isinstance(row, str) or row[2] not in _KINDS or not row[1]:
            yield Aside(f"sdn: {place}", "SDN_Type", str(row)[:LONGEST], "not a known row", whole=True)
            continue
        yield from _listed(place, row, aliases[row[0]], tuple(places[row[0]]), row[11] + more[row[0]])


def _rows(path: Path, width: int) -> Iterator[tuple[str, list[str] | str]]:
    """The rows of a table without a header, each with its place; a row of another width as text."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    reader = csv.reader(io.StringIO(text, newline=""))
    for cells in reader:
        row = ["" if cell.strip() == _NULL else cell.strip() for cell in cells]
        if row[:1] == [_END] or not any(row) or (not row[0].isdigit() and reader.line_num == 1):
            continue
        yield f"line {reader.line_num}", row if len(row) == width else ",".join(row)


def _listed(
    place: str, row: list[str], aliases: Iterable[tuple[str, Quality]], addresses: tuple[str, ...], remarks: str
) -> Iterator[Listing | Aside]:
    kind = _KINDS[row[2]]
    names = [ListedName(_turned(row[1], kind), Quality.PRIMARY)]
    names += [ListedName(_turned(name, kind), quality) for name, quality in aliases if name]
    births: list[BirthDate] = []
    nations: list[str] = []
    numbers: list[Identifier] = []
    for remark in filter(None, (part.strip().rstrip(".") for part in remarks.split(";"))):
        if found := _BORN.match(remark):
            try:
                births.append(birth_date(found[1]))
            except ValueError as error:
                yield Aside(f"sdn: {place}", "Remarks", remark[:LONGEST], str(error), whole=False)
        elif found := _NATION.match(remark):
            nations.append(found[1])
        elif found := _WEAK.match(remark):
            names.append(ListedName(found[1], Quality.WEAK))
        elif found := _NUMBER.match(remark):
            numbers.append(Identifier(found["number"], found["kind"], found["country"] or "", found["note"].strip()))
    yield Listing(
        id=f"ofac:{row[0]}",
        list="ofac",
        kind=kind,
        names=tuple(dict.fromkeys(names)),
        birth_dates=tuple(births),
        nationalities=tuple(dict.fromkeys(nations)),
        identifiers=tuple(numbers),
        addresses=addresses,
        programmes=tuple(filter(None, re.split(r"\]\s*\[|[\[\]]", row[3]))),
        remarks=remarks,
        row=place,
    )


def _turned(name: str, kind: Kind) -> str:
    """A person's name with the family name last, as it is spoken."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if kind is Kind.PERSON and comma else name


def _entry(node: Node) -> Iterator[Listing]:
    kind = node.pick("sdnType", _KINDS)
    number = node.need("uid")
    name = " ".join(filter(None, (node.text("firstName"), node.text("lastName"))))
    names = [ListedName(name, Quality.PRIMARY)]
    for alias in _inner(node, "akaList", "aka"):
        quality = alias.pick("category", _CATEGORIES)
        names.append(ListedName(" ".join(filter(None, (alias.text("firstName"), alias.text("lastName")))), quality))
        alias.close(ignored=("uid", "type"))
    births: list[BirthDate] = []
    for birth in _inner(node, "dateOfBirthList", "dateOfBirthItem"):
        births += birth.read("dateOfBirth", birth_date)
        node.asides += birth.asides
        birth.close(ignored=("uid", "mainEntry"))
    nations = [*_countries(node, "nationalityList", "nationality"), *_countries(node, "citizenshipList", "citizenship")]
    listing = Listing(
        id=f"ofac:{number}",
        list="ofac",
        kind=kind,
        names=tuple(dict.fromkeys(names)),
        birth_dates=tuple(births),
        nationalities=tuple(dict.fromkeys(nations)),
        identifiers=tuple(_identifiers(node)),
        addresses=tuple(_addresses(node)),
        programmes=tuple(text for one in node.nodes("programList") for text in one.texts("program")),
        remarks=node.text("remarks"),
    )
    node.close(ignored=("title", "placeOfBirthList", "vesselInfo"))
    yield listing


def _inner(node: Node, outer: str, inner: str) -> Iterator[Node]:
    for each in node.nodes(outer):
        yield from each.nodes(inner)
        each.close()


def _countries(node: Node, outer: str, inner: str) -> Iterator[str]:
    for each in _inner(node, outer, inner):
        yield from each.texts("country")
        each.close(ignored=("uid", "mainEntry"))


def _identifiers(node: Node) -> Iterator[Identifier]:
    for each in _inner(node, "idList", "id"):
        number, kind, country = each.text("idNumber"), each.text("idType"), each.text("idCountry")
        each.close(ignored=("uid", "issueDate", "expirationDate"))
        if number and kind not in _NO_NUMBERS:
            yield Identifier(number, kind, country)


def _addresses(node: Node) -> Iterator[str]:
    fields = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "region", "country")
    for each in _inner(node, "addressList", "address"):
        address = ", ".join(filter(None, map(each.text, fields)))
        each.close(ignored=("uid",))
        if address:
            yield address


_FILES = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/"

WATCHLIST = Watchlist(
    name="ofac",
    title="Specially Designated Nationals and Blocked Persons List",
    publisher="US Treasury, Office of Foreign Assets Control",
    licence="public domain (17 USC 105)",
    home="https://sanctionslist.ofac.treas.gov",
    parts=(
        Part("xml", "", "xml", frozenset({"sdnList"}), needed=False),
        Part("sdn", _FILES + "SDN.CSV", "csv", columns=12),
        Part("alt", _FILES + "ALT.CSV", "csv", columns=5, needed=False),
        Part("add", _FILES + "ADD.CSV", "csv", columns=6, needed=False),
        Part("comments", _FILES + "SDN_COMMENTS.CSV", "csv", columns=2, needed=False),
    ),
    read=_read,
    fewest=100,
)
