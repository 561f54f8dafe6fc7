"""A command line parser that speaks English and French and faults like the rest of the house."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

from entente.errors import Unusable
from entente.text.say import say

__all__ = ["Parser"]

# What argparse says of a wrong call, and the template that says it here.
_TROUBLE = (
    (r"the following arguments are required: (?P<names>.*)", "missing: {names}"),
    (r"unrecognized arguments: (?P<names>.*)", "not an option of this command: {names}"),
    (
        r"argument (?P<name>[^:]*): invalid choice: (?P<value>.*?) \(choose from (?P<names>.*)\)",
        "{name} takes one of {names}, not {value}",
    ),
    (r"argument (?P<name>[^:]*): expected .*", "{name} takes a value"),
    (r"argument (?P<name>[^:]*): not allowed with argument (?P<other>.*)", "{name} and {other} exclude each other"),
    (r"argument (?P<name>[^:]*): invalid \w+ value: (?P<value>.*)", "{name} cannot be {value}"),
    (r"ambiguous option: (?P<name>.*?) could match (?P<names>.*)", "{name} could be one of {names}"),
)


class _Layout(argparse.RawDescriptionHelpFormatter):
    """Help without a wrapped example, and with room for long options."""

    usage_title = "usage: "

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32, width=100)

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        """Begin the usage line in the language of the parser."""
        super().add_usage(usage, actions, groups, self.usage_title if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """The parser of a command; a wrong call raises `Unusable`."""

    def __init__(self, prog: str, summary: str, example: str, lang: str) -> None:
        """A parser that describes itself in a language, with an example of its use."""
        layout: Any = type("Layout", (_Layout,), {"usage_title": say("usage: ", lang)})
        epilog = f"{say('example:', lang)}\n  {example}"
        super().__init__(prog, description=summary, epilog=epilog, formatter_class=layout, add_help=False)
        self.lang = lang
        self._positionals.title = say("arguments", lang)
        self._optionals.title = say("options", lang)
        self.add_argument("-h", "--help", action="help", help=say("this help", lang))

    def error(self, message: str) -> NoReturn:
        """Raise a fault that says what is wrong with the call."""
        hint = "{prog} --help"
        for pattern, template in _TROUBLE:
            found = re.fullmatch(pattern, message)
            if found:
                raise Unusable(self.prog, template, hint=hint, prog=self.prog, **found.groupdict())
        raise Unusable(self.prog, "{message}", hint=hint, prog=self.prog, message=message)
