"""All that is extracted from texts of our own, as it is kept in ``tests/golden/``.

- An article of ``tests/corpus/`` or ``seeds/``: a paragraph for each quotation, a line for each field.
- The examples of a stage: each quotation below its example.
- ``tests/reach.txt``, how far the rules reach. In a line of it ``…`` stands for none, one, two words and so on, and
  ``[a|b]`` for the one or the other. What is found stands below it, and for how many words, or for which.

``make renew`` writes it anew. Read what ``git diff`` shows, and commit it with the change that made it.
"""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path

import examples

from quotes import extract
from quotes.extract import extract_article
from quotes.model import Article, Quotation
from quotes.records import to_record

TESTS = Path(__file__).parent
FOLDER = TESTS / "golden"
ARTICLES = sorted((TESTS / "corpus").glob("*.txt")) + sorted((TESTS.parent / "seeds").glob("*.txt"))
STAGES = sorted(path for path in examples.FOLDER.iterdir() if path.is_dir())
REACH = TESTS / "reach.txt"
SOURCES = (*ARTICLES, *STAGES, REACH)
PUBLISHED = "2025-03-14"  # the day on which every article of the corpus came out
_SAME = ("doc_id", "published", "schema_version")  # for all quotations of an article


def kept(source: Path) -> Path:
    """Where what is extracted from a source is kept."""
    return FOLDER / (f"examples-{source.name}.txt" if source in STAGES else source.name)


def listed(source: Path) -> str:
    """What is extracted from a source, as it is kept."""
    if source == REACH:
        return "\n".join(map(_of_pattern, source.read_text(encoding="utf-8").splitlines()))
    return "\n".join(_of_examples(source.name) if source in STAGES else _of_article(source))


def _of_article(path: Path) -> list[str]:
    """Fields that hold nothing are left out."""
    published = PUBLISHED if path.parent.name == "corpus" else None
    found = extract_article(Article(path.stem, path.read_bytes().decode(), published=published))
    paragraphs = []
    for q in found:
        record = {k: v for k, v in to_record(q).items() if v is not None and k not in _SAME}
        paragraphs.append("".join(f"{name}: {_shown(value)}\n" for name, value in record.items()))
    return paragraphs


def _of_examples(stage: str) -> list[str]:
    texts = dict.fromkeys(examples.plain(line) for _, line in examples.lines(stage))
    return ["\n".join([text.replace("\n", " / "), *map(_in_a_line, extract(text, PUBLISHED)), ""]) for text in texts]


_FILLERS = itertools.cycle("gạo ngô khoai sắn đậu mía chè cam".split())
_FILLING = [next(_FILLERS) for _ in range(33)]
_CHOICE = re.compile(r"\[([^\[\]]*)\]")


def _of_pattern(pattern: str) -> str:
    """A pattern, what is found in its texts, and in which of them."""
    found: dict[str, list[str]] = {}
    parts = _CHOICE.split(pattern)
    for chosen in itertools.product(*(part.split("|") for part in parts[1::2])):
        text = "".join(map("".join, itertools.zip_longest(parts[::2], chosen, fillvalue="")))
        for n in range(len(_FILLING) + 1 if "…" in parts[0] or not chosen else 1):
            words = " ".join(_FILLING[:n])
            answers = [_in_a_line(q) for q in extract(text.replace("…", words).replace(" / ", "\n"), PUBLISHED)]
            told = "\n".join(line.replace(words, "…") if words else line for line in answers) or "    nothing"
            found.setdefault(told, []).append(" + ".join(chosen) or str(n))
    return "\n".join([pattern, *(f"  {_ranges(where)}\n{told}" for told, where in found.items()), ""])


def _ranges(where: list[str]) -> str:
    """Numbers in a row as the first and the last of them."""
    if not where[0].isdigit():
        return " · ".join(where)
    runs: list[list[int]] = []
    for n in map(int, where):
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return ", ".join(f"{run[0]} to {run[-1]} words" for run in runs)


def _in_a_line(q: Quotation) -> str:
    who = (q.speaker, q.speaker_kind, q.official and "official", q.role, q.affiliation, q.via, q.date, q.speaker_rule)
    words = f"{q.rule} {q.quote_type} {_shown(q.quote)} | {q.cue} | {q.source}"
    return f"    {words} | {', '.join(str(value) for value in who if value)}"


def _shown(value: object) -> str:
    match value:
        case {"start": start, "end": end}:
            return f"{start}-{end}"
        case list():
            return " ".join(map(_shown, value))
        case str() if value.isprintable():
            return value
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.txt"):
        old.unlink()
    for source in SOURCES:
        kept(source).write_text(listed(source), encoding="utf-8")


if __name__ == "__main__":
    main()
