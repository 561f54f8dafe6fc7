"""Loading: the format by content, the language by a guess, a clear fault for what is no document."""

from __future__ import annotations

import json

import pytest

from entente.errors import Unreadable
from entente.reading.documents import load
from entente.reading.tongue import guess
from tests.shared import shared


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b" \n\t", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "it is a PNG file, not a document"),
        (b"PK\x03\x04\x14\x00xl/workbook.xml[Content_Types].xml", "it is a ZIP file, not a document"),
        (b"{\\rtf1 Bonjour}", "it is a RTF file, not a document"),
        (b"<?xml version='1.0'?><LIST><ROW>Un nom</ROW></LIST>", "it is a structured XML file, not a document"),
        (b"\x01\x02\x03\x04", "it is a binary file, not a document"),
        (b"Bonjour\x00 le monde", "it is a binary file, not a document"),
        (b"\xff\xfe", "it holds no text"),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as raised:
        load(data, name="note.txt")
    assert str(raised.value).split("\n")[0] == f"note.txt: {said}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    text = "Le préfet a dit : « c’est près de 12 500 € », et il l’a répété à Évreux."
    assert load(text.encode(encoding), name="note.txt").text == text


def test_latin_1_is_read_as_the_part_of_windows_1252_that_it_is() -> None:
    text = "Où était l'été dernier le préfet ?"
    assert load(text.encode("latin-1"), name="n").text == text


def test_another_alphabet_is_not_mangled() -> None:
    text = "Это просто русский текст, записанный в старой кодировке, для проверки угадывания букв."
    assert load(text.encode("cp1251"), name="n").text == text


def test_lines_wrapped_by_hand_stay() -> None:
    document = load(b"A Title\r\n\r\nFirst line\r\nwrapped by hand.\r\n", name="n")
    assert (document.title, document.text) == ("A Title", "A Title\n\nFirst line\nwrapped by hand.\n")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le ministre de la Défense et les élus de la ville ont visité le port.", "fr"),
        ("The minister and the mayors of the town visited the port on Monday.", "en"),
        ("El ministro y los alcaldes de la ciudad visitaron el puerto del norte.", "es"),
        ("Bruxelles, Paris, Berlin", None),
        ("", None),
    ],
)
def test_the_language_by_its_function_words(text: str, code: str | None) -> None:
    assert guess(text) == code
    assert load(f"{text} .".encode(), name="n").language == code


def test_the_language_of_every_annotated_statement() -> None:
    for file in sorted(shared("gold", "dev").glob("*.json")):
        gold = json.loads(file.read_text("utf-8"))
        assert guess(gold["text"]) == gold["lang"], file.name


def test_a_page_that_begins_as_xml_is_a_page() -> None:
    page = (
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>Le préfet a parlé.</p></body></html>"
    )
    assert load(page.encode(), name="n").text == "Le préfet a parlé."
