"""What the benchmarks take apart is still there."""

from __future__ import annotations

import pytest

from quotes import attributions, speakers

ablation = pytest.importorskip("benchmarks.ablation", reason="benchmarks/ is not here")


def test_every_rule_has_a_switch_and_comes_back() -> None:
    before = (attributions.CUE_RULES, attributions.RELAY_RULES, attributions.QUOTE_RULES, speakers.RULES)
    names = set()
    for name, switch in ablation.switches():
        with switch:
            names.add(name)
    assert names > {rule.__name__ for rules in before for rule in rules}
    assert before == (attributions.CUE_RULES, attributions.RELAY_RULES, attributions.QUOTE_RULES, speakers.RULES)
