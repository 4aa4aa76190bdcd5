"""Gold of our own on articles that are not ours: kept as offsets, put together again with the corpus.

    python -m bench.corpus_gold OUT          write OUT/<set>/sources and OUT/<set>/gold from tests/gold/corpus
    python -m bench.corpus_gold --pack SET GOLD_DIR SOURCE_DIR     the other way, for new gold

tests/gold/corpus/<set>.json holds what we annotated (by the gold's own guidelines, without a look at what Tasrih
finds): spans, values, names, topics, and the id of each article, but none of its text. The corpus is looked for beside
the repository, as the other gold is. Set `tuned` was looked at while rules were written; set `blind` was not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
PACKED = Path(__file__).parents[1] / "tests" / "gold" / "corpus"

Json = dict[str, Any]


def unpack(out: Path, corpus: Path = CORPUS) -> list[str]:
    """Write the sources and the gold of every set under `out`; the names of the sets.

    Raises FileNotFoundError where the corpus is absent, KeyError where it lacks an annotated article.
    """
    sets = sorted(PACKED.glob("*.json"))
    packed = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sets}
    wanted = {gold["id"] for golds in packed.values() for gold in golds}
    texts = {item: text for item, text in _texts(corpus) if item in wanted}
    for name, golds in packed.items():
        for kind in ("sources", "gold"):
            (out / name / kind).mkdir(parents=True, exist_ok=True)
        for gold in golds:
            source = texts[gold["id"]]
            whole = {"file": gold["file"], "articles": [_with_text(a, source) for a in gold["articles"]]}
            (out / name / "sources" / gold["file"]).write_text(source, encoding="utf-8")
            (out / name / "gold" / f"{Path(gold['file']).stem}.json").write_text(_written(whole), encoding="utf-8")
    return list(packed)


def pack(name: str, gold_dir: Path, source_dir: Path, corpus: Path = CORPUS) -> None:
    """Keep the gold in `gold_dir` as offsets, as the set `name`. ValueError where a source lacks a wording."""
    sources = {path.name: path.read_text(encoding="utf-8") for path in source_dir.glob("*.txt")}
    wanted = set(sources.values())
    ids = {text: item for item, text in _texts(corpus) if text in wanted}
    packed = []
    for path in sorted(gold_dir.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        source = sources[gold["file"]]
        articles = [_as_spans(article, source) for article in gold["articles"]]
        packed.append({"id": ids[source], "file": gold["file"], "articles": articles})
    lines = ",\n".join(json.dumps(gold, ensure_ascii=False, sort_keys=True) for gold in packed)
    PACKED.mkdir(parents=True, exist_ok=True)
    (PACKED / f"{name}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def _as_spans(article: Json, source: str) -> Json:
    """The article with a span for each wording it quotes, and without the reasons, which quote too."""
    published = {k: v for k, v in article["published"].items() if k != "why"}
    return _mapped(article | {"published": published}, lambda wording: _span(wording, source))


def _with_text(article: Json, source: str) -> Json:
    return _mapped(article, lambda span: source[slice(*span)])


def _mapped(article: Json, change: Callable[[Any], Any]) -> Json:
    """The article with its title and the wording of its dates and statements changed."""
    quoted = {key: [x | {"text": change(x["text"])} for x in article[key]] for key in ("dates", "statements")}
    return article | quoted | {"title": change(article["title"])}


def _span(wording: str, source: str) -> list[int]:
    """Where the wording stands; white space may differ."""
    found = re.search(r"\s+".join(map(re.escape, wording.split())), source)
    if found is None:
        raise ValueError(f"not in its source: {wording!r}")
    return list(found.span())


def _texts(corpus: Path) -> Iterator[tuple[str, str]]:
    """The id of each article of the corpus, and its title and text as one source."""
    files = sorted(corpus.glob("*.jsonl.gz"))
    if not files:
        raise FileNotFoundError(f"no *.jsonl.gz in {corpus}")
    for path in files:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                yield record["id"], f"{record['title']}\n{record['text']}"


def _written(gold: Json) -> str:
    return json.dumps(gold, ensure_ascii=False, indent=1)


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("out", nargs="?", type=Path)
    cli.add_argument("--pack", nargs=3, metavar=("SET", "GOLD_DIR", "SOURCE_DIR"))
    arguments = cli.parse_args()
    if arguments.pack:
        name, gold, sources = arguments.pack
        pack(name, Path(gold), Path(sources))
    elif arguments.out:
        print("wrote", ", ".join(unpack(arguments.out)))
    else:
        cli.error("say where to write, or --pack what")
    return 0


if __name__ == "__main__":
    sys.exit(main())
