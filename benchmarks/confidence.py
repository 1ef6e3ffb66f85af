"""`python -m benchmarks.confidence GOLD:TEXTS …`: how often each rule is right, for ``quotes/confidence.py``.

A rule's precision is the share of its quotations that gold has too (half of the words or more shared), a speaker
rule's the share of those found whose speaker is right. Both are drawn towards the mean of all rules by ``PRIOR``
quotations, so that three right ones do not make a rule perfect. Optional quotations count for nothing.

With ``--judged FILE:ARTICLES`` answers that were read one by one count too: lines of an id, whether it is a
quotation (0 or 1), the speaker that was given, and whether that is right, tab-separated.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.corpus import articles
from quotes.confidence import together
from quotes.evaluate.gold import Statement, read_gold
from quotes.evaluate.measures import compare
from quotes.extract import extract_article
from quotes.lexicon import fold, keys
from quotes.model import Quotation

PRIOR = 4
EVERY = 10**6
# A rule, a speaker rule, an entry of TOGETHER, whether it is a quotation, whether its speaker is right.
Counted = tuple[str, str, str | None, bool, bool | None]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.confidence", description=__doc__)
    parser.add_argument("gold", nargs="+", help="GOLD:TEXTS, the annotations and the articles they were made of")
    parser.add_argument("--judged", help="FILE:ARTICLES, answers that were read, and the articles they are of")
    options = parser.parse_args()
    counted = [c for pair in options.gold for c in on_gold(*map(Path, pair.split(":")))]
    if options.judged:
        counted += as_judged(*map(Path, options.judged.split(":")))
    table("RULES", ((rule, found) for rule, _, _, found, _ in counted))
    table("SPEAKER_RULES", ((rule, right) for _, rule, _, _, right in counted if right is not None))
    table("TOGETHER", ((sure, bool(found and right)) for _, _, sure, found, right in counted if sure is not None))


def on_gold(gold: Path, texts: Path) -> Iterator[Counted]:
    wanted = {g.doc_id: g for g in read_gold(gold)}
    for article in articles(str(texts), EVERY):
        if article.doc_id not in wanted:
            continue
        quotations = list(extract_article(article))
        speaker_rule = {q.quote_spans: q.speaker_rule or "" for q in quotations}
        got = [statement(q) for q in quotations]
        wrong = {
            d.predicted.spans: d for d in compare(wanted[article.doc_id], got, article.text).differences if d.predicted
        }
        for q in quotations:
            d = wrong.get(q.quote_spans)
            found = d is None or d.what != "false"
            yield (
                q.rule,
                speaker_rule[q.quote_spans],
                sure(q),
                found,
                ("speaker" not in d.wrong if d else True) if found else None,
            )


def sure(q: Quotation) -> str | None:
    address = keys(q.source)[0] if q.source else None
    return together(q.rule, fold(q.cue) if q.cue else None, address, q.speaker_rule, q.speaker, q.speaker_kind)


def statement(q: Quotation) -> Statement:
    return Statement(q.quote_spans, q.quote_type, q.speaker, role=q.role, date=q.date, rule=q.rule)


def as_judged(judged: Path, texts: Path) -> Iterator[Counted]:
    lines = {line[0]: line[1:] for line in (row.split("\t") for row in judged.read_text(encoding="utf-8").splitlines())}
    of = {name.rpartition(":")[0] for name in lines}
    for article in articles(str(texts), EVERY):
        if article.doc_id in of:
            for q in extract_article(article):
                if q.id in lines:
                    found, speaker, right = lines[q.id]
                    known = found != "0" and speaker == (q.speaker or "")
                    yield q.rule, q.speaker_rule or "", sure(q), found != "0", right == "1" if known else None


def table(name: str, answers: Iterable[tuple[str, bool]]) -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for rule, yes in answers:
        total[rule] += 1
        right[rule] += yes
    mean = sum(right.values()) / sum(total.values())
    print(f"{name}: dict[str, float] = {{")
    for rule in sorted(total):
        print(f'    "{rule}": {(right[rule] + PRIOR * mean) / (total[rule] + PRIOR):.2f},  # of {total[rule]}')
    print("}")


if __name__ == "__main__":
    main()
