"""Days as publishers write them."""

from __future__ import annotations

from datetime import date

from entente.feeds.days import latest_day


def test_what_is_no_day_tells_nothing_of_the_others() -> None:
    assert latest_day(["2014-02-30", "2014-02-03T08:00:00Z", "soon", "", "2013-12-31"]) == date(2014, 2, 3)
    assert latest_day(["2014-13-01", ""]) is None
