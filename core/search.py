"""Full text over folded words: a question in words, the ids that answer it.

Spelling does not matter (harakat, أ/ا, ة/ه, ى/ي, digits of either kind), and a word is found with what may be written
on to its front: "الكرملين" finds "والكرملين", "للكرملين" and "بالكرملين".

    عقوبات روسيا        both words
    "الأمن القومي"      these words in this order
    عقوب*               words that begin so
    -النفط              not this word
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa

from core.arabic import bare, tokens

if TYPE_CHECKING:
    import tantivy

#: One piece of a question: a sign before it, then words in quotation marks or one word, then a star.
_PIECE = re.compile(r'(?P<minus>-)?(?:["«“”](?P<phrase>[^"«»“”]*)["»“”]?|(?P<word>[^\s"«»“”]+))')

#: What is written on to the front of a word: and/so, then with/like/for, then the article (which merges with "for").
_FRONT = "[وف]?(ال|بال|كال|لل|[بكل])?"
_ARTICLE = re.compile("^ال(?=...)")

#: More hits than this are cut off, best first.
MOST = 5_000_000


class Term(NamedTuple):
    """What a question asks of a text: these word forms in a row; `prefix` where the last may go on; `wanted` or not."""

    forms: tuple[str, ...]
    prefix: bool = False
    wanted: bool = True

    @property
    def patterns(self) -> tuple[str, ...]:
        """One regular expression a word, over folded forms. Only the first word takes what is written before it."""
        last = len(self.forms) - 1
        return tuple(
            _FRONT + _ARTICLE.sub("", re.escape(form)) + (".*" if self.prefix and n == last else "")
            for n, form in enumerate(self.forms)
        )


def parse(question: str) -> tuple[Term, ...]:
    """The terms of a question; empty where it holds no word.

    >>> parse('الكرملين "الأمن القومي" -نفط')[1]
    Term(forms=('الامن', 'القومي'), prefix=False, wanted=True)
    """
    return tuple(_terms(question))


def _terms(question: str) -> Iterator[Term]:
    for piece in _PIECE.finditer(question):
        said = piece["phrase"] if piece["phrase"] is not None else piece["word"]
        forms = tuple(form.lower() for form in words(said))
        if forms:
            yield Term(forms, piece["word"] is not None and said.endswith("*"), not piece["minus"])


def words(text: str) -> list[str]:
    """The words of a text as the index holds them: folded, lower case, without punctuation.

    >>> words("قال: «الحكومةُ»")
    ['قال', 'الحكومه']
    """
    return [token.form for token in tokens(text.lower()) if token.form[0].isalnum()]


def build(folder: Path, texts: Iterable[tuple[str, str]]) -> None:
    """Write a search index of these (id, text) pairs into `folder`, which must not exist yet."""
    builder = Builder(folder)
    for name, text in texts:
        builder.add(name, text)
    builder.close()


class Builder:
    """Writes a search index into `folder`, which must not exist yet, text by text; `close` makes it one to ask."""

    def __init__(self, folder: Path) -> None:
        import tantivy  # a page that asks nothing needs none of it

        folder.mkdir(parents=True)
        self._folder, self._document = folder, tantivy.Document
        index = tantivy.Index(_schema(), path=str(folder))
        self._writer: tantivy.IndexWriter | None = index.writer(heap_size=64_000_000, num_threads=1)
        self._ids: list[str] = []

    def add(self, name: str, text: str) -> None:
        """Take one text, to be found by its words under this id."""
        assert self._writer is not None, "closed"  # noqa: S101 - a mistake of the caller's
        document = self._document()
        document.add_unsigned("row", len(self._ids))
        document.add_text("words", bare(text))  # its words are those of `words`, cut by tantivy itself
        self._writer.add_document(document)
        self._ids.append(name)

    def close(self) -> None:
        """Finish what was begun; nothing can be added after."""
        if self._writer:
            self._writer.commit()
        self.stop()
        with pa.OSFile(str(self._folder / "ids.arrow"), "wb") as sink, pa.ipc.new_file(sink, _IDS) as out:
            out.write_table(pa.table({"id": pa.array(self._ids, pa.string())}))

    def stop(self) -> None:
        """End the threads that write in the folder, whether or not what they write was finished."""
        if self._writer:
            self._writer.wait_merging_threads()
        self._writer = None


_IDS = pa.schema([("id", pa.string())])


def _schema() -> tantivy.Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", fast=True)
    builder.add_text_field("words", tokenizer_name="default", index_option="position")
    return builder.build()


class Search:
    """A search index on disk. Safe to share between threads: nothing here changes after opening."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _index(self) -> tantivy.Index:
        import tantivy

        return tantivy.Index.open(str(self._folder))

    @cached_property
    def _ids(self) -> pa.Table:
        with pa.memory_map(str(self._folder / "ids.arrow")) as source:
            return pa.ipc.open_file(source).read_all()

    def hits(self, question: str) -> pa.Table:
        """The ids that answer `question`, best first, with their `score`; none where it holds no word."""
        query = self._query(parse(question))
        if query is None:
            return pa.table({"id": pa.array([], pa.string()), "score": pa.array([], pa.float64())})
        searcher = self._index.searcher()
        found = searcher.search(query, limit=min(MOST, max(searcher.num_docs, 1)), count=False).hits
        rows = searcher.fast_field_values("row", [address for _, address in found])
        return self._ids.take(pa.array(rows, pa.int64())).append_column(
            "score", pa.array([s for s, _ in found], pa.float64())
        )

    def _query(self, terms: tuple[Term, ...]) -> tantivy.Query | None:
        import tantivy

        schema = self._index.schema
        clauses = [
            (
                tantivy.Occur.Must if term.wanted else tantivy.Occur.MustNot,
                tantivy.Query.regex_query(schema, "words", term.patterns[0])
                if len(term.forms) == 1
                else tantivy.Query.regex_phrase_query(schema, "words", list(term.patterns)),
            )
            for term in terms
        ]
        if clauses and not any(term.wanted for term in terms):
            clauses.append((tantivy.Occur.Must, tantivy.Query.all_query()))
        return tantivy.Query.boolean_query(clauses) if clauses else None


def marks(text: str, question: str) -> list[tuple[int, int]]:
    """Where `text` holds the wanted words of `question`: whole words, as offsets into `text`.

    >>> marks("نفى الكرملين، وللكرملين رأي", "كرملين")
    [(4, 12), (14, 23)]
    """
    found: list[tuple[int, int]] = []
    spoken = [token for token in tokens(text) if token.form[0].isalnum()]
    for term in parse(question):
        if not term.wanted:
            continue
        patterns = [re.compile(pattern) for pattern in term.patterns]
        for n in range(len(spoken) - len(patterns) + 1):
            run = spoken[n : n + len(patterns)]
            if all(p.fullmatch(t.form.lower()) for p, t in zip(patterns, run, strict=True)):
                found.append((run[0].start, run[-1].end))
    return sorted(set(found))


def snippet(text: str, question: str, around: int = 80) -> str:
    """The passage of `text` about the first place that meets `question`, cut at words; else its beginning."""
    places = marks(text, question)
    first = places[0][0] if places else 0
    start, end = max(0, first - around), min(len(text), first + 2 * around)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return ("…" if start else "") + " ".join(text[start:end].split()) + ("…" if end < len(text) else "")
