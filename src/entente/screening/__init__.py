"""Screening: names against listings, to matches with their reasons."""
