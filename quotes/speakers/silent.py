"""Words with no source beside them: whose they go on being."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from quotes.model import Attribution, Mention, Span, Speaker
from quotes.speakers.answers import for_body, for_person, nobody
from quotes.speakers.fitting import same_gender
from quotes.speakers.groups import for_group
from quotes.speakers.persons import Person, name_key
from quotes.speakers.scene import Scene

_FAR, _NEXT, _BEFORE = 3, 0, 1  # paragraphs
_SIGNATURE = 40  # characters of a name under a letter
_MENTIONS = 40  # before the words, among which their subject is
_ASKING = frozenset(("hỏi", "đặt câu hỏi", "đặt vấn đề", "chất vấn", "thắc mắc", "gặng hỏi", "hỏi thăm"))
_OWN_POINT = frozenset(("đặt vấn đề", "chất vấn", "thắc mắc"))  # who asks so goes on with it


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
        return _protagonist(scene) or _named_most(scene) or nobody()
    if attribution.rule == "quote_series":
        return _crowd(scene, attribution) or nobody()
    if _opinion(scene, attribution):
        return nobody()
    if attribution.source is not None and scene.own_story:
        return for_body(scene, attribution.source)
    before = (
        _told_within(scene, attribution)
        or _cited_before(scene, attribution)
        or _reactions(scene, attribution)
        or _subject_goes_on(scene, attributions, number)
        or _subject_before(scene, attributions, number)
        or _subject_behind(scene, attribution)
        or _speaks_on(scene, attributions, number, spoken)
    )
    if attribution.source is not None and not (before is not None and _says_i(scene, attributions, number, before)):
        return for_body(scene, attribution.source)
    if before is not None:
        spoken[number] = before
        return before
    after = spoken[number + 1] if number + 1 < len(spoken) else None
    paragraph = _paragraph(scene, attribution)
    if after is not None and _paragraph(scene, attributions[number + 1]) - paragraph <= _NEXT:
        return replace(after, rule="speaks_next", candidates=())
    alone = attribution.rule == "quote_alone" and not _names_protagonist(scene, attribution)
    return (_protagonist(scene) if alone else None) or nobody()


def _opinion(scene: Scene, attribution: Attribution) -> bool:
    """``Cũng có ý kiến cho rằng``, ``có người đặt câu hỏi``: somebody, and nobody who was named."""
    if attribution.cue is None:
        return False
    start = max(scene.doc.sentences[attribution.sentence].start, attribution.cue.end - _PHRASE)
    return _SOMEBODY.search(scene.doc.text, start, attribution.cue.end) is not None


_PHRASE = 90  # characters in which it is said that somebody says so
_SOMEBODY = re.compile(r"\bcó (?:\w+ )?(?:ý kiến|người|quan điểm|tin đồn)(?: \w+){0,6}$", re.IGNORECASE)


def _told_within(scene: Scene, attribution: Attribution) -> Speaker | None:
    """``Trong giấy phép của UBND tỉnh A nêu: “…”``, ``Trong bức thư trên có đoạn viết: “…”``: whose writing it is."""
    sentence = scene.doc.sentences[attribution.sentence]
    start = attribution.contents[0].start
    if attribution.source is not None or not sentence.words or sentence.words[0] not in _WITHIN:
        return None
    there = scene.across(Span(sentence.start, start))
    if not there or not _WRITTEN.fullmatch(scene.doc.text, there[-1].span.end, start):
        return None
    of = scene.doc.text[sentence.start : there[-1].span.start].endswith(" của ")
    if there[-1].form == "document":
        return for_body(scene, there[-1])
    person = scene.of.get(there[-1].span)
    if not of or (person is None and there[-1].form != "body"):
        return None
    said = for_person(scene, there[-1], person) if person is not None else for_body(scene, there[-1])
    return replace(said, rule="document_of_body", candidates=())


_WITHIN = frozenset(("trong", "tại", "ở", "cuối", "đầu", "mở"))
_WRITTEN = re.compile(
    r"(?: (?:nói trên|này|trên|cũng|còn|có|đoạn|viết|nêu|ghi|rõ|nội dung|như sau|phần|câu|đó))*[\s:,“\"]*",
    re.IGNORECASE,
)


def _cited_before(scene: Scene, attribution: Attribution) -> Speaker | None:
    """``Báo A dẫn lời ông Nam. “…”``, ``Tuy nhiên, theo như bà Hoa. “…”``: with whom the sentence before ends."""
    lead = scene.lead_in(attribution.contents[0].start)
    if attribution.cue is not None or scene.doc.sentences[attribution.sentence].start == lead.start:
        return None
    cited = _CITED.search(scene.doc.text, lead.start, lead.end)
    there = scene.across(Span(cited.end(), lead.end)) if cited is not None else []
    source = next((m for m in there if cited is not None and m.span.start == cited.end()), None)
    if source is None or source.plural or any(map(str.isalnum, scene.doc.text[source.span.end : lead.end])):
        return None
    person = scene.of.get(source.span)
    said = for_person(scene, source, person) if person is not None else for_body(scene, source)
    return replace(said, rule="subject_before", candidates=()) if said.kind == "person" else None


_CITED = re.compile(r"\b(?:(?:dẫn|trích)(?: lại)? lời(?: của)?|theo(?: như| lời)?) (?=[^.\n]{3,90}\.\s)", re.IGNORECASE)


def _says_i(scene: Scene, attributions: Sequence[Attribution], number: int, speaker: Speaker) -> bool:
    """``Ông Nam nói chợ đã đóng. Tôi cho rằng …``: who spoke goes on as ``tôi``; else ``tôi`` is who writes."""
    here = attributions[number]
    if speaker.kind != "person" or here.cue_form in _ASKING or not number or here.cue_form == "theo":
        return False  # theo tìm hiểu của chúng tôi
    return _paragraph(scene, here) == _paragraph(scene, attributions[number - 1])


def _reactions(scene: Scene, attribution: Attribution) -> Speaker | None:
    """``Một số bình luận nổi bật:⏎“…”``: of those whom the words before the colon name, or of nobody named."""
    lead = scene.lead_in(attribution.contents[0].start)
    words = scene.doc.text[lead.start : lead.end]
    found = _REACTIONS.search(words) if _COLON.search(words) else None
    if found is None or (attribution.cue is not None and not _within(attribution.cue, lead.start, found)):
        return None
    there = scene.across(lead)
    whose = next((m.name for m in there if m.name and _THEIRS.search(words, 0, m.name.start - lead.start)), None)
    person = scene.called(scene.doc.text[whose.start : whose.end]) if whose is not None else None
    if person is not None:
        return replace(for_person(scene, person.mentions[0], person), rule="subject_before", candidates=())
    voices = [m for m in there if m.plural and m.form != "pronoun"]
    if voices:
        return replace(for_group(scene, voices[0], None, "voices_of_group"), candidates=())
    many = _MANY.match(words)
    return Speaker(many["who"], "group", False, None, None, "voices_of_group") if many is not None else nobody()


def _within(cue: Span, start: int, found: re.Match[str]) -> bool:
    """``dành lời | khen | cho chị Hoa:``: a word of saying that is part of what tells of reactions."""
    return start + found.start() <= cue.start and cue.end <= start + found.end()


_COLON = re.compile(r":\W*$")
_WORDS = "bình luận|lời khen|lời chê|lời chúc|phản hồi|ý kiến|phản ứng|tranh cãi"
_PRAISE = "khen ngợi|khen|chê bai|chê|tích cực|tiêu cực|chúc mừng|động viên|ủng hộ|chỉ trích|trái chiều|châm chọc"
_REACTIONS = re.compile(rf"\b(?:(?:{_WORDS})(?: (?:{_PRAISE}))*|dân mạng|netizen|ai nấy)\b", re.IGNORECASE)
_MANY = re.compile(
    rf"\W*(?:dưới đây là )?(?P<who>(?:một số|một vài|vài|nhiều|hàng loạt|hàng trăm|hàng nghìn|vô số|không ít|những|các)"
    rf" (?:{_WORDS})\b)",
    re.IGNORECASE,
)
_THEIRS = re.compile(rf"\b(?:{_WORDS}) của (?:\w+ ){{0,3}}$", re.IGNORECASE)


def _subject_before(scene: Scene, attributions: Sequence[Attribution], number: int) -> Speaker | None:
    """``Chị Hoa lau mắt. “…”``: the person who has become the subject since the last words were said."""
    here = attributions[number]
    last = attributions[number - 1].sentence if number else -1
    start, paragraph = here.contents[0].start, _first_paragraph(scene, here)
    at = scene.first_from(start)
    for mention in reversed(scene.mentions[max(0, at - _MENTIONS) : at]):
        if mention.sentence <= last or paragraph - scene.doc.sentences[mention.sentence].paragraph > _BEFORE:
            break
        person = scene.of.get(mention.span)
        if person is None or mention.form == "description" or not scene.leads_clause(mention) or scene.quoted(mention):
            continue
        if _while(scene, mention) or scene.caption(mention.sentence):
            continue
        asks = any(r.head is not None and r.head.group == "press" for r in person.roles)
        beside = here.cue is not None and mention.sentence == here.sentence
        known = person.roles or person.honorifics or (person.named and scene.surely(person))
        sure = beside or (known and not (_names(scene, here, person) or _of_him(scene, attributions, number, person)))
        if not asks and sure and (person.named or scene.speaks(person) or _goes_on(scene, here, mention)):
            return replace(for_person(scene, mention, person), rule="subject_before", candidates=())
    return None


def _while(scene: Scene, mention: Mention) -> bool:
    """``Trong khi | đối thủ Sao Băng mở rộng, …``: the subject of what goes on beside, and not of the sentence."""
    words = scene.doc.sentences[mention.sentence].words
    return words[max(0, mention.first - 2) : mention.first] == ("trong", "khi")


def _of_him(scene: Scene, attributions: Sequence[Attribution], number: int, person: Person) -> bool:
    """``HLV nói: “…”. Lê Nam là trụ cột. “Cậu ấy …”``: who was told of is spoken of, by whoever spoke before."""
    here = attributions[number]
    if not number or here.cue is not None or here.quote_type != "direct":
        return False
    inside = [m for m in scene.across(here.contents[0]) if not m.plural]
    if not person.vietnamese and any(scene.of.get(m.span) is person and m.name is not None for m in inside):
        return True  # “… Tolan sẽ còn tiến bộ”
    start = here.contents[0].start
    said = next((m for m in inside if m.span.start - start < _SOON and m.form == "pronoun"), None)
    if said is None or not scene.text(said).endswith((" ấy", " ta", "ổng", "bả")):
        return False
    return said.gender is None or same_gender(person, said)


_SOON = 30  # characters


def _goes_on(scene: Scene, here: Attribution, mention: Mention) -> bool:
    """``Lãnh đạo tỉnh chúc mừng các thầy. Đồng thời, kêu gọi …``: a verb of the same subject, if one of office."""
    if here.cue is None or mention.sentence != here.sentence - 1 or here.cue.end > here.contents[0].start:
        return False
    before = scene.doc.text[scene.doc.sentences[here.sentence].start : here.cue.start]
    return mention.form == "title" and _MOREOVER.fullmatch(before) is not None


_MOREOVER = re.compile(
    r"\W*(?:đồng thời|bên cạnh đó|ngoài ra|qua đó|từ đó|song song đó|cùng với đó|mặt khác|cũng|và|\W)*",
    re.IGNORECASE,
)


def _subject_goes_on(scene: Scene, attributions: Sequence[Attribution], number: int) -> Speaker | None:
    """``Sở Y tế đã đến quán. Đồng thời, yêu cầu …``: the body or people of whom the sentence before was."""
    here = attributions[number]
    if here.cue is None or here.source is not None or here.cue.end > here.contents[0].start or not here.sentence:
        return None
    if number and attributions[number - 1].sentence == here.sentence - 1:
        return None
    start, before = scene.doc.sentences[here.sentence].start, scene.doc.sentences[here.sentence - 1].start
    if _MOREOVER.fullmatch(scene.doc.text, start, here.cue.start) is None:
        return None
    there = (m for m in scene.across(Span(before, start)) if scene.leads_clause(m) and not scene.quoted(m))
    subject = next(there, None)
    if subject is None or subject.sentence != here.sentence - 1 or subject.form == "pronoun":
        return None
    if scene.doc.text.startswith((",", " và"), subject.span.end):
        return None  # Thay mặt Đảng, Nhà nước, ông Nam …
    if subject.plural or subject.kind == "group":
        said = for_group(scene, subject, None, "group")
    elif subject.form == "body":
        said = for_body(scene, subject)
    else:
        return None
    return replace(said, rule="subject_before", candidates=())


def _subject_behind(scene: Scene, attribution: Attribution) -> Speaker | None:
    """``“…”⏎`` opens a paragraph, ``Ông Nam, 60 tuổi, ngồi bần thần`` goes on: whose words they were."""
    if attribution.rule not in ("quote_alone", "quote_whole") or attribution.cue is not None:
        return None
    doc, end = scene.doc, attribution.contents[-1].end
    if not _opens_paragraph(scene, attribution):
        return None
    mention = next(iter(scene.mentions[scene.first_from(end) :][:1]), None)
    if mention is None or mention.form not in ("name", "pronoun") or mention.plural:
        return None
    if doc.sentences[mention.sentence].paragraph != _paragraph(scene, attribution):
        return None
    between = doc.text[end : mention.span.start]
    tagged = _AFTER_MARKS.fullmatch(between) is not None  # “…”, Khương bức bối
    if not tagged and (
        mention.first or mention.form != "name" or not mention.honorific or any(map(str.isalnum, between))
    ):
        return None
    person = scene.of.get(mention.span)
    if person is None or _names(scene, attribution, person):
        return None
    return replace(for_person(scene, mention, person), rule="subject_behind", candidates=())


_AFTER_MARKS = re.compile(r"[”\"»’']\s?[,–-]\s?")


def _opens_paragraph(scene: Scene, attribution: Attribution) -> bool:
    """Whether words in marks stand at the head of their paragraph."""
    sentences, at = scene.doc.sentences, attribution.sentence
    before = scene.doc.text[sentences[at].start : attribution.contents[0].start]
    first = at == 0 or sentences[at - 1].paragraph != sentences[at].paragraph
    return first and not any(c.isalnum() for c in before)


def _speaks_on(
    scene: Scene, attributions: Sequence[Attribution], number: int, spoken: list[Speaker | None]
) -> Speaker | None:
    """Who spoke just before; what stands in marks goes on for no document, medium or country."""
    paragraph = _first_paragraph(scene, attributions[number])
    direct = attributions[number].quote_type == "direct"
    for back in range(number - 1, -1, -1):
        speaker = spoken[back]
        if paragraph - _last_paragraph(scene, attributions[back]) > _FAR:
            break
        source, asks = attributions[back].source, attributions[back].cue_form in _ASKING - _OWN_POINT
        if speaker is None or asks or (source is not None and scene.quoted(source)):
            continue
        person = scene.called(speaker.name)
        if person is not None and _names(scene, attributions[number], person):
            continue
        row = _adjoin(scene, attributions[back], attributions[number])  # comments of readers, each of one of them
        if direct and speaker.kind == "group" and not row and _one_person(scene, attributions[number]):
            continue
        if not direct or row or not (speaker.kind in ("media", "country") or speaker.rule.startswith("document")):
            return replace(speaker, rule="speaks_on", candidates=())
    return None


def _last_paragraph(scene: Scene, attribution: Attribution) -> int:
    """In which words end that run on below pictures and what is set in."""
    sentences = scene.doc.sentences
    last = bisect_right(sentences, attribution.contents[-1].start, key=lambda s: s.start) - 1
    return sentences[max(last, attribution.sentence)].paragraph


def _one_person(scene: Scene, attribution: Attribution) -> bool:
    """Whether words in marks say ``tôi``: then no group says them together."""
    inside = scene.across(attribution.contents[0])
    return any(m.form == "pronoun" and m.honorific == "tôi" for m in inside)


def _names(scene: Scene, attribution: Attribution, person: Person) -> bool:
    """Whether the words speak of a person by full name or with address: then somebody else says them."""
    start, last = attribution.contents[0].start, attribution.contents[-1]
    signed = last if len(attribution.contents) > 1 and last.end - last.start < _SIGNATURE else None  # a letter
    inside = scene.across(Span(start, signed.start if signed else last.end))
    return any(
        scene.of.get(m.span) is person and m.name is not None and (m.honorific or len(name_key(scene.doc, m)) > 1)
        for m in inside
    )


def _adjoin(scene: Scene, earlier: Attribution, later: Attribution) -> bool:
    """Whether nothing stands between two stretches in marks: ``“A”⏎ “B”``."""
    between = scene.doc.text[earlier.contents[-1].end : later.contents[0].start]
    return earlier.quote_type == "direct" and not any(c.isalnum() for c in between)


def _crowd(scene: Scene, attribution: Attribution) -> Speaker | None:
    """``Cư dân mạng bàn tán: “…”, “…”``: voices in a row are those of the people spoken of last."""
    before = [g for g in scene.groups if g.span.start < attribution.contents[0].start]
    return replace(for_group(scene, before[-1], None, "voices_of_group"), candidates=()) if before else None


def _protagonist(scene: Scene) -> Speaker | None:
    hero = scene.hero
    if hero is None:
        return None
    return replace(for_person(scene, hero.mentions[0], hero), rule="protagonist", candidates=())


def _named_most(scene: Scene) -> Speaker | None:
    """In an interview, the person named most, though nobody gives address or office."""
    most = max(scene.persons, key=lambda p: len(p.mentions), default=None)
    if most is None or not most.named or len(most.full) == 1 or len(most.mentions) < _OFTEN:
        return None
    return replace(for_person(scene, most.mentions[0], most), rule="protagonist", candidates=())


_OFTEN = 3


def _names_protagonist(scene: Scene, attribution: Attribution) -> bool:
    """Whether the words speak of whom the article is about: then somebody else says them."""
    start, end = attribution.contents[0].start, attribution.contents[-1].end
    return scene.hero is not None and any(start <= m.span.start < end and m.name for m in scene.hero.mentions)


def _first_paragraph(scene: Scene, attribution: Attribution) -> int:
    """The paragraph in which the words begin."""
    i, start = attribution.sentence, attribution.contents[0].start
    while i and scene.doc.sentences[i].start > start:
        i -= 1
    return scene.doc.sentences[i].paragraph


def _paragraph(scene: Scene, attribution: Attribution) -> int:
    return scene.doc.sentences[attribution.sentence].paragraph
