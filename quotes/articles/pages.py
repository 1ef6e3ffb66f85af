"""HTML pages: the article that trafilatura finds in one, and what the page itself declares about it.

The date is taken from JSON-LD and meta tags alone: a search of the whole page would take the day of the licence in
its footer for the article's. The only importer of trafilatura and lxml.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from quotes.articles.rows import MAX_BYTES, Item, Rejection, article_of
from quotes.model import InputError

_DATES = ("article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "date", "dc.date")


def page_article(path: Path) -> Item:
    """The article of an HTML file; its id is the file's name without the suffix."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return Rejection(str(path), None, path.stem, "unreadable", f"cannot be opened: {error.strerror}")
    if len(data) > MAX_BYTES:
        return Rejection(str(path), None, path.stem, "too-long", f"longer than {MAX_BYTES:,} bytes; is it one page?")
    row = {"doc_id": path.stem, **_read(data)}
    if not row["text"]:
        return Rejection(str(path), None, path.stem, "no-text", "no article can be made out in the page")
    return article_of(row, str(path))


def _read(data: bytes) -> dict[str, str | None]:
    try:
        from trafilatura import bare_extraction
        from trafilatura.utils import load_html
    except ImportError as error:
        raise InputError("to read HTML, install trafilatura: pip install 'quotes[html]'") from error
    tree = load_html(data)
    if tree is None:
        return {"text": None}
    published = next(_dates(tree), None)  # before trafilatura, which takes the tree apart
    page: Any = bare_extraction(tree, with_metadata=True, include_comments=False, include_tables=False)
    if page is None:
        return {"text": None}
    return {"text": page.text, "title": page.title, "published": published, "outlet": page.sitename, "url": page.url}


def _dates(tree: Any) -> Iterator[str]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        with suppress(ValueError, RecursionError):  # pages often carry broken JSON-LD
            yield from list(_published(json.loads(script.text or "")))
    tags = list(tree.iterfind(".//meta[@content]"))
    for name in _DATES:
        for tag in tags:
            named = (tag.get("property"), tag.get("name"), tag.get("itemprop"))
            if name in (n.lower() for n in named if n) and tag.get("content").strip():
                yield tag.get("content").strip()


def _published(declared: Any) -> Iterator[str]:
    """Every ``datePublished`` in a JSON-LD value, outer ones first."""
    if isinstance(declared, dict):
        if isinstance(day := declared.get("datePublished"), str) and day.strip():
            yield day.strip()
        declared = list(declared.values())
    if isinstance(declared, list):
        for value in declared:
            yield from _published(value)
