"""``quotes push``."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.cli.terminal import plain


@click.command()
@click.argument("path", metavar="PATH", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("repo", metavar="REPO")
@click.option("--private", is_flag=True, help="Make the repository a private one, if it is new.")
@click.option("-m", "--message", default="Update the quotations", show_default=True, help="Of the commit.")
@click.option("--dry-run", is_flag=True, help="Only list what would be uploaded.")
def push(path: Path, repo: str, private: bool, message: str, dry_run: bool) -> None:
    """Upload the dataset to a repository of the Hugging Face Hub.

    PATH is an output folder or the hub/ in it; REPO is user/name. Needs a login (`hf auth login`) or HF_TOKEN. The
    words quoted belong to the articles' publishers: see to it that you may publish them.

    \b
    Examples:
      quotes push output/ user/quotations --dry-run
      quotes push output/ user/quotations --private
    """
    from quotes.hub import hub_folder
    from quotes.hub import push as upload

    folder = hub_folder(path)
    if dry_run:
        for file in sorted(p for p in folder.rglob("*") if p.is_file()):
            click.echo(f"{file.stat().st_size:>12,}  {plain(str(file.relative_to(folder)), keep='')}")
        return
    click.echo(plain(upload(folder, repo, private=private, message=message), keep=""))
