"""What the benchmarks take apart is still there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotes import attributions, speakers

ablation = pytest.importorskip("benchmarks.ablation", reason="benchmarks/ is not here")


def test_every_rule_has_a_switch_and_comes_back() -> None:
    before = _tables()
    names = set()
    for name, switch in ablation.switches():
        with switch:
            names.add(name)
    assert names > {rule.__name__ for rules in before for rule in rules}
    assert before == _tables()


def _tables() -> tuple[tuple[Callable[..., object], ...], ...]:
    of_speakers = (speakers.TITLE_RULES, speakers.PRONOUN_RULES)
    return (attributions.CUE_RULES, attributions.RELAY_RULES, attributions.QUOTE_RULES, *of_speakers)
