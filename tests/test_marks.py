"""Quotation marks of every kind, paired before the text is cut into sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.marks import find_contents
from quotes.model import Content
from quotes.text import read


def contents(text: str) -> tuple[Content, ...]:
    doc = read(text)
    assert doc.contents == find_contents(text, doc.paragraphs)
    return doc.contents


def words(text: str) -> list[tuple[str, int]]:
    """What stands in marks, with how deep it lies; the pieces of one quotation joined by |."""
    return [("|".join(text[a:b] for a, b in c.pieces), c.depth) for c in contents(text)]


ONE = {  # kind: what stands between the marks is `Tôi đi`
    "curly": "Ông nói: “Tôi đi”.",
    "straight": 'Ông nói: "Tôi đi".',
    "guillemets": "Ông nói: «Tôi đi».",
    "low": "Ông nói: „Tôi đi“.",
    "single curly": "Ông nói: ‘Tôi đi’.",
    "single straight": "Ông nói: 'Tôi đi'.",
    "single guillemets": "Ông nói: ‹Tôi đi›.",
    "two apostrophes": "Ông nói: ''Tôi đi''.",
    "of TeX": "Ông nói: ``Tôi đi''.",
    "curly, then straight": 'Ông nói: “Tôi đi".',
    "straight, then curly": 'Ông nói: "Tôi đi”.',
    "turned round": "Ông nói: ”Tôi đi“.",
    "two of the opening": "Ông nói: “Tôi đi“.",
    "two of the closing": "Ông nói: ”Tôi đi”.",
    "glued to the colon": 'Ông nói:"Tôi đi".',
    "curly, glued to the colon": "Ông nói:“Tôi đi”.",
    "glued to what follows": "“Tôi đi”ông nói.",
    "in brackets": "(“Tôi đi”)",
    "a dash before": "-“Tôi đi”, ông nói.",
    "at the start": '"Tôi đi", ông nói.',
    "alone": "“Tôi đi”",
    "with an apostrophe outside": "K'Bang nói: “Tôi đi”.",
    "with inches outside": 'Màn 24": “Tôi đi”.',
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE.keys())
def test_marks_of_every_kind(text: str) -> None:
    assert words(text) == [("Tôi đi", 0)]
    assert contents(text)[0].closed
    outer = contents(text)[0].outer
    assert len(text[outer.start : outer.end].replace("Tôi đi", "")) in (2, 3, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Ông nói " Tôi đi " rồi về.', [(" Tôi đi ", 0)]),
        ('" Tôi đi ", ông nói.', [(" Tôi đi ", 0)]),
        ("“ Tôi đi ”, ông nói.", [(" Tôi đi ", 0)]),
        ("“A” và “B” và “C”", [("A", 0), ("B", 0), ("C", 0)]),
        ('"A" và "B", "C"', [("A", 0), ("B", 0), ("C", 0)]),
        ("“Tôi đi.” “Anh ở lại.”", [("Tôi đi.", 0), ("Anh ở lại.", 0)]),
        ("“Gọi nó là ‘bạn’ thôi”, ông nói.", [("Gọi nó là ‘bạn’ thôi", 0), ("bạn", 1)]),
        ("“Gọi nó là “bạn” thôi”, ông nói.", [("Gọi nó là “bạn” thôi", 0), ("bạn", 1)]),
        ('"Gọi nó là "bạn" thôi", ông nói.', [('Gọi nó là "bạn" thôi', 0), ("bạn", 1)]),
        ("“Gọi là «bạn ‘tốt’ nhé» thôi”", [("Gọi là «bạn ‘tốt’ nhé» thôi", 0), ("bạn ‘tốt’ nhé", 1), ("tốt", 2)]),
        ("““Tôi đi””, ông nói.", [("“Tôi đi”", 0), ("Tôi đi", 1)]),
        ("“‘Tôi đi’”", [("‘Tôi đi’", 0), ("Tôi đi", 1)]),
        ("‘Tôi’m đi’", [("Tôi’m đi", 0)]),
        ("Ông bảo ‘không’ rồi ‘có’.", [("không", 0), ("có", 0)]),
        ('Ông là "vua biển\' của làng, "bạn" của tôi.', [("vua biển", 0), ("bạn", 0)]),
        ("“Ta cần đội ngũ “Gọn, mạnh” - ông Nam nói.", [("Ta cần đội ngũ “Gọn, mạnh", 0), ("Gọn, mạnh", 1)]),
        ('Tôi sẽ đi." - ông Nam nói. "Anh ở lại", bà Hoa nói.', [("Anh ở lại", 0)]),
        ("“Nó bảo “Đi đi!’, rồi tôi đi.”", [("Nó bảo “Đi đi!’, rồi tôi đi.", 0), ("Đi đi!", 1)]),
        ("Tuy nhiên,, ông đi rồi. Ông hô ,,Tôi đi”.", [("Tôi đi", 0)]),
    ],
)
def test_several_spaced_and_nested(text: str, expected: list[tuple[str, int]]) -> None:
    assert words(text) == expected
    assert all(c.closed for c in contents(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông hô “Phút 80' tôi đi", "Phút 80' tôi đi"),  # a minute is no closing mark
        ("Ông nói: “Ta có “Gọn” và đi. Ta đi", "Ta có “Gọn” và đi. Ta đi"),
        (
            "“Ta có “Gọn”, ta có hai mươi tám nhà máy, ta đi. Ta về",
            "Ta có “Gọn”, ta có hai mươi tám nhà máy, ta đi. Ta về",
        ),
    ],
)
def test_a_mark_that_nothing_closes_runs_to_the_end_of_its_paragraph(text: str, expected: str) -> None:
    assert words(text)[0] == (expected, 0)
    assert not contents(text)[0].closed


@pytest.mark.parametrize(
    "text",
    [
        'Màn hình 24" và 27" bán chạy.',
        "Chạy 5'30\" là nhanh.",
        "Phút 45' và 90' có bàn thắng.",
        "Tọa độ 10°46′37″ Bắc.",
        "K'Bang, Y'Moan và O’Neill hát.",
        "Không có gì ở đây.",
        "“”",
        "“ ”",
        '""',
        "Tôi đi” ông nói.",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "pieces", "closed"),
    [
        ("“Một.\n“Hai.\n“Ba”, ông nói.", "Một.|Hai.|Ba", True),
        ("“Một.\nHai”, ông nói.", "Một.|Hai", True),
        ("Ông nói: “Một.\n“Hai.” Rồi ông đi.", "Một.|Hai.", True),
        ("“Một.\nHai.\n» Ông nói.", "Một.|Hai.", True),
        ("“Một\nKhông có gì.\nHết.", "Một", False),
        ("Ông nói: “Một, hai.", "Một, hai.", False),
        ("“Một.\n“Hai.\nHết.", "Một.|Hai.", False),
    ],
)
def test_over_paragraphs_and_unclosed(text: str, pieces: str, closed: bool) -> None:
    assert words(text) == [(pieces, 0)]
    assert contents(text)[0].closed is closed


def test_words_in_marks_within_what_runs_over_paragraphs_are_inner() -> None:
    text = "“Một.\nHai, để “né” thuế.\nBa “lẻ” và bốn”."
    assert words(text) == [("Một.|Hai, để “né” thuế.|Ba “lẻ” và bốn", 0), ("né", 1)]


def test_a_stray_mark_costs_one_paragraph_at_most() -> None:
    assert words("“Một.\nGiữa.\n“Hai”, ông nói.\n“Ba”, bà nói.") == [("Một.", 0), ("Hai", 0), ("Ba", 0)]


def test_a_forgotten_closing_mark_ends_before_the_next_sentence_in_marks() -> None:
    text = "“Tôi đi về nhà. “Anh ở lại”, ông nói."
    assert words(text) == [("Tôi đi về nhà.", 0), ("Anh ở lại", 0)]


def test_a_forgotten_closing_mark_ends_before_a_sentence_that_announces_the_next() -> None:
    text = "Bà Hoa nói: “Trường sẽ mở cửa lại. Ông Nam cho biết thêm: “Học sinh đã đủ sách”. Buổi họp kết thúc."
    assert words(text) == [("Trường sẽ mở cửa lại.", 0), ("Học sinh đã đủ sách", 0)]
    for within in ("Tôi liền nói", "Khẩu hiệu của năm nay"):  # one who tells of a talk; no word of saying
        text = f"Bà Hoa kể: “Hôm đó trời mưa to. {within}: “Thôi ta về”. Buổi họp kết thúc."
        assert [depth for _, depth in words(text)] == [0, 1]


def test_a_forgotten_closing_mark_ends_before_somebody_is_said_to_go_on() -> None:
    text = "Bà Hoa nói “Trường có cả “thầy già” và trò nhỏ. Bà cho biết thêm “Học sinh đã đủ sách”."
    assert words(text) == [("Trường có cả “thầy già” và trò nhỏ.", 0), ("thầy già", 1), ("Học sinh đã đủ sách", 0)]


def test_a_forgotten_closing_mark_ends_before_the_narrator_tells_of_somebody_else() -> None:
    text = 'Bà Hoa cho biết: "Hội đã mở "lớp đêm" cho chị em. Chị Lê Thị Mai, người làng, chia sẻ, hàng bán rất chạy.'
    assert words(text) == [('Hội đã mở "lớp đêm" cho chị em.', 0), ("lớp đêm", 1)]
    text = 'Bà Hoa kể: "Hôm đó trời mưa. Chị Lê Thị Mai nói rằng con tôi đã về tới nhà'
    assert words(text) == [("Hôm đó trời mưa. Chị Lê Thị Mai nói rằng con tôi đã về tới nhà", 0)]


def test_a_forgotten_closing_mark_ends_where_it_is_told_who_has_spoken() -> None:
    text = "“Tôi rất vui, một người dùng chia sẻ. Trước đó, trời mưa to. Ông Nam nói: “Nhà tôi đổ rồi”."
    assert words(text) == [("Tôi rất vui", 0), ("Nhà tôi đổ rồi", 0)]
    text = "“Hôm đó trời mưa, rồi chúng tôi nói về lũ. Nước lên nhanh lắm."  # the speaker tells of a talk of his own
    assert words(text) == [("Hôm đó trời mưa, rồi chúng tôi nói về lũ. Nước lên nhanh lắm.", 0)]


def test_a_forgotten_closing_mark_of_a_phrase_ends_with_its_sentence() -> None:
    text = "Đây là vùng “yếu ớt nhất nước. Trạm xá ở rất xa. Bà Hoa đã về đó."
    assert words(text) == [("yếu ớt nhất nước", 0)]
    text = "Ông Nam nói “Tôi sẽ về. Nhà tôi ở đó."
    assert words(text) == [("Tôi sẽ về. Nhà tôi ở đó.", 0)]


def test_a_single_mark_that_leads_in_is_closed_by_a_double_one() -> None:
    assert words("Lan nói: 'Tôi sẽ về quê\".") == [("Tôi sẽ về quê", 0)]
    assert words("Lan nói: 'Tôi sẽ về quê.\nMẹ tôi ở đó\".") == [("Tôi sẽ về quê.|Mẹ tôi ở đó", 0)]


def test_a_mark_that_a_paragraph_below_closes_was_not_forgotten() -> None:
    text = '"Hôm ấy trời mưa. Bác sĩ hỏi: "Anh đi chứ?". Thế là về.\nGiờ thì đỡ rồi", ông Nam kể.'
    assert words(text) == [
        ('Hôm ấy trời mưa. Bác sĩ hỏi: "Anh đi chứ?". Thế là về.|Giờ thì đỡ rồi', 0),
        ("Anh đi chứ?", 1),
    ]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("Image caption Chợ ngày đóng cửa", ["Một.|Hai"]),
        ("Chợ giúp cả làng, sao lại đóng?\nLê Văn Trung, người dân", ["Một.|Hai"]),  # a pull quote
        ('"Chợ phải mở lại."\nHội Nông Dân', ["Một.|Hai", "Chợ phải mở lại."]),
        ("Hôm qua xã họp dân.\nChợ đóng vì đâu", ["Một.", "Hai"]),
        ("- Một là chợ.", ["Một.", "Hai"]),
    ],
)
def test_what_is_set_in_where_a_quotation_opens_again(between: str, expected: list[str]) -> None:
    assert [found for found, _ in words(f'Ông nói: "Một.\n{between}\n"Hai".')] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘Một.\nHai', bà Hoa nói.", ["Một.|Hai"]),
        ("'Một.\nHai.\nBa', bà Hoa nói.", ["Một.|Hai.|Ba"]),
        ("‘Một.\n‘Hai’, bà Hoa nói.", ["Một.|Hai"]),
        ("‘Một.\nHai.\nHết.", []),
        ("‘Một.\n“Hai”, bà Hoa nói.", ["Hai"]),
        ("'Một.\nPhút 90' có bàn.", []),
    ],
)
def test_single_marks_over_paragraphs_where_one_below_closes_them(text: str, expected: list[str]) -> None:
    assert [found for found, _ in words(text)] == expected


def test_a_list_within_a_quotation_belongs_to_it() -> None:
    assert words('"Có hai thứ:\n- Một.\n- Hai.\n"Hết".') == [("Có hai thứ:|- Một.|- Hai.|Hết", 0)]


def test_a_forgotten_opening_mark_opens_with_the_paragraph() -> None:
    text = "Chúng tôi sẽ đến bằng mọi giá, dù trời mưa to”, ông Nam nói."
    assert words(text) == [("Chúng tôi sẽ đến bằng mọi giá, dù trời mưa to", 0)]
    assert words(text.replace("dù trời", "(dù trời")) == []  # the mark is one of the bracket's
    row = "“Tôi đi.”\nAnh ở lại với mẹ.”\n“Ta về.”"
    assert words(row) == [("Tôi đi.", 0), ("Anh ở lại với mẹ.", 0), ("Ta về.", 0)]
    assert words(row.replace("”\nAnh", "\nAnh"))[0] == ("Tôi đi.|Anh ở lại với mẹ.", 0)


@given(
    st.lists(
        st.sampled_from(["“", "”", '"', "'", "‘", "’", "«", "»", "''", "a", "B ", " ", ". ", ", ", "\n"]), max_size=40
    )
)
def test_whatever_marks_there_are_contents_are_in_order_and_hold_something(parts: list[str]) -> None:
    text = "".join(parts)
    found = contents(text)
    assert [c.outer for c in found] == sorted((c.outer for c in found), key=lambda s: (s.start, -s.end))
    for c in found:
        assert 0 <= c.outer.start <= c.pieces[0].start
        assert c.pieces[-1].end <= c.outer.end <= len(text)
        assert all(text[a:b].strip() for a, b in c.pieces)
        assert all("\n" not in text[a:b] for a, b in c.pieces)
    outer = [c.outer for c in found if c.depth == 0]
    assert all(a.end <= b.start for a, b in pairwise(outer))


def pieces_of(text: str) -> list[list[str]]:
    return [[text[slice(*p)] for p in c.pieces] for c in contents(text)]


def test_a_quotation_runs_through_paragraphs_without_marks() -> None:
    text = "Ông Nam nói: “Một.\nHai.\nĐường mới. Ảnh: Hoa Mai\nBa”.\nÔng cười."
    assert pieces_of(text) == [["Một.", "Hai.", "Ba"]]


def test_a_quotation_runs_through_what_somebody_says_in_single_marks() -> None:
    text = "Bà Mai kể: “Một.\nMẹ bảo tôi: ‘Con cứ yên tâm mà ngủ, nhà này qua nhiều trận lũ rồi’.\nBa”.\nBà cười."
    told = "Mẹ bảo tôi: ‘Con cứ yên tâm mà ngủ, nhà này qua nhiều trận lũ rồi’."
    assert pieces_of(text)[0] == ["Một.", told, "Ba"]


def test_a_heading_within_a_quotation_is_no_part_of_it() -> None:
    text = "Ông Nam nói: “Một.\nCon đường phía trước\nHai.\nBa”."
    assert pieces_of(text) == [["Một.", "Hai.", "Ba"]]


def test_paragraphs_after_a_mark_that_never_closes_are_the_narrators() -> None:
    text = "Ông Nam nói: “Một.\nHai.\nBa.\n“Bốn”, bà nói."
    assert pieces_of(text) == [["Một."], ["Bốn"]]


def test_a_straight_mark_before_a_comma_closes_what_a_paragraph_above_opened() -> None:
    text = 'Ông Nam nói: "Một.\nHai.", ông kể.'
    assert pieces_of(text) == [["Một.", "Hai."]]


def test_who_speaks_at_the_end_of_a_paragraph_ends_what_was_never_closed() -> None:
    text = "“Mỗi phần quà chỉ vài chục nghìn đồng thôi, chị Lan - chủ quán Hoa Sen cho biết."
    assert pieces_of(text) == [["Mỗi phần quà chỉ vài chục nghìn đồng thôi"]]
    assert pieces_of("“Tôi hỏi mãi, anh ấy chỉ cười rồi đi về nhà.") == [
        ["Tôi hỏi mãi, anh ấy chỉ cười rồi đi về nhà."]
    ]
