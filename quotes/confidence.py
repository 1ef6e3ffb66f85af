"""How far each rule can be trusted: its precision as measured, see ``docs/accuracy.md``."""

from __future__ import annotations

from quotes.model import Attribution, Speaker

RULES: dict[str, float] = {}
SPEAKER_RULES: dict[str, float] = {}
UNMEASURED = 0.5


def confidence_of(attribution: Attribution, speaker: Speaker) -> float:
    """The precision of the rule that found the words times that of the one that found the speaker."""
    found = RULES.get(attribution.rule, UNMEASURED)
    return round(found * SPEAKER_RULES.get(speaker.rule, UNMEASURED), 3)
