"""What hunts for crashes began with and what they found: nothing of it does harm any more."""

from __future__ import annotations

from pathlib import Path

import fuzz_targets
import pytest
import test_report_fuzz
from fuzz_targets import TARGETS, first_inputs, spelt

FOUND = sorted(path for path in Path(__file__).with_name("inputs").rglob("*") if path.is_file())


@pytest.mark.parametrize("target", TARGETS)
def test_what_a_hunt_begins_with_is_sound(target: str) -> None:
    inputs = list(first_inputs(target))
    assert len(inputs) > 3
    for data in [b"", b"\0", *inputs]:
        TARGETS[target](data)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_does_no_harm(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("target", ["extractor", "report"])
def test_words_spelt_out_are_the_same_input(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[object] = []
    monkeypatch.setattr(fuzz_targets, "assert_sound", lambda text, published: texts.append((text, published)))
    monkeypatch.setattr(test_report_fuzz, "assert_shown_as_text", lambda *given: texts.append(given))
    data = bytes([24]) + bytes(range(1, 90)) + b"\xff\x01\x02\x03\x04"
    for given in (data, spelt(target, data)):
        TARGETS[target](given)
    assert texts[0] == texts[1]
