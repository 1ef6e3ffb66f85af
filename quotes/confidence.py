"""How far each rule can be trusted: its precision as measured, see ``docs/accuracy.md``.

The tables are the output of ``python -m benchmarks.confidence`` on annotated articles and on answers that were read one
by one, with how many answers each figure is of.
"""

from __future__ import annotations

from quotes.lexicon import keys
from quotes.lexicon import words as word_list
from quotes.model import Attribution, Speaker, SpeakerKind

RULES: dict[str, float] = {
    "clause_source_cue": 0.89,  # of 25
    "content_relay_source": 0.98,  # of 9
    "content_theo_source": 0.91,  # of 55
    "cue_colon_paragraph": 0.95,  # of 21
    "fronted_cue_content": 0.96,  # of 27
    "headline_label": 0.83,  # of 15
    "interview_answer": 0.96,  # of 83
    "interview_label": 1.00,  # of 48
    "noun_quote": 0.90,  # of 37
    "pull_quote": 0.88,  # of 6
    "quote_alone": 0.97,  # of 111
    "quote_cue_source": 0.83,  # of 3
    "quote_noun_source": 0.97,  # of 1
    "quote_relay_source": 0.99,  # of 19
    "quote_series": 0.81,  # of 55
    "quote_source_cue": 0.99,  # of 486
    "quote_source_verb": 0.94,  # of 35
    "quote_whole": 0.97,  # of 2
    "relay_source_content": 0.83,  # of 3
    "said_pointed_at": 0.98,  # of 9
    "source_colon_quote": 0.95,  # of 83
    "source_cue_clause": 0.94,  # of 880
    "source_cue_marker_clause": 0.97,  # of 585
    "source_cue_quote": 1.00,  # of 328
    "source_cue_verb_phrase": 0.89,  # of 206
    "source_denies_claim": 0.98,  # of 6
    "source_name_as": 0.93,  # of 56
    "source_verb_quote": 0.82,  # of 8
    "theo_source_content": 0.99,  # of 289
}
SPEAKER_RULES: dict[str, float] = {
    "body": 0.91,  # of 274
    "body_spoken_of_last": 0.85,  # of 5
    "country": 0.89,  # of 27
    "document_alone": 0.83,  # of 73
    "document_of_body": 0.94,  # of 65
    "epithet_of_last_source": 0.96,  # of 29
    "epithet_of_protagonist": 0.81,  # of 3
    "epithet_of_subject": 0.93,  # of 1
    "expert_who_spoke_last": 0.66,  # of 3
    "full_name": 0.96,  # of 873
    "group": 0.91,  # of 180
    "group_spoken_of_last": 0.90,  # of 9
    "head_of_body": 0.93,  # of 1
    "interviewed": 0.83,  # of 79
    "joined_sources": 0.93,  # of 1
    "lead_named_later": 0.93,  # of 1
    "leader_of_state": 0.93,  # of 1
    "medium": 0.90,  # of 150
    "other_spelling": 0.94,  # of 2
    "part_of_name": 0.97,  # of 611
    "part_of_title": 0.93,  # of 1
    "pointing_at_stranger": 0.66,  # of 3
    "pointing_back": 0.96,  # of 5
    "pronoun_in_tag": 0.94,  # of 66
    "pronoun_named_later": 0.93,  # of 1
    "pronoun_of_bare_name": 0.61,  # of 2
    "pronoun_of_same_address": 0.88,  # of 172
    "protagonist": 0.79,  # of 7
    "representative_of_body": 0.92,  # of 12
    "same_description": 0.85,  # of 5
    "short_for_body": 0.91,  # of 21
    "source_as_it_stands": 0.76,  # of 195
    "speaks_next": 0.77,  # of 2
    "speaks_on": 0.74,  # of 92
    "subject_before": 0.98,  # of 15
    "title_alone": 0.90,  # of 122
    "title_in_other_words": 0.95,  # of 3
    "title_named_later": 0.74,  # of 5
    "title_that_says_more": 0.98,  # of 12
    "title_with_body": 0.94,  # of 85
    "title_with_given_name": 0.96,  # of 4
    "unknown": 0.66,  # of 6
    "voices_of_group": 0.79,  # of 12
}
# What is surest, words and speaker together: a person named in full or with address, by a plain word of saying.
TOGETHER: dict[str, float] = {
    "person in marks": 0.99,  # of 374
    "person told": 0.97,  # of 264
}
UNMEASURED = 0.5

_MARKS = frozenset(("quote_source_cue", "source_cue_quote", "quote_source_verb", "theo_source_content"))
_TOLD = frozenset(("source_cue_clause", "source_cue_marker_clause"))
# Words that say that something is said and nothing else; `nói`, `chia sẻ` also take a manner or a noun.
_PLAIN = frozenset(
    (
        "cho biết",
        "cho biết thêm",
        "cho hay",
        "khẳng định",
        "cho rằng",
        "nhấn mạnh",
        "nhận định",
        "tuyên bố",
        "xác nhận",
        "đánh giá",
        "nêu rõ",
        "lưu ý",
        "giải thích",
        "phân tích",
        "kể",
        "kể lại",
        "phát biểu",
    )
)
_ADDRESS = frozenset(("ông", "bà", "anh", "chị", "cô", "em", "chú", "bác", "cụ"))
_IN_FULL = 3  # words of a Vietnamese name


def confidence_of(attribution: Attribution, speaker: Speaker) -> float:
    """The precision of the rule that found the words times that of the one that found the speaker.

    Where both together are surer than either rule, as measured, that.
    """
    address = attribution.source.honorific if attribution.source is not None else None
    sure = together(attribution.rule, attribution.cue_form, address, speaker.rule, speaker.name, speaker.kind)
    if sure is not None:
        return TOGETHER[sure]
    found = RULES.get(attribution.rule, UNMEASURED)
    return round(found * SPEAKER_RULES.get(speaker.rule, UNMEASURED), 3)


def together(
    rule: str,
    cue: str | None,
    address: str | None,
    speaker_rule: str | None,
    name: str | None,
    kind: SpeakerKind | None,
) -> str | None:
    """The entry of ``TOGETHER`` that an answer falls under."""
    words = keys(name or "")
    if kind != "person" or speaker_rule not in ("full_name", "part_of_name"):
        return None
    in_full = len(words) >= _IN_FULL and words[0] in word_list("surnames").first
    if not in_full and (len(words) < _IN_FULL - 1 or address not in _ADDRESS):
        return None
    if rule in _MARKS:
        return "person in marks"
    return "person told" if rule in _TOLD and cue in _PLAIN else None
