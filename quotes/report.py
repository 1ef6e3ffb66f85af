"""The page that a person looks at: one HTML file with everything in it, which asks no network for anything.

The records go into the page as data, and its script draws what is in view: ten thousand quotations
stay usable. Nothing of an article is ever markup: the data is JSON with ``<``, ``>`` and ``&`` escaped,
the script sets text and never HTML, and the page's own policy lets nothing run or load but
the one script and the one style sheet whose hashes it names.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quotes.highlight import Part, Record, context_offset, segments
from quotes.model import METADATA

COLOURS = 12  # as many as report.css has; more would not be told apart
PARTS: tuple[Part, ...] = ("content", "cue", "source")
SHOWN = (
    "id", "speaker", "speaker_kind", "official", "role", "affiliation", "quote", "quote_type", "cue", "source", "via",
    "date", "date_basis", "rule", "speaker_rule", "confidence",
)  # fmt: skip


def render(
    records: Iterable[Record], texts: Mapping[str, str] | None = None, *, title: str = "Who said what, and when"
) -> str:
    """The report as one HTML document.

    ``records`` are records as ``quotes extract`` writes them. ``texts`` maps ``doc_id`` to an article's text, in
    which every quotation then stands highlighted; an article that is not there shows its records' contexts.

    >>> page = render([], title="Bản tin <tháng 1>")
    >>> "<title>Bản tin &lt;tháng 1&gt;</title>" in page
    True
    """
    environment = Environment(loader=PackageLoader("quotes"), autoescape=True, undefined=StrictUndefined)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":"), "allow_nan": False}
    # Ours as they are written, and the only text that is not escaped.
    style, script = (Markup(_source(environment, name)) for name in ("report.css", "report.js"))  # noqa: S704
    allowed = f"script-src {_hash(script)}; style-src {_hash(style)}"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    template = environment.get_template("report.html.j2")
    data = page_data(list(records), texts or {})
    page = template.render(title=title, policy=Markup(policy), style=style, script=script, data=data)  # noqa: S704
    # A lone surrogate can come out of an input's JSON escapes; it has no bytes.
    return page.encode("utf-8", "replace").decode("utf-8")


def page_data(records: Sequence[Record], texts: Mapping[str, str]) -> dict[str, Any]:
    """What the page's script reads: records, articles cut at their quotations, a colour for each speaker."""
    numbers: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        numbers.setdefault(record["doc_id"], []).append(number)
    order = dict.fromkeys([*texts, *numbers])
    return {
        "records": [{key: record[key] for key in SHOWN if record[key] is not None} for record in records],
        "articles": [_article(doc_id, numbers.get(doc_id, []), records, texts.get(doc_id)) for doc_id in order],
        "colours": colours(records),
    }


def colours(records: Iterable[Record]) -> dict[str, int]:
    """A colour for each speaker, such that those who share an article differ as far as colours go round.

    >>> colours([{"doc_id": "a", "speaker": s} for s in ("Lan", "Nam", "Lan", None)])
    {'Lan': 0, 'Nam': 1}
    """
    counts: Counter[str] = Counter()
    present: dict[str, set[str]] = {}
    for record in records:
        if (name := record["speaker"]) is not None:
            counts[name] += 1
            present.setdefault(name, set()).add(record["doc_id"])
    taken: dict[str, Counter[int]] = {}
    chosen: dict[str, int] = {}
    for rank, (name, _) in enumerate(counts.most_common()):
        near: Counter[int] = sum((taken.get(doc_id, Counter()) for doc_id in present[name]), Counter())
        chosen[name] = min(range(COLOURS), key=lambda c: (near[c], (c - rank) % COLOURS))
        for doc_id in present[name]:
            taken.setdefault(doc_id, Counter())[chosen[name]] += 1
    return chosen


def _article(doc_id: str, numbers: Sequence[int], records: Sequence[Record], whole: str | None) -> dict[str, Any]:
    about: Record = records[numbers[0]] if numbers else {}
    if whole is not None:
        passages = [_passage(whole, numbers, records, 0)]
    else:
        together: dict[tuple[str, int | None], list[int]] = {}
        for number in numbers:
            key = (records[number]["context"], context_offset(records[number]))
            together.setdefault(key, []).append(number)
        passages = [_passage(text, group, records, offset) for (text, offset), group in together.items()]
    return {
        "doc_id": doc_id,
        **{key: about[key] for key in METADATA if about.get(key)},
        "records": numbers,
        "whole": whole is not None,
        "passages": passages,
    }


def _passage(text: str, numbers: Sequence[int], records: Sequence[Record], offset: int | None) -> list[Any]:
    """Text in stretches: a string where nothing is marked, else [string, record, part, record, part, …]."""
    if offset is None:  # the quotation is not in its context: all of the context stands for it
        return [[text, *(value for number in numbers for value in (number, 0))]]
    cut = segments(text, [records[number] for number in numbers], offset)
    return [
        [text[s.start : s.end], *(v for mark in s.marks for v in (numbers[mark.record], PARTS.index(mark.part)))]
        if s.marks
        else text[s.start : s.end]
        for s in cut
    ]


def _source(environment: Environment, name: str) -> str:
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
