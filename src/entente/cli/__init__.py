"""The command line."""

from entente.cli.main import main

__all__ = ["main"]
