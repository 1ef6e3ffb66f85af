"""The quotations in the formats of other tools; one module for each, with a function ``write``.

``FORMATS`` is the table of them. Adding one is a module, a line here, and a round trip in ``tests/test_exports.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import NamedTuple

from quotes.model import InputError
from quotes.records import Record


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its records, as the formats take it."""

    doc_id: str
    text: str
    records: tuple[Record, ...]


class Format(NamedTuple):
    """Where a format's ``write`` stands, what it makes by default, whether it needs texts, and makes a folder.

    ``write`` takes articles where it needs text and records where not, and gives file names with bytes.
    """

    module: str
    output: str
    help: str
    texts: bool = True
    folder: bool = False


FORMATS: dict[str, Format] = {
    "csv": Format("quotes.exports.csv", "quotes.csv", "for spreadsheets", texts=False),
    "parquet": Format("quotes.exports.parquet", "quotes.parquet", "for data frames", texts=False),
    "conll": Format("quotes.exports.conll", "quotes.conll", "tokens with BIO tags for content, cue and source"),
    "conll-words": Format("quotes.exports.conll_words", "quotes.conll", "the same with underthesea's words"),
    "brat": Format("quotes.exports.brat", "brat", "standoff files, a pair for each article", folder=True),
    "labelstudio": Format("quotes.exports.labelstudio", "labelstudio", "tasks with predictions; labels", folder=True),
    "webannotation": Format("quotes.exports.webannotation", "quotes.jsonld", "W3C Web Annotation, JSON-LD"),
    "spacy": Format("quotes.exports.spacy", "quotes.spacy", "a DocBin with span groups (quotes[spacy])"),
}


def export(
    name: str,
    records: Iterable[Record],
    texts: Mapping[str, str] | None = None,
    watch: Callable[[Iterable[Annotated]], Iterable[Annotated]] = iter,
) -> Iterator[tuple[str, bytes]]:
    """The files of a format, each a name and its bytes; ``watch`` sees the articles go by, where the format takes any.

    Raises ``InputError`` where the format needs the articles' text and one is not given.

    >>> [name for name, _ in export("csv", [])]
    ['quotes.csv']
    """
    chosen = FORMATS[name]
    write = import_module(chosen.module).write
    yield from write(watch(annotated(records, texts)) if chosen.texts else records)


def annotated(records: Iterable[Record], texts: Mapping[str, str] | None) -> Iterator[Annotated]:
    """Articles with their records, in the order of ``texts``; those without a quotation are among them."""
    by_article: dict[str, list[Record]] = {}
    for record in records:
        by_article.setdefault(record["doc_id"], []).append(record)
    if texts is None or (missing := by_article.keys() - texts.keys()):
        which = "this format" if texts is None else f"article {min(missing)!r}"
        raise InputError(f"the text of {which} is needed; give --texts what `quotes extract` was given")
    for doc_id, text in texts.items():
        yield Annotated(doc_id, text, tuple(by_article.get(doc_id, ())))
