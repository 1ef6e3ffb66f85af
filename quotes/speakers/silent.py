"""Words with no source beside them: whose they go on being."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.model import Attribution, Speaker
from quotes.speakers.answers import for_person, nobody
from quotes.speakers.scene import Scene

_FAR, _NEXT = 3, 0  # paragraphs
_ASKING = frozenset(("hỏi", "đặt câu hỏi", "đặt vấn đề", "chất vấn"))


def without_source(
    scene: Scene,
    attributions: Sequence[Attribution],
    number: int,
    spoken: list[Speaker | None],
    owner: Speaker | None,
) -> Speaker:
    """Who is interviewed; else who spoke just before, but not who asked; who speaks next; whom the article is about."""
    attribution = attributions[number]
    if owner is not None:
        return replace(owner, rule="interviewed", candidates=())
    if attribution.rule.startswith("interview"):
        return _protagonist(scene) or nobody()
    before = _speaks_on(scene, attributions, number, spoken)
    if before is not None:
        spoken[number] = before
        return before
    after = spoken[number + 1] if number + 1 < len(spoken) else None
    paragraph = _paragraph(scene, attribution)
    if after is not None and _paragraph(scene, attributions[number + 1]) - paragraph <= _NEXT:
        return replace(after, rule="speaks_next", candidates=())
    alone = attribution.rule == "quote_alone" and not _names_protagonist(scene, attribution)
    return (_protagonist(scene) if alone else None) or nobody()


def _speaks_on(
    scene: Scene, attributions: Sequence[Attribution], number: int, spoken: list[Speaker | None]
) -> Speaker | None:
    """Who spoke just before; what stands in marks goes on for no document, medium or country."""
    paragraph = _paragraph(scene, attributions[number])
    direct = attributions[number].quote_type == "direct"
    for back in range(number - 1, -1, -1):
        speaker = spoken[back]
        if paragraph - _paragraph(scene, attributions[back]) > _FAR:
            break
        if speaker is None or attributions[back].cue_form in _ASKING:
            continue
        if not direct or not (speaker.kind in ("media", "country") or speaker.rule.startswith("document")):
            return replace(speaker, rule="speaks_on", candidates=())
    return None


def _protagonist(scene: Scene) -> Speaker | None:
    hero = scene.hero
    if hero is None:
        return None
    return replace(for_person(scene, hero.mentions[0], hero), rule="protagonist", candidates=())


def _names_protagonist(scene: Scene, attribution: Attribution) -> bool:
    """Whether the words speak of whom the article is about: then somebody else says them."""
    start, end = attribution.contents[0].start, attribution.contents[-1].end
    return scene.hero is not None and any(start <= m.span.start < end and m.name for m in scene.hero.mentions)


def _paragraph(scene: Scene, attribution: Attribution) -> int:
    return scene.doc.sentences[attribution.sentence].paragraph
