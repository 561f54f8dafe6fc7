"""Findings as W3C Web Annotations (Recommendation of 23 February 2017), one an annotation, in an annotation page.

Each targets the words of the claim twice: by a TextQuoteSelector (the words, with what stands before and after) and by
a TextPositionSelector (code points from the start of the text), sections 4.2.4 and 4.2.5 of the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from entente.model.finding import Finding
from entente.model.reading import Reading
from entente.reporting.phrases import phrase
from entente.reporting.terminal import result
from entente.text.say import say

__all__ = ["annotation_page"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of prefix and suffix

Item = dict[str, Any]


def annotation_page(reading: Reading, findings: Sequence[Finding], lang: str) -> Item:
    """An annotation page of the findings on a statement; bodies are in `lang`."""
    source = reading.statement.url or f"urn:entente:statement:{reading.statement.id or 'text'}"
    return {
        "@context": CONTEXT,
        "id": f"{source}#findings",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [_annotation(number, one, reading, source, lang) for number, one in enumerate(findings, 1)],
    }


def _annotation(number: int, finding: Finding, reading: Reading, source: str, lang: str) -> Item:
    words = f"{say(str(finding.verdict), lang)}. {result(finding, lang)}."
    if finding.reading:
        words += f" {say('reading: {words}', lang, words=phrase(finding.reading.answer.words, lang))}."
    return {
        "id": f"{source}#finding-{number}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "value": words, "format": "text/plain", "language": lang},
            {"type": "TextualBody", "value": str(finding.verdict), "purpose": "tagging"},
        ],
        "target": {"source": source, "selector": _selectors(finding, reading.statement.text)},
    }


def _selectors(finding: Finding, text: str) -> list[Item]:
    span = finding.quantity.span if finding.quantity else finding.claim.span
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.cut(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    return [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}]
