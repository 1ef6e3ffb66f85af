"""What is counted: a tally for each shard, which add up to ``stats.json``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from quotes import __version__
from quotes.records import SCHEMA_VERSION

# The fields of a record whose values are counted, and the name of the count.
BY = {
    "rule": "by_rule",
    "speaker_rule": "by_speaker_rule",
    "quote_type": "by_type",
    "speaker_kind": "by_kind",
    "date_basis": "by_date_basis",
}


class Tally:
    """Counts that can be added and written down as JSON.

    >>> tally = Tally()
    >>> tally.article(characters=9, kept=[{"rule": "r", "speaker": None, "official": False}], found=2)
    >>> tally.reject("empty")
    >>> stats = tally.stats()
    >>> stats["articles"]
    {'read': 2, 'extracted': 1, 'rejected': 1, 'with_quotations': 1, 'characters': 9}
    >>> stats["quotations"]["without_speaker"], stats["quotations"]["left_out"], stats["quotations"]["by_rule"]
    (1, 1, {'r': 1})
    """

    def __init__(self, counts: Mapping[str, Mapping[str, int]] | None = None) -> None:
        self.counts: dict[str, Counter[str]] = {
            name: Counter((counts or {}).get(name, {})) for name in ("articles", "quotations", "reasons", *BY)
        }

    def __iadd__(self, other: Tally) -> Tally:
        for name, counts in other.counts.items():
            self.counts[name].update(counts)
        return self

    def article(self, characters: int, kept: Iterable[Mapping[str, Any]], found: int) -> None:
        """Count an article that was extracted, with the records that are kept of those found."""
        kept = list(kept)
        self.counts["articles"].update(extracted=1, characters=characters, with_quotations=int(bool(kept)))
        self.counts["quotations"].update(
            total=len(kept),
            left_out=found - len(kept),
            official=sum(r["official"] for r in kept),
            without_speaker=sum(r["speaker"] is None for r in kept),
        )
        for name in BY:
            self.counts[name].update(r[name] or "none" for r in kept if name in r)

    def reject(self, reason: str) -> None:
        """Count something that was rejected."""
        self.counts["reasons"][reason] += 1

    @property
    def extracted(self) -> int:
        """How many articles were extracted."""
        return self.counts["articles"]["extracted"]

    @property
    def rejected(self) -> int:
        """How many articles, lines and files were rejected."""
        return self.counts["reasons"].total()

    def as_json(self) -> dict[str, dict[str, int]]:
        """The counts, to be written down and read again by ``Tally(counts)``."""
        return {name: dict(sorted(counts.items())) for name, counts in self.counts.items()}

    def stats(self) -> dict[str, Any]:
        """The counts as ``stats.json`` has them: read = extracted + rejected."""
        articles, quotations = self.counts["articles"], self.counts["quotations"]
        return {
            "versions": {"quotes": __version__, "schema": SCHEMA_VERSION},
            "articles": {
                "read": self.extracted + self.rejected,
                "extracted": self.extracted,
                "rejected": self.rejected,
                "with_quotations": articles["with_quotations"],
                "characters": articles["characters"],
            },
            "quotations": {
                **{name: quotations[name] for name in ("total", "official", "without_speaker", "left_out")},
                **{name: dict(sorted(self.counts[field].items())) for field, name in BY.items()},
            },
            "rejected_by_reason": dict(sorted(self.counts["reasons"].items())),
        }
