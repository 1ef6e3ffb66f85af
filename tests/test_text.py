"""Paragraphs, sentences and words; the view that is matched and the way back to the text as it was given."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.lexicon import fold
from quotes.model import Span
from quotes.text import View, read, see


def sentences(text: str) -> list[str]:
    doc = read(see(text).text)
    return [doc.text[s.start : s.end] for s in doc.sentences]


# Sentences, with | where one ends and the next begins; where a blank lies between, | stands before it.
SENTENCES = (
    """
TP.HCM có mưa.| Hà Nội nắng.
Ông ở TP. Thủ Đức, bà ở Q. Bình Tân.| Cháu ở Tx. Gò Công.
PGS.TS Trần Văn An nói.| GS.TS. Bùi Hà nghe.
TS. Nam và ThS. Hoa đến.| Bà về.
PGS.TS.BS Lê Hà khám.| Bệnh nhân chờ.
Giá 3.500 đồng.| Ngày 12.1 khai mạc.
Dân số 98.500.000 người.| Tăng 1,2%.
Lúc 17h30.| Mưa.
Đội thắng 1-0.| Trận sau đá ngày 2/1.
Phạt 5 triệu đồng.|Phạm vi rộng.
Ông Nam nói.|Mưa to.
Việt Nam phát triển ở ASEAN.|Cùng với các nước, ông Nam đến.
Chợ mở lại từ ngày 27/9.|Bà Hoa mừng.
Tiền thuê đắt (20 triệu đồng).|Chị Hoa lo.
BS.CKII Nam khám ở Q.Tân Bình, anh xem Atl.Madrid đá.
Chợ đã đóng.| theo ông Nam, hàng còn nhiều.
Nhà ở TP. theo Dân Việt đắt.
Anh đi. theo đó, chị về.
Chợ cháy rụi.| Ảnh: Hoàng Lan| Từ những chứng cứ này, công an bắt hai người.
Ảnh: AFP| Cảnh sát địa phương đang điều tra.
Ảnh: Trọng Hải| Ông cũng đến.
Ảnh: VPQH| Phó Thủ tướng đến.
Ảnh: Báo Công an nhân dân.
Chợ không thể mở| Nhưng hàng vẫn còn.
Bài báo đăng trên Thanh Niên.|Ông Nam đọc.
Anh L.V.H. bị bắt.| Chị Nh. đi.
Em Th. khai với công an.| Mẹ em khóc.
Tổng thống Joe R. Biden đến.| Dân đón.
Bị cáo T. Nguyễn khai.
Bị cáo T.| Khi đó trời tối.
Nạn nhân là cháu N.T.H.| Mẹ cháu kể.
Quyết định có hiệu lực./.| Theo Báo A
Ai đi?| Tôi đi!| Thôi…| Về.
Ai đi?!| Tôi.
Anh đi đâu?| - Tôi về.| - Bao giờ?
Nghỉ...| Rồi đi.
Nghỉ... rồi đi.
Trang abc.vn mở.| Dân vào.
Ông nói: “Tôi đi. Anh ở lại.”| Rồi ông đi.
“Tôi đi. Anh ở lại”.| Rồi ông đi.
“Tôi đi”.|Khánh về.
“Tôi đi”.| rồi ông đi.
“Tôi đi”... rồi ông đi.
“Tôi đi”. - rồi ông đi.
“Một.| “Hai”, ông nói.
“Tôi đi.”| Ông nói.
“Đi. Về.” - Mai nói.
“Đi.” – Mai nói.
“Đi.” — Mai nói.
Ông đi.| - Bà về.
Anh đi đâu?| + Tôi về.
Ảnh ông Lê Nam| PV: Thưa ông, vì sao?
Ngành đổi mới| Phóng viên (PV): Vì sao?
Ông trả lời PV: Tôi không biết.
Chợ cũ đã đóng cửa.| Ảnh: Hoàng Lan| Trao đổi với báo chí, ông Nam nói chợ sẽ mở lại.
Người dân chờ xe| Theo ông Nam, xe đến muộn.
Cô nghe bài Theo anh về quê.
Bà đọc “Cuộc chiến Trong buổi chợ chiều” rồi ngủ.
Ông có bài Phát biểu tại hội nghị.
Mì gói có hại không| Hỏi: Ông có ăn mì không?
Người kể là ông Nguyễn Văn Hỏi: “Tôi ăn mì”.
Ông nói: “Hỏi anh PV: vì sao?”
Ông đi.| + Bà về.
Ông đi.| – Bà về.
Chợ vắng (Ảnh: Hoa Mai)| Theo ông Nam, chợ đã đóng cửa.
Chợ vắng.| (Nguồn: AP/TTXVN)| “Tôi đi”, ông nói.
(Ảnh minh họa)| Năm ngoái chợ cũng vắng.
Chợ (ảnh: Hoa Mai) đã đóng cửa.
Ông Nam (nguồn gốc: Hà Nội) đến.
Chợ (Hà Nội) Đông lắm.
Ông nói “đi”.|Ông về.
Ông đi.|“Bà về.”
Ông đi.| “ Bà về ”, ông nói.
Ông ở TTXVN.|“Tôi đi”, ông nói.
Ông ở TP.“Thủ Đức”.
Ông ở TP...| Rồi ông đi.
Điểm a.Nam đi.
Nhóm aB.Nam đi học.
Ông đi.|À ông về.
Hãng Hoa.ABC đóng cửa.
“Một hai.”| “Ba bốn. Năm sáu.”| Ông đi.
“Một hai.”| Ba bốn.| “Năm sáu.”| Ông đi.
Ông nói: “Đi.| Rồi ông đi.
Ông nói (rất nhỏ.)| Rồi đi.
1. Gạo.| 2. Muối.
v.v. Ông đi.
Đi.|\tVề.
""".strip()
    .replace("\\t", "\t")
    .split("\n")
)


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    assert sentences(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_paragraphs_are_lines_without_the_blanks_around_them() -> None:
    doc = read("  Một. \n\n\t\n \nHai\n Ba")
    assert [doc.text[start:end] for start, end in doc.paragraphs] == ["Một.", "Hai", "Ba"]
    assert [(s.paragraph, s.index) for s in doc.sentences] == [(0, 0), (1, 1), (2, 2)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t", " " * 10_000])
def test_nothing_has_neither_paragraphs_nor_sentences(text: str) -> None:
    doc = read(text)
    assert (doc.paragraphs, doc.sentences, doc.contents) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ông Hoà ở TP.HCM.", "ông hòa ở tp.hcm ."),
        ("Giá 3.500 đồng, ngày 12/1", "giá 3.500 đồng , ngày 12/1"),
        ("Nga-Mỹ, K'Bang, GD&ĐT", "nga-mỹ , k'bang , gd&đt"),
        ("“Đi!” (cười)", "“ đi ! ” ( cười )"),
        ("TS.Nguyễn Hà", "ts nguyễn hà"),
        ("P.5, H.Củ Chi, P.Bến Nghé", "phường 5 , huyện củ chi , phường bến nghé"),
        ("cao 4.000m2", "cao 4.000m2"),
    ],
)
def test_words_are_keys_of_tokens(text: str, words: str) -> None:
    (sentence,) = read(text).sentences
    assert " ".join(sentence.words) == words
    pieces = [text[a:b] for a, b in zip(sentence.starts, sentence.ends, strict=True)]
    assert [fold(piece) for piece in pieces] == words.split()


def test_a_plain_text_is_its_own_view() -> None:
    view = see("Ông Nam nói.")
    assert view == View("Ông Nam nói.")
    assert view.original(Span(4, 7)) == Span(4, 7)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (unicodedata.normalize("NFD", "Ông Hoà nói"), "Ông Hoà nói"),
        ("Ô\u0309ng", "Ổng"),
        ("a\u0323\u0302 và a\u0302\u0323", "ậ và ậ"),
        ("Ông\u00a0Nam\tnói", "Ông Nam nói"),
        ("một\r\nhai\rba\u2028bốn\u2029năm\x85sáu\x0bbảy\x0ctám", "một\nhai\nba\nbốn\nnăm\nsáu\nbảy\ntám"),
        ("\ufeffÔng\u200b Na\u00adm\u200e nói\u202c", "Ông Nam nói"),
        ("a\x00b\x1fc", "a b c"),
        ("😀 Nam\u00a0đi 👨\u200d👩", "😀 Nam đi 👨👩"),
        ("\ud800 Nam\u00a0đi", "\ud800 Nam đi"),
        ("e\u0301" + "\u0301" * 40, "é" + "\u0301" * 40),
    ],
)
def test_a_view_is_composed_and_plain_and_leads_back(text: str, seen: str) -> None:
    view = see(text)
    assert view.text == seen
    for i in range(len(seen)):
        start, end = view.original(Span(i, i + 1))
        assert 0 <= start < end <= len(text)
        assert (
            see(text[start:end]).text.replace("\n", " ").strip() in ("", seen[i])
            or seen[i] in see(text[start:end]).text
        )
    assert view.original(Span(0, 0)) == Span(0, 0)
    assert view.original(Span(0, len(seen))).end == len(text.rstrip("\u202c"))


odd = st.sampled_from(
    ["a", "ô", "o\u0302", "\u0301", "\u0323", "\r\n", "\r", "\u200b", "\xad", "\xa0", "\t", "😀", " "]
)


@given(st.text(max_size=80) | st.lists(odd, max_size=30).map("".join), st.data())
def test_spans_of_a_view_stand_for_the_same_words(text: str, data: st.DataObject) -> None:
    view = see(text)
    for places in (view.starts, view.ends):
        assert places is None or len(places) == len(view.text)
    if not view.text:
        return
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    a, b = view.original(Span(start, end))
    assert 0 <= a < b <= len(text)
    assert view.text[start:end] in see(text[a:b]).text


def test_a_sentence_without_end_is_read_in_parts() -> None:
    text = "gạo, " * 1000
    parts = read(text).sentences
    assert [len(s.words) for s in parts] == [400] * 5
    assert [text[s.start : s.end] for s in parts] == [("gạo, " * 200).strip()] * 5
    assert all([fold(text[a:b]) for a, b in zip(s.starts, s.ends, strict=True)] == list(s.words) for s in parts)
    assert [s.index for s in parts] == [0, 1, 2, 3, 4]
    assert {s.paragraph for s in parts} == {0}


def test_a_long_quotation_is_not_cut_before_its_marks_close() -> None:
    text = "Ông nói: “" + "gạo " * 900 + "” rồi đi. Bà về."
    first, second = read(text).sentences
    assert len(first.words) == 4 + 900 + 4
    assert text[second.start : second.end] == "Bà về."
    assert [len(s.words) for s in read("“" + "gạo " * 4998 + "”").sentences] == [2000, 2000, 1000]


def test_words_in_marks_do_not_make_a_sentence_too_long() -> None:
    text = "muối " * 300 + "“" + "gạo " * 500 + "” "
    assert [len(s.words) for s in read(text).sentences] == [802]
    assert [len(s.words) for s in read(text + "muối " * 300).sentences] == [902, 200]
