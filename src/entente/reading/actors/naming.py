"""Naming: what a person's name is made of, and the names found so far."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from entente.languages import Language
from entente.reading.actors.gazetteer import adjectives, given_names, strangers
from entente.reading.actors.mentions import CAPITAL, SPACE, Mention, Mentions, alternatives
from entente.reading.page import Page
from entente.text.fold import fold
from entente.text.late import Late
from entente.text.neighbours import word_after, word_before
from entente.text.tables import listed

__all__ = ["EFFORT", "REACH", "Names", "patterns"]

LETTER = r"[^\W\d_]"
WORD = rf"[{CAPITAL}](?:{LETTER}+(?:[-’']{LETTER}+)*|[’']{LETTER}+|\.(?:-?[{CAPITAL}]\.)*)"
REACH = 60  # how far beside a name a role is looked for, in characters
EFFORT = 1_000_000_000  # how many characters in all are searched for words of names


class Patterns(NamedTuple):
    """What a person's name is made of, and what stands beside it."""

    name: Late
    title: Late
    role: Late
    articles: Late
    places: Late
    of: tuple[str, ...]
    particles: frozenset[str]
    strange: frozenset[str]
    party: Late
    joint: Late
    joined: Late
    ands: Late
    away: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


@lru_cache(maxsize=16)
def patterns(language: Language) -> Patterns:
    """The patterns of a language.

    `name` is words with a capital and the particles between; `title` what stands between a title and a name, `role`
    between a role and the name in apposition, `articles` between a name and the role in apposition; `party` may stand
    between a title and a name; `joint` and `joined` lead from one name of a series to the next and back, `ands` is
    such an "and", and what is `away` stands before a place; `places`, `before` and `after` are words beside a name that
    is a place's.
    """
    said, words = language.names, strangers(language.code)
    particle = rf"(?:(?:{alternatives(listed(said.particles))})(?:[- \u00a0]|(?<=')))*".replace("'", "[’']")
    of, links = alternatives(listed(fold(said.of))), alternatives(listed(fold(said.links.replace("'", ""))))
    ands = alternatives(listed(fold(said.joints)))
    genitive = alternatives([form.rstrip("'") for form in listed(fold(said.of))])
    return Patterns(
        name=Late(rf"{particle}{WORD}(?:{SPACE}{{1,2}}{particle}{WORD}){{0,9}}"),
        title=Late(rf"\.?{SPACE}{{1,2}}"),
        role=Late(rf"(?: [\w'-]+)?(?: (?:{of}|{links})[ '][\w' -]{{1,{REACH}}}?)?, "),
        articles=Late(r"(?:[\w.'-]+[ ']){0,4}"),
        places=Late(rf" (?:{alternatives(listed(fold(said.provinces)))})\b"),
        of=tuple(form if form.endswith("'") else f"{form} " for form in listed(fold(said.of))),
        particles=frozenset(listed(fold(said.particles))),
        strange=(frozenset(adjectives(language)) | words.openers | words.nouns) - {*listed(fold(said.particles))},
        party=Late(rf"[{CAPITAL}]{{2,5}}{SPACE}(?=[{CAPITAL}][^\W\dA-ZÀ-Þ])"),
        joint=Late(rf"(?: ?[,;]?(?P<and> (?:{ands})) | ?[,;] )(?:(?:{genitive})[ '])?"),
        joined=Late(rf"(?: ?[,;]?(?P<and> (?:{ands}))| ?[,;])(?: (?:{genitive})(?=[ ']))?[ ']$"),
        ands=Late(rf" (?:{ands}) "),
        away=frozenset(listed(fold(said.before_seat))),
        before=words.before,
        after=words.after,
    )


class Names:
    """The names of persons found so far in a page; each is taken in as a mention, whose id is told later."""

    def __init__(self, page: Page, rules: Patterns, found: Mentions) -> None:
        """None yet."""
        self.page, self.rules, self.found = page, rules, found
        self.spans: list[tuple[int, int]] = []
        self.said: frozenset[str] | None = None  # what stands between two spaces, once it is asked

    def small(self, word: str) -> bool:
        """Whether the text also writes a word small, between two spaces."""
        if self.said is None:
            self.said = frozenset(self.page.text.split(" ")[1:-1])
        return word in self.said

    def take(self, start: int, end: int) -> None:
        """Take in a name."""
        self.spans.append((start, end))
        self.found.add(Mention(start, end, "person", "", "person"))

    def end(self, start: int) -> int:
        """Where the name that begins at an offset ends; the start where none begins there.

        A name ends before what is known as another name or a common noun, and after an owner's "'s".
        """
        match = self.rules.name.match(self.page.text, start)
        if match is None:
            return start
        end = match.end()
        words = self.page.folded[start:end]
        if "'s" not in words and self.rules.strange.isdisjoint(words.split()) and self.found.free(start, end):
            return self.trimmed(start, end)
        return self.trimmed(start, self.cut(start, end))

    def cut(self, start: int, end: int) -> int:
        """Where the first of some words begins that belongs to no name, white space before it left out."""
        at = start
        for word in self.page.folded[start:end].split(" "):
            last = at + len(word)
            if word.endswith("'s"):
                return last - 2 if self.free(word[:-2], at, last - 2) else max(start, at - 1)
            if word and not self.free(word, at, last):
                return max(start, at - 1)
            at = last + 1
        return end

    def free(self, word: str, start: int, end: int) -> bool:
        """Whether a word may belong to a name."""
        return word not in self.rules.strange and self.found.free(start, end)

    def trimmed(self, start: int, end: int) -> int:
        """The end of a name without what may stand behind it: initials, and words that the text also writes small."""
        text = self.page.text
        second = text.find(" ", text.find(" ", start, end) + 1, end)
        at = second if text.find(" ", start, end) > 0 else -1
        while at > 0:
            stop = text.find(" ", at + 1, end)
            word = self.page.folded[at + 1 : stop if stop > 0 else end]
            if text[at + 1].isupper() and self.small(word):
                end = at
            at = stop if end > at else -1
        while end > start:
            last = max(text.rfind(" ", start, end), text.rfind("\u00a0", start, end), start - 1) + 1
            if last < end and text[end - 1] != "." and not text[last:end].islower():
                return end
            end = last - 1
        return start

    def placed(self, start: int, end: int) -> bool:
        """Whether the words beside a name make it that of a place or thing ("Avenue Louise", "Musa Khel district")."""
        folded, rules = self.page.folded, self.rules
        if word_before(folded, start) in rules.before:
            return True
        if not folded.startswith(" ", end):
            return False
        capital = self.page.text[end + 1 : end + 2].isupper()
        return word_after(folded, end) in rules.after if capital else rules.places.match(folded, end) is not None

    def whole(self, start: int, end: int) -> None:
        """Take in a name that nothing but its place tells: two words or more, none of them in capitals only."""
        words = self.page.text[start:end].split()
        if len(words) > 1 and not any(map(str.isupper, words)):
            self.take(start, end)

    def before(self, end: int) -> None:
        """Take in the words with a capital that end at an offset, if they may be a name as a whole."""
        start = self.leading(end)
        if start < end:
            self.whole(start, end)

    def leading(self, end: int) -> int:
        """Where the words with a capital begin that end at an offset, if they may be a name; else the end."""
        if end <= 0 or self.found.taken[end - 1]:
            return end
        window = self.page.text[max(0, end - REACH) : end].rpartition("\n")[2]
        words = window.replace("\u00a0", " ").split(" ")
        if len(words) < 2 or not words[-2][:1].isupper():
            return end
        start = end + 1
        first = ""
        for word in reversed(words):
            if not word[:1].isupper() or word[-1] in ",;:)":
                break
            start, first = start - len(word) - 1, word
        if self.page.folded.endswith(self.rules.of, 0, start):  # "le ministre des Armées Sébastien Lecornu"
            start = self.given(start, end)
        article = first.lower() in self.rules.particles and self.page.sentence(start)[0] == start
        whole = start < end and self.end(start) == end and not article  # "Le Haut-Commissaire", not "Marine Le Pen"
        return start if whole else end

    def given(self, start: int, end: int) -> int:
        """Where the first given name of some words begins; where they begin if there is none."""
        at = start
        for word in self.page.folded[start:end].split(" "):
            if word in given_names():
                return at
            at += len(word) + 1
        return start

    def cores(self, name: str) -> tuple[str, ...]:
        """The words of a name as shown, its particles left out."""
        particles, words = self.rules.particles, name.split()
        if "-" not in name and particles.isdisjoint(name.lower().split()):
            return tuple(words)
        parted = [word.partition("-") for word in words if word.lower() not in particles]  # "Jean-Yves Le Drian"
        return tuple(
            rest if rest and prefix.lower() in particles else prefix + dash + rest for prefix, dash, rest in parted
        )
