"""Words of times past, which the article only hands on: sayings, and the words of those who are dead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotes.dates.occasions import Statement
from quotes.dates.reader import Reader
from quotes.model import Dating

_SAYING = re.compile(
    r"(?<!\w)(?:câu nói|câu danh ngôn|câu ngạn ngữ|danh ngôn|châm ngôn|[Tt]ục ngữ|[Nn]gạn ngữ|thành ngữ|ca dao|"
    r"cách ngôn|lời (?:dạy|răn|răn dạy|căn dặn|dặn dò|di huấn|di chúc|thề|tuyên thệ|trăn trối|trăng trối)|"
    r"di (?:chúc|nguyện|ngôn)|(?:[Ôô]ng cha|[Cc]ha ông|[Ôô]ng bà|[Nn]gười xưa|[Cc]ổ nhân|[Tt]iền nhân|[Cc]ác cụ) "
    r"(?:ta |xưa )?(?:có câu|(?:đã |vẫn |thường |từng |hay )*(?:nói|dạy|dặn|bảo|khuyên)))(?!\w)"
)
# Whom newspapers quote and all know to be long dead; names that many a street, school or club has are left out.
_DEAD = frozenset(
    (
        *"Hồ Chí Minh, Bác Hồ, Nguyễn Ái Quốc, Võ Nguyên Giáp, Phạm Văn Đồng, Lê Duẩn, Võ Văn Kiệt".split(", "),
        *"Karl Marx, Các Mác, C. Mác, Lênin, Lenin, V.I. Lenin, V.I. Lênin, Ăng-ghen, Mao Trạch Đông".split(", "),
        *"Khổng Tử, Lão Tử, Mạnh Tử, Lỗ Tấn, Lý Quang Diệu, Mahatma Gandhi, Nelson Mandela".split(", "),
        *"Martin Luther King, Abraham Lincoln, Winston Churchill, John F. Kennedy, Margaret Thatcher".split(", "),
        *"Albert Einstein, Thomas Edison, William Shakespeare, Shakespeare, Mark Twain, Steve Jobs".split(", "),
    )
)
_LATE = re.compile(
    r"ố (?:NSND|NSƯT|NSUT|GS|PGS|nhạc sĩ|nghệ sĩ|ca sĩ|nghệ nhân|diễn viên|danh |họa sĩ|thi sĩ|nhà |"
    r"đạo diễn|tài tử|minh tinh|huyền thoại|ngôi sao|ông hoàng|CEO|[Tt]ổng |[Tt]hủ tướng|[Cc]hủ tịch|[Pp]hó |[Bb]í thư|"
    r"[Đđ]ại tướng|[Gg]iáo sư|[Bb]ộ trưởng|[Hh]òa thượng|[Hh]oàng|[Nn]ữ hoàng|[Cc]ông nương|HLV|huấn luyện viên|"
    r"cầu thủ|lãnh tụ|soạn giả|rapper|vận động viên|tỷ phú|doanh nhân)[^.,;:\n]{0,60}"
)
_LAST_WORDS = re.compile(
    r"\W*(?:(?:câu nói|lời nói|lời (?:nhắn|dặn|trăn trối)) (?:cuối(?: cùng)?|trước (?:lúc|khi|giờ))|"
    r"(?:trước|lúc|trước lúc|trước khi) (?:lâm chung|qua đời|nhắm mắt|trút hơi thở|ra đi mãi mãi|đi xa))(?!\w)",
    re.IGNORECASE,
)
_REACH = 60  # characters before a content in which it is called a saying


def handed_down(reader: Reader, s: Statement) -> Dating | None:
    """``Như câu nói của người xưa: “…”``, ``Cố nhạc sĩ Nam cho rằng …``, ``Bác Hồ dạy: “…”``: no day is told."""
    if s.times:
        return None
    start, last_words = s.attribution.contents[0].start, _LAST_WORDS.match(reader.doc.text, s.sentence.start)
    if (
        _SAYING.search(reader.doc.text, max(s.sentence.start, start - _REACH), start)
        or (last_words and last_words.end() <= start)
        or _is_dead(reader, s)
    ):
        return Dating(None, "none", "handed_down", None, "words of times past")
    return None


def _is_dead(reader: Reader, s: Statement) -> bool:
    if s.speaker is None or s.speaker.kind != "person" or s.speaker.name is None:
        return False
    if reader.late is None:
        reader.late = "\n".join(_called_late(reader.doc.text))
    return s.speaker.name in _DEAD or s.speaker.name in reader.late


def _called_late(text: str) -> Iterator[str]:
    """``cố nhạc sĩ Trần Nam``, each with some words after it."""
    for first in ("c", "C"):
        at = text.find(f"{first}ố ")
        while at >= 0:
            m = _LATE.match(text, at + 1) if at == 0 or not text[at - 1].isalpha() else None
            if m:
                yield m.group()
            at = text.find(f"{first}ố ", at + 1)
