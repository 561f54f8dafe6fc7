"""Series: the names that nothing tells but the persons they are named with ("Zubair Kochi and Hamed Dehghan")."""

from __future__ import annotations

from entente.reading.actors.naming import Names

__all__ = ["extended", "series"]

MARKS = ("title", "head", "ministry", "label", "aside")  # words of these kinds are no part of a name
LEAD = 12  # characters of what stands between two names of a series, at most
CLOSES = tuple(",;.):\n")  # after a name of a series that a comma opens
FURTHER = 2  # words that may stand before a given name, at most


def series(names: Names) -> None:
    """Take in the names in one series with those found so far, on either side, and those in one with them."""
    marks = marked(names)
    for span in names.spans:  # grows while names are found
        following(names, marks, span[1])
        preceding(names, marks, span[0])


def marked(names: Names) -> frozenset[int]:
    """Where the words begin that are roles, or heads of bodies."""
    return frozenset(hit.start for kind in MARKS for hit in names.page.hits.get(kind, ()))


def following(names: Names, marks: frozenset[int], end: int) -> None:
    """Take in the name that comes next in a series after an offset."""
    text, rules = names.page.text, names.rules
    joint = rules.joint.match(names.page.folded, end)
    if joint is None or not text[joint.end() : joint.end() + 1].isupper():
        return
    start = joint.end()
    stop = names.end(start)
    listed = joint["and"] or text.startswith(CLOSES, stop) or stop == len(text) or rules.ands.match(text, stop)
    if listed and likely(names, marks, start, stop):
        names.take(start, stop)


def preceding(names: Names, marks: frozenset[int], start: int) -> None:
    """Take in the name before an offset in a series; a place may stand before a comma ("In New York, ...")."""
    folded, rules = names.page.folded, names.rules
    joint = rules.joined.search(folded, max(0, start - LEAD), start)
    end = joint.start() if joint else 0
    first = names.leading(end) if joint else end
    if joint is None or first == end or not likely(names, marks, first, end):
        return
    before = folded[max(0, first - LEAD) : first].split()
    if joint["and"] or not before or before[-1] not in rules.away:
        names.take(first, end)


def likely(names: Names, marks: frozenset[int], start: int, end: int) -> bool:
    """Whether some words may be a person's name: two or more, in small letters, none of a place, a body or a role."""
    words = names.page.text[start:end].split()
    if len(words) < 2 or any(len(word) > 2 and word.isupper() for word in words) or not names.found.free(start, end):
        return False
    if words[0].casefold() in names.rules.before or names.placed(start, end):
        return False
    return not any(at in marks for at in range(start, end))


def extended(names: Names, ends: frozenset[int], start: int) -> int:
    """Where a name begins whose given name stands at an offset, the names before that taken in ("Mehrzad Manuel")."""
    text, folded = names.page.text, names.page.folded
    first = names.page.sentence(start)[0]
    for _ in range(FURTHER):
        begin = text.rfind(" ", first, start - 1) + 1
        word = folded[begin : start - 1]
        if begin <= first or start - begin < 3 or text[start - 1] != " " or not word.isalpha():
            break
        capital = text[begin].isupper() and text[begin + 1].islower()
        if not capital or start - 1 in ends or not names.free(word, begin, start - 1) or names.small(word):
            break
        if folded.endswith(names.rules.of, first, begin):  # "ministre des Armées Sébastien Lecornu"
            break
        start = begin
    return start
