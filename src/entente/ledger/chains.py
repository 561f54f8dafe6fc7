"""Money along a chain of IATI publishers: what stands there gross, net, and what cannot be told apart.

A donor reports a disbursement to an agency, the agency reports what it spends of it: the same money stands there
twice. It is told apart where one of the two names the activity of the other.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from entente.feeds.countries import alpha2
from entente.ledger.conversion import converted
from entente.ledger.holdings import Holdings
from entente.ledger.tables import quoted
from entente.model.answer import Chain, Spender

__all__ = ["chain", "spenders"]

OUT = "('disbursement', 'expenditure')"


def chain(
    holdings: Holdings, *, years: range, places: Collection[str] | None = None, currency: str = "USD",
    as_of: date | None = None,
) -> Chain:  # fmt: skip
    """What IATI activities disbursed and spent, in a currency at the rates of the value dates.

    `gross` is all that is reported; `net` leaves out what an activity spends of what another activity in hand gave it,
    as far as one names the other; `unresolved` is the part of `net` that went to an organisation which reports its
    own activities, without naming one. `unconverted` counts transactions without a rate or a day.
    """
    spent = spent_in(holdings, years=years, places=places, currency=currency, as_of=as_of)
    activities = holdings.view("activities", as_of)
    [(gross, twice, unresolved, unconverted, count)] = holdings.ask(
        f"""WITH spent AS ({spent}),
                 gives AS (SELECT activity, receiver_activity AS receiver, sum(amount) AS amount FROM spent
                           WHERE type IN {OUT} AND receiver_activity IN (SELECT id FROM {activities})
                             AND receiver_activity <> activity GROUP BY ALL),
                 gets AS (SELECT provider_activity AS activity, activity AS receiver, sum(amount) AS amount FROM spent
                          WHERE type = 'incoming_funds' AND provider_activity IN (SELECT id FROM {activities})
                            AND provider_activity <> activity GROUP BY ALL),
                 passed AS (SELECT receiver, sum(greatest(ifnull(gives.amount, 0), ifnull(gets.amount, 0))) AS amount
                            FROM gives FULL JOIN gets USING (activity, receiver) GROUP BY ALL),
                 own AS (SELECT activity AS receiver, sum(amount) AS amount FROM spent WHERE type IN {OUT} GROUP BY ALL)
            SELECT (SELECT sum(amount) FROM spent WHERE type IN {OUT}),
                   (SELECT sum(least(passed.amount, own.amount)) FROM passed JOIN own USING (receiver)),
                   (SELECT sum(amount) FROM spent WHERE type IN {OUT} AND receiver IS DISTINCT FROM reporter
                      AND receiver IN (SELECT reporter FROM {activities} WHERE reporter <> '')
                      AND receiver_activity NOT IN (SELECT id FROM {activities})),
                   (SELECT count(*) FROM spent WHERE type IN {OUT} AND amount IS NULL),
                   (SELECT count(*) FROM spent WHERE type IN {OUT})"""
    )
    return Chain(
        gross=cents(gross),
        net=cents((gross or Decimal(0)) - (twice or Decimal(0))),
        unresolved=cents(unresolved),
        currency=currency,
        transactions=count,
        unconverted=unconverted,
    )


def spenders(
    holdings: Holdings, *, years: range, places: Collection[str] | None = None, currency: str = "USD",
    as_of: date | None = None,
) -> tuple[Spender, ...]:  # fmt: skip
    """Who reports what was disbursed and spent, gross, the greatest first."""
    spent = spent_in(holdings, years=years, places=places, currency=currency, as_of=as_of)
    rows = holdings.ask(
        f"""SELECT ifnull(reporter, ''), any_value(reporter_name), sum(amount) AS value, count(*) FROM ({spent})
            WHERE type IN {OUT} AND amount IS NOT NULL GROUP BY 1 ORDER BY value DESC, 1"""
    )
    return tuple(Spender(reporter, name or "", cents(value), count) for reporter, name, value, count in rows)


def spent_in(
    holdings: Holdings, *, years: range, places: Collection[str] | None, currency: str, as_of: date | None
) -> str:
    """The SQL of transactions of years and places, each with its `amount` in a currency, NULL where there is no rate.

    A transaction of several countries counts by its percentages, or in equal parts where none are stated; its rate is
    that of its value date, or of its day where there is no value date.
    """
    part = "1" if places is None else share([code for place in places if (code := alpha2(place))])
    rows = f"""SELECT told.*, reporter, reporter_name, CAST({part} AS DECIMAL(9, 6)) AS part
               FROM {holdings.view("transactions", as_of)} AS told
               LEFT JOIN (SELECT source, id, any_value(reporter) AS reporter, any_value(reporter_name) AS reporter_name,
                                 any_value(countries) AS everywhere
                          FROM {holdings.view("activities", as_of)} GROUP BY source, id) AS whole
               ON told.source = whole.source AND told.activity = whole.id
               WHERE part > 0 AND year(coalesce(day, value_date)) BETWEEN {years[0]} AND {years[-1]}"""
    told = converted(
        holdings,
        rows,
        amount="CAST(value AS DECIMAL(26, 6)) * part",
        stated="currency",
        dated="coalesce(value_date, day)",
        currency=currency,
        as_of=as_of,
    )
    return f"SELECT *, converted AS amount FROM ({told})"


def share(codes: Collection[str]) -> str:
    """The SQL of the part of a transaction that goes to countries (ISO 3166-1 alpha-2)."""
    listed = ", ".join(quoted(code) for code in codes)
    goes = "CASE WHEN len(told.countries) > 0 THEN told.countries ELSE ifnull(everywhere, []) END"
    portions = f"[ifnull(one.percentage, 100 / len({goes})) FOR one IN {goes} IF upper(one.code) IN ({listed})]"
    return f"least(1, ifnull(list_sum({portions}), 0) / 100)"


def cents(value: Decimal | None) -> Decimal:
    """An amount to the hundredth; nothing is 0."""
    return (value or Decimal(0)).quantize(Decimal("0.01"))
