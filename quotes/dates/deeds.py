"""Whether a statement is something done by saying it (``yêu cầu``, ``hứa``) or only told (``cho biết``, ``kể``)."""

from __future__ import annotations

from quotes.lexicon import cues
from quotes.model import Attribution

_KINDS = frozenset(("request", "accuse", "commit", "deny", "describe", "ask"))
_OPINIONS = frozenset("cho rằng, nhận định, ước tính, đánh giá, bình luận, dự đoán, dự báo, nhận xét".split(", "))
_BESIDE = 10  # characters
_FORMS = frozenset(("thừa nhận", "thông báo", "tuyên bố", "thú nhận", "tiết lộ", "báo"))  # told too, but of a moment


def is_opinion(a: Attribution) -> bool:
    """``Giới phân tích cho rằng …``: who has no part in a story thinks so today; not ``Hắn cho rằng …``."""
    if a.cue_form not in _OPINIONS or a.source is None or a.cue is None or a.source.form == "pronoun":
        return False
    return 0 <= a.cue.start - a.source.span.end <= _BESIDE


def is_deed(a: Attribution) -> bool:
    """A deed belongs to the story that it stands in; what is told may be told today of times past."""
    entry = cues().get(a.cue_form) if a.cue_form else None
    return entry is not None and (entry.kind in _KINDS or entry.form in _FORMS)
