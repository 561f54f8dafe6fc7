"""`python -m entente`: the command line."""

import sys

from entente.cli import main

if __name__ == "__main__":
    sys.exit(main())
