"""Web pages (HTML).

Reads: the press pages of governments and bodies: the main text without navigation, banners, footers and lists of other
    pages; title (`og:title`, `h1`, `title`), day of publication (JSON-LD, `article:published_time`, Dublin Core,
    `time`), language (`lang`), address (`canonical`, `og:url`). No-break spaces stay as they are.
Misses: what a script writes after loading; pages of many articles; text in images.
Origin: HTML (WHATWG), Open Graph, schema.org, DCMI Terms; parsed with selectolax.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from entente.errors import Unreadable
from entente.formats import Format
from entente.model.document import Document
from entente.text.days import written_day
from entente.text.encoding import decode, seems_text
from entente.text.late import Late

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from entente.text.hypertext import Element

_SIGNATURE = Late(r"<(?:!doctype html|html|head|body)[\s>]", re.IGNORECASE)
_MARKS = Late(r"</(?:p|div|h1|article|section|table|ul)>", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SILENT = frozenset(
    "script style noscript template svg iframe object video audio canvas nav form button select textarea dialog footer "
    "aside".split()
)
_ROLES = frozenset("navigation search dialog alertdialog menu contentinfo complementary".split())
_ASIDE = Late(  # words of classes and ids of what stands around a text
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|rgpd|tarteaucitron|breadcrumbs?|fil-ariane|ariane|share|sharing|social|partage|"
    r"related|connexes?|associes?|newsletter|subscribe|abonnement|sidebar|menu|navbar|navigation|pagination|pager|skip|"
    r"skiplink|skip-link|footer|comments?|tags?|toolbar|promo|advert|ads?|popup|modal|lang-switch|language-switcher|"
    r"screen-reader-text|visually-hidden|sr-only|read-more|a-lire-aussi|voir-aussi|see-also|latest)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LISTS = frozenset(["ul", "ol", "dl"])
_ROOTS = frozenset("articleBody main content main-content contenu".split())  # values of itemprop, role and id
_SHARE = 0.5  # of the page's own words that a part must hold to be the main text
_LINKED = 0.6  # of a list's words in links, beyond which it is a list of other pages
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "dc.date.created",
    "date",
    "pubdate",
    "publish-date",
    "publishdate",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "last-modified",
)


def _recognise(head: bytes) -> int:
    if not seems_text(head):
        return 0
    decoded = decode(head[:4096].rpartition(b">")[0] or head[:4096])
    start = decoded.text if decoded else ""
    if _SIGNATURE.search(start[:2048]):
        return 3
    return 2 if start.lstrip("\ufeff \n\r\t").startswith("<") and _MARKS.search(start) else 0


def _read(data: bytes, name: str) -> Document:
    from selectolax.lexbor import LexborHTMLParser

    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, declared=declared[1].decode("ascii", "replace") if declared else "")
    if decoded is None:
        raise Unreadable(name, "its encoding is unknown", hint="save the page as UTF-8")
    tree = LexborHTMLParser(decoded.text)
    told = _metadata(tree)
    day = _day(tree, told)
    language = _language(tree, told)
    url = _address(tree, told)
    text, heading = _text(tree)
    if not text:
        raise Unreadable(name, "the page holds no text", hint="save it from a browser, after its scripts have run")
    title = told.get("og:title") or heading or _content(tree, "title")
    return Document(text=text, title=title, date=day, language=language, url=url, encoding=decoded.encoding)


def _metadata(tree: LexborHTMLParser) -> dict[str, str]:
    """The page's `meta` elements: content by property or name, in small letters; the first of each counts."""
    told: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        key = node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop") or ""
        key = key or (node.attributes.get("http-equiv") or "")
        told.setdefault(key.lower(), (node.attributes.get("content") or "").strip())
    return told


def _day(tree: LexborHTMLParser, told: dict[str, str]) -> date | None:
    return next(filter(None, map(written_day, _days(tree, told))), None)


def _days(tree: LexborHTMLParser, told: dict[str, str]) -> Iterator[str]:
    """What may be the day of publication, the surest first."""
    for script in tree.css("script[type='application/ld+json']"):
        try:
            yield from _published(json.loads(script.text()), 0)
        except (ValueError, RecursionError):
            continue
    yield from (told[key] for key in _DATES[:-1] if key in told)
    for node in tree.css("[itemprop='datePublished'], article time[datetime], main time[datetime], time[datetime]"):
        yield node.attributes.get("datetime") or node.attributes.get("content") or ""
    yield told.get("last-modified", "")


def _published(value: Any, depth: int) -> Iterator[str]:
    """Every `datePublished` of a JSON-LD value."""
    if depth > 6:
        return
    if isinstance(value, dict):
        said = value.get("datePublished")
        if isinstance(said, str):
            yield said
        for inner in value.values():
            yield from _published(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _published(inner, depth + 1)


def _language(tree: LexborHTMLParser, told: dict[str, str]) -> str | None:
    root = tree.css_first("html[lang]")
    said = (root.attributes.get("lang") if root else "") or told.get("content-language") or told.get("og:locale") or ""
    code = said.strip()[:2].lower()
    return code if code.isalpha() else None


def _address(tree: LexborHTMLParser, told: dict[str, str]) -> str:
    link = tree.css_first("link[rel='canonical'][href]")
    return (link.attributes.get("href") if link else "") or told.get("og:url") or ""


def _content(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return " ".join(node.text().split()) if node else ""


def _text(tree: LexborHTMLParser) -> tuple[str, str]:
    """The main text, and its first heading."""
    from entente.text.hypertext import elements, lines

    body = tree.body
    if body is None:
        return "", ""
    found = elements(body, _silent)
    _leave_out(found)
    main = _main(found)
    skipped = {element.node.mem_id for element in found if not element.kept}
    headings = (" ".join(lines(element.node, skipped)) for element in found if element.tag == "h1" and element.kept)
    return "\n".join(lines(main.node, skipped)), next(filter(None, headings), "")


def _silent(node: LexborNode, tag: str) -> bool:
    """Whether an element never holds the page's text."""
    told = node.attributes
    return tag in _SILENT or "hidden" in told or told.get("aria-hidden") == "true" or told.get("role") in _ROLES


def _leave_out(found: list[Element]) -> None:
    """Mark what stands around the text; its words are taken off those of the elements around it."""
    whole = found[0].words
    place = 1
    while place < len(found):
        element = found[place]
        if element.kept and _is_around(element, found, place, whole):
            element.kept = False
            parent = element.parent
            while parent >= 0:
                found[parent].words -= element.words
                parent = found[parent].parent
        place = place + 1 if element.kept else element.last


def _is_around(element: Element, found: list[Element], place: int, whole: int) -> bool:
    """Whether an element is navigation, a banner, a notice or a list of other pages."""
    if element.words >= whole * _SHARE:
        return False
    told = element.node.attributes
    if _ASIDE.search(f"{told.get('class') or ''} {told.get('id') or ''}"):
        return True
    if element.tag in _LISTS:
        return element.linked > _LINKED * max(element.words, 1)
    parent = element.node.parent
    banner = told.get("role") == "banner" or (element.tag == "header" and parent is not None and parent.tag == "body")
    return banner and all(inner.tag != "h1" for inner in found[place : element.last])


def _main(found: list[Element]) -> Element:
    """The element that holds the main text: of those that are meant to, the one of most words, if it has enough."""
    meant = [element for element in found if element.kept and _is_meant(element)]
    best = max(meant, key=lambda element: element.words, default=found[0])
    return best if best.words >= _SHARE * found[0].words else found[0]


def _is_meant(element: Element) -> bool:
    told = element.node.attributes
    names = (told.get("itemprop"), told.get("role"), told.get("id"))
    return element.tag in ("article", "main") or not _ROOTS.isdisjoint(names)


FORMAT = Format(name="html", recognise=_recognise, read=_read)
