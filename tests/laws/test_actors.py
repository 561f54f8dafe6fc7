"""Laws of actors: what is written is read back; spans lie in the text and never overlap; nothing raises."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from entente import plugins
from entente.model.reading import Actor
from entente.reading.actors import actors
from entente.reading.read import open_page
from entente.reference import rows

LANGUAGES = ("en", "es", "fr")
COUNTRIES = [(row[0], row[2], row[3], row[4]) for row in rows("territories.tsv")]
SENTENCES = {"en": "They left for {}.", "es": "Se fueron a {}.", "fr": "Ils sont partis pour : {}."}
GIVEN = st.sampled_from("Amina Jean-Luc Ousmane Zoltán Xiomara Mehmet Ingrid Thabo Nino Haruki".split())
FAMILY = st.sampled_from("Brazhnikova Okafor Delacroix-Petit O’Malley Szentgyörgyi van den Oever al-Tamimi".split(" "))
WORDS = st.sampled_from(
    "the The of and le la de du et M. Mr President ministre Government gouvernement Council Conseil Commission (ABC) "
    "(Xyz) U.S. US Washington Paris France français Iraqi UN ONU ISIS Coalition John Amina Smith SMITH said déclaré a "
    "’ ' , . ( ) « » - – \n \u00a0 Republic République North le Nord Korea Corée Ministry ministère Applause".split(" ")
)


def read(text: str, code: str) -> list[Actor]:
    return actors(open_page(text, language=plugins.language(code)))


@given(st.sampled_from(COUNTRIES), st.sampled_from(LANGUAGES))
def test_a_country_that_is_named_is_read(country: tuple[str, ...], code: str) -> None:
    name = country[1 + ("en", "fr", "es").index(code)]
    if any(sign in name for sign in ("(", "&", " - ", ".")) or name in UNSAID:
        return
    text = SENTENCES[code].format(name)
    assert [(found.span.cut(text), found.id) for found in read(text, code)] == [(name, country[0])]


# Names that are also first names, saints or cities, and stand for the country with more beside them only.
UNSAID = {row[2].lstrip("!") for row in rows("countries.tsv") if row[2].startswith("!")} | {
    name[1:] for row in rows("countries.tsv") for name in row[2].split("|") if name.startswith("!")
}


@given(GIVEN, FAMILY, st.sampled_from(LANGUAGES))
def test_a_person_with_a_known_given_name_is_read(first: str, family: str, code: str) -> None:
    if not family[0].isupper():
        return
    text = f"{first} {family} – 2015"
    assert [(found.kind, found.id) for found in read(text, code)] == [("person", f"{first} {family}")]


@given(st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=40), st.sampled_from(LANGUAGES))
def test_actors_lie_in_the_text_in_order_and_apart(pieces: list[str], code: str) -> None:
    text = " ".join(pieces)
    found = read(text, code)
    for actor in found:
        assert 0 <= actor.span.start < actor.span.end <= len(text)
        assert actor.id
        assert actor.kind in ("country", "organisation", "group", "person")
        assert actor.span.cut(text).strip() == actor.span.cut(text)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start


@given(st.lists(WORDS, min_size=1, max_size=12), st.sampled_from(LANGUAGES))
def test_a_text_is_read_the_same_again(pieces: list[str], code: str) -> None:
    text = " ".join(pieces)
    assert read(text, code) == read(text, code)
