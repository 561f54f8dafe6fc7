"""Claims: what hangs on more than a sentence, and the score on the annotated statements."""

from __future__ import annotations

import json

import pytest

from entente.model.reading import Claim
from entente.model.span import Span
from entente.reading import read
from tests.reading.told import annotated, told
from tests.shared import shared

NORDIC = {"Norway": "NOR", "Norwegian government": "NOR", "Mali": "MLI", "Niger": "NER"}


def said(claims: list[Claim]) -> list[tuple[str, str | None]]:
    return [(claim.kind, claim.who) for claim in claims]


def test_we_is_the_state_for_which_the_text_speaks() -> None:
    text = "Norway has opened schools in Mali.\nThe Norwegian government is proud.\nWe will train more teachers."
    assert said(told(text, actors=NORDIC))[-1] == ("commitment", "NOR")


def test_we_in_a_quotation_is_the_state_of_the_speaker() -> None:
    text = "Norway has helped Niger.\n“We will send more doctors to the north,” said Minister Moussa Diallo of Mali."
    actors = {**NORDIC, "Moussa Diallo": "person:Moussa Diallo", "Malian": "MLI"}
    text = text.replace("Minister Moussa Diallo of Mali", "Malian Minister Moussa Diallo")
    [claim] = told(text, actors=actors, quotes={"We will send more doctors to the north,": "Moussa Diallo"})
    assert (claim.kind, claim.who) == ("commitment", "MLI")


def test_we_that_nobody_explains_promises_without_a_name() -> None:
    assert said(told("We will protect the people of the coast.")) == [("commitment", None)]


def test_numbered_items_without_a_subject_are_of_the_body_that_issued_the_text() -> None:
    text = (
        "The Nordic Council met in Oslo on Monday.\nThe envoy of Niger spoke. The Baltic Forum had sent a letter:\n"
        "1. Condemns the raid on the market;\n2. Decides to send a mission to the coast."
    )
    actors = {"Nordic Council": "Nordic Council", "Baltic Forum": "Baltic Forum", **NORDIC}
    claims = said(told(text, actors=actors))
    assert claims[-2:] == [("position", "Nordic Council"), ("commitment", "Nordic Council")]


def test_a_body_by_its_common_noun_is_the_one_that_issued_the_text() -> None:
    text = "The Nordic Council met.\nNorway spoke.\n{} will send doctors to the islands."
    actors = {"Nordic Council": "Nordic Council", **NORDIC}
    assert said(told(text.format("The Council"), actors=actors))[-1] == ("commitment", "Nordic Council")
    assert ("commitment", "Nordic Council") not in said(told(text.format("The council"), actors=actors))


def test_what_must_be_done_is_the_opinion_of_the_author() -> None:
    text = "Norway has opened schools in Mali.\nThe international community must act before the rains."
    assert said(told(text, actors=NORDIC))[-1] == ("position", "NOR")


def test_the_parts_of_aid_are_given_by_who_gave_the_whole() -> None:
    text = "Norway announced $9 million for Mali. This aid includes $2 million for schools and $1 million for clinics."
    figures = {"$9 million": (9_000_000, "USD"), "$2 million": (2_000_000, "USD"), "$1 million": (1_000_000, "USD")}
    claims = told(text, actors=NORDIC, figures=figures)
    assert said(claims) == [("funding", "NOR")] * 3
    assert [claim.quantity for claim in claims] == [0, 1, 2]


def test_a_person_gives_for_the_state() -> None:
    text = "Norwegian Foreign Minister Kari Dahl announced $9 million for Mali."
    claims = told(text, actors={**NORDIC, "Kari Dahl": "person:Kari Dahl"}, figures={"$9 million": (9_000_000, "USD")})
    assert said(claims) == [("funding", "NOR")]


def test_who_gives_together_receives_nothing_nor_does_an_agent() -> None:
    text = "Norway and Niger each pledged $9 million for the clinics that were built by the Nordic Council in Mali."
    actors = {**NORDIC, "Nordic Council": "Nordic Council"}
    [claim] = told(text, actors=actors, figures={"$9 million": (9_000_000, "USD")})
    assert (claim.who, claim.to) == ("NOR", ("MLI",))


def test_a_rank_is_not_told_of_whom_it_compares_with() -> None:
    text = "Norway is the second largest donor to Mali after Niger."
    [rank] = told(text, actors=NORDIC)
    assert (rank.kind, rank.who, rank.to) == ("rank", "NOR", ("MLI",))


def test_the_year_with_which_a_sum_is_compared_is_no_part_of_its_period() -> None:
    text = "Norway gave $9 million in 2016, a fifth more than in 2015."
    dates = {"2016": "2016", "2015": "2015"}
    [claim] = told(text, actors=NORDIC, figures={"$9 million": (9_000_000, "USD")}, dates=dates)
    assert (claim.since, claim.until) == ("2016", "2016")


def test_what_somebody_pledges_right_after_a_sum_tells_its_stage() -> None:
    text = "The donors raised $9 million in pledges for Mali."
    [claim] = told(text, actors=NORDIC, figures={"$9 million": (9_000_000, "USD")})
    assert (claim.kind, claim.status) == ("funding", "pledged")


def test_places_pointed_at_are_those_named_before() -> None:
    text = "Norway gave $9 million to Mali and $1 million to Niger. Norway is the largest donor in this region."
    figures = {"$9 million": (9_000_000, "USD"), "$1 million": (1_000_000, "USD")}
    *gifts, rank = told(text, actors=NORDIC, figures=figures)
    assert [gift.to for gift in gifts] == [("MLI",), ("NER",)]
    assert (rank.kind, rank.who, rank.to) == ("rank", "NOR", ("MLI", "NER"))


def test_a_pronoun_stands_for_the_last_doer() -> None:
    text = "Norway met the delegation of Niger in Bamako. It will open an office there next spring."
    assert said(told(text, actors=NORDIC)) == [("event", "NOR"), ("commitment", "NOR")]


def test_a_statement_says_what_its_issuers_say() -> None:
    text = "Le groupe restreint a adopté une déclaration. La déclaration condamne les attaques contre les écoles."
    actors = {"groupe restreint": "Small Group"}
    assert said(told(text, "fr", actors=actors)) == [("event", "Small Group"), ("position", "Small Group")]


def test_items_of_a_list_have_the_doer_of_its_head() -> None:
    text = "Since 2014, Norway has done much:\n- Training 300 teachers;\n- Building 12 wells."
    figures = {"300 teachers": (300, "teacher"), "12 wells": (12, "well")}
    assert said(told(text, actors=NORDIC, figures=figures)) == [("count", "NOR"), ("count", "NOR")]


def test_a_label_is_the_doer_of_what_follows() -> None:
    text = "Norway: Will provide $9 million for vaccines in Mali."
    assert said(told(text, actors=NORDIC, figures={"$9 million": (9_000_000, "USD")})) == [("funding", "NOR")]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Since 2012, Norway has given $9 million to Mali.", "2012", "2016-03-01"),
        ("Norway gave $9 million to Mali in 2015.", "2015", "2015"),
        ("Norway will give $9 million to Mali by 2018.", None, "2018"),
        ("Norway gave $9 million to Mali between 2012 and 2015.", "2012", "2015"),
        ("Norway gave $9 million to Mali.", None, None),
    ],
)
def test_periods(text: str, since: str | None, until: str | None) -> None:
    years = {year: year for year in ("2012", "2015", "2018")}
    [claim] = told(text, actors=NORDIC, figures={"$9 million": (9_000_000, "USD")}, dates=years)
    assert (claim.since, claim.until) == (since, until)


def test_a_stock_is_of_the_day_it_is_told_of_and_an_event_began_on_its_date() -> None:
    stock = "At the end of 2014, Niger hosted 50,000 refugees."
    figures = {"50,000 refugees": (50_000, "person")}
    [claim] = told(stock, actors=NORDIC, figures=figures, dates={"end of 2014": "2014-12-31"})
    assert (claim.kind, claim.since, claim.until) == ("displacement", None, "2014-12-31")
    [claim] = told("Norway and Mali met in Oslo on 3 May 2014.", actors=NORDIC, dates={"3 May 2014": "2014-05-03"})
    assert (claim.kind, claim.since, claim.until) == ("event", "2014-05-03", None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway has given $9 million to Mali.", "given"),
        ("Norway pledged $9 million to Mali.", "pledged"),
        ("Norway will provide $9 million to Mali.", "pledged"),
        ("Norway plans to spend $9 million in Mali.", "planned"),
        ("Mali appealed for $9 million.", "requested"),
    ],
)
def test_status(text: str, status: str) -> None:
    [claim] = told(text, actors=NORDIC, figures={"$9 million": (9_000_000, "USD")})
    assert (claim.kind, claim.status) == ("funding", status)


def test_an_appeal_without_a_figure_is_a_request() -> None:
    [claim] = told("Mali has requested international assistance for the north.", actors=NORDIC)
    assert (claim.kind, claim.who, claim.status, claim.quantity) == ("funding", "MLI", "requested", None)


def test_a_list_of_members_is_a_membership() -> None:
    text = "Norway, Mali, Niger and Chad are members of the Lake Commission."
    claims = told(text, actors={**NORDIC, "Chad": "TCD", "Lake Commission": "LCBC"})
    assert said(claims) == [("membership", "LCBC")]
    assert claims[0].to == ("NOR", "MLI", "NER", "TCD")


def test_an_apposition_ranks_beside_the_promise() -> None:
    text = "Norway will fund the campaign, the largest in the history of Mali."
    assert said(told(text, actors=NORDIC)) == [("commitment", "NOR"), ("rank", "NOR")]


def test_words_that_announce_a_quotation_are_no_stance() -> None:
    text = "Niger stressed: “The border is open.”"
    assert told(text, actors=NORDIC, quotes={"The border is open.": "Niger"}) == []


def test_of_measures_and_places_only_the_measure_claims() -> None:
    text = "Teams in Mali cleared ten zones for 150,000 square metres of mines."
    figures = {"ten zones": (10, "zone"), "150,000 square metres": (150_000, "square metre")}
    assert [claim.quantity for claim in told(text, actors=NORDIC, figures=figures)] == [1]


def test_durations_claim_nothing() -> None:
    assert told("The mission in Mali lasted 14 days.", actors=NORDIC, figures={"14 days": (14, "day")}) == []


def overlap(one: Span, other: Span) -> float:
    """Intersection over union."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start)) if both > 0 else 0.0


@pytest.mark.parametrize(("code", "floor"), [("en", 0.8), ("fr", 0.8)])
def test_claims_of_the_annotated_statements(code: str, floor: float) -> None:
    right = wanted = found = 0
    for file in sorted(shared("gold", "dev").glob(f"{code}-*.json")):
        gold = json.loads(file.read_text("utf-8"))
        left = annotated(gold)
        wanted, found = wanted + len(gold["claims"]), found + len(left)
        for item in gold["claims"]:
            span = Span(item["start"], item["end"])
            alike = [claim for claim in left if claim.kind == item["kind"] and overlap(claim.span, span) > 0.3]
            if alike:
                right += 1
                left.remove(max(alike, key=lambda claim: overlap(claim.span, span)))
    assert 2 * right / (wanted + found) >= floor


@pytest.mark.parametrize(
    ("kind", "words", "who", "to"),
    [
        ("membership", "25 pays", "Small Group", {"UN", "EU"}),
        ("membership", "Plus de 60 pays", "Global Coalition", {"ISIS"}),
        ("funding", "3,7 milliards", "USA", {"SYR"}),
        ("funding", "407 millions", "USA", {"IRQ"}),
        ("rank", "Washington demeure", "USA", {"SYR", "IRQ"}),
        ("displacement", "des millions de réfugiés", "USA", {"SYR", "IRQ"}),
        ("event", "La réunion ministérielle", "Small Group", {"ISIS", "UN", "EU"}),
        ("position", "ont réaffirmé", "Global Coalition", {"ISIS"}),
        ("commitment", "Nous devons donc", "USA", {"IRQ"}),
    ],
)
def test_the_founding_article(kind: str, words: str, who: str, to: set[str]) -> None:
    gold = json.loads(shared("gold", "dev", "fr-000.json").read_text("utf-8"))
    [claim] = [c for c in annotated(gold) if c.kind == kind and words in c.span.cut(gold["text"])]
    assert (claim.who, to <= set(claim.to)) == (who, True)
    if kind == "event":
        assert claim.since == "2015-06-02"
    if kind == "funding":
        assert claim.status == "given"


@pytest.mark.parametrize(
    "text",
    [
        "Norway paid $50 million. The Danish government said it will give $20 million.",
        "Norway paid $50 million. Denmark announced that it would give $20 million.",
    ],
)
def test_who_says_what_it_will_do_does_it(text: str) -> None:
    claims = read(text, language="en").claims
    assert [claim.who for claim in claims] == ["NOR", "DNK"]


def test_what_a_person_says_of_it_is_not_his() -> None:
    text = "Norway paid $50 million. Its minister, Kari Lunde, said it will give $20 million more."
    assert [claim.who for claim in read(text, language="en").claims] == ["NOR", "NOR"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "The leaders of the Group of Seven met."), ("fr", "Les dirigeants du Groupe des 77 se sont réunis.")],
)
def test_a_number_in_a_name_is_no_figure(language: str, text: str) -> None:
    assert read(text, language=language).quantities == ()
