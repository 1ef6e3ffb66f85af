"""Contests and shows between a title and the name: ``Á hậu | Miss Sunrise Lê Thị A``, ``giám khảo | Rap Việt``."""

from __future__ import annotations

from quotes.lexicon import FAME, Phrases, Word, keys
from quotes.mentions.line import Line, syllable
from quotes.mentions.names import known_place, run_end, stands_alone, vietnamese_name

# Who has the title by a contest or show; a foreign word behind it is rather its name than somebody's.
_BY_CONTEST = frozenset(
    (
        *("hoa hậu", "á hậu", "nam vương", "á vương", "hoa khôi", "á khôi", "hoa hậu hoàn vũ", "quán quân", "á quân"),
        *("thí sinh", "giám khảo", "nữ hoàng", "nam thần", "người đẹp", "siêu mẫu", "nhà vô địch", "quý quân"),
    )
)
_RUN_BY = frozenset(("trưởng btc", "trưởng ban tổ chức", "giám đốc quốc gia", "trưởng ban giám khảo"))
_NAMED_AFTER_ONE = FAME | {"school"}
SHOWS = Phrases(
    keys(form)
    for form in (
        *(
            "Giọng hát Việt",
            "Giọng hát Việt nhí",
            "Rap Việt",
            "Đường lên đỉnh Olympia",
            "Olympia",
            "Ai là triệu phú",
            "Táo quân",
        ),
        *("Siêu mẫu Việt Nam", "Sao Mai", "Sao Mai điểm hẹn", "Bước nhảy hoàn vũ", "Thần tượng âm nhạc", "The Voice"),
        *("Tuyệt đỉnh song ca", "Solo cùng bolero", "Tình bolero", "Tiếng hát truyền hình", "Tiếng hát mãi xanh"),
        *("Vua đầu bếp", "Ca sĩ mặt nạ", "Ca sĩ giấu mặt", "Người mẫu Việt Nam", "Đồ rê mí", "Cuộc đua kỳ thú"),
        *("Gương mặt thân quen", "Thách thức danh hài", "Cười xuyên Việt", "Anh trai say hi", "Chị đẹp đạp gió"),
        *("Anh trai vượt ngàn chông gai", "Hòa âm ánh sáng", "Nhân tố bí ẩn", "Thương vụ bạc tỷ", "MasterChef"),
        *("SEA Games", "Asiad", "Olympic", "Paralympic", "ASEAN Para Games", "World Cup", "Euro", "Vietnam Idol"),
        *("Vietnam's Next Top Model", "Vietnam's Got Talent", "The Face", "The X Factor", "Next Top", "Shark Tank"),
        *("Hoa hậu Việt Nam", "Hoa hậu Hoàn vũ Việt Nam", "Hoa hậu Thế giới Việt Nam", "Miss Universe", "Miss World"),
        *("Hoàn vũ Việt Nam", "Thế giới Việt Nam", "Hòa bình Việt Nam", "Hoàn vũ", "Siêu quốc gia", "Đền Hùng"),
        *("Miss Grand", "Miss Grand International", "Miss Earth", "Miss International", "Mister Global"),
        *("Miss Cosmo", "Miss Charm", "Miss Supranational", "Miss Intercontinental", "Miss Tourism", "Mister World"),
        *("Mr World", "Mister International", "Miss Eco International", "Miss Asia", "Miss International Queen"),
    )
)
_OF_ONE_YEAR = frozenset(("mùa", "năm", "lần", "tập"))
_LONGEST = 9
_FULL = 3  # syllables of a name that is surely one


def contest(line: Line, j: int, head: Word) -> int:
    """The token after the place that was won, the contest or show, and its year; ``j`` where there is none."""
    if head.form not in _BY_CONTEST | _RUN_BY and head.group not in _NAMED_AFTER_ONE:
        return j
    won = head.form in _BY_CONTEST
    start = j + (won and line.words[j].isdigit() and len(line.words[j]) == 1)
    known = SHOWS.after(line.words, start) if line.caps[start] else start
    if known > start:
        return _dated(line, known)
    for k in range(start, min(start + _LONGEST, line.n) if won else start):
        if line.words[k].isdigit() and len(line.words[k]) == 4:
            return k + 1  # Á hậu | 2 Biển Việt Nam 2023
        if not line.caps[k]:
            break
    return _foreign(line, start, won) if line.caps[start] else start


def show(line: Line, i: int) -> int:
    """``Miss Universe Vietnam 2024``, ``World Cup``: the token after a contest by whose foreign name none is called."""
    end = SHOWS.after(line.words, i)
    return _dated(line, end) if end > i + 1 and not all(map(syllable, line.words[i:end])) else i


def _dated(line: Line, j: int) -> int:
    """The token after ``Việt Nam``, ``mùa 3``, ``mùa đầu tiên``, ``2023``, ``nhí``: which of them it was."""
    j = (known_place(line, j) if line.caps[j] else None) or j + (line.words[j] == "vietnam")
    j += line.words[j] == "nhí"
    j += line.words[j] in _OF_ONE_YEAR and line.words[j + 1].isdigit()
    if line.words[j : j + 3] == ("mùa", "đầu", "tiên"):
        return j + 3
    return j + 1 if line.words[j].isdigit() else j


def _foreign(line: Line, j: int, won: bool) -> int:
    """``Manhunt | Lê Nam Phong``: what has a foreign word in it, up to a full name.

    Where the title is not won, the article must call its bearer by that name alone elsewhere.
    """
    end = run_end(line, j)
    for k in range(j + 1, end - _FULL + 1):
        if vietnamese_name(line, k) == end and not all(map(syllable, line.words[j:k])):
            return k if won or stands_alone(line, (k, end), (j, end)) else j
    return end if won and line.words[j] in _FIRST else j


_FIRST = frozenset("the miss mister mrs".split())
