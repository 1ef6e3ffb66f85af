"""``--texts``: the articles' own text, for the commands that hold records against it."""

from __future__ import annotations

from typing import Any

import click

from quotes.model import InputError

texts_option = click.option(
    "--texts",
    metavar="PATH",
    type=click.Path(exists=True),
    help="The articles: a folder of .txt, a JSONL or whatever `quotes extract` reads.",
)


def texts_of(path: str) -> dict[str, str]:
    """``doc_id`` to text, for all articles that can be read at a path; raises ``InputError`` where there are none."""
    from quotes.articles import Located, Reader

    items: list[Any] = list(Reader([path]))
    texts = {item.article.doc_id: item.article.text for item in items if isinstance(item, Located)}
    if not texts:
        raise InputError(f"{path}: no article can be read there; give --texts what `quotes extract` was given")
    return texts
