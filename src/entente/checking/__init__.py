"""Checking: claims held against facts."""
