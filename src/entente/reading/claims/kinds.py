"""Kinds: which figures make a claim, and of what kind, by their units and the cues about them."""

from __future__ import annotations

from collections.abc import Sequence

from entente.model.reading import Quantity
from entente.reading.claims.clauses import within
from entente.reading.claims.cues import (
    AIDING,
    FUNDED,
    GIVING,
    JOINED,
    PEOPLE,
    PLANNED,
    PLEDGED,
    PROMISED,
    REQUESTED,
    SLAIN,
    SPENT,
    TOLLED,
    UPROOTED,
    mask,
)
from entente.reading.claims.particles import Particles
from entente.text.lexicon import Hit

__all__ = ["assertive", "kind", "money", "status"]

DURATIONS = frozenset("second minute hour day week month year decade".split())
PLACES = frozenset(
    "country zone area commune municipality village town city district province region state camp school "
    "hospital".split()
)
BODIES = frozenset(
    "country country+organisation organisation member partner participant signatory delegation state ally institution "
    "nation contributor".split()
)
MEMBERS = BODIES - PLACES - {"nation", "ally"}  # what belongs, whatever the verb
PERSONS = frozenset("person household family family+business".split())
SETTLED = PERSONS | {"village", "town", "city"}
STATUSES = (("requested", REQUESTED), ("pledged", PLEDGED), ("planned", PLANNED), ("pledged", PROMISED))
FEW = 4  # "the two countries" counts nothing
NEXT = 3  # characters after a sum in which "in losses" names it
BESIDE = 16  # characters before a sum in which "revenues of" names it
LEAD = 100  # characters before a sum in which a cost or a revenue is named
FAR = 80  # characters after people in which their fate is told
FATE = 30  # characters after people in which they die
NEAR = 60  # characters between two figures of which one measures the other


def money(quantity: Quantity) -> bool:
    """Whether a figure is a sum of money: its unit is a code of ISO 4217."""
    unit = quantity.figure.unit
    return len(unit) == 3 and unit.isupper()


def assertive(folded: str, quantities: Sequence[Quantity], index: int, inside: range, words: Particles) -> bool:
    """Whether a figure, one of those inside a sentence, makes a claim of its own.

    Durations do not, nor what is pointed at ("these 500 people", "the two countries"), nor the start of a change
    ("from 10 to 20"), nor people parted in brackets ("70 hurt (40 women and 30 men)"), nor what only measures or
    places the figure before it ("2 million m² in ten communes").
    """
    quantity = quantities[index]
    unit, value, start = quantity.figure.unit, quantity.figure.value, quantity.span.start
    if unit in DURATIONS:
        return False
    lead = folded[max(0, start - 14) : start].replace("'", " ").split()
    word = lead[-1] if lead else ""
    if word in words.pointing or (value is not None and value <= FEW and word in words.definite):
        return False
    gap = folded[quantities[index - 1].span.end : start] if index > inside.start else None
    after = folded[quantity.span.end : quantities[index + 1].span.start] if index + 1 < inside.stop else None
    if after is not None and after.strip() in words.changing:
        return False
    if gap is not None and {unit, quantities[index - 1].figure.unit} <= PERSONS:
        before = folded[max(0, start - NEAR) : start]
        if before.rfind("(") > before.rfind(")"):
            return False
    if unit == "percent":
        return gap is None or not (gap.endswith("(") or word in words.converting)
    if gap is not None and gap.strip() in words.changing:
        return True
    if gap is None or len(gap) > NEAR or _joined(gap, words):
        measured = unit in PLACES and after is not None and quantities[index + 1].figure.unit != "percent"
        return not measured or len(after or "") > NEAR or _joined(after or "", words)
    if unit in PLACES:
        return word not in words.inside
    return unit in PERSONS or money(quantity) or quantities[index - 1].figure.unit in PLACES | DURATIONS


def _joined(gap: str, words: Particles) -> bool:
    """Whether what stands between two figures joins them as equals."""
    return any(joint in gap for joint, _ in words.joints)


def kind(quantity: Quantity, cues: Sequence[Hit], wide: int, promised: bool) -> str:
    """The kind of claim that a figure makes.

    `cues` are those of its clause, `wide` the classes of its sentence's; `promised` says that somebody promises the
    deed.
    """
    unit = quantity.figure.unit
    said = mask(cues)
    if money(quantity):
        low, high = quantity.span.start - LEAD, quantity.span.end + NEAR
        spent = said & SPENT and mask(within(cues, low, high)) & SPENT
        end = quantity.span.end
        named = mask([*within(cues, quantity.span.start - BESIDE, quantity.span.start), *within(cues, end, end + NEXT)])
        return "count" if named & SPENT or (spent and not said & ((GIVING - PLANNED) | PROMISED)) else "funding"
    if unit == "tonne" and said & GIVING and said & AIDING:
        return "funding"
    if unit == "percent":
        near = mask(within(cues, quantity.span.end, quantity.span.end + NEAR // 2))
        displaced = said & UPROOTED and not near & FUNDED
        return "displacement" if displaced else "funding" if said & FUNDED else "count"
    if unit in MEMBERS or (unit in BODIES and wide & JOINED):
        return "membership"
    if promised:
        return "commitment"
    if unit in SETTLED:
        return _people(quantity, cues, wide)
    return "count"


def _people(quantity: Quantity, cues: Sequence[Hit], wide: int) -> str:
    """Whether people are counted as displaced, in need or reached, or otherwise: by the nearest words that tell."""
    start, end = quantity.span.start, quantity.span.end
    inside, after = mask(within(cues, start, end)), mask(within(cues, end, end + FAR))
    if mask(within(cues, start, end + FATE)) & SLAIN:  # "30 migrants drowned"
        return "count"
    for said in (inside, after, mask(cues), wide):
        if said & (UPROOTED | TOLLED):
            return "displacement" if said & UPROOTED else "count"
    return "displacement" if quantity.figure.unit in PERSONS and mask(cues) & PEOPLE else "count"


def status(cues: Sequence[Hit], at: int) -> str | None:
    """Whether money is given, pledged, planned or requested: as the last cue before it says, else the first after.

    None where no cue tells.
    """
    said = 0
    for cue in cues:
        if cue.value & (GIVING | PROMISED) and (cue.start < at or not said):
            said = cue.value
    for name, classes in STATUSES:
        if said & classes:
            return name
    return "given" if said else None
