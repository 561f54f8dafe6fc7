"""Doers: who acts in each clause, and where its verb stands."""

from __future__ import annotations

from entente.reading.claims.clauses import Break, Clause, Sentence
from entente.reading.claims.cues import ACTS, AIDING
from entente.reading.claims.particles import Particles
from entente.reading.claims.roles import Roles

__all__ = ["Doers"]

HEAD = 30  # characters in which aid as a subject is named
WORD = 24  # characters of a clause's first word, at most


class Doers:
    """Finds the doers of clauses in the order of the text; `aided` says that aid was the last subject."""

    def __init__(self, folded: str, words: Particles, roles: Roles) -> None:
        self.folded = folded
        self.words = words
        self.roles = roles
        self.aided = False

    def find(
        self, clause: Clause, figure: int | None, whole: Sentence, before: Clause | None, main: Clause | None
    ) -> None:
        """Set the doer of a clause, and the place of its verb.

        `figure` is the offset of the clause's first figure, `before` the last clause with a doer, `main` the last that
        is not relative.
        """
        clause.doer = self._inherited(clause, before, main)
        acts = [start for start, _, said in clause.cues if said & ACTS] if clause.said & ACTS else []
        clause.verb = acts[0] if acts else clause.end if figure is None else figure
        if clause.said & AIDING and self._aid_acts(clause):
            clause.aided = self.aided = True
            clause.doer = None
            return
        places = acts if figure is None else [*acts, figure]
        clause.fronted = self.folded.startswith(self.words.fronting, clause.start)
        if places and not self.roles.silent(clause.start, max(places) if clause.fronted else places[-1]):
            for at in places:
                who = self.roles.doer(clause, at)
                if who is not None:
                    stand = self.roles.stand(clause.start, at)
                    recalled = stand is not None and stand.value == "they"
                    clause.aided = self.aided = self.aided and recalled
                    clause.doer, clause.named = who, not recalled
                    clause.verb = at if at != figure or not acts else clause.verb
                    return
        aid = clause.said & AIDING and any(cue.value & AIDING and cue.start < clause.verb for cue in clause.cues)
        clause.aided = self.aided = bool(aid)
        if clause.opening == Break.NEW:
            clause.doer = self.roles.last if not aid and self._unsaid(clause, whole) else None

    def _inherited(self, clause: Clause, before: Clause | None, main: Clause | None) -> str | None:
        """The doer that a clause has from those before it, if it names none itself."""
        inherited = before.doer if before else None
        if clause.opening == Break.RELATIVE:
            return self.roles.antecedent(clause.start) or inherited
        if clause.opening == Break.RESUMED and main is not None:
            actor = self.roles.subjects.subject(main.start, main.end)
            return main.doer or (actor.id if actor else None)
        return inherited

    def _aid_acts(self, clause: Clause) -> bool:
        """Whether a clause opens with aid as its subject: "This new funding will ..."."""
        for cue in clause.cues:
            if cue.value & ACTS or cue.start > clause.start + HEAD:
                return False
            if cue.value & AIDING:
                opening = self._first_word(clause).replace("'", " ").split(" ", 1)[0]
                return opening not in self.words.places and not self.roles.subjects.between(clause.start, cue.end)
        return False

    def _unsaid(self, clause: Clause, whole: Sentence) -> bool:
        """Whether the doer is left to the reader: in an item of a list, or where a clause begins with its verb."""
        if whole.listed:
            return True
        first = clause.cues[0] if clause.cues else None
        if first is None or not first.value & ACTS or first.start > clause.start + 2:
            return False
        return not self._first_word(clause).endswith(self.words.gerunds)

    def _first_word(self, clause: Clause) -> str:
        return self.folded[clause.start : clause.start + WORD].split(" ", 1)[0]
