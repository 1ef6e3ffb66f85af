"""``python -m benchmarks.ablation``: what each rule is worth, and what underthesea would add.

Every rule is switched off by itself, and the gold is scored again. Then underthesea is put to the two uses that it
could have here: its word classes where a word of saying may be a noun, its words where a name ends.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.corpus import ROOT
from benchmarks.measures import processor
from quotes.articles import Located, Reader
from quotes.evaluate import GoldArticle, compare, read_gold, scores
from quotes.evaluate.gold import predicted
from quotes.lexicon import cues
from quotes.model import Article, Cue, Document, Mention, Sentence, Span
from quotes.records import to_record
from quotes.segmenter import Segmenter

extract = import_module("quotes.extract")
attributions = import_module("quotes.attributions")
speakers = import_module("quotes.speakers")
MEASURES = ("detect", "exact", "triple")
Gold = list[tuple[GoldArticle, Article]]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ablation", description=__doc__)
    shared = ROOT.parent / "shared" / "gold"
    parser.add_argument("--shared", type=Path, default=shared, help="a folder with develop.jsonl and its articles")
    options = parser.parse_args()
    gold = read(ROOT / "tests" / "gold" / "seeds.jsonl", ROOT / "seeds")
    if (options.shared / "develop.jsonl").exists():
        gold += read(options.shared / "develop.jsonl", options.shared / "develop.articles.jsonl")
    print(f"{len(gold)} articles, {sum(len(g.statements) for g, _ in gold)} statements in the gold\n")
    took, whole = score(gold)
    print(f"| without | {' | '.join(MEASURES)} |\n| --- |{' ---: |' * len(MEASURES)}")
    print(f"| nothing | {' | '.join(f'{whole[m]:.3f}' for m in MEASURES)} |")
    for name, switch in switches():
        with switch:
            _, found = score(gold)
        print(f"| `{name}` | {' | '.join(f'{found[m] - whole[m]:+.3f}' for m in MEASURES)} |", flush=True)
    print(f"\n| with underthesea | {' | '.join(MEASURES)} | articles/s |\n| --- |{' ---: |' * (len(MEASURES) + 1)}")
    print(f"| not at all | {' | '.join(f'{whole[m]:.3f}' for m in MEASURES)} | {len(gold) / took:,.0f} |")
    for name, switch in uses(Segmenter()):
        with switch:
            took, found = score(gold)
        changes = " | ".join(f"{found[m] - whole[m]:+.3f}" for m in MEASURES)
        print(f"| {name} | {changes} | {len(gold) / took:,.0f} |", flush=True)


def read(gold: Path, articles: Path) -> Gold:
    found = {item.article.doc_id: item.article for item in Reader([articles]) if isinstance(item, Located)}
    return [(each, found[each.doc_id]) for each in read_gold(gold)]


def score(gold: Gold) -> tuple[float, dict[str, float]]:
    """The processor's seconds, and F1 by measure."""
    records: list[list[Any]] = []
    took = processor(lambda: records.extend([to_record(q) for q in extract.extract_article(a)] for _, a in gold))
    pairs = zip(gold, records, strict=True)
    found = scores([compare(g, [predicted(r) for r in said], a.text) for (g, a), said in pairs])
    return took, {m: found[m]["f1"] for m in MEASURES}


@contextmanager
def put(module: Any, name: str, value: object) -> Iterator[None]:
    kept = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, kept)


def switches() -> Iterator[tuple[str, Any]]:
    """For every rule the way to do without it."""
    of_attribution = ((attributions, name) for name in ("CUE_RULES", "RELAY_RULES", "QUOTE_RULES"))
    of_speakers = ((speakers, name) for name in ("TITLE_RULES", "PRONOUN_RULES"))
    for module, name in (*of_attribution, *of_speakers):
        rules = getattr(module, name)
        for rule in rules:
            yield rule.__name__, put(module, name, tuple(r for r in rules if r is not rule))
    yield "find_turns", put(attributions, "find_turns", lambda *about: ([], set()))
    yield "find_pull_quotes", put(attributions, "find_pull_quotes", lambda doc, mentions: ([], set()))
    yield "headline_label", put(attributions, "headline_label", lambda doc, sentence, mentions: None)


def uses(segmenter: Segmenter) -> Iterator[tuple[str, Any]]:
    """What underthesea could tell."""
    find_cues, find_mentions = extract.find_cues, extract.find_mentions

    def no_nouns(sentence: Sentence, text: str) -> list[Cue]:
        found: list[Cue] = find_cues(sentence, text)
        doubted = [c for c in found if not c.dead and cues()[c.form].noun]
        classes = segmenter.classes(text, sentence) if doubted else {}
        nouns = {c.first for c in doubted if classes.get(c.span.start, "V").startswith("N")}
        return [replace(c, dead="noun") if c.first in nouns else c for c in found]

    def verbs_after_all(sentence: Sentence, text: str) -> list[Cue]:
        found: list[Cue] = find_cues(sentence, text)
        classes = segmenter.classes(text, sentence) if any(c.dead == "noun" for c in found) else {}
        verbs = {c.first for c in found if c.dead == "noun" and classes.get(c.span.start, "N").startswith("V")}
        return [replace(c, dead="") if c.first in verbs else c for c in found]

    def names(doc: Document) -> list[Mention]:
        return list(_names_as_words(doc, find_mentions(doc), segmenter.ends))

    yield "a cue that it calls a noun is none", put(extract, "find_cues", no_nouns)
    yield "a noun that it calls a verb is a cue", put(extract, "find_cues", verbs_after_all)
    yield "a name ends where its word ends", put(extract, "find_mentions", names)


def _names_as_words(
    doc: Document, mentions: Sequence[Mention], ends: Callable[[str, Sentence], dict[int, int]]
) -> Iterator[Mention]:
    """The mentions, each name at the end of one as long as the word that begins with it."""
    cut: dict[int, dict[int, int]] = {}
    for at, m in enumerate(mentions):
        sentence = doc.sentences[m.sentence]
        if m.name is None or m.name.end != m.span.end or m.kind != "person":
            yield m
            continue
        if m.sentence not in cut:
            cut[m.sentence] = ends(doc.text, sentence)
        end = cut[m.sentence].get(m.name.start, m.name.end)
        free = mentions[at + 1].span.start if at + 1 < len(mentions) else len(doc.text)
        if end == m.name.end or end > free or end not in sentence.ends:
            yield m
            continue
        last = sentence.ends.index(end) + 1
        yield replace(m, span=Span(m.span.start, end), last=last, name=Span(m.name.start, end))


if __name__ == "__main__":
    main()
