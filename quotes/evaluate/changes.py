"""Gains and losses between two outputs: what a change of the rules did to real articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from quotes.evaluate.pairing import Tokens, best_pairs, overlaps

Record = Mapping[str, Any]
# The id follows the place, and the context follows the quotation.
_FOLLOW = frozenset({"id", "context", "schema_version"})


@dataclass(frozen=True, slots=True)
class Change:
    """A quotation that only the new output has (a gain), only the old one (a loss), or that differs in ``fields``."""

    old: Record | None
    new: Record | None
    fields: tuple[str, ...] = ()

    @property
    def what(self) -> str:
        """``gain``, ``loss`` or ``changed``."""
        return "gain" if self.old is None else "loss" if self.new is None else "changed"


def changes(old: Iterable[Record], new: Iterable[Record]) -> Iterator[Change]:
    """The differences of two outputs, by article and place.

    Of each article the quotations are paired for the highest summed overlap of their spans; what overlaps by
    less than half is a loss and a gain.

    >>> one = {"doc_id": "a", "quote_spans": [{"start": 0, "end": 9}], "speaker": "Nga"}
    >>> [(c.what, c.fields) for c in changes([one], [one | {"speaker": "Mỹ"}])]
    [('changed', ('speaker',))]
    """
    before, after = _by_article(old), _by_article(new)
    for doc_id in dict.fromkeys(chain(before, after)):
        found = _article(before.get(doc_id, []), after.get(doc_id, []))
        yield from sorted(found, key=_place)


def _by_article(records: Iterable[Record]) -> dict[str, list[Record]]:
    articles: dict[str, list[Record]] = {}
    for record in records:
        articles.setdefault(record["doc_id"], []).append(record)
    return articles


def _article(old: list[Record], new: list[Record]) -> Iterator[Change]:
    # Characters serve where word tokens would need the text: only same or not the same is asked.
    shared = overlaps([_characters(r) for r in old], [_characters(r) for r in new])
    close = {pair: weight for pair, weight in shared.items() if weight >= 0.5}
    pairs = best_pairs(close, len(old), len(new))
    for i, j in pairs:
        names = dict.fromkeys(chain(old[i], new[j]))
        if fields := tuple(n for n in names if n not in _FOLLOW and old[i].get(n) != new[j].get(n)):
            yield Change(old[i], new[j], fields)
    yield from (Change(record, None) for i, record in enumerate(old) if i not in {i for i, _ in pairs})
    yield from (Change(None, record) for j, record in enumerate(new) if j not in {j for _, j in pairs})


def _characters(record: Record) -> Tokens:
    return frozenset(chain.from_iterable(range(s["start"], s["end"]) for s in record["quote_spans"]))


def _place(change: Change) -> tuple[int, int]:
    record = change.new or change.old or {}
    span: Mapping[str, int] = record["quote_spans"][0]
    return span["start"], span["end"]
