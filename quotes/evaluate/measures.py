"""Extracted quotations against gold: how many are found, and how much of each is right.

The protocol follows PARC 3 and PolNeAR. A quotation's words are compared as a set of word tokens by their place in the
text, so that marks and edge punctuation weigh nothing. Predicted and gold quotations of an article are paired one
to one for the highest summed overlap (intersection over union, IoU).

========  =======================================================================
detect    pairs with IoU of at least 0.5: precision, recall, F1
exact     pairs with IoU 1
overlap   the mean share of a quotation's tokens that its partner shares
speaker   detected, and the resolved speaker is right
triple    detected, speaker and type (direct or not) right: the one to look at
strict    IoU of at least 0.9, speaker, role and type right
accuracy  of type, role, cue, source, official and date, over the detected pairs
========  =======================================================================

A gold quotation marked optional is neither demanded nor, when predicted, punished.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from quotes.evaluate.gold import GoldArticle, Statement
from quotes.evaluate.judge import FIELDS, fields_right, measures_right, source_form, tokens_in
from quotes.evaluate.pairing import Tokens, best_pairs, overlaps
from quotes.model import InputError

Counts = Mapping[tuple[str, ...], float]

MEASURES = ("detect", "exact", "speaker", "triple", "strict")
GROUPS = {"type": "gold", "source": "gold", "rule": "predicted"}  # and what a group's share is a share of
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Difference:
    """A quotation that was missed, found where there is none (``false``), or found with something ``wrong``."""

    doc_id: str
    what: str
    gold: Statement | None
    predicted: Statement | None
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article: its counts, by measure and by group, key and measure; and what is not right."""

    counts: Counts
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Paired:
    """The two sides of one article, each with its tokens, and who belongs to whom."""

    doc_id: str
    wanted: Sequence[Statement]
    found: Sequence[Statement]
    wanted_tokens: Sequence[Tokens]
    found_tokens: Sequence[Tokens]
    shared: Mapping[tuple[int, int], float]  # (found, wanted) to IoU
    partner: Mapping[int, int]  # found to wanted

    def forgiven(self, i: int) -> bool:
        """Whether a prediction is left out, as what it found is optional."""
        j = self.partner.get(i)
        if j is not None and self.wanted[j].optional:
            return True
        missed = j is None or self.shared[i, j] < 0.5
        return missed and any(w.optional and self.shared.get((i, k), 0) >= 0.3 for k, w in enumerate(self.wanted))

    def part(self, i: int, j: int, of: Tokens) -> float:
        """The share of some tokens that both sides have."""
        return len(self.found_tokens[i] & self.wanted_tokens[j]) / len(of)


class _Counter:
    """Counts by measure, and beside them by group, key and measure."""

    def __init__(self) -> None:
        self.counts: defaultdict[tuple[str, ...], float] = defaultdict(float)

    def add(self, name: str, value: float = 1, groups: Iterable[tuple[str, str]] = ()) -> None:
        self.counts[(name,)] += value
        for group, key in groups:
            self.counts[group, key, name] += value

    def add_answer(self, name: str, right: bool) -> None:
        self.counts["asked", name] += 1
        self.counts["right", name] += right


def compare(gold: GoldArticle, predicted: Sequence[Statement], text: str) -> Comparison:
    """Count what is right in one article; raises ``InputError`` if the text is not that of the gold."""
    if hashlib.sha256(text.encode()).hexdigest() != gold.sha256:
        raise InputError(f"{gold.doc_id}: not the text that the gold was made of; give --texts the same articles")
    words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    sides = _paired(gold, predicted, words)
    counter = _Counter()
    differences = [*_read_gold_side(sides, words, text, counter), *_read_predicted_side(sides, counter)]
    return Comparison(counter.counts, tuple(differences))


def _paired(gold: GoldArticle, predicted: Sequence[Statement], words: Sequence[tuple[int, int]]) -> _Paired:
    wanted = [tokens_in(s.spans, words) for s in gold.statements]
    found = [tokens_in(s.spans, words) for s in predicted]
    shared = overlaps(found, wanted)
    # Of two that overlap as much, the one that is demanded comes first.
    weights = {(i, j): w - (1e-6 if gold.statements[j].optional else 0) for (i, j), w in shared.items()}
    partner = dict(best_pairs(weights, len(found), len(wanted)))
    return _Paired(gold.doc_id, gold.statements, predicted, wanted, found, shared, partner)


def _read_predicted_side(sides: _Paired, counter: _Counter) -> Iterator[Difference]:
    for i, got in enumerate(sides.found):
        if sides.forgiven(i):
            continue
        counter.add("predicted", groups=[("rule", got.rule)])
        j = sides.partner.get(i)
        if j is not None:
            counter.add("overlap_p", sides.part(i, j, of=sides.found_tokens[i]))
        if j is None or sides.shared[i, j] < 0.5:
            yield Difference(sides.doc_id, "false", None, got)


def _read_gold_side(
    sides: _Paired, words: Sequence[tuple[int, int]], text: str, counter: _Counter
) -> Iterator[Difference]:
    found_by = {j: i for i, j in sides.partner.items()}
    for j, want in enumerate(sides.wanted):
        if want.optional:
            continue
        groups = [("type", want.quote_type), ("source", source_form(want, text))]
        counter.add("gold", groups=groups)
        i = found_by.get(j)
        if i is not None:
            counter.add("overlap_r", sides.part(i, j, of=sides.wanted_tokens[j]))
        if i is None or sides.shared[i, j] < 0.5:
            yield Difference(sides.doc_id, "miss", want, None)
            continue
        got = sides.found[i]
        right = measures_right(want, got, sides.shared[i, j])
        for name, yes in right.items():
            counter.add(name, yes, [*groups, ("rule", got.rule)])
        answers = fields_right(want, got, words)
        for name, yes in answers.items():
            counter.add_answer(name, yes)
        known = {"bounds": right["exact"], "speaker": right["speaker"], **answers}
        if wrong := tuple(name for name in ("bounds", "speaker", "role", "type", "date") if not known.get(name, True)):
            yield Difference(sides.doc_id, "diff", want, got, wrong)


def scores(comparisons: Sequence[Comparison], resamples: int = 0) -> dict[str, Any]:
    """The measures of some articles, and by quotation type, source form and rule.

    With ``resamples`` each F1 also gets the interval in which 95 of 100 of them lie when the articles are
    drawn anew, with replacement (the percentile bootstrap); the draws are the same on every run.
    """
    total = _summed([c.counts for c in comparisons])
    found = {"docs": len(comparisons), **_measures(total)}
    found["accuracy"] = {f: _share(total.get(("right", f), 0), total.get(("asked", f), 0)) for f in FIELDS}
    found |= {f"by_{group}": _by_group(total, group) for group in GROUPS}
    if resamples:
        found["intervals"] = _intervals([_whole(c.counts) for c in comparisons], resamples)
    return found


def _summed(parts: Iterable[Counts]) -> Counts:
    total: defaultdict[tuple[str, ...], float] = defaultdict(float)
    for key, value in chain.from_iterable(part.items() for part in parts):
        total[key] += value
    return total


def _whole(counts: Counts) -> Counts:
    return {key: value for key, value in counts.items() if len(key) == 1}


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _measures(counts: Counts) -> dict[str, dict[str, float]]:
    predicted, gold = counts.get(("predicted",), 0), counts.get(("gold",), 0)
    found = {}
    for name in MEASURES:
        right = int(counts.get((name,), 0))
        of = {"tp": right, "predicted": int(predicted), "gold": int(gold)}
        found[name] = _prf(right, right, predicted, gold) | of
    found["overlap"] = _prf(counts.get(("overlap_p",), 0), counts.get(("overlap_r",), 0), predicted, gold)
    return found


def _prf(right_p: float, right_r: float, predicted: float, gold: float) -> dict[str, float]:
    p, r = right_p / predicted if predicted else 0.0, right_r / gold if gold else 0.0
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0}


def _by_group(counts: Counts, group: str) -> dict[str, dict[str, float]]:
    """For each key how many, and which share of them is detected, and right."""
    base = GROUPS[group]
    keys = sorted({key[1] for key in counts if len(key) == 3 and key[0] == group})
    table = {}
    for key in keys:
        of = counts.get((group, key, base), 0)
        shares = {name: _share(counts.get((group, key, name), 0), of) or 0.0 for name in ("detect", "triple")}
        table[key] = {base: int(of), **shares}
    return table


def _intervals(articles: Sequence[Counts], resamples: int) -> dict[str, tuple[float, float]]:
    draw = random.Random(0)  # noqa: S311
    f1: dict[str, list[float]] = defaultdict(list)
    for _ in range(resamples):
        for name, value in _measures(_summed(draw.choices(articles, k=len(articles)))).items():
            f1[name].append(value["f1"])
    low, high = int(0.025 * resamples), int(0.975 * resamples)
    return {name: (sorted(values)[low], sorted(values)[high]) for name, values in f1.items()}


def score_named(found: Mapping[str, Any], name: str) -> float:
    """A score by its name: ``triple`` (its F1), ``detect.p``, ``recall.direct``, ``accuracy.date``; 0 where none is.

    Raises ``InputError`` for a name that is none.
    """
    first, _, second = name.partition(".")
    if first == "recall" and second in ("direct", "indirect", "mixed"):
        return float(found["by_type"].get(second, {}).get("detect", 0))
    if first == "accuracy" and second in FIELDS:
        return float(found["accuracy"][second] or 0)
    if first in (*MEASURES, "overlap") and (second or "f1") in ("p", "r", "f1"):
        return float(found[first][second or "f1"])
    names = f"{', '.join(MEASURES)}, overlap; with .p or .r their precision or recall; recall.direct …; accuracy.date …"
    raise InputError(f"no score is named {name!r}; there are {names}")
