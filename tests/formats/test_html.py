"""Press pages: what is text, and what stands around it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from entente import plugins
from entente.model.document import Document

SAMPLES = Path(__file__).parents[1] / "samples" / "formats"


def page(html: str | bytes) -> Document:
    data = html if isinstance(html, bytes) else html.encode()
    document: Document = plugins.one("formats", "html").read(data, "page.html")
    return document


def test_a_french_communique() -> None:
    document = page((SAMPLES / "communique.html").read_bytes())
    assert document.text.split("\n") == [
        "Le Valdor verse 12\u00a0millions d’euros aux villages inondés",
        "Publié le 12 mars 2024",
        "Le ministre de l’Intérieur, Odilon Ferrand, a annoncé mardi un versement de 12\u00a0millions d’euros\u00a0; "
        "«\u00a0les villages n’attendront pas\u00a0», a-t-il dit.",
        "La somme se répartit ainsi\u00a0:",
        "7\u202f500 familles relogées,",
        "trois ponts, dont celui de Bréault\u00a0;",
        "Village\tFamilles",
        "Bréault\t4\u00a0200",
        "Une première ligne,",
        "puis une seconde.",
    ]
    assert document.title == "Le Valdor verse 12 millions d’euros aux villages inondés"
    assert (document.date, document.language) == (date(2024, 3, 12), "fr")
    assert document.url == "https://gouvernement.example/communiques/villages-inondes"


def test_an_english_release() -> None:
    document = page((SAMPLES / "release.html").read_bytes())
    assert document.text.split("\n") == [
        "Readout of the Harbor Ministerial",
        "Secretary Ines Vance met nine ministers in Port Ardan today. They pledged more than $40\u00a0million for the "
        "clearing of the harbor, “a lifeline for the islands,” she said.",
        "We will not wait for the next storm.",
        "The parties will meet again in October.",
    ]
    assert document.title == "Readout of the Harbor Ministerial"
    assert (document.date, document.language, document.url) == (
        date(2023, 9, 5),
        "en",
        "https://secretary.example/harbor",
    )


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="DC.date" content="2015-06-03">', date(2015, 6, 3)),
        ('<meta name="date" content="3 June"><meta name="dcterms.issued" content="2015-06-03">', date(2015, 6, 3)),
        ('<meta name="pubdate" content="Wed, 03 Jun 2015 10:00:00 GMT">', date(2015, 6, 3)),
        (
            '<script type="application/ld+json">[{"a": {"datePublished": "2015-06-03T23:00:00Z"}}]</script>',
            date(2015, 6, 3),
        ),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<meta name="date" content="2015-13-45">', None),
    ],
)
def test_the_day_of_publication(head: str, day: date | None) -> None:
    assert page(f"<html><head>{head}</head><body><p>Some words.</p></body></html>").date == day


def test_the_page_says_its_encoding() -> None:
    html = '<html><head><meta charset="iso-8859-5"></head><body><p>Слово</p></body></html>'.encode("iso-8859-5")
    assert (page(html).text, page(html).encoding) == ("Слово", "iso-8859-5")


def test_a_class_that_sounds_like_a_menu_may_hold_the_text() -> None:
    words = "<p>Nine ministers met and pledged forty million dollars.</p>" * 3
    assert (
        page(f'<html><body><div class="page menu">{words}</div><p>Contact us.</p></body></html>').text.count("Nine")
        == 3
    )


def test_a_list_with_a_few_links_is_text_and_a_list_of_links_is_not() -> None:
    said = "<li>Ten million for <a href='/a'>bridges</a> and roads, paid at once;</li>"
    others = "".join(f"<li><a href='/{n}'>Another release</a></li>" for n in range(3))
    text = page(f"<html><body><p>The parts of the sum are:</p><ul>{said}</ul><ul>{others}</ul></body></html>").text
    assert text == "The parts of the sum are:\nTen million for bridges and roads, paid at once;"


def test_a_deeply_nested_page_is_read() -> None:
    assert page("<html><body>" + "<div>" * 5000 + "deep").text == "deep"
