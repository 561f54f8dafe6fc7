"""Days as machines write them down."""

from __future__ import annotations

import re
from datetime import date

__all__ = ["written_day"]

_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)")


def written_day(text: str) -> date | None:
    """The day of an ISO 8601 date or time, or of an RFC 2822 date, as it was there and then; None where it is none."""
    try:
        if found := _ISO.match(text):
            return date(*map(int, found.groups()))
        from email.utils import parsedate_to_datetime  # brings half of the standard library with it

        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return None
