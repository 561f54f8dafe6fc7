"""Mentions: a new one takes the place of those it overlaps."""

from __future__ import annotations

from entente.reading.actors.mentions import Mention, Mentions


def mention(start: int, end: int) -> Mention:
    return Mention(start, end, "country", f"{start}-{end}", "test")


def test_a_longer_mention_takes_the_place_of_those_within() -> None:
    found = Mentions(20)
    found.add(mention(2, 5))
    found.add(mention(8, 10))
    found.add(mention(1, 9))
    assert [each.id for each in found] == ["1-9"]
    assert found.free(9, 20)
    assert not found.free(0, 2)


def test_a_mention_that_overlaps_the_end_of_another_takes_its_place() -> None:
    found = Mentions(20)
    found.add(mention(2, 8))
    found.add(mention(6, 10))
    assert [each.id for each in found] == ["6-10"]
    assert found.free(0, 6)


def test_mentions_that_touch_stand_side_by_side() -> None:
    found = Mentions(20)
    found.add(mention(5, 8))
    found.add(mention(2, 5))
    assert [each.id for each in found] == ["2-5", "5-8"]


def test_a_mention_may_be_dropped() -> None:
    found = Mentions(20)
    found.add(mention(2, 8))
    found.drop(2)
    assert found.at(2) is None
    assert found.free(0, 20)
