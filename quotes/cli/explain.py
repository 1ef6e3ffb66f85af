"""``quotes explain``."""

from __future__ import annotations

from dataclasses import asdict

import click

from quotes.cli.terminal import json_text, plain
from quotes.model import InputError


@click.command()
@click.argument("article", metavar="ARTICLE")
@click.option("--id", "doc_id", help="Which article, where ARTICLE is a file or folder of several.")
@click.option("--published", help="The day the article came out, where its source does not say: YYYY-MM-DD.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object an article instead of text.")
def explain(article: str, doc_id: str | None, published: str | None, as_json: bool) -> None:
    """Tell which rules answered for an article, and why.

    For each quotation: the rule and its pattern, the rules asked before it, the mention, who it could have been, why
    this one, why official, and from which words the day was read. Then the words of saying that report nothing.

    \b
    Examples:
      quotes explain seeds/004_b84349246a41da5a.txt
      quotes explain articles.jsonl --id bai-1 --json
    """
    from dataclasses import replace

    from quotes.articles import Located, Reader
    from quotes.explain import explain_article

    told = 0
    for item in Reader([article]):
        if not isinstance(item, Located):
            click.echo(plain(str(item)), err=True)
        elif doc_id is None or item.article.doc_id == doc_id:
            found = explain_article(replace(item.article, published=item.article.published or published))
            told += 1
            if as_json:
                click.echo(json_text({"doc_id": item.article.doc_id, **asdict(found)}))
            else:
                click.echo(plain(f"# {item.article.doc_id}\n\n{found}\n"))
    if not told:
        raise InputError(f"{article}: no article{f' {doc_id!r}' if doc_id else ''} there")
