"""A saved web page: what it says of itself in JSON-LD, OpenGraph and meta tags, and its main text.

The text is the page's own `articleBody` where it has a whole one, else what trafilatura finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from core import stamps
from core.model import Record, Reject
from core.sources import columns
from core.sources.decode import decode
from core.sources.files import File
from core.sources.limits import Unreadable, filled

#: Where pages say what: names of meta tags (`name`, `property` or `itemprop`), the surest first.
_META = {
    "title": ("og:title", "twitter:title", "headline", "dc.title", "title"),
    "published": (
        "article:published_time", "datepublished", "publishdate", "publish-date", "pubdate", "publication_date",
        "og:article:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date",
        "dcterms.created", "article.published", "article_date_original", "date",
    ),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "twitter:creator"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher", "copyright"),
    "url": ("og:url", "twitter:url"),
    "section": ("article:section", "parsely-section", "section"),
    "tags": ("keywords", "news_keywords", "article:tag", "parsely-tags"),
    "summary": ("og:description", "description", "twitter:description", "dc.description"),
}  # fmt: skip

#: The kinds of JSON-LD objects that are a story.
_STORY = re.compile(r"(?:\w+)?(?:Article|Posting)$")

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)

#: An `articleBody` shorter than this is a teaser.
_WHOLE_BODY = 400

#: A found text shorter than this share of the `articleBody` has lost paragraphs.
_MUCH_LESS = 0.6


def read(file: File, told: Mapping[str, str]) -> Iterator[Record | Reject]:
    """The one story of a saved page."""
    del told  # a page has no columns
    with file.open() as stream:
        data = filled(stream)
    yield record(file, data)


def record(file: File, data: bytes, facts: Mapping[str, object] | None = None) -> Record | Reject:
    """A page as a record. What a table beside the file says of it goes before what the page says; `facts` go last."""
    html, assumed = _decoded(data)
    said = facts_of(html)
    text = said.pop("text", None)
    if not isinstance(text, str) or not text.strip():
        raise Unreadable("no main text was found in the page; save the text as .txt")
    beside = columns.beside(file)
    facts_all = {**(facts or {}), **said, **beside, "text": text}
    made = columns.record(file.name, 0, facts_all, {role: role for role in columns.ROLES if role in facts_all})
    if isinstance(made, Reject):
        return Reject(file.name, None, made.reason)
    return columns.with_notes(made, assumed, item=str(beside["item"]) if "item" in beside else None)


def facts_of(html: str) -> dict[str, object]:
    """What a page says, by role: its text, and whatever its head says of itself."""
    from lxml import html as parser
    from lxml.etree import ParserError

    try:
        tree = parser.document_fromstring(html.encode(), parser=parser.HTMLParser(encoding="utf-8", no_network=True))
    except ParserError as error:
        raise Unreadable(f"is no HTML page: {error}") from error
    said: dict[str, object] = {}
    for found in (_linked_data(tree), _meta(tree), _elements(tree)):
        for role, value in found.items():
            said.setdefault(role, value)
    if site := said.get("outlet"):
        said["title"] = _without_site(str(said.get("title") or ""), str(site))
    said["text"] = _fuller(said.get("text"), html)
    said["title"] = _as_shown(str(said.get("title") or ""), said["text"])
    stamp = None if said.get("published") else _shown_stamp(tree, str(said["title"]))
    if stamp and said["text"] and stamp not in str(said["text"]):
        said["text"] = f"{stamp}\n{said['text']}"
    return {role: value for role, value in said.items() if value}


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The page as text, by the encoding that it names itself where its bytes agree."""
    if named := _CHARSET.search(data[:4096]):
        try:
            name = named[1].decode("ascii")
            html = data.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass
        else:
            return html, () if name.lower() in ("utf-8", "utf8") else (f"encoding {name.lower()}",)
    decoded = decode(data)
    return decoded.text, decoded.assumed


def _linked_data(tree: Any) -> dict[str, object]:
    """The first story among the page's JSON-LD objects."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = msgspec.json.decode((script.text or "").strip().encode("utf-8", "replace"), strict=False)
        except (msgspec.DecodeError, RecursionError):
            continue  # half of all pages write it wrongly; their meta tags stand in
        for node in _nodes(data):
            if any(_STORY.match(str(kind)) for kind in _listed(node.get("@type"))):
                return {
                    "title": node.get("headline") or node.get("name"),
                    "published": node.get("datePublished") or node.get("dateCreated"),
                    "author": [_name(author) for author in _listed(node.get("author"))],
                    "outlet": next((_name(who) for who in _listed(node.get("publisher"))), None),
                    "url": _address(node.get("mainEntityOfPage")) or node.get("url"),
                    "section": next(iter(_listed(node.get("articleSection"))), None),
                    "tags": node.get("keywords"),
                    "summary": node.get("description"),
                    "text": node.get("articleBody"),
                }
    return {}


def _nodes(data: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script: itself, those of its list, those of its graph."""
    if depth > 4:
        return
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"), depth + 1)
        yield from _nodes(data.get("mainEntity"), depth + 1)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _name(value: object) -> str | None:
    name = value.get("name") if isinstance(value, dict) else value
    return name if isinstance(name, str) and "://" not in name else None


def _address(value: object) -> str | None:
    address = value.get("@id") if isinstance(value, dict) else value
    return address if isinstance(address, str) and address.startswith("http") else None


def _meta(tree: Any) -> dict[str, object]:
    """What the meta tags say; of several of one name, the first, but all tags."""
    values: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        if content := (tag.get("content") or "").strip():
            values.setdefault(name.lower(), []).append(content)
    found: dict[str, object] = {}
    for role, names in _META.items():
        given = next((values[name] for name in names if name in values), None)
        if given and not (role == "author" and "://" in given[0]):
            found[role] = given if role == "tags" and len(given) > 1 else given[0]
    return found


def _elements(tree: Any) -> dict[str, object]:
    """What the page shows: its first heading, its marked day, its canonical address."""
    found: dict[str, object] = {}
    heading = next((node for node in tree.iter("h1") if _shown(node)), None)
    heading = heading if heading is not None else tree.find(".//title")
    if heading is not None:
        found["title"] = _shown(heading)
    times = [node for node in tree.iter("time") if node.get("datetime")]
    marked = [node for node in times if node.get("itemprop") == "datePublished" or node.get("pubdate") is not None]
    if marked or len(times) == 1:  # of several unmarked ones, most are of other stories
        found["published"] = (marked or times)[0].get("datetime")
    link = tree.find(".//link[@rel='canonical']")
    if link is not None and (link.get("href") or "").startswith("http"):
        found["url"] = link.get("href")
    return found


def _shown(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def _without_site(title: str, site: str) -> str:
    """A title without the outlet's name that pages put behind it: "عنوان | سكاي نيوز عربية"."""
    for mark in (" | ", " - ", " – ", " — ", " :: ", " » "):
        head, found, tail = title.rpartition(mark)
        if found and tail.strip() == site.strip():
            return head.strip()
    return title


#: A page shows when a story was published among so many elements from its headline on.
_NEAR = 40


def _shown_stamp(tree: Any, title: str) -> str | None:
    """The line near the headline that says when the story was published, which a search for the main text drops."""
    shown = [(node, _shown(node)) for node in tree.iter() if isinstance(node.tag, str) and node.tag not in _UNSEEN]
    heading = next((place for place, (node, text) in enumerate(shown) if title and text == title), None)
    if heading is None:
        return None
    for _, text in shown[heading + 1 : heading + 1 + _NEAR]:
        stamp = stamps.read(text)
        if stamp and any(day.expression.period for day in stamp.days):
            return text
    return None


_UNSEEN = frozenset({"script", "style", "title", "head", "meta", "link", "html", "body", "noscript"})


def _as_shown(title: str, text: object) -> str:
    """The title as the text's first lines show it, without a site's name that we do not know: "عنوان | موقع"."""
    start = str(text or "")[:600].split("\n")
    for mark in (" | ", " - ", " – ", " — "):
        head, found, _ = title.rpartition(mark)
        if found and head.strip() in map(str.strip, start):
            return head.strip()
    return title


def _fuller(body: object, html: str) -> str | None:
    """The story's text: its `articleBody` where that has paragraphs, or is much longer than what trafilatura finds."""
    own = body if isinstance(body, str) and len(body) >= _WHOLE_BODY else ""
    if "\n" in own:
        return own
    found = _main_text(html) or ""
    return (own if len(found) < _MUCH_LESS * len(own) else found) or (body if isinstance(body, str) else None)


def _main_text(html: str) -> str | None:
    """The main text by trafilatura, one paragraph a line."""
    import trafilatura

    text: str | None = trafilatura.extract(html, include_comments=False, include_tables=False, favor_precision=True)
    return text or trafilatura.extract(html, include_comments=False, include_tables=False)
