"""How far each rule can be trusted: its precision as measured, see ``docs/accuracy.md``.

The tables are the output of ``python -m benchmarks.confidence`` on annotated articles and on answers that were read one
by one, with how many answers each figure is of.
"""

from __future__ import annotations

from quotes.model import Attribution, Speaker

RULES: dict[str, float] = {
    "clause_source_cue": 0.80,  # of 18
    "content_theo_source": 0.79,  # of 35
    "cue_colon_paragraph": 0.71,  # of 18
    "fronted_cue_content": 0.94,  # of 19
    "headline_label": 0.71,  # of 18
    "interview_answer": 0.87,  # of 38
    "interview_label": 0.89,  # of 25
    "noun_quote": 0.86,  # of 34
    "pull_quote": 0.64,  # of 8
    "quote_alone": 1.00,  # of 60
    "quote_cue_source": 0.74,  # of 5
    "quote_noun_source": 0.94,  # of 1
    "quote_relay_source": 0.98,  # of 8
    "quote_series": 0.80,  # of 28
    "quote_source_cue": 0.98,  # of 174
    "quote_source_verb": 0.92,  # of 24
    "relay_source_content": 0.81,  # of 3
    "source_colon_quote": 0.87,  # of 45
    "source_cue_clause": 0.93,  # of 317
    "source_cue_marker_clause": 0.96,  # of 235
    "source_cue_quote": 0.99,  # of 129
    "source_cue_verb_phrase": 0.85,  # of 71
    "source_name_as": 0.93,  # of 42
    "source_verb_quote": 0.87,  # of 6
    "theo_source_content": 0.99,  # of 127
}
SPEAKER_RULES: dict[str, float] = {
    "body": 0.93,  # of 129
    "body_spoken_of_last": 0.65,  # of 3
    "country": 0.90,  # of 10
    "document_alone": 0.63,  # of 27
    "document_of_body": 0.95,  # of 26
    "epithet_of_last_source": 0.89,  # of 9
    "expert_who_spoke_last": 0.72,  # of 1
    "full_name": 0.96,  # of 365
    "group": 0.87,  # of 68
    "group_spoken_of_last": 0.80,  # of 3
    "head_of_body": 0.92,  # of 1
    "interviewed": 0.80,  # of 33
    "joined_sources": 0.92,  # of 1
    "leader_of_state": 0.92,  # of 1
    "medium": 0.89,  # of 70
    "other_spelling": 0.84,  # of 5
    "part_of_name": 0.96,  # of 224
    "pointing_back": 0.93,  # of 2
    "pronoun_in_tag": 0.94,  # of 21
    "pronoun_named_later": 0.72,  # of 1
    "pronoun_of_bare_name": 0.72,  # of 1
    "pronoun_of_same_address": 0.88,  # of 74
    "protagonist": 0.87,  # of 7
    "representative_of_body": 0.97,  # of 8
    "short_for_body": 0.82,  # of 4
    "source_as_it_stands": 0.73,  # of 78
    "speaks_next": 0.92,  # of 1
    "speaks_on": 0.70,  # of 51
    "subject_before": 0.74,  # of 9
    "title_alone": 0.91,  # of 56
    "title_in_other_words": 0.92,  # of 1
    "title_named_later": 0.80,  # of 3
    "title_that_says_more": 0.96,  # of 6
    "title_with_body": 0.94,  # of 37
    "unknown": 0.76,  # of 2
    "voices_of_group": 0.96,  # of 7
}
UNMEASURED = 0.5


def confidence_of(attribution: Attribution, speaker: Speaker) -> float:
    """The precision of the rule that found the words times that of the one that found the speaker."""
    found = RULES.get(attribution.rule, UNMEASURED)
    return round(found * SPEAKER_RULES.get(speaker.rule, UNMEASURED), 3)
