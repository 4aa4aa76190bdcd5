"""The punctuation that the rules look at."""

from __future__ import annotations

COMMAS = frozenset({"،", ","})
COLON = ":"
SEMICOLONS = frozenset({"؛", ";"})
QUOTES = frozenset({'"', "“", "”", "«", "»", "„", "‟", "'"})  # two apostrophes stand for one mark
STOPS = frozenset({".", "؟", "?", "!", "…"})
TRAILING = COMMAS | {".", "؛", ";", ":", "-", "…"}
JOINERS = frozenset({"-", "/", "'", "’", "#"})  # within names: "5+1", "أوباما-بوتين", "#الكرملين"
