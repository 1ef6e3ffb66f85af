"""The same text gives the same bytes: whatever the hash seed, locale, time zone, optimisation and Python.

Other Pythons that have the dependencies: ``QUOTES_PYTHONS=/a/bin/python:/b/bin/python pytest``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROGRAM = """
import sys
from pathlib import Path
from quotes.explain import explain_article
from quotes.extract import extract_article
from quotes.model import Article
from quotes.records import to_line, to_record

for path in sorted(Path(sys.argv[1]).glob("*.txt")):
    article = Article(path.stem, path.read_bytes().decode(), published="2022-03-05")
    for q in extract_article(article):
        sys.stdout.buffer.write(to_line(to_record(q)).encode())
    sys.stdout.buffer.write(str(explain_article(article)).encode())
"""


def output(python: str = sys.executable, *flags: str, **environment: str) -> bytes:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "TZ", "PYTHON"))}
    return subprocess.run(
        [python, *flags, "-c", PROGRAM, str(ROOT / "seeds")],
        env={**clean, "PYTHONPATH": str(ROOT), **environment},
        check=True,
        capture_output=True,
    ).stdout


@pytest.fixture(scope="module")
def expected() -> bytes:
    found = output(PYTHONHASHSEED="0")
    assert found.count(b"\n") > 100
    return found


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4294967295", "TZ": "Asia/Ho_Chi_Minh"},
        {"LC_ALL": "C", "TZ": "America/New_York"},
        {"LC_ALL": "vi_VN.UTF-8", "LANG": "vi_VN.UTF-8"},
        {"LC_ALL": "tr_TR.UTF-8"},
        {"PYTHONUTF8": "0", "LC_ALL": "POSIX"},
    ],
    ids=lambda e: " ".join(f"{k}={v}" for k, v in e.items()),
)
def test_the_surroundings_change_nothing(expected: bytes, environment: dict[str, str]) -> None:
    assert output(**environment) == expected


def test_assertions_left_out_change_nothing(expected: bytes) -> None:
    """``python -O`` skips them: no rule may lean on one."""
    assert output(sys.executable, "-O") == expected


@pytest.mark.parametrize("python", [p for p in os.environ.get("QUOTES_PYTHONS", "").split(":") if p])
def test_every_python_gives_the_same(expected: bytes, python: str) -> None:
    assert output(python) == expected
