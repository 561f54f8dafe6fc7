"""`entente`, or `python -m entente`: the command line as a program of its own."""

import gc
import sys

from entente.cli import main

__all__ = ["run"]


def run() -> None:
    """Run a command and end; what is left in memory is not looked through for garbage once more."""
    code = main()
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    run()
