"""Speakers: every rule by its examples, and what the record says beside the name.

A line of ``examples/speakers/<rule>.txt`` is ``text → speaker | role``; the ``{source …}`` in the text have all
spoken, and the rule must have found that speaker for one of them. In a line that begins with ``!`` the rule must
answer for none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from quotes import extract
from quotes.lexicon import Word
from quotes.lexicon import words as word_list
from quotes.mentions import find_mentions
from quotes.model import Attribution, Span, Speaker
from quotes.speakers import resolve
from quotes.speakers.persons import loose, sex_of_name
from quotes.speakers.sieves import RULES
from quotes.text import read

EXAMPLES = Path(__file__).parent / "examples" / "speakers"
MARK = re.compile(r"\{source ([^{}]*)\}")


def examples(*, silent: bool) -> list[tuple[str, str]]:
    lines = [(p.stem, line) for p in sorted(EXAMPLES.glob("*.txt")) for line in p.read_text("utf-8").splitlines()]
    return [(rule, line.lstrip("! ")) for rule, line in lines if line.startswith("!") == silent]


def speakers(annotated: str) -> list[Speaker]:
    """The speakers of the marked sources; with none marked, of one silent attribution; ``¶`` begins a paragraph."""
    annotated = annotated.replace("¶", "\n")
    text = MARK.sub(r"\1", annotated)
    doc = read(text)
    mentions = find_mentions(doc)
    attributions = []
    for match in MARK.finditer(annotated):
        end = len(MARK.sub(r"\1", annotated[: match.start()])) + len(match.group(1))
        source = next((m for m in mentions if m.span.start < end <= m.span.end), None)
        assert source is not None, mentions
        attributions.append(Attribution((Span(end, end + 1),), "indirect", "test", source.sentence, source=source))
    return resolve(doc, mentions, attributions)


@pytest.mark.parametrize(("rule", "line"), examples(silent=False))
def test_a_rule_finds_the_speaker(rule: str, line: str) -> None:
    text, _, answer = line.partition(" → ")
    name, _, role = answer.partition(" | ")
    assert (rule, name, role) in [(s.rule, s.name, s.role or "") for s in speakers(text)]


@pytest.mark.parametrize(("rule", "line"), examples(silent=True))
def test_a_rule_leaves_others_alone(rule: str, line: str) -> None:
    assert rule not in [s.rule for s in speakers(line)]


def test_every_rule_has_examples() -> None:
    given, silent = ([rule for rule, _ in examples(silent=s)] for s in (False, True))
    assert {rule.__name__ for rule in RULES} <= set(given)
    for rule in set(given):
        assert given.count(rule) >= 3, rule
        assert rule in silent, rule


@pytest.mark.parametrize(
    ("text", "official", "affiliation"),
    [
        ("{source Ngoại trưởng Nga Ivan Petrov} nói.", True, "Nga"),
        ("{source Ông Trần Văn Bình, Giám đốc Sở Y tế Nghệ An}, nói.", True, "Sở Y tế Nghệ An"),
        ("{source Ông Trần Văn Bình, Giám đốc Công ty Hoa Mai}, nói.", False, "Công ty Hoa Mai"),
        ("{source Ông Trần Văn Bình, nguyên Giám đốc Sở Y tế}, nói.", False, "Sở Y tế"),
        ("{source Chuyên gia quân sự Nga Ivan Petrov} nói.", False, "Nga"),
        ("{source Người phát ngôn Điện Kremlin Ivan Petrov} nói.", True, "Điện Kremlin"),
        ("{source Phát ngôn viên Mary Brown của Facebook} nói.", False, "Facebook"),
        ("{source Cố vấn khoa học của chính phủ} nói.", True, "chính phủ"),
        ("{source Thiếu tá Trần Văn Bình} nói.", True, None),
        ("{source Hiệu trưởng Trường THPT Nguyễn Trãi} nói.", False, "Trường THPT Nguyễn Trãi"),
        ("{source Phía công an} nói.", True, None),
        ("{source Phía Hoa Mai} nói.", False, None),
        ("{source Phía Nga} nói.", True, None),
        ("{source Người phát ngôn của Hoa Mai} nói.", False, "Hoa Mai"),
        ("{source Người phát ngôn của Tổng thống Nga} nói.", True, "Nga"),
        ("{source Đại diện Hoa Mai Foods} nói.", False, "Hoa Mai Foods"),
        ("{source Nữ hoàng sắc đẹp Quốc tế Lê Thị Hoa} nói.", False, None),
        ("{source Phóng viên người Anh Mary Brown} nói.", False, "Anh"),
        ("{source Ông Trần Văn Bình, Trưởng khoa Nhi}, nói.", False, "khoa Nhi"),
        ("{source Cán bộ điều tra Trần Văn Bình} nói.", True, None),
        (
            "{source Bà Lê Thị Hoa - nguyên Phó trưởng khoa Giáo dục (Học viện Hoa Mai)} nói.",
            False,
            "khoa Giáo dục (Học viện Hoa Mai)",
        ),
        (
            "{source Ông Trần Văn Bình, Giám đốc Trung tâm Dự báo thuộc Bộ Thủy lợi}, nói.",
            True,
            "Trung tâm Dự báo thuộc Bộ Thủy lợi",
        ),
        (
            "{source Ông Trần Văn Bình, Giám đốc Trung tâm Y tế huyện Hải Hòa}, nói.",
            False,
            "Trung tâm Y tế huyện Hải Hòa",
        ),
        ("{source Ông Trần Văn Bình, Trưởng ban Trị sự tỉnh}, nói.", False, "ban Trị sự tỉnh"),
        ("{source Đại diện Yokohama} nói.", False, "Yokohama"),
        ("{source Ông John Brown, giám đốc châu Á của HRW}, nói.", False, "HRW"),
        ("{source Ông Trần Văn Bình, Chủ tịch Hội Nông dân xã}, nói.", True, "Hội Nông dân xã"),
        ("{source Bà Lê Thị Hoa, người sáng lập Hội Phụ nữ Làng Mai}, nói.", False, "Hội Phụ nữ Làng Mai"),
        ("{source LĐLĐ TPHCM} nói.", True, None),
        ("{source Ông Trần Văn Bình, nguyên đại úy Công an quận 6}, nói.", False, "Công an quận 6"),
        ("{source Các quan chức Nga} nói.", True, None),
        ("{source Nhiều giáo viên} nói.", False, None),
        ("{source Ngân hàng Nhà nước} nói.", True, None),
        ("{source Ngân hàng Hoa Mai} nói.", False, None),
        ("{source Ông Lê Văn Sáu, Tổng thư ký Liên đoàn Bóng đá Hoa Mai}, nói.", False, "Liên đoàn Bóng đá Hoa Mai"),
        ("{source Ông Lê Văn Sáu, cán bộ Sở Y tế}, nói.", True, "Sở Y tế"),
        ("{source Ban Quản lý Vịnh Hoa Mai} nói.", True, None),
        ("{source Ban quản lý chung cư Hoa Mai} nói.", False, None),
        ("{source Hội đồng Nghiệm thu Bộ Xây dựng} nói.", True, None),
        (
            "{source Ông Lê Văn Sáu, Trưởng phòng Tài nguyên và Môi trường huyện}, nói.",
            True,
            "phòng Tài nguyên và Môi trường huyện",
        ),
    ],
)
def test_public_office_and_body(text: str, official: bool, affiliation: str | None) -> None:
    found = speakers(text)[-1]
    assert (found.official, found.affiliation) == (official, affiliation)
    assert bool(found.official_reason) == official


def test_degrees_and_ranks_are_no_role_beside_another() -> None:
    assert speakers("{source GS.TS Trần Văn Bình} nói.")[0].role is None
    assert speakers("{source Giáo sư, nhà nghiên cứu Trần Văn Bình} nói.")[0].role == "nhà nghiên cứu"
    assert (
        speakers("{source Đại tá Trần Văn Bình, Phó Giám đốc Công an tỉnh}, nói.")[0].role
        == "Phó Giám đốc Công an tỉnh"
    )


def test_a_rank_behind_a_role_and_what_else_somebody_was_are_no_part_of_it() -> None:
    assert (
        speakers("{source Phó giám đốc Công an tỉnh, Đại tá Trần Văn Bình} nói.")[0].role == "Phó giám đốc Công an tỉnh"
    )
    text = "{source Ông Trần Văn Bình - Trưởng ban tổ chức và cũng từng là nhà vô địch} - nói."
    assert speakers(text)[0].role == "Trưởng ban tổ chức"
    text = "{source Phóng viên Mary Brown từ tờ Sao Biển} cho biết."
    assert speakers(text)[0].role == "Phóng viên từ tờ Sao Biển"


def test_an_epithet_tells_what_nothing_else_tells() -> None:
    text = "Trần Mai Hoa trở lại. {source Mai Hoa} nói. {source Nữ ca sĩ} nói."
    assert [(s.name, s.role) for s in speakers(text)] == [("Trần Mai Hoa", "Nữ ca sĩ")] * 2


def test_two_persons_of_one_given_name_stay_apart() -> None:
    text = "Ông Trần Văn Hà gặp ông Lê Văn Nam. Bà Phạm Thu Hà đến sau. {source Bà Hà} nói. {source Ông Hà} nói."
    assert [s.name for s in speakers(text)] == ["Phạm Thu Hà", "Trần Văn Hà"]


def test_the_candidates_are_told() -> None:
    text = "Ngoại trưởng Nga Ivan Petrov gặp Ngoại trưởng Mỹ John Walker. {source Ông} nói."
    assert speakers(text)[0].candidates == ("Ivan Petrov", "John Walker")


def test_who_spoke_speaks_on_where_no_source_stands() -> None:
    doc = read("Ông Trần Văn Bình nói.\n“Tôi đi”.")
    mentions = find_mentions(doc)
    said = [
        Attribution((Span(19, 20),), "indirect", "test", 0, source=mentions[0]),
        Attribution((Span(24, 30),), "direct", "test", 1),
    ]
    assert [(s.name, s.rule) for s in resolve(doc, mentions, said)] == [
        ("Trần Văn Bình", "full_name"),
        ("Trần Văn Bình", "speaks_on"),
    ]
    subject = resolve(doc, mentions, said[1:])
    assert [(s.name, s.rule) for s in subject] == [("Trần Văn Bình", "subject_before")]
    doc = read("Chợ đã đóng cửa.\n“Tôi đi”.")
    assert resolve(doc, [], [Attribution((Span(18, 24),), "direct", "test", 1)])[0].rule == "unknown"


@pytest.mark.parametrize("name", word_list("given_names").phrases.values(), ids=lambda name: name.form)
def test_a_given_name_tells_the_sex(name: Word) -> None:
    full = ("lê", "ngọc", name.form) if name.group.endswith("Vietnamese") else (name.form, "brown")
    assert sex_of_name(tuple(map(loose, full))) == name.gender


def test_a_pronoun_is_of_whom_the_name_lets_one_think() -> None:
    text = "Lê Quang Dũng đi hát cùng bạn diễn Bùi Lan Hương tối qua. {source Cô} nói."
    assert speakers(text)[0].name == "Bùi Lan Hương"
    assert speakers("Mark Brown gặp Robin Stone. {source Cô} nói.")[0].name == "Robin Stone"
    assert sex_of_name(("emma",)) is None  # a town, a storm


def test_who_speaks_in_a_long_quotation_speaks_on_behind_it() -> None:
    doc = read("Ông Trần Văn Bình nói: “A.\n\nB.\n\nC.\n\nD.\n\nE”.\n\nTrời mưa.\n\n“Tôi đi”.")
    mentions = find_mentions(doc)
    long = Attribution((Span(25, 26), Span(46, 47)), "direct", "test", 0, source=mentions[0])
    later = Attribution((Span(63, 69),), "direct", "quote_alone", len(doc.sentences) - 1)
    assert [s.name for s in resolve(doc, mentions, [long, later])] == ["Trần Văn Bình"] * 2


def test_nguoi_is_the_president_where_he_is_named() -> None:
    text = "Chủ tịch Hồ Chí Minh đã đến. Người căn dặn: “Phải yêu dân”."
    assert [q.speaker for q in extract(text)] == ["Hồ Chí Minh"]
    assert [q.speaker for q in extract(text.replace("Hồ Chí Minh", "Trần Văn Bình"))] == ["Người"]


def test_marks_before_a_name_are_words_of_the_bearer() -> None:
    text = "Chị Lê Thị Hoa kể: “Tôi mệt”.\nTrời mưa.\n“Em còn muốn gì nữa?”, Lê Văn Nam tỏ ra bức bối với vợ."
    assert [q.speaker for q in extract(text)] == ["Lê Thị Hoa", "Lê Văn Nam"]


def test_of_two_in_the_headline_who_the_article_is_about_answers() -> None:
    text = (
        "Nghệ sĩ Lê Mai Hoa và nghệ sĩ Trần Văn Nam đã cưới.\nTôi hát. Lê Mai Hoa múa. Lê Mai Hoa vẽ. Lê Mai Hoa viết."
    )
    doc = read(text)
    mentions = find_mentions(doc)
    said = Attribution((Span(52, 59),), "direct", "interview_answer", 1, owner=mentions[1])
    assert resolve(doc, mentions, [said])[0].name == "Lê Mai Hoa"


def test_words_within_a_writing_are_whose_it_is() -> None:
    doc = read("Trong giấy phép của UBND tỉnh Nghệ An nêu: “Đất để ở”. Ông Trần Văn Bình đã đến.")
    mentions = find_mentions(doc)
    said = Attribution((Span(44, 52),), "direct", "test", 0, cue=Span(38, 41))
    found = resolve(doc, mentions, [said])[0]
    assert (found.name, found.rule) == ("UBND tỉnh Nghệ An", "document_of_body")
    doc = read("Trong buổi họp của UBND tỉnh Nghệ An, có người nêu: “Đất để ở”.")
    assert resolve(doc, find_mentions(doc), [replace(said, contents=(Span(52, 60),))])[0].name is None


def test_a_verb_with_no_subject_is_of_the_one_before() -> None:
    text = "Lãnh đạo UBND tỉnh Nghệ An chúc mừng các thầy cô. Đồng thời, kêu gọi thầy trò cố gắng."
    assert [q.speaker for q in extract(text)] == ["Lãnh đạo UBND tỉnh Nghệ An"]
    text = "Lãnh đạo UBND tỉnh Nghệ An chúc mừng các thầy cô. Trời mưa. Đồng thời, kêu gọi thầy trò cố gắng."
    assert [q.speaker for q in extract(text)] == [None]


def test_who_asked_does_not_speak_on() -> None:
    doc = read("Ông Trần Văn Bình đã đến.\nBBC hỏi ông có mệt không.\n“Tôi khỏe”.")
    mentions = find_mentions(doc)
    said = [
        Attribution((Span(19, 20),), "indirect", "test", 0, source=mentions[0]),
        Attribution((Span(34, 40),), "indirect", "test", 1, cue_form="hỏi", source=mentions[1]),
        Attribution((Span(53, 58),), "direct", "test", 2),
    ]
    assert [s.name for s in resolve(doc, mentions, said)] == ["Trần Văn Bình", "BBC", "Trần Văn Bình"]


def test_no_group_says_i_in_marks() -> None:
    doc = read("Ông Trần Văn Bình nói. Nhiều người nói.\n“Tôi đi”.\n“Đi đi”.")
    mentions = find_mentions(doc)
    said = [
        Attribution((Span(19, 20),), "indirect", "test", 0, source=mentions[0]),
        Attribution((Span(36, 37),), "indirect", "test", 1, source=mentions[1]),
        Attribution((Span(41, 47),), "direct", "test", 2),
    ]
    assert [s.name for s in resolve(doc, mentions, said)] == ["Trần Văn Bình", "Nhiều người", "Trần Văn Bình"]
    said[2] = Attribution((Span(51, 56),), "direct", "test", 3)
    assert [s.name for s in resolve(doc, mentions, said)] == ["Trần Văn Bình", "Nhiều người", "Nhiều người"]


def test_what_reporters_found_out_is_no_speakers() -> None:
    doc = read("Ông Trần Văn Bình nói. Theo tìm hiểu của chúng tôi, chợ đã đóng.")
    mentions = find_mentions(doc)
    we = next(m for m in mentions if m.form == "pronoun")
    said = [
        Attribution((Span(19, 20),), "indirect", "test", 0, source=mentions[0]),
        Attribution((Span(52, 63),), "indirect", "test", 1, cue_form="theo", source=we),
    ]
    assert [s.name for s in resolve(doc, mentions, said)] == ["Trần Văn Bình", "chúng tôi"]


def test_an_opinion_that_there_is_belongs_to_nobody_named() -> None:
    text = "Ông Trần Văn Bình nói.\nTuy nhiên, có ý kiến cho rằng chợ nên mở."
    doc = read(text)
    mentions = find_mentions(doc)
    start = text.index("cho rằng")
    said = [
        Attribution((Span(19, 20),), "indirect", "test", 0, source=mentions[0]),
        Attribution((Span(start + 9, len(text) - 1),), "indirect", "test", 1, cue=Span(start, start + 8)),
    ]
    assert [s.name for s in resolve(doc, mentions, said)] == ["Trần Văn Bình", None]
    other = text.replace("có ý kiến", "ngay sau đó")
    start = other.index("cho rằng")
    said[1] = replace(said[1], contents=(Span(start + 9, len(other) - 1),), cue=Span(start, start + 8))
    assert [s.name for s in resolve(read(other), mentions, said)] == ["Trần Văn Bình", "Trần Văn Bình"]


@pytest.mark.parametrize(("times", "name"), [(8, "tôi"), (2, "Trần Văn Bình")])
def test_who_tells_his_own_story_is_not_who_spoke_before(times: int, name: str) -> None:
    doc = read("Ông Trần Văn Bình nói. " + "Tôi về nhà. " * times + "Vì thế tôi nghĩ chợ sẽ mở.")
    mentions = find_mentions(doc)
    me, end = mentions[-1], doc.sentences[-1].end
    said = [
        Attribution((Span(19, 20),), "indirect", "test", 0, source=mentions[0]),
        Attribution((Span(me.span.end + 6, end - 1),), "indirect", "test", me.sentence, source=me),
    ]
    assert [s.name for s in resolve(doc, mentions, said)] == ["Trần Văn Bình", name]


def test_marks_that_follow_on_marks_are_of_the_same_document() -> None:
    text = "Tuyên bố của Bộ Y tế: “Thuốc đã hết”.\n“Xin đợi”."
    between = text.replace("”.\n", "”.\nMưa rơi. ")
    for words, name in ((text, "Bộ Y tế"), (between, None)):
        doc = read(words)
        mentions = find_mentions(doc)
        last = words.rindex("“") + 1
        said = [
            Attribution((Span(23, 35),), "direct", "test", 0, source=mentions[0]),
            Attribution((Span(last, last + 7),), "direct", "test", len(doc.sentences) - 1),
        ]
        assert [s.name for s in resolve(doc, mentions, said)] == ["Bộ Y tế", name]


def test_who_signs_the_article_is_nobody_in_it() -> None:
    text = "{source Chị Trang} nói về chợ mới.\nNguyễn Thu Trang"
    assert [(s.name, s.rule) for s in speakers(text)] == [("Trang", "full_name")]


def silent(text: str, rule: str, **more: object) -> Speaker:
    """The speaker of the words in marks that end a text, said by nobody beside them."""
    doc = read(text)
    mentions = find_mentions(doc)
    last = doc.sentences[-1]
    words = Span(text.rindex("“") + 1, len(text) - 2)
    named = {m.sentence: m for m in mentions}
    said = [
        Attribution((Span(m.span.end, m.span.end + 1),), "indirect", "test", m.sentence, source=m)
        for m in mentions
        if text[m.span.end :].startswith(" nói")
    ]
    owner = named[0] if more.get("owned") else None
    alone = Attribution((words,), "direct", rule, last.index, owner=owner)
    return resolve(doc, mentions, [*said, alone])[-1]


def test_words_alone_are_of_whom_the_article_is_about() -> None:
    about = "Ca sĩ Mai Hoa ra đĩa mới.\nMai Hoa đã thu âm từ hè.\nAlbum của Mai Hoa có mười bài.\n“Tôi vui”."
    assert (silent(about, "quote_alone").name, silent(about, "quote_alone").rule) == ("Mai Hoa", "protagonist")
    assert silent(about, "interview_answer").name == "Mai Hoa"
    assert silent(about, "quote_series").name is None
    assert silent(about.replace("Tôi vui", "Mai Hoa vui"), "quote_alone").name is None


def test_an_answer_is_of_who_is_interviewed() -> None:
    asked = "Ông Trần Văn Bình mở tiệm.\nBà Lê Thị Hoa nói thế.\n“Tôi vui”."
    assert silent(asked, "interview_answer", owned=True).name == "Trần Văn Bình"
    assert silent(asked, "quote_alone").name == "Lê Thị Hoa"


_TALK = (
    "\nÔng nghĩ gì về chợ?\nTôi thấy chợ vắng.\nVì sao vắng, thưa ông?\nTôi nghĩ vì mưa.\nÔng mong gì?\nTôi mong nắng."
)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Chị Lê Thị Hoa bán rau. Chị Lê Thị Hoa kể thế." + _TALK + "\nXin cảm ơn ông Trần Văn Bình!", "Trần Văn Bình"),
        (
            "Chị Lê Thị Hoa bán rau. Chị Lê Thị Hoa kể thế. Báo đã trao đổi với ông Trần Văn Bình." + _TALK,
            "Trần Văn Bình",
        ),
        ("Ông Trần Văn Bình mở chợ. Chị Lê Thị Hoa bán rau. Ông Trần Văn Bình kể thế." + _TALK, "Trần Văn Bình"),
        ("Ông Trần Văn Bình nói về chợ: “Chị Lê Thị Hoa giỏi, chị Hoa ngoan”." + _TALK, "Trần Văn Bình"),
        ("Chồng Lê Thị Hoa: 'Tôi mở chợ'\nTrần Văn Bình vừa mở chợ với Lê Mai Hương." + _TALK, "Trần Văn Bình"),
    ],
)
def test_who_is_interviewed_is_thanked_or_talked_with_or_named_most(asked: str, name: str) -> None:
    answers = [q for q in extract(asked) if q.rule == "interview_answer"]
    assert [q.speaker for q in answers] == [name] * 3


def test_advice_to_readers_is_no_interview() -> None:
    assert not extract("Cách giữ tài khoản." + _TALK.replace("ông", "bạn").replace("Ông", "Bạn"))


def test_words_in_marks_go_on_for_no_medium() -> None:
    assert silent("Ông Trần Văn Bình nói thế.\nReuters nói thế.\n“Tôi vui”.", "quote_alone").name == "Trần Văn Bình"


def test_whose_people_they_are_is_not_who_it_is() -> None:
    said = extract("Ông Trần Văn Bình nhập viện. Đội ngũ của ông nói tình hình đã ổn định.")
    assert [q.speaker for q in said] == ["Đội ngũ của ông"]


def test_words_alone_are_of_whom_the_next_sentence_names() -> None:
    said = extract("“Tôi không còn gì nữa”. Ông Trần Văn Bình, 60 tuổi, ngồi bần thần trước nhà.")
    assert [(q.speaker, q.speaker_rule) for q in said] == [("Trần Văn Bình", "subject_behind")]
    named = extract("“Ông Trần Văn Bình không còn gì nữa”. Ông Trần Văn Bình ngồi bần thần trước nhà.")
    assert [q.speaker_rule for q in named] == ["unknown"]


def test_words_alone_are_of_who_has_become_the_subject() -> None:
    crying = "Ông Trần Văn Bình nói thế.\nSáng nay, chị Lê Thị Hoa lau mắt. “Tôi vui”."
    assert (silent(crying, "quote_alone").name, silent(crying, "quote_alone").rule) == ("Lê Thị Hoa", "subject_before")
    asking = crying.replace("chị Lê Thị Hoa lau mắt", "phóng viên Lê Thị Hoa đến")
    assert silent(asking, "quote_alone").name == "Trần Văn Bình"


def test_a_cue_is_no_part_of_who_speaks() -> None:
    doc = read("“Xe đã cháy”, vị cán bộ công an quận Ba Đình thông tin.")
    mention = find_mentions(doc)[0]
    cut = replace(mention, span=Span(mention.span.start, doc.text.index(" thông tin")), last=mention.last - 2)
    speaker = resolve(doc, [mention], [Attribution((Span(1, 11),), "direct", "test", 0, source=cut)])[0]
    assert (speaker.name, speaker.role) == ("vị cán bộ công an quận Ba Đình", "cán bộ công an quận Ba Đình")


def test_voices_in_a_row_are_of_the_group() -> None:
    said = "Nhiều người dân bàn tán.\n“Tôi vui”."
    assert (silent(said, "quote_series").name, silent(said, "quote_series").kind) == ("Nhiều người dân", "group")


@pytest.mark.parametrize(
    ("lead", "name", "kind"),
    [
        ("Nhiều khán giả để lại lời khen:", "Nhiều khán giả", "group"),
        ("Lời khen cho ca sĩ Mai Hoa:", None, "unknown"),
        ("Phản ứng của đạo diễn Lê Nam:", "Lê Nam", "person"),
        ("Dân mạng bàn tán về ca sĩ Mai Hoa.", "Mai Hoa", "person"),
    ],
)
def test_comments_are_of_no_person_named_before(lead: str, name: str | None, kind: str) -> None:
    said = f"Ca sĩ Mai Hoa nói thế.\n{lead}\n“Đẹp quá”."
    assert (silent(said, "quote_alone").name, silent(said, "quote_alone").kind) == (name, kind)


def test_a_letter_is_of_who_sent_it_though_his_name_stands_under_it() -> None:
    text = "Bác sĩ Lê Hoài Nam gửi một bức thư. Nội dung như sau:\n“Các bạn thân mến,\nTôi sẽ đi xa.\nLê Hoài Nam”."
    assert [(q.speaker, q.speaker_rule) for q in extract(text)] == [("Lê Hoài Nam", "subject_before")]


def test_comments_in_a_row_are_of_the_crowd_though_each_says_i() -> None:
    text = (
        "Bạn gái của anh Lê Nam kể. Nhiều người bình luận:\n“Đúng là con gái, thật hết chịu nổi.”\n“Tôi cũng ngủ luôn.”"
    )
    assert [(q.speaker, q.speaker_kind) for q in extract(text)] == [("Nhiều người", "group")] * 2


def test_who_is_spoken_of_by_name_says_something_else() -> None:
    said = "Ông Trần Văn Bình nói thế.\nBà Lê Thị Hoa nói thế.\n“Tôi thương bà Hoa”."
    assert silent(said, "quote_alone").name == "Trần Văn Bình"
    assert silent(said.replace("bà Hoa", "Hoa"), "quote_alone").name == "Lê Thị Hoa"  # many say their own name


@pytest.mark.parametrize(
    ("text", "cue_form", "name"),
    [
        ("Ông Trần Văn Bình nói. Tôi cho rằng chợ sẽ mở.", "cho rằng", "Trần Văn Bình"),
        ("Ông Trần Văn Bình nói. Tôi hỏi chợ sẽ mở chưa.", "hỏi", "Tôi"),
        ("Ông Trần Văn Bình nói.\nTôi cho rằng chợ sẽ mở.", "cho rằng", "Tôi"),
        ("Bộ Y tế nói. Tôi cho rằng chợ sẽ mở.", "cho rằng", "Tôi"),
    ],
)
def test_i_is_who_spoke_in_the_same_paragraph_or_who_writes(text: str, cue_form: str, name: str) -> None:
    doc = read(text)
    mentions = find_mentions(doc)
    me, end = mentions[-1], doc.sentences[-1].end
    first = mentions[0].span.end
    said = [
        Attribution((Span(first + 1, first + 2),), "indirect", "test", 0, source=mentions[0]),
        Attribution((Span(end - 3, end - 1),), "indirect", "test", me.sentence, cue_form=cue_form, source=me),
    ]
    assert resolve(doc, mentions, said)[1].name == name


def test_one_word_of_a_long_foreign_name_is_that_person() -> None:
    found = speakers("{source Tổng thống Peru Juan Antonio Lopez da Costa} nói. {source Ông Lopez} nói.")
    assert [s.name for s in found] == ["Juan Antonio Lopez da Costa"] * 2
    assert speakers("{source Ông Lê Văn Quốc Anh} nói. {source Ông Quốc} nói.")[1].name == "Quốc"


def test_others_who_were_there_are_no_role() -> None:
    present = "{source Ông Trần Văn Bình, Giám đốc Sở Y tế, đại diện các bộ ngành}, nói."
    assert speakers(present)[0].role == "Giám đốc Sở Y tế"
    met = "{source Ông Trần Văn Bình, Giám đốc Sở Y tế cùng lãnh đạo huyện} đã đến thăm."
    assert speakers(met)[0].role == "Giám đốc Sở Y tế"


def test_who_tells_a_story_is_the_person_with_office_and_full_name() -> None:
    text = "Bị cáo Trần Văn Bình đã đến. Bình im lặng. Theo {source lời khai của Bình}, xe đã bán."
    found = speakers(text)[0]
    assert (found.name, found.kind, found.role) == ("Trần Văn Bình", "person", "Bị cáo")
    given = "Trần Văn Bình bị bắt. Theo {source lời kể của Bình}, xe đã bán."
    assert [(s.name, s.kind) for s in speakers(given)] == [("Trần Văn Bình", "person")]
    stranger = "Theo {source lời khai của Thái}, xe đã bán."
    assert [(s.name, s.kind) for s in speakers(stranger)] == [("Thái", "person")]
    other = "Bị cáo Trần Văn Bình đã đến. Theo {source báo cáo của Finbase}, giá sẽ tăng."
    assert speakers(other)[0].kind == "organization"


def test_a_former_office_is_over_wherever_it_is_named() -> None:
    then = "Đại úy công an Trần Văn Bình (Công an quận 6) hầu tòa."
    text = then + " {source Trần Văn Bình, nguyên đại úy Công an quận 6}, nói."
    found = speakers(text)[0]
    assert (found.official, found.role) == (False, "nguyên đại úy Công an quận 6")


def test_a_title_is_of_nobody_who_is_named_later() -> None:
    lines = ["Chợ đã đóng cửa."] * 5
    later = "\n".join([*lines, "{source Tài xế} nói.", "{source Tài xế Trần Văn Bình} nói."])
    assert [s.name for s in speakers(later)] == ["Tài xế", "Trần Văn Bình"]


def test_address_in_marks_tells_no_gender() -> None:
    text = "Sinh viên Lê Công Minh học giỏi. “Bà và dì nuôi em”, {source Minh} kể. {source Nam sinh} cho hay sẽ cố."
    assert [s.name for s in speakers(text)] == ["Lê Công Minh"] * 2


@pytest.mark.parametrize(
    ("text", "role"),
    [
        # beside the name before what stands in its place, unless that is the same post in more words
        ("{source Danh ca Lê Mai Hoa} nói. Nữ ca sĩ đã hát ở Huế.", "Danh ca"),
        ("{source Bị cáo Trần Văn Bình} nói. Lái xe của Bình đợi ở cổng.", "Bị cáo"),
        ("{source Đội trưởng Trần Văn Bình} nói. Đội trưởng tuyển Việt Nam đã ký.", "Đội trưởng tuyển Việt Nam"),
        ("{source Anh Trần Văn Bình} nói. Thủ môn người Đức đã ký.", "Thủ môn người Đức"),
        # a title that could be said of many, where it neither leads a clause nor names whose it is
        ("{source Diễn viên Lê Mai Hoa} nói. Chị dạy lại cho thế hệ diễn viên trẻ.", "Diễn viên"),
        ("{source Lê Mai Hoa} nói. Chị thuê người mẫu.", None),
        ("{source Lê Mai Hoa} nói. Người ta mến nữ ca sĩ.", "nữ ca sĩ"),
        ("{source Lê Mai Hoa} nói. Người ta mến cựu người mẫu.", "cựu người mẫu"),
        # sex and age in place of a name are no role; with the name they stand, and with more than that
        ("Lê Mai Hoa là cô gái trẻ. {source Hoa} nói.", None),
        ("{source Cô gái Lê Mai Hoa} nói.", "Cô gái"),
        # the long form of two that say the same
        ("{source NTK Lê Mai Hoa} nói. Nhà thiết kế Lê Mai Hoa đã về.", "Nhà thiết kế"),
        ("{source NTK Lê Mai Hoa} nói. Hoa mở tiệm.", "NTK"),
        # whose an office is, told by a pronoun, makes it no fuller
        ("{source Phó tổng thống Lê Mai Hoa} nói. Phó tổng thống của họ đã về.", "Phó tổng thống"),
        # somebody else of that kind
        ("{source Tỷ phú Lê Mai Hoa} nói. Hoa và tỷ phú khác đã về.", "Tỷ phú"),
        ("{source Một du khách khác} nói.", None),
        # what tells which, in place of the name, though it points at somebody; kin tells no post
        ("{source Lê Mai Hoa} nói. Vị bác sĩ đã về.", None),
        ("{source Mark Redfern} nói. Vị chiến lược gia người Đức đã ký.", "chiến lược gia người Đức"),
        ("{source Em gái Lê Mai Hoa} nói. Nữ ca sĩ người Huế đã hát.", "Nữ ca sĩ người Huế"),
        # what somebody is besides, without whose kin
        (
            "{source Lê Mai Hoa, bác sĩ cấp cứu ở Huế và là nghị sĩ đảng Bình minh}, nói.",
            "bác sĩ cấp cứu ở Huế và là nghị sĩ đảng Bình minh",
        ),
        ("{source Lê Mai Hoa – Chủ tịch HĐQT và là con gái ông Nam} – nói.", "Chủ tịch HĐQT"),
        # kin of somebody with an office holds none
        ("{source Lê Mai Hoa, chị gái của Thủ tướng Trần Văn Bình}, nói.", "chị gái của Thủ tướng Trần Văn Bình"),
        # the office that somebody has come into before the one that was left
        (
            "{source Bà Lê Mai Hoa, Ủy viên Bộ Chính trị, Phó Chủ tịch Quốc hội}, nói. Tân Chủ tịch Quốc hội Lê Mai Hoa"
            " đã đến.",
            "Tân Chủ tịch Quốc hội",
        ),
    ],
)
def test_the_fullest_role(text: str, role: str | None) -> None:
    assert speakers(text)[0].role == role


def test_a_given_name_that_is_another_word_too_is_of_its_bearer() -> None:
    (q,) = extract("Em Đỗ Gia Bảo, học sinh lớp 5, muốn học đàn. “Con kéo được rồi”, Bảo khoe.")
    assert (q.speaker, q.role, q.speaker_rule) == ("Đỗ Gia Bảo", "học sinh lớp 5", "part_of_name")


def test_an_initial_is_of_who_is_told_by_initials() -> None:
    text = "Công an giữ xe của em P.A.K (15 tuổi). K cho biết mình đang học lớp 11 ở Huế."
    assert [q.speaker for q in extract(text)] == ["P.A.K"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nói về bà Lê Thị Hoa, luật sư cho biết phiên tòa sẽ hoãn.", "luật sư"),
        ("Anh Trần Đức Mạnh đã đến. Nói về anh Lê Nam, đội trưởng Mạnh cho biết toàn đội rất vui.", "Trần Đức Mạnh"),
        ("Ông Lê Văn Nam, Giám đốc Sở Y tế, cho biết phiên họp sẽ hoãn.", "Lê Văn Nam"),
    ],
)
def test_whose_name_is_governed_is_not_who_speaks_behind_the_comma(text: str, name: str) -> None:
    assert [q.speaker for q in extract(text)] == [name]


def test_words_said_within_marks_make_nobody_speak_on() -> None:
    text = "Ông Trần Văn Bình nói: “Tôi chưa đọc, nhưng ông Lê Nam nói chợ sẽ đóng cửa”.\n“Tôi mong chợ mở lại”."
    assert extract(text)[-1].speaker == "Trần Văn Bình"


def test_a_description_that_tells_nothing_new_is_still_of_whom_it_is_said() -> None:
    text = "Cô giáo {source Trần Quế Mai} kể. Cô Mai là giáo viên trẻ. {source Giáo viên này} nói."
    assert [s.name for s in speakers(text)] == ["Trần Quế Mai"] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sở Y tế đã kiểm tra quán của ông Lê Nam.\nĐồng thời, yêu cầu chủ quán dừng bán hàng.", "Sở Y tế"),
        ("Nhiều phụ huynh đã gặp hiệu trưởng Lê Nam.\nNgoài ra, đề nghị trường giảm học phí.", "Nhiều phụ huynh"),
        ("Thay mặt Nhà nước, ông Lê Nam trao quà.\nĐồng thời, đề nghị các em học giỏi.", "Lê Nam"),
    ],
)
def test_a_verb_behind_moreover_is_of_the_subject_before(text: str, name: str) -> None:
    assert [q.speaker for q in extract(text)] == [name]


@pytest.mark.parametrize("got", ["nhận được nhiều bình luận khen ngợi", "nhận về hàng loạt lời khen"])
def test_what_somebody_gets_to_hear_is_not_hers(got: str) -> None:
    assert [q.speaker for q in extract(f"Ca sĩ Đào Thu Lan {got}: “Chị hát hay quá, em mê chị lắm”.")] == [None]


@pytest.mark.parametrize(("credit", "name"), [("kiểm lâm LÊ AN", "kiểm lâm"), ("kiểm lâm Lê An.", "Lê An")])
def test_who_took_the_picture_is_nobody_spoken_of(credit: str, name: str) -> None:
    text = f"Người dân giao chim cho {credit}\nĐến nơi, kiểm lâm cho biết chim còn khỏe mạnh."
    assert [q.speaker for q in extract(text)] == [name]


def test_words_in_marks_are_of_a_full_name_before_them_that_is_of_this_age() -> None:
    text = (
        "Các chuyên gia cho rằng điểm năm nay cao.\nLê Thị Lý (19 tuổi, ở Huế) vẫn lo. “Em chọn ngành Luật, mong đỗ”."
    )
    assert [q.speaker for q in extract(text)] == ["Các chuyên gia", "Lê Thị Lý"]


def test_words_behind_a_full_stop_are_of_whom_the_sentence_before_cites() -> None:
    text = "Hãng tin Sao Mai dẫn lời ông Lê Nam.\n“Chúng tôi sẽ không lùi bước trước ai”.\nÔng Hans Braun im lặng."
    assert [q.speaker for q in extract(text)] == ["Lê Nam"]


def test_a_scene_is_no_part_of_the_name_behind_it() -> None:
    text = "Vai của Trung Đạt gây sốt. Anh Trung Đạt nói: “Cảnh Trung Đạt đánh Thúy Na quay mất bốn tiếng”."
    assert [q.speaker for q in extract(text)] == ["Trung Đạt"]
