"""The words of news that persons' names hardly ever hold, for `core/knowledge/ordinary.yml`.

    python -m bench.ordinary ../shared/corpus/*.jsonl.gz

Counts, over some thousand articles of each file, how often a word stands in a person's name that Tasrih finds, known or
not. Only the words are kept, by their stems: what a proclitic makes of a listed word is not listed.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import textwrap
from collections import Counter
from pathlib import Path

from core import actors
from core.actors.tagging import LEXICON
from core.arabic import has_arabic, tokens
from core.knowledge import world
from core.knowledge.titles import TITLES
from core.model import Article, Document, Kind

#: Articles read of each file; in how many a word must stand; in what share of its places, at most, it is in a name.
ARTICLES, SPREAD, IN_NAMES = 5000, 15, 0.04


def main() -> None:
    known = world.load()
    spread, seen, named = Counter[str](), Counter[str](), Counter[str]()
    for path in map(Path, sys.argv[1:]):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            drawn = random.Random(11).sample(list(lines), ARTICLES)
        for text in (json.loads(line)["text"] for line in drawn):
            mentions = actors.find(Document(Article("a", path.name, text)), known).mentions
            people = [m for m in mentions if m.actor.kind is Kind.PERSON and m.how != "title"]
            inside = {at for m in people for at in range(m.start, m.end)}
            words = [token for token in tokens(text) if token.form.isalpha()]
            spread.update({word.form for word in words})
            seen.update(word.form for word in words)
            named.update(word.form for word in words if word.end - 1 in inside)
    found = {w for w, articles in spread.items() if articles >= SPREAD and named[w] < IN_NAMES * seen[w] and usable(w)}
    print("\n".join(textwrap.wrap(" ".join(sorted(w for w in found if not derived(w, found))), 118)))


def usable(word: str) -> bool:
    """True of an indefinite Arabic word of three letters or more that is no given name."""
    return (
        has_arabic(word)
        and len(word) > 2
        and not TITLES.is_definite(word)
        and word not in LEXICON.given | LEXICON.particles
    )


def derived(word: str, words: set[str]) -> bool:
    """True of a listed word behind a proclitic."""
    return any(word.startswith(c) and word[len(c) :] in words for c in TITLES.clitics)


if __name__ == "__main__":
    main()
