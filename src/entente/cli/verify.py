"""`entente verify`: proves that nothing in the record and its files was altered."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from entente.cli.inputs import write_json
from entente.cli.progress import progress
from entente.text.say import say
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.ledger.verify import Damage, Verified

SUMMARY = "prove that nothing in the record and its files was altered"
EXAMPLE = "entente verify"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    lang = getattr(parser, "lang", "en")
    root = say("a root that an earlier run told: it must still be in the record", lang)
    parser.add_argument("--root", metavar="ROOT", default="", help=root)
    parser.add_argument("--json", action="store_true", help=say("one JSON object", lang))


def run(options: argparse.Namespace) -> int:
    """Verify the record and the files of the home; 1 where something is not as it was recorded."""
    from entente.ledger.verify import verify

    house = Workspace()
    kept = house.kept if house.keeping else None
    with progress(size(house.home), say("verifying", options.lang)) as step:
        verified = verify(house.home, house.record, root=options.root, step=step, kept=kept)
    if options.json:
        damages = [{"place": each.place, "what": told(each, options.lang)} for each in verified.damages]
        write_json({**asdict(verified), "damages": damages})
    else:
        print("\n".join(lines(verified, options.lang)))
    return int(bool(verified.damages))


def size(home: Path) -> int:
    """The bytes of the files to verify."""
    return sum(
        path.stat().st_size for part in ("snapshots", "facts") for path in (home / part).rglob("*") if path.is_file()
    )


def lines(verified: Verified, lang: str) -> Iterator[str]:
    """What was verified, line by line."""
    for each in verified.damages:
        yield say("{place}: {what}", lang, place=each.place, what=told(each, lang))
    for name in verified.leftovers:
        yield say("{name}: no entry names it; an interrupted pull leaves such a file", lang, name=name)
    counts = {"entries": verified.entries, "batches": verified.batches, "files": verified.files}
    yield say("verified: {entries} entries in {batches} batches, {files} files", lang, **counts)
    if verified.damages:
        yield say("not as recorded: {count}", lang, count=len(verified.damages))
    else:
        yield say("nothing was altered", lang)
    if verified.root:
        yield say("root: {root}", lang, root=verified.root)


def told(damage: Damage, lang: str) -> str:
    """What is wrong, in words."""
    return say(damage.what.template, lang, **dict(damage.what.values))
