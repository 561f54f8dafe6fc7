"""Languages: one file each, words as data.

A file declares one `LANGUAGE`. Forms are listed as they are written (accents, case and apostrophes are folded
when the lexicon is compiled); tools never inflect.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self, dataclass_transform

__all__ = ["CalendarWords", "ClaimWords", "Language", "NameWords", "NumberWords", "SpeechWords", "Words"]


@dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=False)
class Words:
    """Tables of words, each a field; what a language does not give is as its class has it.

    It is used like a frozen dataclass, and is none, because to make one of a hundred fields costs milliseconds at each
    start.
    """

    def __init__(self, **given: Any) -> None:
        if strange := given.keys() - self.__annotations__.keys():
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(strange))}")
        self.__dict__.update(given)

    def __setattr__(self, name: str, value: object) -> None:
        """Nothing is changed, only followed."""
        raise AttributeError(f"{type(self).__name__} is frozen")

    def completed(self, forms: Mapping[str, Any]) -> Self:
        """These words, their empty fields filled from others."""
        return type(self)(**self.__dict__ | {name: words for name, words in forms.items() if not getattr(self, name)})


class NumberWords(Words):
    """How numbers, units and hedges are written.

    Tables are strings: rows are separated by `|`; a row of `cardinals`, `scales`, `groups` or `parts` begins with
    what its forms stand for (a number, a power of ten, a denominator). Nouns and currencies stand in
    `reference/nouns/` and `reference/currencies.tsv`.
    """

    decimal: str = "."
    grouping: str = ", "  # marks between groups of three digits
    cardinals: str = ""  # "7 seven": added up
    scales: str = ""  # "6 million / millions": singular forms / plural forms
    groups: str = ""  # "12 dozen / dozens"; a leading ~ marks an approximate one: "~ 100 centaine / centaines"
    bare: str = ""  # powers of ten that stand alone: "2 3" for cent, mille
    halves: str = ""  # a share by themselves: half, moitié
    demis: str = ""  # beside something only: demi, media
    parts: str = ""  # "3 third thirds"
    points: str = ""  # the decimal mark as a word
    joins: str = ""  # inside a number: "and" after hundreds, "y" after tens, "et" before onze
    tens: bool = False  # `joins` stand between tens and units
    vigesimal: bool = False  # sixty-twelve is 72
    minus: str = ""  # before a negative number
    articles: str = ""  # for one before a noun of number: a, une bonne
    ones: str = ""  # forms that end a number in one: un, une
    definite: str = ""  # for one before a part: "plus du tiers"
    links: str = ""  # after a noun of number: of, de
    owned: str = ""  # between a number and what it is a part of: 99 de ses agents
    others: str = ""  # between a number and its noun of number: six autres millions
    vagues: str = ""  # several: plusieurs, des
    percents: str = ""
    pairs: str = ""  # "between / and": a range
    to: str = ""  # between the two ends of a range: to, à
    changes: str = ""  # before them, where they are two figures: from, de
    alternatives: str = ""  # or, ou
    about: str = ""  # hedges before a number, by bound
    nearly: str = ""
    over: str = ""
    at_least: str = ""
    under: str = ""
    up_to: str = ""
    further: str = ""  # belongs to the expression, bounds nothing: "an additional"
    besides: str = ""  # looks like a hedge and is none: "en plus de"
    trailing: str = ""  # hedges after a number or its unit: "about or so / environ"
    leading: str = ""  # after such a one, where it belongs to the next number: "et plus de"
    motion: str = ""  # hedges that are prepositions before a time: "over three years"
    lasting: str = ""  # before such a one, where it is a hedge all the same: "for over three years"
    among: str = ""  # inside a proportion: one "in" five
    determiners: str = ""  # between hedge and number: the, la
    singletons: str = ""  # words whose "one" or "half" is no number: this one, the first half
    ages: str = ""  # before a number that is an age, where ages are no figures
    aged: str = ""  # after it
    clock: str = ""  # after a number that is a time of day
    numbers: str = ""  # "the number of ... is N"
    folds: str = ""  # ending that makes a number word a multiple: fivefold
    amounting: str = ""  # between a crowd and how many it is: numbers, stands at
    counting: str = ""  # between the two: of, de
    subset: str = ""  # N of what was counted before: dont, including
    partitives: str = ""  # before a whole whose part is the next number: "of the 47 strikes, 12"
    loosely: str = ""  # before a number whose noun is part of a term: "solution à" (deux États)
    filled: str = ""  # before a share that tells how far something is paid: financé à
    wholes: str = ""  # after a share: of, de


class CalendarWords(Words):
    """How dates and times are written.

    Fields list forms as they are written, separated by `|`. A tuple holds one string a month (January first), a
    weekday (Monday first), a number (from 1 up), or a grammatical number (singular, plural); "." stands for none.
    """

    months: tuple[str, ...] = ()
    short_months: tuple[str, ...] = ()  # months only beside a day or a year, with or without a full stop
    doubtful: str = ""  # months that are also other words: they need a capital, and a neighbour that speaks of time
    month_first: bool = False  # "June 2", 6/2/2015
    weekdays: tuple[str, ...] = ()
    short_weekdays: tuple[str, ...] = ()  # weekdays only before a day
    days: tuple[tuple[int, str], ...] = ()  # days counted from today: (-1, "yesterday|last night")
    vague: str = ""  # day words that also mean "nowadays": days only where something happens
    happens: str = ""  # words that make a vague day word a day
    units: tuple[tuple[str, str, str], ...] = ()  # ("year", singular, plural); also "decade", "quarter", "half"
    numbers: tuple[str, ...] = ()
    tens: tuple[str, ...] = ()  # 10, 20, 30, ...
    one: str = ""  # articles that count one: "a year ago"
    and_half: str = ""  # after a count or its unit: "two and a half years ago"
    ordinals: tuple[str, ...] = ()
    last: tuple[str, ...] = ("", "")  # "last year": the calendar year before
    next: tuple[str, ...] = ("", "")
    past: tuple[str, ...] = ("", "")  # "the past year": the twelve months up to today
    coming: tuple[str, ...] = ("", "")
    this: str = ""
    rolls_after: str = ""  # articles that make "last year" the past twelve months: "the last year"
    rolls_by_month: bool = False  # whether a stretch of months or years is counted from month to month
    ago: str = ""  # "two years ago"
    hence: str = ""
    ago_first: bool = False  # before the count: "il y a deux ans"
    later: str = ""  # "two years later", counted from the date named before
    earlier: str = ""
    anchored: tuple[tuple[str, int, str], ...] = ()  # ("day", -1, "the previous day"), by the date named before
    edgewise: str = ""  # last words of those that may belong to something else; empty: all of them
    belongs: str = ""  # after such a time, makes it one of something else: "the day before the vote"
    quarters: tuple[str, ...] = ()  # "Q1"
    halves: tuple[str, ...] = ()
    about: str = ""  # before a count of time, leaves the time itself unknown: "more than two years ago"
    edges: str = ""  # of a month or year, which they leave whole: "early 2020"
    starts: str = ""  # the first day of what follows: "the start of the year"
    ends: str = ""  # the last day of what follows
    rests: str = ""  # what follows, from today on
    half_years: bool = False  # whether the word for half a year has no other meaning
    fiscal: str = ""
    fiscal_pairs: bool = False  # whether "2016-17" is a fiscal year
    exercises: str = ""  # before two years that are one fiscal year: "l'exercice 2022-2023"
    decade: str = ""  # before a decade: "les années 70"
    void: str = ""  # expressions that look like a date and are none
    joins: str = ""  # words that may stand between the parts of a date
    spans: str = ""  # words between the two ends of an interval
    pairs: str = ""  # before the two ends of a time, which are two dates: "between June and July"
    lists: str = ""  # words between the days or months of a list
    before_month: str = ""  # words after which a doubtful month, or one before a capital, is a month
    before_year: str = ""  # words after which four digits are a year
    maybe_year: str = ""  # words after which four digits are a year unless things that are counted follow
    onwards: str = ""  # words after such a year
    year_owners: str = ""  # words after which four digits are a year where a common noun follows: "its 2022 budget"
    named: str = ""  # words between a proper name and the year that is part of it: "Act of 2022"
    elsewhere: str = ""  # after a time, makes it one counted from elsewhere: "cette année-là"
    every: str = ""  # before a weekday, makes it one of every week
    recurring: str = ""  # words that make a date without year one of every year
    future: str = ""  # forms or endings ("-era") that set a date without year in the future
    by: str = ""  # words right before a date that set it in the future
    due: str = ""  # words right before a date that is to come, where it may be near: "expires on"


class NameWords(Words):
    """How countries, governments, bodies and people are named.

    Each field lists forms as they are written, separated by `|`; where one form stands for another, `form=other`.
    """

    before_noun: str = ""  # names of countries that are adjectives when a noun follows: "U.S. forces"
    adjective_first: bool = False  # "Iraqi government", not "gouvernement irakien"
    governments: str = ""  # the country beside them; a + also alone without a capital, a - never alone
    forms: str = ""  # the official form of a state, before its name or with its adjective: "Republic", "Kingdom"
    form_words: str = ""  # adjectives between the form of a state and its name: "Islamic", "démocratique"
    of: str = ""  # between a form, a government or a treaty and a name
    provinces: str = ""  # before "of" and a name: no country ("the Greek province of Macedonia")
    treaties: str = ""  # before "of" and a name: no actor ("Charter of the United Nations")
    halves: str = ""  # parts of a divided country, once it is named whole: "the North=PRK"
    before_place: str = ""  # before a capital that is a place
    before_seat: str = ""  # before a seat of power, with or without an article, that is a place: "in (the White House)"
    before_power: str = ""  # before a capital that is a government: "between", "pressure on"
    deeds: str = ""  # what a government owns: "Washington's response"
    lesser: str = ""  # before "Government", one that is no state's: Local
    titled: bool = False  # whether acronyms may be written with one capital: Ocha
    acting: str = ""  # verbs of which a government is the subject
    acting_ends: str = ""  # endings of other such verbs
    nouns_end: str = ""  # other words after a name that is no adjective
    heads: str = ""  # nouns of bodies: "Cour=Court"; a ? never stands alone, a ! even without an article
    ministries: str = ""  # heads that need no capital: "ministère=Ministry"
    labels: str = ""  # before the name of a body that has no head of its own: "l'ONG", "le parti"
    qualifiers: str = ""  # adjectives that may follow a head without a capital: "nationale"
    qualities: str = ""  # those of them that have an English: "nationale=National"
    links: str = ""  # words without a capital inside a body's name
    actions: str = ""  # nouns in a body's name that go on to what is done: "soutien (à la paix)"
    onto: str = ""  # what leads from such a noun to the next one
    joints: str = ""  # "and", between the parts of a body's name
    portfolios: str = ""  # what a ministry is for, in English: "travail=Labour"
    articles: str = ""  # before a short form: "the Council"
    verb_ends: str = ""  # endings of infinitives, where a body's name may hold nouns without a capital
    particles: str = ""  # words without a capital inside a person's name
    asides: str = ""  # words that open a stage direction in brackets


class SpeechWords(Words):
    """How words are attributed to speakers.

    Fields list forms as they are written, separated by `|`; those left empty are read from `reference/speech/`. The
    first six are verbs, a line a conjugation: "stems : finite forms : participles : gerunds : plain form", with
    endings that follow each stem (`-` no ending, `_` a space). Participles need an auxiliary.
    """

    says: str = ""  # saying and estimating: they take a clause
    finds: str = ""  # showing: they take a clause where a body, a report or a person is the subject
    informs: str = ""  # they take a listener, then a clause
    quotes: str = ""  # they take quoted words only
    voices: str = ""  # they take a quoted part of a sentence: promised "to stand by them"
    learns: str = ""  # reading, learning, publishing: they tell something after "as", or with nobody as subject
    nouns: str = ""  # finite forms that are nouns too
    plain: bool = False  # whether the plain form is the present of the plural (English)
    bare: str = ""  # forms that take a clause without conjunction
    dropping: str = ""  # forms that may do so, where a verb shows a clause
    figures: str = ""  # forms that take a figure: "estimating 5,000 deaths"
    estimates: str = ""  # those that take a noun before it: "estimating the toll at 5,000"
    levels: str = ""  # before the figure then
    auxiliaries: str = ""  # before a participle
    passives: str = ""  # what makes it a passive: it has no speaker
    modals: str = ""  # before a plain form, or a denial: nothing was said
    tenses: str = ""  # auxiliaries and adverbs that may stand between subject and verb
    clitics: str = ""  # pronouns between subject and verb
    wishes: str = ""  # before the plain form of a verb that was said: "a tenu à"
    that: str = ""  # opens the reported clause
    unlike: str = ""  # before `that`, makes it another word: "plus que"
    pronominal: str = ""  # after `that`, shows a pronoun: "that will", "that of"
    gaps: str = ""  # words that may open what stands between verb and `that`
    listeners: str = ""  # after a verb of telling, before a clause without conjunction
    finite: str = ""  # verbs that show a clause
    according: str = ""
    whereby: str = ""  # opens the clause that an opinion is: "selon lequel"
    tidings: str = ""  # nouns of saying, which take a clause where it is told whose they are: "a warning by X that"
    pointing: str = ""  # point back to the words before, in the passive: "cela a été (annoncé par)"
    wordings: str = ""  # before whom quoted words come from: "in the words of"
    whence: str = ""  # after a verb whose subject is nobody, before the source: "apprend-on de"
    often: str = ""  # phrases that may stand between an auxiliary and its participle, "à plusieurs reprises"
    views: str = ""  # before a person, at the beginning of a sentence and before quoted words: "pour X, ..."
    unsaid: str = ""  # nouns after `according` that say nothing: plan, law
    like: str = ""  # "as X said"
    comments: str = ""  # after a comma, open the author's comment
    one: str = ""  # the indefinite article, with which a comment begins: "une hausse qui ..."
    effect: str = ""  # ending of the gerund with which the text adds an effect to an estimate: ", straining supplies"
    including: str = ""  # gerunds that add no effect
    subset: str = ""  # open what is set off after a source: "including X"
    breaks: str = ""  # conjunctions that open a clause with its own subject
    conjoined: str = ""  # "and": between two verbs of one subject
    he: str = ""
    she: str = ""
    it: str = ""
    they: str = ""
    latter: str = ""  # who was named last
    relative: str = ""
    own: str = ""  # the author: the first and second persons
    anonymous: str = ""  # subjects that are nobody
    hearsay: str = ""  # heads of noun phrases that are nobody, where no body is named: reports, sources
    articles: str = ""
    prepositions: str = ""  # before a name: not the subject
    genitives: str = ""  # prepositions after which a name is not the head of its noun phrase
    agents: str = ""  # after a participle, make it a passive: by
    sirs: str = ""  # civilities of men
    madams: str = ""
    titles: str = ""  # other civilities and ranks, part of no name
    roles: str = ""  # offices and functions of persons
    people: str = ""  # nouns for a person that are no office: "the 24-year-old"
    occasions: str = ""  # prepositions after an office that open the occasion, no part of it: dans (son discours)
    synonyms: str = ""  # an office and those that are the same, after `=`: head of state=president
    bodies: str = ""  # nouns by which a body named before is called again
    members: str = ""  # nouns for those who make up a body, and what it is called, after `=`: MEPs=parliament
    documents: str = ""  # texts that speak
    issuing: str = ""  # between a text and who issued it: of, by
    labels: str = ""  # before quotation marks: a title or a name is quoted, not speech
    questions: str = ""  # who asks, in a transcript
    answers: str = ""  # who answers there, without a name


class ClaimWords(Words):
    """How giving, promising, fleeing, joining, ranking and meeting are said.

    Each field lists forms separated by `|`, or short, as a stem and its endings: "announc/e/ed". The fields down to
    `hollow` are cues. A field that is empty is filled from the language's file in `reference/cues/`.
    """

    given: str = ""  # money that has passed
    pledged: str = ""  # money announced or set aside
    planned: str = ""  # money, or a deed, intended
    requested: str = ""  # money asked for or lacking
    funded: str = ""  # what makes a percentage one of money
    spent: str = ""  # money that is no gift: costs, losses, trade, revenue
    uprooted: str = ""  # people displaced, in need, or reached
    people: str = ""  # people as such
    tolled: str = ""  # people counted otherwise: dead, troops, voters
    slain: str = ""  # dead or hurt, whoever they were: drowned
    joined: str = ""  # who belongs, and how many
    promised: str = ""  # somebody will do something
    resolving: str = ""  # verbs of promising that may stand apart from their infinitive: agreed in principle to send
    interposed: str = ""  # what opens the words between
    wanting: str = ""  # verbs that an infinitive follows at once, where endings tell infinitives: compte ouvrir
    reported: str = ""  # what somebody would do, in reported speech: said that it would
    conditionals: str = ""  # endings of verbs that say so: qu'il enverrait
    infinitives: str = ""  # what opens the infinitive: to
    unverbal: str = ""  # words that have such an ending and are no verbs
    verbal: str = ""  # its endings, where they tell it from a noun
    duty: str = ""  # something must be done
    stance: str = ""  # somebody supports, condemns, asks, thanks
    event: str = ""  # a meeting, a visit, an agreement
    dated: str = ""  # deeds that are events where a date stands by
    ranked: str = ""  # superlatives and comparisons
    aiding: str = ""  # aid as a subject: it promises nothing
    asked: str = ""  # somebody asks for aid, without a figure
    received: str = ""  # the doer is given money
    hollow: str = ""  # forms that hold a cue and say nothing
    openers: str = ""  # words that open a relative clause, after a comma
    breakers: str = ""  # words that open a clause anywhere
    ourselves: str = ""  # the author as subject
    pronouns: str = ""  # a subject named before
    owned: str = ""  # what is the author's: our
    latter: str = ""  # the one named last before
    offices: str = ""  # the author's state, by its offices and forces
    papers: str = ""  # statements as subjects: who issued them speaks
    assemblies: str = ""  # those who met: the issuer of the text
    organs: str = ""  # bodies by their common nouns, with a capital: the Council
    crowds: str = ""  # givers without a name, each with the name that stands for them after `=`
    groups: str = ""  # groups of people as receivers, each with its English name after `=`
    backward: str = ""  # places named before: this region
    powers: str = ""  # forces and authorities that act for the country whose adjective stands beside them
    titles: str = ""  # nouns beside the adjective of the state that speaks
    agents: str = ""  # prepositions before the giver: from, through
    channels: str = ""  # prepositions before a state's own agency, which gives, or another body, which does not
    bearing: str = ""  # between a giver in a list and its sum: with
    undone: str = ""  # before a participle of giving that names a channel, no giver: to be delivered by
    gifts: str = ""  # nouns before "of" and the giver: contribution of
    relatives: str = ""  # relative pronouns between a sum and its giver: the sum that X pledged
    thats: str = ""  # what opens the clause of which somebody only speaks: that
    progressive: str = ""  # forms that promise where a gerund follows: will be
    respective: str = ""  # gives each of several its own figure: respectively
    verbs: str = ""  # little verbs after a name that is no giver of what follows: X will support
    wheres: str = ""  # relatives that stand for a place or an occasion: where
    passive: str = ""  # prepositions before the giver, after a participle of giving: by
    places: str = ""  # prepositions before what is no subject: in, to, for, against
    articles: str = ""  # what may stand between a preposition and a name
    conjoined: str = ""  # words that join the next figure, or the next name, to the one before
    plain: str = ""  # those of them that belong to neither: and
    definite: str = ""  # articles of what is counted elsewhere: the two countries
    pointing: str = ""  # pointing at a figure said before: these 500 people
    inside: str = ""  # prepositions before places that only locate: in ten towns
    likening: str = ""  # prepositions before a predicate: as the largest donor
    changing: str = ""  # between the ends of a change: from 10 to 20
    nobody: str = ""  # subjects that make the one compared with the first: no country
    comparing: str = ""  # before what a rank is told against: than
    converting: str = ""  # before a figure said again in another unit
    since: str = ""  # before the beginning of a period
    until: str = ""  # before its end
    versus: str = ""  # before a time with which another is compared: more than in
    gerunds: str = ""  # endings of verbs that have no subject of their own
    futures: str = ""  # endings of verbs in the future
    auxiliaries: str = ""  # what stands before a participle that is no adjective
    land: str = ""  # the country (ISO 3166-1) whose texts, of several named, are likelier its own
    plural: str = ""  # what makes an adjective of a country the name of its people


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """A language: its words as data.

    `code` is ISO 639-1; `function_words` tell the language of a text; `abbreviations` (without their full stop)
    do not end a sentence.
    """

    code: str
    name: str
    function_words: frozenset[str]
    abbreviations: frozenset[str] = frozenset()
    numbers: NumberWords = field(default_factory=NumberWords)
    calendar: CalendarWords = field(default_factory=CalendarWords)
    names: NameWords = field(default_factory=NameWords)
    speech: SpeechWords = field(default_factory=SpeechWords)
    claims: ClaimWords = field(default_factory=ClaimWords)
