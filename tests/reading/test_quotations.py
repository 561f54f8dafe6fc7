"""Quotations: marks and paragraphs, transcripts and interviews, offices and pronouns, and the founding article."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from entente.model.reading import Quote
from entente.reading import read
from entente.reading.quotations.quotemarks import marked

SHARED = Path(os.environ.get("ENTENTE_SHARED", Path(__file__).resolve().parents[3] / "shared"))


def told(text: str, language: str = "fr") -> list[tuple[str, str, str | None]]:
    """Type, words and speaker of every quotation."""
    return [(quote.type, quote.span.cut(text), quote.speaker) for quote in read(text, language=language).quotes]


def stretches(text: str) -> list[str]:
    return [text[stretch.start : stretch.end] for stretch in marked(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("« Oui », dit-il.", ["Oui"]),
        ("Il dit « le “non” et le « oui » ensemble » ici.", ["le “non” et le « oui » ensemble"]),
        ("“One,” he said, “and two.”", ["One,", "and two."]),
        ('He said "one two" and "three".', ["one two", "three"]),
        ('Il dit : " un deux " puis " trois ".', ["un deux", "trois"]),
        ("‘We won’t go,’ he said, ‘ever.’", ["We won’t go,", "ever."]),
        ("It’s the boys’ own ‘fault", []),
        ("« Un « deux », dit-il.\nTrois.", ["Un « deux"]),
        ("« Un deux.\nTrois quatre », dit-il.", ["Un deux.", "Trois quatre"]),
        ("« Un deux.\nTrois quatre.", ["Un deux."]),
        ("“One.\n“Two.”\nThree.", ["One.", "Two."]),
        ("« Un.\n» Deux. »", ["Un.", "Deux."]),
        ("„Eins zwei“ drei", ["Eins zwei"]),
        ('un 12" tuyau', []),
        ("'We go,' he said, 'and stay.'", ["We go,", "and stay."]),
        ("‘One two.\n‘Three four.\n‘Five,’ he said.", ["One two.", "Three four.", "Five,"]),
        ("'The ministers' plan is dead,' he said.", ["The ministers' plan is dead,"]),
        ("the '90s and the cities' own 'fault", []),
        ('He said:\n"One two.\nThree four.\nFive six."\nSeven.', ["One two.", "Three four.", "Five six."]),
        ("Discours :\n« Un deux.\n[…]\nTrois quatre.", ["Un deux.", "Trois quatre."]),
        ("« Chers amis,\nUn deux.", ["Chers amis,", "Un deux."]),
        ("Il dit : « un deux.« Trois.", ["un deux."]),
    ],
)
def test_marks_are_paired(text: str, wanted: list[str]) -> None:
    assert stretches(text) == wanted


def test_a_running_quotation_is_one_group_and_one_attribution() -> None:
    text = "“We came early.\n“We stayed late.\n“We go home,” said Kofi Annan.\nRain fell."
    quotes = read(text, language="en").quotes
    assert [quote.span.cut(text) for quote in quotes] == ["We came early.", "We stayed late.", "We go home,"]
    assert {(quote.speaker, quote.group) for quote in quotes} == {("Kofi Annan", 1)}
    assert [quote.cue is not None for quote in quotes] == [False, False, True]


def test_an_unclosed_mark_does_not_swallow_the_next_paragraph() -> None:
    text = "Kofi Annan a déclaré : « Nous tiendrons nos promesses.\nLa pluie tombe depuis trois jours sur la ville."
    assert told(text) == [("direct", "Nous tiendrons nos promesses.", "Kofi Annan")]


def test_a_transcript_gives_each_paragraph_to_its_turn() -> None:
    text = (
        "M. Alain Juppé, ministre des affaires étrangères - Le convoi partira demain. (Applaudissements)\n"
        "Il sera escorté.\n"
        "M. le président. – La parole est aux députés."
    )
    quotes = read(text, language="fr").quotes
    assert [(quote.span.cut(text), quote.speaker, quote.role, quote.group) for quote in quotes] == [
        ("Le convoi partira demain.", "Alain Juppé", "ministre des affaires étrangères", 1),
        ("Il sera escorté.", "Alain Juppé", "ministre des affaires étrangères", 1),
        ("La parole est aux députés.", "président", "président", None),
    ]


def test_a_transcript_leaves_its_questions_out() -> None:
    text = "QUESTION: Will the bridge reopen?\nMR. MILLER: It will reopen soon.\nQUESTION: Thank you very much."
    assert told(text, "en") == [("direct", "It will reopen soon.", "Miller")]


def test_an_interview_gives_its_answers_to_who_was_introduced() -> None:
    text = (
        "Amina Mohammed dirige le programme depuis un an. Elle répond à nos questions.\n"
        "Que fait le programme ?\n"
        "Le programme construit des puits.\n"
        "Où travaillez-vous ?\n"
        "Nous travaillons surtout au nord."
    )
    assert told(text) == [
        ("direct", "Le programme construit des puits.", "Amina Mohammed"),
        ("direct", "Nous travaillons surtout au nord.", "Amina Mohammed"),
    ]


def test_questions_in_a_speech_are_no_interview() -> None:
    text = "Que faire ?\nIl faut agir.\nQui viendra ?\nPersonne ne le sait."
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Le secrétaire d’État adjoint, Antony Blinken, est là. Le secrétaire d’État adjoint a dit que tout irait.",
            "Antony Blinken",
        ),
        (
            "Antony Blinken, secrétaire d’État adjoint, est venu. Le secrétaire d’État a dit que tout irait.",
            "Antony Blinken",
        ),
        ("Le ministre a dit que tout irait bien. Le ministre Alain Juppé est reparti.", "Alain Juppé"),
        ("Mme Amina Mohammed et M. Alain Juppé sont venus. Elle a dit que tout irait bien.", "Amina Mohammed"),
        ("Un ministre a dit que tout irait bien. Le ministre Alain Juppé est reparti.", "ministre"),
    ],
)
def test_an_office_and_a_pronoun_mean_a_person(text: str, name: str) -> None:
    [(_, _, speaker)] = told(text)
    assert speaker == name


def test_a_body_is_called_again_by_its_kind() -> None:
    text = "Le HCR a annoncé que le camp est plein. L’agence a ajouté que l’eau manque."
    assert [speaker for _, _, speaker in told(text)] == ["UNHCR", "UNHCR"]


def test_the_role_is_given_as_the_text_gives_it() -> None:
    text = "“It rains,” said Julie Bishop, the Foreign Minister of Australia."
    [quote] = read(text, language="en").quotes
    assert quote.role == "Foreign Minister of Australia"


def test_a_paragraph_is_traced_back_to_who_announced_it() -> None:
    text = "L’UE va reconstruire le pont de Mossoul.\nCela a été annoncé mardi par Federica Mogherini."
    assert told(text) == [("indirect", "L’UE va reconstruire le pont de Mossoul", "Federica Mogherini")]


def test_the_founding_article() -> None:
    """Every direct quotation with its speaker, and the one indirect quotation."""
    file = SHARED / "gold" / "dev" / "fr-000.json"
    if not file.is_file():
        pytest.skip(f"no gold statements in {SHARED}")
    gold = json.loads(file.read_text("utf-8"))
    found: tuple[Quote, ...] = read(gold["text"], language="fr").quotes
    assert {(q.span.start, q.span.end, q.type, q.speaker) for q in found} == {
        (q["start"], q["end"], q["type"], q["speaker"]) for q in gold["quotes"]
    }


def test_blanks_between_a_verb_and_its_conjunction_are_no_listener() -> None:
    """Found by the fuzzer (eval/fuzz.py)."""
    text = "Le président a assuré" + 40 * " " + "que le pont tiendra."
    [quote] = read(text, language="fr").quotes
    assert quote.span.cut(text) == "le pont tiendra"


def test_a_quotation_that_no_paragraph_closes_runs_on_after_a_heading() -> None:
    text = "Extraits du discours de Mme Anna Berg :\n« Les travaux avancent bien.\n[…]\nNous reviendrons en mai."
    words = ("Les travaux avancent bien.", "Nous reviendrons en mai.")
    assert told(text) == [("direct", said, "Anna Berg") for said in words]


def test_a_quotation_runs_on_to_the_paragraph_that_closes_it() -> None:
    text = "Anna Berg said: “The talks went well.\nThey were long.\nWe will be back soon.” She then left."
    words = ("The talks went well.", "They were long.", "We will be back soon.")
    assert told(text, "en") == [("direct", said, "Anna Berg") for said in words]


def test_a_quotation_in_a_wrapped_text_is_one() -> None:
    text = "Senator Anna Berg said: “The roads are open, the schools\nare full, and the trains\nrun again.” She left."
    [(kind, words, speaker)] = told(text, "en")
    assert (kind, words, speaker) == ("direct", text[text.index("The") : text.index("”")], "Anna Berg")


def test_a_speech_without_closing_mark_is_its_speakers_whom_the_title_names() -> None:
    text = (
        "Extraits de l'intervention de l'ambassadeur Paul Koné devant le Conseil :\n« Nous partons.\nNous reviendrons."
    )
    assert told(text) == [("direct", "Nous partons.", "Paul Koné"), ("direct", "Nous reviendrons.", "Paul Koné")]


@pytest.mark.parametrize(
    "signature", ["Anna Berg, Minister for Foreign Affairs", "— Anna Berg", "– President Anna Berg, May 2021"]
)
def test_marked_words_belong_to_who_signs_them(signature: str) -> None:
    words = "We will stand by all of them for as long as it takes."
    assert told(f"“{words}”\n{signature}\nThe measures cover ships.", "en") == [("direct", words, "Anna Berg")]


def test_a_pull_quote_needs_no_marks_but_a_first_person_and_a_signature() -> None:
    signed = "The Council met.\n{}\nAnna Berg, High Representative for Foreign Affairs\nThe measures cover ships."
    words = "Today we adopt the hardest sanctions so far, and more will come."
    assert told(signed.format(words), "en") == [("direct", words, "Anna Berg")]
    assert told(signed.format(words.replace("we adopt", "the Council adopts")), "en") == []
    assert told(f"{words}\nAnna Berg, High Representative", "en") == []  # the author signs a statement of her own


def test_a_headline_may_end_with_its_source() -> None:
    assert told("Nine bridges were destroyed in May: NATO\nThe rain goes on.", "en") == [
        ("indirect", "Nine bridges were destroyed in May", "NATO")
    ]
    assert told("Support for Ukraine: NATO\nThe rain goes on.", "en") == []


def test_a_paper_called_again_speaks_for_its_issuer() -> None:
    text = "Un communiqué de l'UNICEF indique que l'eau manque. « Les puits sont tous à sec », ajoute le communiqué."
    assert [speaker for _, _, speaker in told(text)] == ["UNICEF", "UNICEF"]


def test_words_alone_belong_to_who_spoke_in_the_paragraph_before() -> None:
    text = "Ann Lee said that the road was open.\n“The rain has stopped at last and all trucks will go.”\nThey went."
    assert [speaker for _, _, speaker in told(text, "en")] == ["Ann Lee", "Ann Lee"]


def test_figures_told_at_the_end_point_back() -> None:
    text = "Le bilan est de 12 blessés et de 3 disparus.\nChiffres annoncés par le HCR."
    assert told(text) == [("indirect", "Le bilan est de 12 blessés et de 3 disparus", "UNHCR")]


def test_an_article_alone_before_an_estimate_is_nobody() -> None:
    assert read("“An estimated 24,000 singers live in the north.”", language="en").quotes[0].speaker is None
