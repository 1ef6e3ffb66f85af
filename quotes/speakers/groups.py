"""Several speakers as one: ``nhiều chuyên gia``, ``ông A và bà B``, and whom ``họ`` means."""

from __future__ import annotations

from dataclasses import replace

from quotes.lexicon import words as word_list
from quotes.model import Mention, Span, Speaker
from quotes.speakers.answers import for_body, for_person
from quotes.speakers.fitting import counted
from quotes.speakers.joined import AND, between
from quotes.speakers.roles import body_word, official
from quotes.speakers.scene import Scene, plain

# `cả hai`, `mọi người`, `số khác` are those that they name, and nobody who was named before.
_POINTING_BACK = frozenset(("họ", "bọn họ", "chúng"))
_PEOPLE = frozenset(("những người này", "các vị này", "ông bà này"))  # no body and no medium
_ASIDE = frozenset(("khi", "với", "theo"))  # what stands behind one of these is no subject of the sentence
_WINDOW = 2  # sentences back in which the group stands
_CHAIN = 8  # sentences over which `họ … họ … họ` goes on
_NEAR = 40  # mentions


def for_group(scene: Scene, source: Mention, left: Mention | None, rule: str) -> Speaker:
    """Several speakers as one: the phrase as it stands; ``họ`` is the group or body spoken of last."""
    if source.form == "pronoun" and left is None and source.honorific in _POINTING_BACK | _PEOPLE:
        meant = _spoken_of_last(scene, source)
        if meant is None:
            return Speaker(scene.text(source), "group", False, None, None, "source_as_it_stands", ())
        first = _first_of(scene, meant)
        if first is meant and not meant.plural:
            person = scene.of.get(meant.span)
            said = for_body(scene, meant) if person is None else for_person(scene, meant, person)
            return replace(said, rule="group_spoken_of_last", candidates=(said.name,) if said.name else ())
        return _together(scene, first, _last_of(scene, meant), "group_spoken_of_last")
    return _together(scene, left or source, source, rule)


def _together(scene: Scene, first: Mention, last: Mention, rule: str) -> Speaker:
    text = plain(scene.doc.text[first.span.start : last.span.end])
    public, reason = official([[scene.role(last)]])
    word = body_word(scene.text(last)) if last.form == "description" and not last.roles else None
    if (
        last.kind == "organization"
        or last.kind == "country"
        or (word is not None and word.official and word.form != "phía")
    ):
        public = True
    return Speaker(text, "group", public, None, None, rule, (text,), reason)


def _first_of(scene: Scene, meant: Mention) -> Mention:
    """``bà A | và ông B``: what ``và`` joins to a mention from the left."""
    left = scene.next_to(meant, -1)
    return left if left is not None and between(scene, left, meant) in AND else meant


def _last_of(scene: Scene, meant: Mention) -> Mention:
    """``bạn bè | và đồng nghiệp của ông``."""
    right = scene.next_to(meant, 1) if meant.plural else None
    joins = right is not None and right.form != "pronoun" and between(scene, meant, right) in AND
    return right if right is not None and joins else meant


def _spoken_of_last(scene: Scene, source: Mention) -> Mention | None:
    """The group or body that last was a subject or spoke, near by; where there is none, the group named last."""
    people = source.honorific in _PEOPLE
    at = scene.first_from(source.span.start)
    sentence, last = source.sentence, max(source.sentence - _WINDOW, 0)
    line: list[Mention] = []
    for mention in reversed(scene.mentions[max(0, at - _NEAR) : at]):
        if mention.sentence != sentence:
            if (meant := _of_sentence(scene, line, people)) is not None:
                return meant
            if any(m.form == "pronoun" and m.honorific in _POINTING_BACK | _PEOPLE for m in line):
                last = max(sentence - _WINDOW, source.sentence - _CHAIN)
            sentence, line = mention.sentence, []
        if sentence < last:
            return None
        if not scene.quoted(mention):
            line.insert(0, _with_relative(scene, mention))
    return _of_sentence(scene, line, people)


def _with_relative(scene: Scene, mention: Mention) -> Mention:
    """``Bà Hoa | và chồng``: the two as one; a mention alone as it is."""
    sentence = scene.doc.sentences[mention.sentence]
    if mention.kind != "person" or sentence.words[mention.last : mention.last + 1] not in (("và",), ("cùng",)):
        return mention
    relative = word_list("titles").longest(sentence.words, mention.last + 1)
    if relative is None or relative[0].kind != "kin":
        return mention
    span = Span(mention.span.start, sentence.ends[relative[1] - 1])
    return Mention(span, mention.sentence, mention.first, relative[1], "description", "group", plural=True)


def _of_sentence(scene: Scene, line: list[Mention], people: bool) -> Mention | None:
    several = [m for m in line if m.form != "pronoun" and not m.definite and _several(scene, m, people)]
    speaking = [m for m in several if m.span in scene.sources]
    subjects = [m for m in several if scene.leads_clause(_first_of(scene, m))]
    main = [m for m in subjects if not _aside(scene, _first_of(scene, m))]
    groups = [m for m in several if m.plural]
    found = speaking or main[:1] or subjects[:1] or groups
    return found[-1] if found else None


def _several(scene: Scene, mention: Mention, people: bool) -> bool:
    """Whether ``họ`` can mean it: a group, a body, two persons joined; no medium that reports."""
    if mention.plural or _people(scene, mention):
        return True
    if mention.form == "body" or (mention.form == "name" and mention.kind == "organization"):
        return not people and (mention.kind != "media" or mention.span not in scene.sources)
    return mention.kind == "person" and _first_of(scene, mention) is not mention


def _people(scene: Scene, mention: Mention) -> bool:
    """``người phương Tây``, ``người dân``, ``dân làng``: all of them, where it is said with no number."""
    if mention.form != "description" or mention.head not in _OF_MANY:
        return False
    return scene.role(mention).rest != frozenset() and not counted(scene, mention)


_OF_MANY = frozenset(("người", "dân", "cư dân", "người dân"))


def _aside(scene: Scene, mention: Mention) -> bool:
    words = scene.doc.sentences[mention.sentence].words
    return mention.first > 0 and words[mention.first - 1] in _ASIDE
