"""Reading fed by a fuzzer: whatever the bytes, reading never raises, and each span lies in the text.

By hand, for it runs until it is stopped and wants a part that is in no extra: `pip install atheris`, then
`python -m eval.fuzz [CORPUS] [-max_total_time=600]` (the flags are libFuzzer's). A folder of texts as CORPUS takes it
into the words of statements soon. What it finds goes into a test of its own.
"""

from __future__ import annotations

import sys
from dataclasses import fields
from datetime import date

from entente.model.span import Span

LANGUAGES = ("fr", "en", "es")
DAY = date(2015, 6, 3)


def one(data: bytes) -> None:
    """Read some bytes as a text: the first byte picks the language, and how what is no UTF-8 is taken."""
    from entente.reading import read

    if not data:
        return
    language, errors = LANGUAGES[data[0] % 3], ("replace", "surrogateescape")[data[0] // 3 % 2]
    text = data[1:].decode("utf-8", errors)
    reading = read(text, language=language, date=DAY)
    for items in (reading.quantities, reading.dates, reading.quotes, reading.actors, reading.claims):
        for item in items:
            for part in (getattr(item, field.name) for field in fields(item)):
                assert not isinstance(part, Span) or 0 <= part.start < part.end <= len(text), (text, item)


def main() -> None:
    """Fuzz until something is found or time is over."""
    import atheris

    with atheris.instrument_imports(include=["entente.reading", "entente.text"]):
        import entente.reading.read  # noqa: F401
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
