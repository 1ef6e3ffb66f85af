"""brat standoff: for each article the text and its annotations, and the configuration that shows them.

brat wants no line break within an annotation, so that a span over several lines has several fragments, and the words
beside it to be the fragments with a blank between. Its server cuts lines where ``str.splitlines`` does, takes what
follows the last full stop of a document's name for a kind of file, and shows none whose name begins with ``hidden_``.
Quotations may lie in one another: without ``<OVERLAP>`` in the configuration each would be shown as an error.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator

from quotes.exports import Annotated
from quotes.highlight import Part, parts
from quotes.model import Span
from quotes.records import Record

ANNOTATION = """\
[entities]
content
cue
source
[relations]
cued_by\tArg1:content, Arg2:cue
said_by\tArg1:content, Arg2:source
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
[events]
[attributes]
Type\tArg:content, Value:direct|indirect|mixed
Official\tArg:content
"""
VISUAL = """\
[labels]
[drawing]
SPAN_DEFAULT\tfgColor:black, borderColor:darken
ARC_DEFAULT\tcolor:black, arrowHead:triangle-5
content\tbgColor:#dbe9fb
cue\tbgColor:#fbe3c8
source\tbgColor:#d6f0d6
Official\tglyph:[official]
"""
RELATIONS: dict[Part, str] = {"cue": "cued_by", "source": "said_by"}
NOTED = ("id", "speaker", "speaker_kind", "role", "affiliation", "via", "date", "date_basis", "rule")


def write(articles: Iterable[Annotated]) -> Iterator[tuple[str, bytes]]:
    """``annotation.conf``, ``visual.conf``, and ``.txt`` and ``.ann`` for each article."""
    yield "annotation.conf", ANNOTATION.encode()
    yield "visual.conf", VISUAL.encode()
    for article in articles:
        name = file_name(article.doc_id)
        yield f"{name}.txt", article.text.encode()
        yield f"{name}.ann", "".join(f"{line}\n" for line in _lines(article)).encode()


def file_name(doc_id: str) -> str:
    """A name that any file system takes, and another one for every id.

    >>> file_name("vnexpress-2022"), file_name("a/b")
    ('vnexpress-2022', 'a_b-c14cddc033f6')
    """
    name = re.sub(r"[^\w-]+|^hidden(?=_)", "_", doc_id)[:80]
    return name if name and name == doc_id else f"{name}-{hashlib.sha256(doc_id.encode()).hexdigest()[:12]}"


def _lines(article: Annotated) -> Iterator[str]:
    names: dict[tuple[Part, tuple[Span, ...]], str] = {}
    number, relations, attributes = 1, 0, 0
    for note, record in enumerate(article.records, 1):
        mine: dict[Part, str] = {}
        for part, spans in _grouped(record).items():
            fragments = tuple(fragment for span in spans for fragment in _fragments(article.text, span))
            if not fragments:
                continue
            # Two records may share a source or cue; a content is its record's own, and carries its attributes.
            if part == "content" or (part, fragments) not in names:
                names[part, fragments] = f"T{number}"
                number += 1
                where = ";".join(f"{start} {end}" for start, end in fragments)
                words = " ".join(article.text[start:end] for start, end in fragments)
                yield f"{names[part, fragments]}\t{part} {where}\t{words}"
            mine[part] = names[part, fragments]
        if "content" not in mine:
            continue
        for part, relation in RELATIONS.items():
            if part in mine:
                relations += 1
                yield f"R{relations}\t{relation} Arg1:{mine['content']} Arg2:{mine[part]}"
        attributes += 1
        yield f"A{attributes}\tType {mine['content']} {record['quote_type']}"
        if record["official"]:
            attributes += 1
            yield f"A{attributes}\tOfficial {mine['content']}"
        facts = {key: record[key] for key in NOTED if record[key] is not None}
        told = re.sub("[\x85\u2028\u2029]", lambda m: f"\\u{ord(m[0]):04x}", json.dumps(facts, ensure_ascii=False))
        yield f"#{note}\tAnnotatorNotes {mine['content']}\t{told}"


def _grouped(record: Record) -> dict[Part, list[Span]]:
    found: dict[Part, list[Span]] = {}
    for part, span in parts(record):
        found.setdefault(part, []).append(span)
    return found


def _fragments(text: str, span: Span) -> Iterator[Span]:
    """The span without the line breaks in it, and without blanks beside them."""
    place = span.start
    for whole in text[span.start : span.end].splitlines(keepends=True):
        line = whole.strip()
        start = place + len(whole) - len(whole.lstrip())
        if line:
            yield Span(start, start + len(line))
        place += len(whole)
