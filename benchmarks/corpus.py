"""The articles that are measured: given ones, or made ones where there are none."""

from __future__ import annotations

import json
import random
from itertools import islice
from pathlib import Path

from quotes.articles import Located, Reader
from quotes.model import Article

ROOT = Path(__file__).parents[1]


def articles(path: str | None, number: int) -> list[Article]:
    """The first articles of a path, or as many made from the paragraphs of the seeds."""
    if path is None:
        return made(number)
    return list(islice((item.article for item in Reader([path]) if isinstance(item, Located)), number))


def made(number: int) -> list[Article]:
    """Articles of the seeds' length whose paragraphs are drawn from the seeds; the same on every run."""
    seeds = [item.article.text for item in Reader([ROOT / "seeds"]) if isinstance(item, Located)]
    paragraphs = [p for text in seeds for p in text.split("\n") if p.strip()]
    draw = random.Random(0)
    return [Article(f"made-{i:06}", "\n".join(draw.choices(paragraphs, k=20))) for i in range(number)]


def write(chosen: list[Article], times: int, path: Path) -> None:
    """The articles as JSONL, several times over under ids of their own."""
    with path.open("w", encoding="utf-8") as file:
        for turn in range(times):
            for article in chosen:
                row = {"doc_id": f"{article.doc_id}-{turn}", "text": article.text, "published": article.published}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


def hostile(size: int) -> dict[str, str]:
    """Texts of a size that have brought down tokenizers or patterns."""
    return {
        "a.a.a.": "a." * (size // 2),
        "one line of words": "ông Nam nói rằng " * (size // 17),
        "opening marks": "“" * size,
        "marks around words": "“a” " * (size // 4),
        "spaces": " " * size,
        "capitals": "Nguyễn " * (size // 7),
        "commas": "a, " * (size // 3),
        "digits": "12/1 " * (size // 5),
        "lines": "\n" * size,
    }
