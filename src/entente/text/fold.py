"""A search copy of a text, of the same length, code point for code point.

The copy is lower case, without accents, with one kind of space, hyphen and apostrophe, so that a lexicon finds
its words in it and every offset still points into the text as it was published.
"""

from __future__ import annotations

import codecs
import unicodedata

__all__ = ["UNKNOWN", "fold", "words"]

UNKNOWN = "\u00fe"  # a letter of no lexicon (þ): stands for letters that have no Latin form
_SPACES = "\u00a0\u202f\u205f\u3000\u200b\ufeff\t\x0b\x0c\r" + "".join(map(chr, range(0x2000, 0x200B)))
_ALIKE = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys("’‘ʼ′`´", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("‹", "«"),
    **dict.fromkeys("›", "»"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": ".",
    "ı": "i",
    "ł": "l",
    "đ": "d",
    "ø": "o",
    "ð": "d",
    "þ": UNKNOWN,
    "ß": "s",
    "Ł": "l",
    "Đ": "d",
    "Ø": "o",
    "Œ": "œ",
    "Æ": "æ",
    "ﬁ": "f",
    "ﬂ": "f",
}


def _alike(char: str) -> str:
    """The one folded character that stands for a character."""
    if char in _ALIKE:
        return _ALIKE[char]
    if char.isascii():
        return char.lower()
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    base = unicodedata.normalize("NFD", char)[0].lower()
    if len(base) == 1 and base.isascii() and base.isalnum():
        return base
    return char if char in "œæ€£«»¥¢§°²³•%" else UNKNOWN if char.isalnum() else " "


_CODEC = "cp1252"
_HOLES = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
_FOLDED = bytes(
    byte if byte in _HOLES else _alike(bytes([byte]).decode(_CODEC)).encode(_CODEC)[0] for byte in range(256)
)
_WORDS = bytes(byte if byte not in _HOLES and bytes([byte]).decode(_CODEC).isalnum() else 0x20 for byte in range(256))


def _strangers(error: UnicodeError) -> tuple[str, int]:
    """Stand-ins for a run of characters outside the code page: one for one."""
    assert isinstance(error, UnicodeEncodeError)
    run = error.object[error.start : error.end]
    return "".join(map(_alike, run)), error.end


codecs.register_error("entente.fold", _strangers)


def fold(text: str) -> str:
    """The search copy of a text: same length, lower case, no accents, plain spaces, hyphens and apostrophes."""
    return text.encode(_CODEC, "entente.fold").translate(_FOLDED).decode(_CODEC)


def words(folded: str) -> str:
    """A folded text with a space for whatever is not a letter or a digit, and one more at each end."""
    return f" {folded.encode(_CODEC).translate(_WORDS).decode(_CODEC)} "
