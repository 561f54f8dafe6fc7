"""The day on which a text says it was published, and the days that it only speaks of."""

from __future__ import annotations

from datetime import date

import pytest

from entente.reading.datelines import dateline

DAY = date(2015, 6, 3)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The donors meet\n\n3 June 2015\n\nDonors met on 1 May 2015."),
        ("en", "The donors meet\nPress release, 3 June 2015\nDonors met."),
        ("en", "Communiqué of the donors, Lisbon, June 3, 2015\n\nDonors met."),
        ("en", "The donors meet\nLISBON (NW), June 3, 2015: Donors met."),
        ("en", "The donors met in Lisbon.\nThey will meet again.\nDone at Lisbon, 3 June 2015"),
        ("en", "The attack of 2 May 2014\nWednesday, 3 June 2015, 10:30\nA year ago."),
        ("fr", "Réunion des donateurs (Lisbonne, le 3 juin 2015)\n\nLes donateurs se sont réunis."),
        ("fr", "Les donateurs se réunissent\nPublié le 3 juin 2015 à 10h30\nIls se sont réunis le 1er mai 2015."),
        ("fr", "Les donateurs se réunissent\n(Lisbonne, 3 juin 2015) Les donateurs se sont réunis."),
        ("fr", "Les donateurs se réunissent (01.06.2015)\nIls se réunissent.\nDernière mise à jour 03.06.2015"),
        ("es", "Los donantes se reúnen\nLisboa, 3 de junio de 2015\nLos donantes se reunieron."),
    ],
)
def test_a_day_that_stands_apart_is_the_day_of_the_text(language: str, text: str) -> None:
    assert dateline(text, language) == DAY


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Donors met in Lisbon on 3 June 2015.\nThey gave 5 million euros."),
        ("en", "The attack of 3 June 2015\n\nA year ago."),
        ("en", "3 June 2015, the day of the attack, will never be forgotten by those who were there."),
        ("en", "The donors meet\n\nJune 2015"),
        ("fr", "Les attentats du 3 juin 2015\n\nUn an après."),
        ("fr", "Le 3 juin 2015, les donateurs se sont réunis."),
        ("fr", "Depuis le 3 juin 2015\nLes donateurs se réunissent."),
        ("en", ""),
    ],
)
def test_a_day_within_a_sentence_is_none(language: str, text: str) -> None:
    assert dateline(text, language) is None
