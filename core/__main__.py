"""The command line: `python -m core --help`."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from core import explain, export, pipeline, queries, sources
from core.actors import agreement, ner_camel
from core.export import Format
from core.filters import Filters
from core.knowledge import world
from core.knowledge.loading import KnowledgeError, fingerprint
from core.model import Act, Mode
from core.sources.columns import UnknownRole
from core.store import Store, StoreError
from core.writing import writing

#: Exit status: all went well; something was set aside, and said so; the command cannot be done as given.
OK, REJECTED, WRONG = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit status."""
    arguments = _parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
    except (StoreError, KnowledgeError, UnknownRole, ner_camel.NotInstalled, pipeline.WorkerDied) as error:
        print(f"tasrih: {error}", file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        print("tasrih: stopped; nothing was changed", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        sys.stderr.close()
        return OK
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m core",
        description="Arabic news in, who said what and when out.",
        epilog="Each command explains itself: python -m core COMMAND --help",
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _index(commands)
    _export(commands)
    _info(commands)
    _explain(commands)
    _review(commands)
    return parser


if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]


def _command(commands: Commands, name: str, summary: str, examples: str) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=f"examples:\n{examples}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


# --- index ------------------------------------------------------------------------------------------------------------

#: Below this many bytes of sources, starting further processes takes longer than it saves.
WORTH_A_POOL = 5_000_000


def _index(commands: Commands) -> None:
    parser = _command(
        commands,
        "index",
        "read articles and make an index of them",
        "  python -m core index seeds --out build/seeds\n"
        "  python -m core index archive/2024 more.jsonl.gz --out build/archive --workers 4\n"
        "  python -m core index table.csv --map text=body,date=published --out build/table\n"
        "  python -m core index today --add --out build/archive",
    )
    parser.add_argument("sources", type=Path, nargs="+", metavar="SOURCE", help="a file, or a folder of files")
    parser.add_argument("--out", type=Path, required=True, metavar="INDEX", help="the folder to keep the index in")
    parser.add_argument("--add", action="store_true", help="keep what INDEX holds; replace only what is read anew")
    parser.add_argument(
        "--map", type=_mapping, default={}, metavar="ROLE=COLUMN,…", help="which column of a table holds what"
    )
    parser.add_argument("--actors", type=Path, metavar="FILE", help="your own actors (YAML), on top of the known ones")
    parser.add_argument(
        "--ner",
        choices=("own", "camel"),
        default="own",
        help="camel: camel-tools' recogniser too, where it is installed",
    )
    parser.add_argument("--workers", type=_workers, metavar="N", help="processes; by default as many as pay")
    parser.set_defaults(run=_run_index)


def _run_index(arguments: argparse.Namespace) -> int:
    began = time.perf_counter()
    if missing := [str(path) for path in arguments.sources if not path.exists()]:
        raise StoreError(f"no such file or folder: {', '.join(missing)}")
    workers = arguments.workers or _worth(arguments.sources)
    recogniser = ner_camel.load() if arguments.ner == "camel" else None
    with writing(arguments.out) as writer:
        records = sources.read(arguments.sources, arguments.map)
        for batch in _progress(pipeline.run(records, arguments.actors, workers, recogniser)):
            writer.add(batch.tables, batch.actors, batch.assumed)
        if arguments.add and (arguments.out / "index.json").exists():
            writer.keep(Store(arguments.out))
        extra = (arguments.actors,) if arguments.actors else ()
        told_again = writer.tellings.marked()
        agreed = agreement.settle(writer.met()) | agreement.labels(writer.spelt(), world.load(arguments.actors))
        writer.publish((str(path) for path in arguments.sources), fingerprint(*extra), told_again, agreed)
    return _summary(arguments.out, time.perf_counter() - began)


def _summary(out: Path, seconds: float) -> int:
    """Say what the index now holds and, on the error output, what was set aside."""
    store = Store(out)
    rows = store.manifest.rows
    counts = ", ".join(f"{rows[name]:,} {name}" for name in ("articles", "statements", "rejects"))
    print(f"{out}: {counts} in {seconds:.1f} s")
    if not rows["rejects"]:
        return OK
    for _, row in queries.table(store, "rejects", limit=SHOWN).iterrows():
        where = row["source_file"] if row["item"] != row["item"] else f"{row['source_file']} ({row['item']})"
        print(f"rejected: {where}: {row['reason']}", file=sys.stderr)
    if rows["rejects"] > SHOWN:
        print(f"… {rows['rejects'] - SHOWN:,} more: python -m core export {out} rejects", file=sys.stderr)
    return REJECTED


#: So many rejects are told; the rest stand in the table.
SHOWN = 10


def _progress(batches: Iterator[pipeline.Batch]) -> Iterator[pipeline.Batch]:
    """The batches, with a bar on a terminal."""
    from tqdm import tqdm

    with tqdm(unit=" records", disable=not sys.stderr.isatty(), leave=False) as bar:
        for batch in batches:
            bar.update(batch.records)
            yield batch


def _worth(paths: list[Path]) -> int:
    """How many processes pay for these sources."""
    files = (file for path in paths for file in (path.rglob("*") if path.is_dir() else (path,)))
    size = sum(file.stat().st_size for file in files if file.is_file())
    return (os.cpu_count() or 1) if size > WORTH_A_POOL else 1


def _mapping(text: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in text.split(",")]
    if not all(role and column for role, _, column in pairs):
        raise argparse.ArgumentTypeError(f"{text!r} is no mapping; write it as text=body,date=published")
    return {role.strip(): column.strip() for role, _, column in pairs}


def _workers(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; write 1 or more")
    return int(text)


# --- export -----------------------------------------------------------------------------------------------------------


def _export(commands: Commands) -> None:
    parser = _command(
        commands,
        "export",
        "write one table of an index, or what passes the filters, as a file",
        "  python -m core export build/seeds statements --out statements.csv\n"
        "  python -m core export build/seeds articles --format parquet --out articles.parquet\n"
        "  python -m core export build/seeds statements --speaker dmitry-peskov --from 2024-01-01 --format jsonl\n"
        "  python -m core export build/seeds articles --text '\"الأمن القومي\" -النفط'",
    )
    parser.add_argument("index", type=Path, metavar="INDEX")
    parser.add_argument("table", choices=list(queries.TABLES), metavar="TABLE", help=", ".join(queries.TABLES))
    parser.add_argument("--format", type=Format, choices=list(Format), help="by default as --out is named, else csv")
    parser.add_argument("--out", type=Path, metavar="FILE", help="by default the standard output (not for parquet)")
    filters = parser.add_argument_group("filters", "given twice, an option means either; different ones mean both")
    for name, meaning in (
        ("actor", "the id of an actor who is named (for statements: who speaks or is spoken of)"),
        ("speaker", "the id of a speaker"),
        ("topic", "the id of a topic"),
        ("outlet", "the name of an outlet"),
    ):
        filters.add_argument(f"--{name}", action="append", default=[], metavar=name.upper(), help=meaning)
    filters.add_argument("--act", action="append", default=[], choices=[a.value for a in Act], metavar="ACT")
    filters.add_argument("--mode", action="append", default=[], choices=[m.value for m in Mode])
    filters.add_argument("--from", dest="date_from", type=_day, metavar="DAY", help="as 2024-03-31")
    filters.add_argument("--to", dest="date_to", type=_day, metavar="DAY", help="as 2024-03-31; inclusive")
    filters.add_argument("--undated", action="store_true", help="with --from or --to: also what has no certain span")
    filters.add_argument("--text", help='words; "words in order"; begin*; -without')
    filters.add_argument("--hide-duplicates", action="store_true", help="leave out articles that repeat an earlier one")
    parser.set_defaults(run=_run_export)


def _run_export(arguments: argparse.Namespace) -> int:
    form = arguments.format or _format_of(arguments.out)
    if form is Format.PARQUET and arguments.out is None:
        raise StoreError("parquet is no text for the screen; name a file with --out FILE")
    store = Store(arguments.index)
    content = export.table_bytes(arguments.table, queries.table(store, arguments.table, _filters(arguments)), form)
    if arguments.out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return OK
    try:
        arguments.out.write_bytes(content)
    except OSError as error:
        raise StoreError(f"{arguments.out}: cannot be written ({error.strerror})") from error
    return OK


def _format_of(out: Path | None) -> Format:
    """What the name of the file asks for; CSV where it asks for nothing we know."""
    suffix = out.suffix.removeprefix(".").lower() if out else ""
    return Format(suffix) if suffix in set(Format) else Format.CSV


def _filters(arguments: argparse.Namespace) -> Filters:
    return Filters(
        date_from=arguments.date_from,
        date_to=arguments.date_to,
        undated=arguments.undated,
        actors=tuple(arguments.actor),
        speakers=tuple(arguments.speaker),
        topics=tuple(arguments.topic),
        outlets=tuple(arguments.outlet),
        acts=tuple(arguments.act),
        modes=tuple(arguments.mode),
        text=arguments.text,
        hide_duplicates=arguments.hide_duplicates,
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2024-03-31") from None


# --- info -------------------------------------------------------------------------------------------------------------


def _info(commands: Commands) -> None:
    parser = _command(commands, "info", "say what an index holds", "  python -m core info build/seeds")
    parser.add_argument("index", type=Path, metavar="INDEX")
    parser.set_defaults(run=_run_info)


def _run_info(arguments: argparse.Namespace) -> int:
    store = Store(arguments.index)
    manifest = store.manifest
    row = queries.overview(store).iloc[0]
    span = "unknown" if row["first"] != row["first"] else f"{row['first']:%Y-%m-%d} to {row['last']:%Y-%m-%d}"
    lines = {
        "index": str(arguments.index),
        "built": f"{manifest.built}, edition {manifest.edition}",
        "sources": ", ".join(manifest.sources),
        **{name: f"{count:,}" for name, count in manifest.rows.items() if name != "assumed"},
        "dated": f"{row['on_day']:,} to the day, {row['interval']:,} to an interval, {row['undated']:,} open-ended",
        "days": span,
        "outlets": f"{row['outlets']:,}",
        "speakers": f"{row['speakers']:,} named; {row['unnamed']:,} statements of nobody we could name",
        "duplicates": f"{row['duplicates']:,}",
        "assumed": f"{manifest.rows['assumed']:,} notes on how sources were read",
    }
    for name, value in lines.items():
        print(f"{name:<12}{value}")
    for note in queries.rows(queries.assumed(store, SHOWN)):
        print(f"{'':<12}{note.note}: {note.records:,} records of {note.files:,} files")
    return OK


# --- explain, review --------------------------------------------------------------------------------------------------


def _explain(commands: Commands) -> None:
    parser = _command(
        commands,
        "explain",
        "show how an article was dated, its actors resolved and its sentences read",
        "  python -m core explain build/seeds 3f2a9c1b7d5e8f04\n"
        "  python -m core export build/seeds articles | cut -d, -f1,2     # the ids",
    )
    parser.add_argument("index", type=Path, metavar="INDEX")
    parser.add_argument("article_id", metavar="ARTICLE_ID")
    parser.add_argument("--actors", type=Path, metavar="FILE", help="your own actors, as for `index`")
    parser.set_defaults(run=_run_explain)


def _run_explain(arguments: argparse.Namespace) -> int:
    for line in explain.explain(Store(arguments.index), arguments.article_id, world.load(arguments.actors)):
        print(line)
    return OK


def _review(commands: Commands) -> None:
    parser = _command(
        commands,
        "review",
        "list what the knowledge does not cover: unknown names, and sentences with a cue and no statement",
        "  python -m core review build/seeds --names 50 --articles 0     # names alone\n"
        "  python -m core review build/archive --names 0 --articles 500",
    )
    parser.add_argument("index", type=Path, metavar="INDEX")
    parser.add_argument("--names", type=int, default=30, metavar="N", help="so many names, the most frequent first")
    parser.add_argument("--articles", type=int, default=100, metavar="N", help="sentences of the newest N articles")
    parser.add_argument("--actors", type=Path, metavar="FILE", help="your own actors, as for `index`")
    parser.set_defaults(run=_run_review)


def _run_review(arguments: argparse.Namespace) -> int:
    store = Store(arguments.index)
    print("NAMES: articles, kind, name, as written, an article")
    for row in queries.rows(queries.unknown_actors(store, limit=arguments.names)):
        print(f"{row.articles:>8,}  {row.kind}  {row.actor}  ({'، '.join(row.surfaces)})  {row.example}")
    print("\nSENTENCES: article, cues, sentence")
    for article_id, read in explain.unread(store, world.load(arguments.actors), arguments.articles):
        print(f"{article_id}  {'، '.join(read.unread)}  |  {' '.join(read.text.split())}")
    return OK


if __name__ == "__main__":
    sys.exit(main())
