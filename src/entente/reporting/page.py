"""Findings as one self-contained HTML page: the statement on the left, findings and evidence on the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files

from entente.model.finding import ClaimReading, Evidence, Finding
from entente.model.reading import Reading
from entente.reporting.phrases import dating, phrase
from entente.reporting.terminal import evidence, found, result, tally
from entente.text.say import say

__all__ = ["page"]


def page(reading: Reading, findings: Sequence[Finding], lang: str) -> str:
    """An HTML page without any outside part: style inside, no script, no network."""
    statement = reading.statement
    title = statement.title or statement.id or say("statement", lang)
    marked = _marked(findings)
    return f"""<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Entente">
<title>{escape(title)}: {say("findings", lang)}</title>
<style>
{_style()}
</style>
</head>
<body>
<header>
<h1>{escape(title)}</h1>
<p class=day>{escape(dating(statement, lang))}</p>
<p>{escape(tally(findings, lang))}</p>
</header>
<main>
<article lang="{escape(statement.language)}" aria-label="{say("statement", lang)}">
{_statement(statement.text, marked, lang)}
</article>
<section aria-label="{say("findings", lang)}">
{"".join(_finding(number, each, marked, statement.text, lang) for number, each in enumerate(findings, 1))}
</section>
</main>
<footer><p>{say("Made by Entente. A finding shows its reasons; a person decides.", lang)}</p></footer>
</body>
</html>
"""


def _style() -> str:
    return files("entente.reporting").joinpath("page.css").read_text("utf-8")


def _marked(findings: Sequence[Finding]) -> dict[int, Finding]:
    """The findings that are marked in the text, by their number: of those whose words overlap the first."""
    shown: dict[int, Finding] = {}
    place = 0
    for number, finding in sorted(enumerate(findings, 1), key=lambda pair: (_mark(pair[1]), pair[0])):
        start, end = _mark(finding)
        if start >= place:
            shown[number] = finding
            place = end
    return shown


def _statement(text: str, marked: Mapping[int, Finding], lang: str) -> str:
    """The text as paragraphs, each checked figure (or claim without one) a link to its finding."""
    parts: list[str] = []
    place = 0
    for number, finding in marked.items():
        start, end = _mark(finding)
        label = f"{say('finding', lang)} {number}, {say(str(finding.verdict), lang)}"
        parts.append(escape(text[place:start]))
        words = escape(text[start:end]).replace("\n", " ")
        parts.append(
            f'<a class="mark {finding.verdict}" id="m{number}" href="#f{number}" aria-label="{words} ({label})">{words}'
            f"<sup aria-hidden=true>{number}</sup></a>"
        )
        place = end
    parts.append(escape(text[place:]))
    return "".join(f"<p>{line}</p>\n" for line in "".join(parts).split("\n") if line.strip())


def _mark(finding: Finding) -> tuple[int, int]:
    span = finding.quantity.span if finding.quantity else finding.claim.span
    return span.start, span.end


def _finding(number: int, finding: Finding, marked: Mapping[int, Finding], text: str, lang: str) -> str:
    start, end = _mark(finding)
    back = max(other for other, one in marked.items() if _mark(one)[0] <= start)
    verdict = finding.verdict
    return f"""<div class="finding {verdict}" id="f{number}" tabindex="-1">
<h2><a href="#m{back}" aria-label="{say("back to the statement", lang)}">{number}</a>
<q lang="und">{escape(text[start:end])}</q> <strong>{say(str(verdict), lang)}</strong></h2>
<p>{escape(result(finding, lang))}</p>
{"".join(_details(finding, lang))}
</div>
"""


def _details(finding: Finding, lang: str) -> Iterator[str]:
    for each in finding.readings[:1]:
        words = escape(phrase(each.answer.words, lang))
        yield f"<p>{say('reading: {words}', lang, words=words)}{_because(each, lang)}</p>\n"
        yield _evidence(each.answer.evidence, lang)
    if len(finding.readings) > 1:
        yield f"<details open><summary>{say('other readings', lang)}</summary><ul>"
        for each in finding.readings[1:]:
            value = found(each.answer.value, each.answer.ceiling, each.answer.unit, lang)
            words = escape(phrase(each.answer.words, lang))
            yield f'<li class="{each.verdict}">{words}; {escape(value)} '
            yield f"<strong>{say(str(each.verdict), lang)}</strong>{_because(each, lang)}"
            yield f"{_evidence(each.answer.evidence, lang)}</li>"
        yield "</ul></details>\n"
    yield from (f"<p class=note>{escape(phrase(note, lang))}</p>\n" for note in finding.notes)


def _because(each: ClaimReading, lang: str) -> str:
    words = each.answer.because
    return f" <small>{escape(say('chosen by the words “{words}”', lang, words=words))}</small>" if words else ""


def _evidence(rows: Sequence[Evidence], lang: str) -> str:
    listed = "".join(f"<li>{escape(evidence(row, lang))}</li>" for row in rows)
    return f"<ul class=evidence>{listed}</ul>\n" if listed else ""
