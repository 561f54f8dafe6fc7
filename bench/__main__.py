"""`python -m bench [NAME [OPTIONS]]`: run the bench of that name, or all of them."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

NAMES = sorted(file.stem for file in Path(__file__).parent.glob("[!_]*.py"))


def main(asked: list[str]) -> int:
    """Run a bench with its options, or every bench; 2 where there is none of a name."""
    if asked and asked[0] not in NAMES:
        print(f"bench: no bench {asked[0]}; one of: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    for name in asked[:1] or NAMES:
        sys.argv = [f"bench {name}", *asked[1:]]
        import_module(f"bench.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
