"""Several speakers as one: ``nhiều chuyên gia``, ``ông A và bà B``, and whom ``họ`` means."""

from __future__ import annotations

from dataclasses import replace

from quotes.model import Mention, Speaker
from quotes.speakers.answers import for_body
from quotes.speakers.roles import official
from quotes.speakers.scene import Scene, plain

# `cả hai`, `mọi người`, `số khác` are those that they name, and nobody who was named before.
_POINTING_BACK = frozenset(("họ", "bọn họ", "chúng", "những người này", "các vị này", "ông bà này"))
_WINDOW = 2  # sentences back in which the group stands
_CHAIN = 8  # sentences over which `họ … họ … họ` goes on
_NEAR = 40  # mentions


def for_group(scene: Scene, source: Mention, left: Mention | None, rule: str) -> Speaker:
    """Several speakers as one: the phrase as it stands; ``họ`` is the group or body spoken of last."""
    if source.form == "pronoun" and left is None and source.honorific in _POINTING_BACK:
        meant = _spoken_of_last(scene, source)
        if meant is None:
            return Speaker(scene.text(source), "group", False, None, None, "source_as_it_stands", ())
        answer = for_group(scene, meant, None, "") if meant.plural else for_body(scene, meant)
        return replace(answer, rule="group_spoken_of_last")
    start = left.span.start if left is not None else source.span.start
    text = plain(scene.doc.text[start : source.span.end])
    role = scene.role(source)
    public, reason = official([[role]])
    if source.kind == "organization" or source.kind == "country":
        public = True
    return Speaker(text, "group", public, None, None, rule, (text,), reason)


def _spoken_of_last(scene: Scene, source: Mention) -> Mention | None:
    """The group or body that last was a subject or spoke, near by; where there is none, the group named last."""
    at = scene.first_from(source.span.start)
    sentence, last = source.sentence, max(source.sentence - _WINDOW, 0)
    line: list[Mention] = []
    for mention in reversed(scene.mentions[max(0, at - _NEAR) : at]):
        if mention.sentence != sentence:
            if (meant := _of_sentence(scene, line)) is not None:
                return meant
            if any(m.form == "pronoun" and m.honorific in _POINTING_BACK for m in line):
                last = max(sentence - _WINDOW, source.sentence - _CHAIN)
            sentence, line = mention.sentence, []
        if sentence < last:
            return None
        if not scene.quoted(mention):
            line.insert(0, mention)
    return _of_sentence(scene, line)


def _of_sentence(scene: Scene, line: list[Mention]) -> Mention | None:
    several = [m for m in line if m.form != "pronoun" and not m.definite and (m.plural or m.form == "body")]
    speaking = [m for m in several if m.span in scene.sources]
    subjects = [m for m in several if scene.leads_clause(m)]
    groups = [m for m in several if m.plural]
    found = speaking or subjects[:1] or groups
    return found[-1] if found else None
