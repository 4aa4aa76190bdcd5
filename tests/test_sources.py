"""Files in, records or rejects out."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import sources
from core.model import Basis, Period, Record, Reject
from core.sources import limits
from core.sources.columns import UnknownRole
from core.sources.days import published
from core.sources.decode import mended

BODY = "قال الوزير في بيان صدر من لندن إن المحادثات مع موسكو كانت مثمرة، وأضاف أن الوفدين سيلتقيان مطلع الشهر المقبل."
STORY = f"عنوان الخبر\n{BODY}"


def read(*paths: Path, **mapping: str) -> list[Record | Reject]:
    return list(sources.read(paths, mapping))


def one(path: Path, **mapping: str) -> Record:
    (record,) = read(path, **mapping)
    assert isinstance(record, Record), record
    return record


def reasons(*paths: Path) -> dict[str, str]:
    return {found.source_file: found.reason for found in read(*paths) if isinstance(found, Reject)}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6"])
def test_text_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(STORY.replace("،", ",").encode(encoding))
    record = one(tmp_path)
    assert record.text == STORY.replace("،", ",")
    assert record.assumed == (() if encoding.startswith("utf-8") else (f"encoding {encoding}",))


def test_lines_of_json_packed(tmp_path: Path) -> None:
    row = {"id": "x1", "title": "عنوان", "text": "نص", "date": "2018-05-26T23:30:00+04:00", "source": "BBC"}
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + '\n{broken\n\n[1]\n"bare"\n' + json.dumps({"text": None}) + "\n")
    first, *rejects = read(tmp_path)
    assert isinstance(first, Record)
    assert (first.source_file, first.item, first.outlet) == ("a.jsonl.gz", "x1", "BBC")
    assert first.published.on == date(2018, 5, 26)
    assert [found.item for found in rejects if isinstance(found, Reject)] == ["line 2", "4", "line 5", "6"]


def test_an_id_given_again_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text((json.dumps({"id": "7", "text": BODY}) + "\n") * 3, encoding="utf-8")
    assert [found.item for found in read(tmp_path)] == ["7", "7#2", "7#3"]


def test_entities_of_a_feed_are_not_expanded(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    feed = f'<!DOCTYPE r [<!ENTITY l0 "lol">{entities}]><rss><channel><item><title>&l9;</title></item></channel></rss>'
    (tmp_path / "a.xml").write_text(feed, encoding="utf-8")
    assert all("lollol" not in str(found) for found in read(tmp_path))


def test_a_damaged_line_is_read_and_noted(tmp_path: Path) -> None:
    line = json.dumps({"text": BODY}, ensure_ascii=False).encode()
    (tmp_path / "a.jsonl").write_bytes(line + b"\n" + line[:100] + b"\xff" + line[100:])
    whole, damaged = read(tmp_path)
    assert isinstance(whole, Record)
    assert isinstance(damaged, Record)
    assert (whole.assumed, damaged.assumed) == ((), ("unreadable bytes in the text",))


def test_json_array(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"articles": [{"body": BODY}, {"body": BODY}]}), encoding="utf-8")
    assert [found.item for found in read(tmp_path)] == ["1", "2"]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1256"])
def test_table_with_guessed_columns(tmp_path: Path, mark: str, encoding: str) -> None:
    rows = [
        ["Article_ID", "العنوان", "body", "Publish-Date", "المصدر"],
        ["7", "عنوان", f'"{BODY}\nسطر"', "2021-04-26", "الأناضول"],
    ]
    (tmp_path / "a.csv").write_bytes("\n".join(mark.join(row) for row in rows).encode(encoding))
    record = one(tmp_path)
    assert (record.item, record.title, record.outlet) == ("7", "عنوان", "الأناضول")
    assert record.text == f"{BODY}\nسطر"
    assert record.published.on == date(2021, 4, 26)


def test_columns_can_be_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"text,col2,when\nقصير,{BODY.replace(',', ' ')},2021-04-26\n", encoding="utf-8")
    record = one(tmp_path, text="col2", date="when")
    assert record.text == BODY
    assert record.published.on == date(2021, 4, 26)
    assert "has no column 'nix'; it has text, col2, when" in str(read(tmp_path, text="nix"))
    with pytest.raises(UnknownRole, match="no column can be colour"):
        read(tmp_path, colour="col2")


def test_parquet(tmp_path: Path) -> None:
    table = pa.table({"content": [BODY, None], "pubDate": [date(2021, 4, 26), None], "tags": [["أ", "ب"], None]})
    pq.write_table(table, tmp_path / "a.parquet")
    record, reject = read(tmp_path)
    assert isinstance(record, Record)
    assert (record.published.on, record.tags) == (date(2021, 4, 26), ("أ", "ب"))
    assert isinstance(reject, Reject)


PAGE = f"""<html><head><meta charset="{{charset}}"><title>عنوان - موقع الأخبار</title>
<meta property="og:title" content="عنوان الخبر - موقع الأخبار"><meta property="og:site_name" content="موقع الأخبار">
<meta property="article:published_time" content="2021-04-26T09:10:00+03:00"><meta name="author" content="سارة أحمد">
<meta property="og:description" content="ملخص"><meta name="keywords" content="روسيا, أميركا">
<link rel="canonical" href="https://example.com/a"></head><body><nav>الرئيسية</nav><article><h1>عنوان الخبر</h1>
<p>{BODY}</p><p>{BODY} ثانيا</p><p>{BODY} ثالثا</p></article><footer>حقوق النشر محفوظة</footer></body></html>"""


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("windows-1256", "cp1256")])
def test_web_page(tmp_path: Path, charset: str, encoding: str) -> None:
    (tmp_path / "a.html").write_bytes(PAGE.replace("{charset}", charset).encode(encoding))
    record = one(tmp_path)
    assert (record.title, record.outlet, record.author) == ("عنوان الخبر", "موقع الأخبار", "سارة أحمد")
    assert record.published.on == date(2021, 4, 26)
    assert (record.url, record.summary, record.tags) == ("https://example.com/a", "ملخص", ("روسيا", "أميركا"))
    assert record.text.count(BODY) == 3
    assert "حقوق" not in record.text


def test_web_page_with_linked_data(tmp_path: Path) -> None:
    body = "\n".join([BODY] * 4)
    story = {
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {
                "@type": ["NewsArticle"],
                "headline": "العنوان الأول",
                "datePublished": "2020-01-02",
                "author": [{"name": "علي"}],
                "publisher": {"name": "الأناضول"},
                "articleBody": body,
            },
        ]
    }
    script = "".join(f'<script type="application/ld+json">{data}</script>' for data in (json.dumps(story), "{bad"))
    (tmp_path / "a.htm").write_text(PAGE.replace("<head>", "<head>" + script), encoding="utf-8")
    record = one(tmp_path)
    assert (record.title, record.outlet, record.author) == ("العنوان الأول", "الأناضول", "علي")
    assert record.text == body
    assert record.published.on == date(2020, 1, 2)


RSS = f"""<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY e SYSTEM "file:///etc/passwd">]>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>قناة</title><item><title>أول &e;</title><link>https://example.com/1</link><guid>g1</guid>
<description>ملخص</description><content:encoded><![CDATA[<p>{BODY}</p>]]></content:encoded>
<pubDate>Mon, 26 Apr 2021 23:59:00 +0400</pubDate><dc:creator>علي</dc:creator>
<category>سياسة</category><category>روسيا</category></item><item><title>ثان</title><description>{BODY}</description></item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>قناة</title><entry><title>أول</title><id>x</id>
<link rel="self" href="https://example.com/self"/><link href="https://example.com/1"/><published>2021-04-26T01:00:00Z</published>
<author><name>علي</name></author><content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"""


def test_rss(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RSS, encoding="utf-8")
    first, second = read(tmp_path)
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert (first.item, first.url, first.outlet, first.author) == ("g1", "https://example.com/1", "قناة", "علي")
    assert (first.section, first.tags, first.summary) == ("سياسة", ("روسيا",), "ملخص")
    assert first.published.on == date(2021, 4, 26)
    assert BODY in first.text
    assert "root:" not in (first.title or "")
    assert (second.item, second.text, second.summary) == ("2", BODY, None)


def test_atom(tmp_path: Path) -> None:
    (tmp_path / "a.atom").write_text(ATOM, encoding="utf-8")
    record = one(tmp_path)
    assert (record.item, record.url, record.author) == ("x", "https://example.com/1", "علي")
    assert record.published.on == date(2021, 4, 26)
    assert BODY in record.text


def test_warc(tmp_path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    page = PAGE.replace("{charset}", "utf-8").replace("article:published_time", "x").encode()
    with (tmp_path / "a.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for address, kind, status in (
            ("p", "text/html", "200 OK"),
            ("i", "image/png", "200 OK"),
            ("m", "text/html", "404 No"),
        ):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
            record = writer.create_warc_record(
                f"https://example.com/{address}",
                "response",
                payload=io.BytesIO(page),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2021-05-01T00:00:00Z"},
            )
            writer.write_record(record)
    made = one(tmp_path)
    assert (made.item, made.url) == ("https://example.com/p", "https://example.com/a")
    assert made.published.period == Period(None, date(2021, 5, 1))


def zipped(name: str, content: str | bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, content)
    return held.getvalue()


def test_zip_and_what_is_wrong_in_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one/a.txt", STORY)
        archive.writestr("one/b.jsonl.gz", gzip.compress(json.dumps({"text": BODY}).encode()))
        archive.writestr("../evil.txt", STORY)
        archive.writestr("inner.zip", zipped("c.txt", STORY))
        archive.writestr("deeper.zip", zipped("inner.zip", zipped("d.txt", STORY)))
        archive.writestr("Thumbs.db", b"\0")
        archive.writestr("__MACOSX/x.txt", "x")
    found = {record.source_file: record for record in read(tmp_path)}
    assert isinstance(found["a.zip/one/a.txt"], Record)
    assert isinstance(found["a.zip/one/b.jsonl.gz"], Record)
    assert "points out of the archive" in str(found["a.zip/../evil.txt"])
    assert isinstance(found["a.zip/inner.zip/c.txt"], Record)
    assert "archives in an archive" in str(found["a.zip/deeper.zip/inner.zip"])
    assert len(found) == 5


def test_bombs_cost_no_more_than_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SMALL", 1 << 16)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"0" * (1 << 22)))
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b.txt", b"0" * (1 << 22))
    assert {name: "bomb" in reason for name, reason in reasons(tmp_path).items()} == {
        "a.jsonl.gz": True,
        "b.zip/b.txt": True,
    }


def test_table_beside_the_texts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "c.txt").write_text(STORY, encoding="utf-8")
    table = "file,date,outlet,url\na.txt,2021-04-26,الأناضول,https://x.com/1\nb.html,2020-01-01,,\nd.txt,,,\n"
    (tmp_path / "metadata.csv").write_text(table, encoding="utf-8")
    found = {record.source_file: record for record in read(tmp_path)}
    a, b, c = (found[name] for name in ("a.txt", "b.html", "c.txt"))
    assert isinstance(a, Record)
    assert isinstance(b, Record)
    assert isinstance(c, Record)
    assert (a.outlet, a.url, a.published.on, a.text) == ("الأناضول", "https://x.com/1", date(2021, 4, 26), STORY)
    assert (b.outlet, b.published.on) == ("موقع الأخبار", date(2020, 1, 1))
    assert (c.outlet, c.published.basis) == (None, Basis.NONE)
    assert "is not there" in str(found["d.txt"])
    assert "metadata.csv" not in found


def _long_line(path: Path) -> None:
    path.write_bytes(b"a" * (limits.MAX_DOCUMENT + 1))


@pytest.mark.parametrize(
    ("name", "fill", "reason"),
    [
        ("a.txt", lambda path: path.write_bytes(b""), "is empty"),
        ("a.txt", lambda path: path.write_bytes(bytes(range(256)) * 40), "binary"),
        ("a.txt", lambda path: path.write_bytes(bytes(range(128, 256)) * 40), "no encoding we read"),
        ("a.txt", _long_line, "longer than 10 MB"),
        ("a.pdf", lambda path: path.write_bytes(b"%PDF-1.4"), "is no kind of file we read"),
        ("a.csv", lambda path: path.write_bytes(b""), "is empty"),
        ("a.csv", lambda path: path.write_text("x,y\n1,2\n"), "no text column (columns: x, y)"),
        ("a.json", lambda path: path.write_text("{"), "is no JSON"),
        ("a.parquet", lambda path: path.write_bytes(b"PAR1 no"), "no Parquet file"),
        ("a.xml", lambda path: path.write_text("<html><p>x</p></html>"), "no RSS or Atom"),
        ("a.html", lambda path: path.write_text("<html><body></body></html>"), "no main text"),
        ("a.gz", lambda path: path.write_bytes(b"no gzip"), "damaged"),
        ("a.zip", lambda path: path.write_bytes(b"no zip"), "damaged"),
        ("a.warc", lambda path: path.write_bytes(b"no warc\r\n\r\n"), "WARC"),
    ],
)
def test_bad_input_is_a_reject_and_the_rest_is_read(
    tmp_path: Path, name: str, fill: Callable[[Path], object], reason: str
) -> None:
    fill(tmp_path / name)
    (tmp_path / "z.txt").write_text(STORY, encoding="utf-8")
    found = read(tmp_path)
    assert isinstance(found[-1], Record)
    assert isinstance(found[0], Reject)
    assert found[0].source_file == name
    assert reason in found[0].reason


def test_missing_empty_and_repeated_sources(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    assert "holds no file" in reasons(tmp_path / "empty")["empty"]
    assert "there is no file" in reasons(tmp_path / "nix.txt")["nix.txt"]
    assert len(read(tmp_path / "a.txt", tmp_path / "a.txt", tmp_path)) == 1


def test_a_line_too_long_is_passed_over(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.write(b'{"text": "' + b"a" * (20 << 20) + b'"}\n' + json.dumps({"text": BODY}).encode())
    first, second = read(tmp_path)
    assert isinstance(first, Reject)
    assert (first.item, isinstance(second, Record)) == ("line 1", True)
    assert "longer than 10 MB" in first.reason


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2018-05-26", Period.day(date(2018, 5, 26))),
        ("2018-05-26T23:59:00+04:00", Period.day(date(2018, 5, 26))),
        ("2018/5/6 10:00", Period.day(date(2018, 5, 6))),
        ("٢٠١٨-٠٥-٢٦", Period.day(date(2018, 5, 26))),
        ("20180526T120000Z", Period.day(date(2018, 5, 26))),
        ("Sat, 26 May 2018 23:59:00 GMT", Period.day(date(2018, 5, 26))),
        ("26 May 2018", Period.day(date(2018, 5, 26))),
        ("May 26, 2018 10:00 AM", Period.day(date(2018, 5, 26))),
        ("26/05/2018", Period.day(date(2018, 5, 26))),
        ("05/05/2018", Period.day(date(2018, 5, 5))),
        (1527292800, Period.day(date(2018, 5, 26))),
        ("1527292800000", Period.day(date(2018, 5, 26))),
        ("2018-05", Period(date(2018, 5, 1), date(2018, 5, 31))),
        ("2018", Period(date(2018, 1, 1), date(2018, 12, 31))),
        ("السبت 26 أيار/مايو 2018 - 10:30", Period.day(date(2018, 5, 26))),
        ("12 شعبان 1446 هـ", Period(date(2025, 2, 10), date(2025, 2, 12))),
        ("05/06/2018", Period()),  # two days to two readers
        ("2018-02-30", Period()),
        ("أمس", Period()),
        ("بين 3 مايو 2018 و5 مايو 2018", Period()),
        ("0001-01-01", Period()),
        ("1900-01-01", Period()),
        ("2999-01-01", Period()),
        (None, Period()),
        ("", Period()),
    ],
)
def test_day_of_metadata(value: object, wanted: Period) -> None:
    found, notes = published(value)
    assert found.period == wanted
    assert (found.basis is Basis.METADATA) == (wanted != Period())
    assert bool(notes) or wanted != Period() or not value


def test_the_documentation_lists_every_ending() -> None:
    said = Path("docs/sources.md").read_text(encoding="utf-8")
    assert [ending for ending in (*sources.READERS, ".zip", ".gz") if ending and f"`{ending}`" not in said] == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400), kind=st.sampled_from([*sources.READERS, ".gz", ".zip", ".jsonl.gz", ".txt.gz"]))
def test_any_bytes_are_records_or_rejects(tmp_path: Path, data: bytes, kind: str) -> None:
    (tmp_path / f"a{kind}").write_bytes(data)
    try:
        assert all(isinstance(found, Record | Reject) for found in read(tmp_path))
    finally:
        (tmp_path / f"a{kind}").unlink()


WRONGLY = f"تاريخ النشر: 26/04/2021\n{BODY}\n{BODY}"


@pytest.mark.parametrize(
    ("right", "wrong", "note"),
    [
        ("utf-8", "cp1256", "UTF-8 read as Windows-1256, put right"),
        ("cp1256", "latin-1", "cp1256 read as Latin-1, put right"),
        ("utf-8", "latin-1", "UTF-8 read as Latin-1, put right"),
    ],
)
def test_a_text_decoded_wrongly_before_it_came_is_put_right(tmp_path: Path, right: str, wrong: str, note: str) -> None:
    (tmp_path / "a.txt").write_text(WRONGLY.encode(right).decode(wrong), encoding="utf-8")
    record = one(tmp_path)
    assert (record.text, record.assumed) == (WRONGLY, (note,))


def test_only_the_lines_that_were_decoded_wrongly_are_put_right(tmp_path: Path) -> None:
    wrong = f"{BODY}\n{BODY}".encode().decode("cp1256")
    (tmp_path / "a.txt").write_text(f"عنوان الخبر\nتاريخ النشر: 26/04/2021\n{wrong}", encoding="utf-8")
    assert one(tmp_path).text == f"عنوان الخبر\nتاريخ النشر: 26/04/2021\n{BODY}\n{BODY}"
    (tmp_path / "a.txt").write_text(json.dumps({"text": wrong}), encoding="utf-8")
    (tmp_path / "a.txt").rename(tmp_path / "b.jsonl")
    assert one(tmp_path).text == f"{BODY}\n{BODY}"


def test_words_of_other_languages_are_not_taken_for_damage() -> None:
    for text in (
        "ظهر ظرف جديد طبعا، طال ظل الطريق",
        "L'été à Orléans, où l'élève préféré a été reçu très tôt",
        "",
        "12",
    ):
        assert mended(text) == (text, ())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "م,عنوان المقال,نص المقال,تاريخ,اسم الصحيفة\n1,عنوان,{body},26/04/2021,الأهرام\n"),
        ("a.csv", "sep=;\r\nnews_title;news_text;news_date;news_source\nعنوان;{body};2021-04-26;الأهرام\n"),
        ("a.tsv", "Headline\tArticle Body\tPublication Date\tPublisher\nعنوان\t{body}\t4/26/2021\tالأهرام\n"),
        (
            "a.jsonl",
            '{{"title":{{"rendered":"عنوان"}},"content":{{"rendered":"{body}"}},"date":{{"$date":"2021-04-26T10:20:00Z"}},'
            '"source":{{"id":null,"name":"الأهرام"}}}}',
        ),
        ("a.jsonl", '{{"headline":"عنوان","articleBody":"{body}","publishedAt":"2021-04-26","publisher":"الأهرام"}}'),
    ],
)
def test_columns_as_others_name_them(tmp_path: Path, name: str, content: str) -> None:
    body = BODY.replace("،", "")
    (tmp_path / name).write_text(content.format(body=body), encoding="utf-8")
    record = one(tmp_path)
    assert (record.title, record.text, record.outlet) == ("عنوان", body, "الأهرام")
    assert record.published.on == date(2021, 4, 26)


SHOWN = "<html><head><title>{title} | موقع</title></head><body><h1>{title}</h1><div>{stamp}</div>{story}</body></html>"


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a"])
def test_a_page_under_any_name_with_the_day_it_shows(tmp_path: Path, name: str) -> None:
    page = SHOWN.format(title="عنوان الخبر", stamp="نشر في: 26/04/2021 - 14:22", story=f"<p>{BODY}</p>" * 3)
    (tmp_path / name).write_text(page, encoding="utf-8")
    record = one(tmp_path)
    assert record.title == "عنوان الخبر"
    assert "نشر في: 26/04/2021 - 14:22" in record.text.split("\n")


def test_markdown(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# عنوان الخبر\n\n*26 أبريل 2021*\n\n{BODY}\n", encoding="utf-8")
    assert one(tmp_path).text == f"عنوان الخبر\n\n26 أبريل 2021\n\n{BODY}\n"
