"""Makes the pictures of the docs anew, from the seeds: `python docs/pictures.py`; needs chromium, and the extra `dev`.

Run it when the page, the terminal or the rules have changed.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SHOWN = ROOT / "seeds" / "004_b84349246a41da5a.txt"


def quotes(*arguments: str) -> str:
    """What a command prints."""
    command = [sys.executable, "-c", "from quotes.cli import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, env={"COLUMNS": "100"}).stdout  # noqa: S603


def terminal(html: Path) -> None:
    """A page that looks as the terminal does: the begin of the article and the begin of the table."""
    lines = quotes("show", str(SHOWN), "--color", "always").splitlines()
    table = next(i for i, line in enumerate(lines) if "speaker" in line and "rule" in line)
    console = Console(record=True, width=100, file=io.StringIO())
    console.print(Text.from_ansi("\n".join([*lines[4:17], "…", "", *lines[table : table + 8]])))
    html.write_text(console.export_html(theme=MONOKAI), encoding="utf-8")


def shot(browser: Browser, address: str, name: str, width: int, height: int, scheme: str) -> None:
    """A picture of a page."""
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address)
    page.wait_for_timeout(300)
    page.screenshot(path=IMAGES / f"{name}.png")
    page.close()


def main() -> None:
    """Extract the seeds, and take the pictures."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        output, report, show = (Path(folder, name) for name in ("output", "report.html", "show.html"))
        quotes("extract", str(ROOT / "seeds"), "-o", str(output), "-q")
        quotes("report", str(output), "--texts", str(ROOT / "seeds"), "-o", str(report))
        terminal(show)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        records = [json.loads(line) for line in (output / "quotes.jsonl").read_text(encoding="utf-8").splitlines()]
        said = [r["id"] for r in records if r["doc_id"] == SHOWN.stem and r["quote_type"] == "mixed" and r["official"]]
        opened = f"{report.as_uri()}#{said[2]}"
        shot(browser, report.as_uri(), "report", 1400, 900, "light")
        shot(browser, opened, "report-article", 1400, 900, "light")
        shot(browser, opened, "report-phone", 390, 844, "dark")
        shot(browser, show.as_uri(), "show", 980, 480, "dark")
        browser.close()


if __name__ == "__main__":
    main()
