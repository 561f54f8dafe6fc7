"""The command line: what is asked, and who answers it."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from entente import __version__
from entente.cli.parser import Parser
from entente.errors import Fault, Unusable
from entente.text.say import LANGUAGES, say

__all__ = ["COMMANDS", "command", "main", "parser"]

COMMANDS = (
    "check", "read", "decide", "pull", "sources", "facts", "trace", "verify", "diff", "screen", "lists", "alarms",
    "forget", "serve",
)  # fmt: skip
FAULT = 2
INTERRUPTED = 130
YOUNG = 50_000  # objects made before garbage is looked for: looking at each 700 is a sixth of a start


def command(name: str) -> ModuleType:
    """The module of a command: its `SUMMARY`, `EXAMPLE`, `arguments` and `run`."""
    return importlib.import_module(f"entente.cli.{name}")


def tongue(argv: Sequence[str]) -> str:
    """The language Entente speaks: `--lang`, else `ENTENTE_LANG`, else the locale; English by default."""
    for here, word in enumerate(argv):
        if word == "--lang" and here + 1 < len(argv):
            return argv[here + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    for name in ("ENTENTE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "fr" if os.environ[name].startswith("fr") else "en"
    return "en"


def parser(name: str | None = None, lang: str = "en") -> Parser:
    """The parser of one command, or of the program, in English or French."""
    if name:
        module = command(name)
        made = Parser(f"entente {name}", say(module.SUMMARY, lang), module.EXAMPLE, lang)
        module.arguments(made)
        made.add_argument("--lang", choices=LANGUAGES, default=lang, help=say("the language Entente speaks", lang))
        return made
    about = say("Reads what an alliance says and checks it against what the open data show.", lang)
    made = Parser("entente", about, "entente check statement.txt --date 2015-06-03", lang)
    made.add_argument("--version", action="version", version=f"entente {__version__}", help=say("the version", lang))
    listed = "\n".join(f"  {each:<10} {say(command(each).SUMMARY, lang)}" for each in COMMANDS)
    made.add_argument("command", metavar=say("COMMAND", lang), help=say("what to do; one of those below", lang))
    made.epilog = f"{say('commands:', lang)}\n{listed}\n\n{made.epilog}"
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command: 0 all is well, 1 findings that need a person (with --strict), 2 a fault or a wrong call."""
    words = list(sys.argv[1:] if argv is None else argv)
    lang = tongue(words)
    gc.set_threshold(YOUNG)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's own threads: idle here, and none can be copied
    try:
        if lang not in LANGUAGES:
            raise Unusable("--lang", "Entente does not speak {name}", hint="one of: {names}", name=lang, names="en, fr")
        return _run(words, lang)
    except Fault as fault:
        print(fault.say(lang), file=sys.stderr)
        return fault.code
    except KeyboardInterrupt:
        print(say("interrupted; what was done is kept", lang), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else FAULT


def _run(words: list[str], lang: str) -> int:
    if not words or words[0] not in COMMANDS:
        if words and not words[0].startswith("-"):
            hint = "one of: {names}"
            raise Unusable("entente", "there is no command {name}", hint=hint, name=words[0], names=", ".join(COMMANDS))
        return int(parser(lang=lang).parse_args(words or ["--help"]) is None)
    options = parser(words[0], lang).parse_args(words[1:])
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    code = command(words[0]).run(options)
    sys.stdout.flush()
    return int(code)
