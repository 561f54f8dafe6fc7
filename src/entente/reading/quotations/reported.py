"""Indirect quotations by verbs: "said that", "said the plan would", "estimating 5,000 deaths", ", said X"."""

from __future__ import annotations

from bisect import bisect_left

from entente.model.reading import Quote
from entente.model.span import Span
from entente.reading.quotations.attribution import Attribution
from entente.reading.quotations.candidates import Speaker
from entente.reading.quotations.extents import INFLECTED, clause_end, figure_end, indirect
from entente.reading.quotations.speech import Cue
from entente.text.late import Late
from entente.text.neighbours import word_after

__all__ = ["reported"]

_GAP = 110  # code points between a verb and its conjunction
_LONG = 7  # words before an attribution that are a clause, be its verb known or not
_FRONT = 120  # code points of an attribution before its clause
_LISTENER = 7  # words of a listener at most
_FIGURE = Late(r" (?:a |that )?(?:[\w'-]+ ){0,4}?(?:[a-z]{0,3}[$€£] ?)?\d")


def reported(scene: Attribution, cue: Cue, *, quoting: bool) -> Quote | None:
    """The clause that a verb of speech reports, if any; `quoting` says that it gives marked words to a speaker too."""
    low, high = scene.bounds(cue.start)
    if cue.sense == "voices" or (cue.sense == "quotes" and not cue.pronoun):
        return None
    if (quoting or cue.sense == "quotes") and cue.pronoun and _mixed(scene, cue, low):
        return _inserted(scene, cue, low, high)
    if cue.sense == "quotes":
        return None
    start = _conjoined(scene, cue, high)
    if start is not None:
        return _told(scene, cue, start, _end(scene, start, low, high), rule="clause")
    if quoting:
        return None
    fronted = _fronted(scene, cue, low, high)
    if fronted is not None:
        return fronted
    start = _estimated(scene, cue, high)
    if start is not None:
        return _told(scene, cue, start, figure_end(scene, start, high), rule="figure")
    start = _bare(scene, cue, high)
    if start is not None:
        return _told(scene, cue, start, _end(scene, start, low, high), rule="bare clause")
    return _inserted(scene, cue, low, high)


def _mixed(scene: Attribution, cue: Cue, low: int) -> bool:
    """Whether a sentence before its attribution is in part in quotation marks, as more than their occasion."""
    first = bisect_left(scene.lefts, low)
    if first >= len(scene.lefts) or scene.lefts[first] > cue.start or scene.stretch(low) is not None:
        return False
    lead = scene.page.folded[low : scene.lefts[first]].rstrip()
    return lead.count(" ") > 1 and not lead.endswith(":") and not (lead.endswith(",") and _opens(scene, low))


def _opens(scene: Attribution, low: int) -> bool:
    """Whether a sentence begins with a time, a place or another adjunct."""
    words, rules = scene.sayers.known.words(low, low + 40), scene.rules
    return bool(words) and (words[0] in rules.gaps or words[0] in rules.prepositions)


def _end(scene: Attribution, start: int, low: int, high: int) -> int:
    """Where the reported clause ends: before the main one, where "after" or "since" opens the sentence."""
    if scene.rules.conjunction.match(scene.page.folded, low):
        comma = scene.page.folded.find(", ", start, high)
        high = comma if comma >= 0 else high
    return clause_end(scene, start, high)


def _told(scene: Attribution, cue: Cue, start: int, end: int, *, rule: str) -> Quote | None:
    """A clause given to the speaker behind a cue: what is found or estimated needs a known source."""
    who = scene.behind(cue)
    if who is None or (not who.sure and (cue.sense == "finds" or rule == "figure")):
        return None
    if rule == "bare clause" and (who.span is None or who.span.start > cue.start):
        return None
    return indirect(scene, start, end, who, cue=Span(cue.start, cue.end), rule=rule)


def _conjoined(scene: Attribution, cue: Cue, high: int) -> int | None:
    """Where the clause after a conjunction begins, if no object stands between the verb and the conjunction."""
    folded, rules = scene.page.folded, scene.rules
    for match in rules.that.finditer(folded, cue.end, min(high, cue.end + _GAP)):
        following = scene.sayers.known.words(match.end(), match.end() + 24)
        if following and following[0] in rules.pronominal:
            return None
        between = folded[cue.end : match.start()]
        gap = between.replace("'", "' ").split()
        if gap and (gap[-1].strip(",") in rules.unlike or between.count(",") % 2):
            continue
        stretch = scene.stretch(cue.end + 1)
        if stretch is not None and cue.sense == "says" and match.start() - stretch.right < 2:
            return match.end()  # "called it “vital” that"
        if any(mark in between for mark in ';:"«'):
            return None
        told = cue.sense == "informs" and len(gap) <= _LISTENER and _listener(scene, cue.end + 1)
        dependent = not gap or told or _adverbial(scene, gap) or between.split()[0] in rules.gaps
        return match.end() if dependent else None
    return None


def _listener(scene: Attribution, at: int) -> bool:
    """Whether the words at an offset may name a listener: an article, a name or a pronoun opens them."""
    first = scene.sayers.known.words(at, at + 24)[:1]
    return scene.page.text[at].isupper() or any(
        word in scene.rules.articles or word in scene.rules.listeners for word in first
    )


def _adverbial(scene: Attribution, gap: list[str]) -> bool:
    """Whether the words between a verb and its conjunction are adverbs, times, places or listeners, not an object."""
    rules, first = scene.rules, gap[0].strip(",")
    if gap[0].startswith(","):
        return gap[-1].endswith(",")
    if first in rules.gaps or " ".join(gap[:2]) in rules.gaps or first.endswith(("ment", "mente", "ly")):
        return True
    return first in rules.articles and len(gap) > 1 and gap[1][:1].isdigit() and len(gap[1]) < 4  # "le 12 mai"


def _estimated(scene: Attribution, cue: Cue, high: int) -> int | None:
    """Where a figure begins that a source estimates: "the UN estimating around 73,000 deaths"."""
    folded = scene.page.folded
    if not {folded[cue.start : cue.end], cue.word(folded)} & scene.rules.figures:
        return None
    verb = cue.end - len(cue.word(folded))
    told = _FIGURE.match(folded, cue.end, min(high, cue.end + 60)) or scene.rules.level.match(folded, verb, high)
    return cue.end + 1 if told else None


def _bare(scene: Attribution, cue: Cue, high: int) -> int | None:
    """Where a clause without conjunction begins: "said the plan would"; but for "said", a verb near by must show it."""
    folded, rules = scene.page.folded, scene.rules
    verb = cue.word(folded)
    if verb not in rules.dropping or not folded.startswith(" ", cue.end):
        return None
    start = _listener_end(scene, cue.end + 1) if cue.sense == "informs" else cue.end + 1
    timed = rules.timed.match(folded, start - 1, high)
    start = timed.end() + 1 if timed else start
    words = folded[start : min(high, start + 160)].split()
    if len(words) < 3 or words[0] in rules.objectless or words[0] in rules.breaks or scene.spoken_at(start):
        return None
    parted = _parted(folded, cue.head, scene.bounds(cue.start)[0])
    if verb in rules.bare and cue.sense == "says" and not parted:
        return start
    return start if words[0] not in rules.finite and _clausal(scene, start, words) else None


def _parted(folded: str, head: int, low: int) -> bool:
    """Whether a verb is set off from what stands before it; a comma that closes an apposition sets nothing off."""
    lead = folded[low:head].rstrip()
    return lead.endswith('"') or (lead.endswith(",") and lead.count(",") < 2)


def _clausal(scene: Attribution, start: int, words: list[str]) -> bool:
    """Whether some words begin a clause: a verb follows a subject, with no other clause or phrase between them."""
    rules = scene.rules
    if rules.plain:  # "announced the Council rejected the plan"
        for actor in scene.sayers.known.between(start, start + 5):
            verb = word_after(scene.page.folded, actor.span.end)
            if verb in rules.finite or (verb.endswith("ed") and len(verb) > 4):
                return True
    for index, word in enumerate(words[1:12], 1):
        if word in rules.finite:
            return index > 1 or words[0] in rules.pronouns or scene.page.text[start].isupper()
        if word in rules.articles and words[index - 1] not in rules.genitives:
            return False  # "noted the toll the war has taken"
        if word in rules.pronouns or word in rules.own or word in rules.breaks or word in rules.relative:
            return False
        if word[-1] in ",;:." or (word != "of" and (word in rules.pronominal or word in rules.gaps)):
            return False
    return False


def _listener_end(scene: Attribution, start: int) -> int:
    """Where the clause after the listener of a verb of telling begins, be there one or not ("warned his army is")."""
    rules = scene.rules
    first, _, rest = scene.page.folded[start : start + 40].partition(" ")
    second = rest.partition(" ")[0]
    if first in rules.listeners:
        return start + len(first) + 1
    if first in rules.articles and second in rules.listeners:
        return start + len(first) + len(second) + 2
    actors = scene.sayers.known.between(start, start + 5)
    if not actors or word_after(scene.page.folded, actors[0].span.end) in rules.finite:
        return start  # "warned Moscow would respond"
    return actors[0].span.end + 1


def _fronted(scene: Attribution, cue: Cue, low: int, high: int) -> Quote | None:
    """The clause after an attribution that "as" opens: "As X said last week, the road is shut"."""
    folded = scene.page.folded
    opened = scene.rules.likened.match(folded, low)
    comma = folded.find(", ", cue.end, min(high, cue.end + _FRONT))
    if opened is None or comma < 0 or cue.form == "gerund" or cue.head - opened.end() > _FRONT:
        return None
    who = scene.behind(cue)
    if cue.head > opened.end() and folded[opened.end() : cue.head].strip():
        who = scene.sayers.preceding(opened.end(), cue.head)
    if who is None or who.outside or not who.sure or who.span is None:
        return None
    comma = max(comma, who.span.end)  # "as said X, head of Y, ..."
    between = scene.sayers.known.words(max(cue.end, who.span.end), comma)
    if (between and not _adverbial(scene, between)) or scene.stretch(comma + 2) is not None:
        return None
    return indirect(
        scene, comma + 1, clause_end(scene, comma + 1, high), who, cue=Span(cue.start, cue.end), rule="as told"
    )


def _inserted(scene: Attribution, cue: Cue, low: int, high: int) -> Quote | None:
    """A clause around or before its attribution: "The talks, said X, went well"; "The talks went well, said X."."""
    folded, rules = scene.page.folded, scene.rules
    if cue.head <= low or cue.form == "gerund" or cue.sense == "finds":
        return None
    turned = cue.pronoun != "" or folded[cue.head - 2] == ","
    if turned:
        if rules.plain and cue.word(folded) not in rules.bare:
            return None
        who = scene.behind(cue) if cue.pronoun else scene.turned(cue, high)
        start, past = low + len(folded[low : cue.head].rstrip(" ,")), cue.end
        if (who is None or not who.sure) and not cue.pronoun and scene.ends(cue):
            who, start = _set_off(scene, cue, low)
    else:
        start, past = folded.rfind(",", low, cue.head), cue.end
        if start < 0 or not rules.plain or cue.word(folded) not in rules.dropping or not scene.ends(cue):
            return None
        if any(word in rules.like or word in rules.relative for word in folded[start + 1 : cue.head].split()[:2]):
            return None
        who = scene.sayers.preceding(start + 1, cue.head)
    if who is None or who.outside or (turned and not who.person and _apposed(scene, cue, low)):
        return None
    if who.span is None:
        return _around(scene, cue, who, low, start, past, high) if cue.pronoun == "on" else None
    if not (who.sure or _articled(scene, who.span)):
        return None
    return _around(scene, cue, who, low, start, max(past, who.span.end), high)


def _apposed(scene: Attribution, cue: Cue, low: int) -> bool:
    """Whether what stands before a verb is its subject alone, closed by a comma: "The spokesman, X, confirmed"."""
    found = scene.behind(cue)
    lead = scene.sayers.known.words(low, cue.head)
    return found is not None and found.person and not any(word in scene.rules.finite for word in lead)


def _set_off(scene: Attribution, cue: Cue, low: int) -> tuple[Speaker | None, int]:
    """Who speaks at the end of a clause, between commas with an office, and where the clause ends: "..., X, said"."""
    folded = scene.page.folded
    end = low + len(folded[low : cue.head].rstrip(" ,"))
    persons = [actor for actor in scene.sayers.known.between(max(low, end - _GAP), end) if actor.kind == "person"]
    for actor in persons[-1:]:
        start = folded.rfind(", ", low, actor.span.start)
        role = (
            scene.sayers.offices.before(max(low, start - _GAP), start) if actor.span.end == end and start > 0 else None
        )
        comma = folded.rfind(", ", low, start) if role else -1
        if comma > low:
            return Speaker(actor.id, actor.span, role, person=True, named=True), comma
    return None, end


def _articled(scene: Attribution, span: Span) -> bool:
    """Whether a noun phrase begins with an article."""
    return scene.sayers.known.words(span.start, span.end)[0] in scene.rules.articles


def _around(scene: Attribution, cue: Cue, who: Speaker, low: int, start: int, past: int, high: int) -> Quote | None:
    """The clause of which an attribution is a part, if a verb shows that it is one.

    `low` to `start` is what stands before the attribution, `past` to `high` what stands after it.
    """
    folded, rules = scene.page.folded, scene.rules
    comma = folded.find(",", past, min(high, past + 80))
    rest = folded[comma + 1 : high].split() if comma >= 0 else []
    lead = scene.sayers.known.words(low, start)
    place = Span(cue.start, cue.end)
    if rest and (rest[0] in rules.finite or (rest[0].endswith(INFLECTED) and len(lead) < 14)):
        return indirect(scene, low, high, who, cue=place, rule="around its attribution")
    if len(lead) > 2 and comma < 0 and who.named:
        return indirect(scene, low, start, who, cue=place, rule="before its attribution")
    shown = any(word in rules.finite or (len(word) > 4 and word.endswith(INFLECTED)) for word in lead)
    if (shown and len(lead) > 3) or (who.sure and len(lead) > _LONG):
        adjunct = rest[:1] and (rest[0] in rules.prepositions or rest[0] in rules.gaps)
        end = high if len(rest) > 6 and not adjunct else start
        return indirect(scene, low, end, who, cue=place, rule="before its attribution")
    return None
