"""Money in another currency, row by row, at the reference rate of each row's own day."""

from __future__ import annotations

from datetime import date

from entente.ledger.holdings import Holdings
from entente.ledger.tables import quoted

__all__ = ["DAYS", "converted"]

DAYS = 14  # that a rate may be older than the day it is used for


def converted(
    holdings: Holdings, rows: str, *, amount: str, stated: str, dated: str, currency: str, as_of: date | None
) -> str:
    """The SQL of rows with two columns more: `converted`, the amount in a currency, and `rated`, the day of the rate.

    `amount`, `stated` and `dated` are SQL for the amount, its currency and its day. The rate is the last of the
    fortnight up to that day, to ten decimals; without one `converted` is NULL. An amount in the currency asked for
    stays as it is, and has no `rated`.
    """
    rates = holdings.view("rates", as_of)
    return f"""
        WITH rate_of AS (SELECT currency, day, rate FROM {rates} UNION ALL SELECT DISTINCT 'EUR', day, 1 FROM {rates}),
             told AS (SELECT *, {amount} AS portion, {stated} AS stated_in, {dated} AS dated_on,
                             {quoted(currency)} AS wanted FROM ({rows}))
        SELECT told.* EXCLUDE (portion, stated_in, dated_on, wanted),
               CASE WHEN stated_in = wanted THEN CAST(portion AS DECIMAL(38, 14))
                    WHEN least(own.day, asked.day) >= dated_on - INTERVAL {DAYS} DAY
                    THEN CAST(portion AS DECIMAL(22, 4)) * CAST(asked.rate / own.rate AS DECIMAL(16, 10))
               END AS converted,
               CASE WHEN stated_in <> wanted THEN least(own.day, asked.day) END AS rated
        FROM told
        ASOF LEFT JOIN rate_of AS own ON own.currency = told.stated_in AND own.day <= told.dated_on
        ASOF LEFT JOIN rate_of AS asked ON asked.currency = told.wanted AND asked.day <= told.dated_on"""
