"""Nothing that is extracted changes unseen: all quotations of the seeds, of ``tests/corpus/`` and of the examples.

A change that is meant: ``make renew``, then read the difference and commit it.
"""

from __future__ import annotations

from pathlib import Path

import golden
import pytest


@pytest.mark.parametrize("source", golden.SOURCES, ids=lambda path: path.stem)
def test_what_is_extracted_is_what_was_kept(source: Path) -> None:
    assert golden.listed(source) == golden.kept(source).read_text(encoding="utf-8"), "if that is meant: `make renew`"


def test_nothing_else_is_kept() -> None:
    assert sorted(golden.FOLDER.glob("*.txt")) == sorted(map(golden.kept, golden.SOURCES))
