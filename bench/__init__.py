"""Benches: speed beside peers, side by side in one run; `python -m bench NAME`."""
