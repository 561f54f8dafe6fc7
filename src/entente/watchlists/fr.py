"""The French national register of frozen assets (registre national des gels).

Reads: the JSON of the register: persons, bodies and ships with first names, aliases, dates of birth, nationalities,
passports and identity documents, IMO numbers, addresses, legal bases, references of the European Union and the
United Nations.
Misses: places of birth, sexes, titles, telephone numbers and mail addresses, the reasons of a freeze.
Origin: https://gels-avoirs.dgtresor.gouv.fr, "flux JSON"; Licence Ouverte / Open Licence 2.0 (Etalab).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from entente.errors import StrangeRow
from entente.feeds.births import born
from entente.feeds.nodes import Node, json_document, take_nodes
from entente.model.aside import Aside
from entente.model.listing import BirthDate, Identifier, Kind, ListedName, Listing, Quality
from entente.watchlists import Part, Watchlist

_KINDS = {"Personne physique": Kind.PERSON, "Personne morale": Kind.ORGANISATION, "Navire": Kind.SHIP}
_IGNORED = frozenset(
    {
        "SEXE", "TITRE", "LIEU_DE_NAISSANCE", "TELEPHONE", "COURRIEL", "SITE_INTERNET", "MOTIFS",
        "AUTRE_IDENTITE_COMMENTAIRE",
    }
)  # fmt: skip
# The kinds of field that are kept, and which key of their values holds the text.
_FIELDS = {
    "PRENOM": "Prenom",
    "ALIAS": "Alias",
    "NATIONALITE": "Pays",
    "FONDEMENT_JURIDIQUE": "FondementJuridiqueLabel",
    "REFERENCE_UE": "ReferenceUe",
    "REFERENCE_ONU": "ReferenceOnu",
}
_NUMBERS = {
    "PASSEPORT": ("NumeroPasseport", "Passeport"),
    "IDENTIFICATION": ("Identification", "Identification"),
    "NUMERO_OMI": ("NumeroOMI", "Numéro OMI"),
    "AUTRE_IDENTITE": ("NumeroCarte", "Autre document"),
}
_ADDRESSES = ("ADRESSE_PP", "ADRESSE_PM")


def _read(parts: Mapping[str, Path]) -> Iterator[Listing | Aside]:
    document = json_document(parts["list"])
    for publications in document.nodes("Publications"):
        yield from take_nodes(publications.nodes("PublicationDetail"), _listing)
        publications.close(ignored=("DatePublication",))
    document.close()


def _listing(node: Node) -> Iterator[Listing]:
    number, kind, family = node.need("IdRegistre"), node.pick("Nature", _KINDS), node.need("Nom")
    details: dict[str, list[Node]] = {}
    for detail in node.nodes("RegistreDetail"):
        details.setdefault(detail.need("TypeChamp"), []).extend(detail.nodes("Valeur"))
        detail.close()
    node.close()
    texts = {field: tuple(_texts(details.pop(field, ()), key)) for field, key in _FIELDS.items()}
    listing = Listing(
        id=f"fr:{number}",
        list="fr",
        kind=kind,
        names=(
            *(ListedName(f"{given} {family}".strip(), Quality.PRIMARY) for given in texts["PRENOM"] or ("",)),
            *(ListedName(alias, Quality.ALIAS) for alias in texts["ALIAS"]),
        ),
        birth_dates=tuple(_births(node, details.pop("DATE_DE_NAISSANCE", ()))),
        nationalities=texts["NATIONALITE"],
        identifiers=tuple(_identifiers(details)),
        addresses=tuple(_addresses(details)),
        programmes=texts["FONDEMENT_JURIDIQUE"],
        references=(
            *(
                f"{name}:{text}"
                for name, field in (("eu", "REFERENCE_UE"), ("un", "REFERENCE_ONU"))
                for text in texts[field]
            ),
        ),
    )
    for field in details.keys() - _IGNORED:
        raise StrangeRow(node.place, "new field {field}", hint="read it, or ignore it by name", field=field)
    yield listing


def _texts(values: list[Node] | tuple[Node, ...], key: str) -> Iterator[str]:
    for value in values:
        yield from value.texts(key)


def _births(node: Node, values: list[Node] | tuple[Node, ...]) -> Iterator[BirthDate]:
    for value in values:
        day, month, year = (value.text(part) for part in ("Jour", "Mois", "Annee"))
        value.close(ignored=("Commentaire",))
        try:
            if year:
                yield born(year, month.strip("0") and month, day.strip("0") and day)
        except ValueError as error:
            node.set_aside("DATE_DE_NAISSANCE", f"{day}/{month}/{year}", str(error))


def _identifiers(details: dict[str, list[Node]]) -> Iterator[Identifier]:
    for field, (key, kind) in _NUMBERS.items():
        for value in details.pop(field, ()):
            for number in value.texts(key):
                yield Identifier(number, kind, "", value.text("Commentaire"))


def _addresses(details: dict[str, list[Node]]) -> Iterator[str]:
    for field in _ADDRESSES:
        for value in details.pop(field, ()):
            if address := ", ".join(filter(None, map(value.text, ("Adresse", "Pays")))):
                yield address


WATCHLIST = Watchlist(
    name="fr",
    title="Registre national des gels",
    publisher="Direction générale du Trésor",
    licence="Licence Ouverte 2.0 (Etalab)",
    home="https://gels-avoirs.dgtresor.gouv.fr",
    parts=(
        Part(
            "list",
            "https://gels-avoirs.dgtresor.gouv.fr/ApiPublic/api/v1/publication/derniere-publication-flux-json",
            "json",
            frozenset({"Publications", "Publications.PublicationDetail"}),
        ),
    ),
    read=_read,
)
