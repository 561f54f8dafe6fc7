"""`entente serve`: a screening service in the shapes that the field's tools speak."""

from __future__ import annotations

import argparse
import gc
import logging
import sys
from pathlib import Path

from entente.errors import Unusable
from entente.text.say import say
from entente.workspace import Settings

SUMMARY = "screen over HTTP: the API of yente, and OpenRefine's"
EXAMPLE = "entente serve --port 8000"

# New objects before garbage is looked for, and such looks before older ones are: a look at 50,000, as suits a command
# that is soon done, keeps those who ask waiting for 25 ms.
YOUNG, OLDER, OLDEST = 1000, 10, 1000


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    lang = getattr(parser, "lang", "en")
    host = say("the address to listen on (127.0.0.1: this machine only)", lang)
    parser.add_argument("--host", default="127.0.0.1", metavar=say("ADDRESS", lang), help=host)
    parser.add_argument("--port", type=int, default=8000, metavar="PORT", help=say("the port to listen on", lang))
    watchlist = say("serve this file instead of the lists in hand; say it again for more", lang)
    parser.add_argument("--watchlist", metavar=say("FILE", lang), action="append", default=[], help=watchlist)
    anybody = say("listen to other machines although no key is set", lang)
    parser.add_argument("--anybody", action="store_true", help=anybody)
    openapi = say("print the OpenAPI document, and serve nothing", lang)
    parser.add_argument("--openapi", action="store_true", help=openapi)


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    try:
        from entente.web.app import OPERATIONS
        from entente.web.catalogue import edition
        from entente.web.openapi import document
        from entente.web.server import served, server
    except ImportError as missing:
        hint = "pip install 'entente[serve]'"
        raise Unusable("entente serve", "needs {name}", hint=hint, name=missing.name) from None
    if options.openapi:
        from entente.cli.inputs import write_json

        write_json(document(OPERATIONS))
        return 0
    settings, files = Settings.load(), [Path(file) for file in options.watchlist]
    edition(settings, files)  # a fault now, rather than a service that is never ready
    service = served(settings, files)
    made = server(service, options.host, options.port, anybody=options.anybody)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    gc.set_threshold(YOUNG, OLDER, OLDEST)
    made.run()
    return 0 if made.started else 2
