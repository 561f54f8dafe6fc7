"""Scopes: what a claim's words leave open (which people, whose money, which plan), as things that facts can count."""
