"""Proper names: runs of capitalised words, and which part of one is a person's name."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.lexicon import Trie, Word
from quotes.mentions.line import BODIES, FIELDS, MEDIA, OPENERS, PLACES, SURNAMES, TITLES, Line, syllable

# Small words inside foreign names: Ursula von der Leyen, Mohammed bin Salman.
_PARTICLES = frozenset("de da dos del bint della di van von der den ten ter bin ibn al el la le of and the for".split())
# Words that open a sentence whose full stop was lost: Nguyễn Văn A Theo …
_OPENING = frozenset(
    (
        "theo ông bà khi tại trong sau tuy trước để với còn nếu các những một cũng đây do từ ảnh nguồn video clip "
        "photo image là được bị không có này đó vừa cho đã sẽ bên chúng ngoài nhiều chiếc cựu pv p.v btv "
        "khoảnh khoảng bất cách đêm ngày mặc dù hôm lúc vào bởi mỗi mọi hơn gần trao mới địa"
    ).split()
)
_LONGEST = 5
_RUN = 15  # capitalised words in a row; more is a heading in capitals


def run_end(line: Line, i: int) -> int:
    """The token after the capitalised run that begins at ``i``; initials keep their stop (``Joe R. Biden``)."""
    caps, words, n = line.caps, line.words, line.n
    if caps[i] and not caps[i + 1] and words[i + 1].isalpha() and words[i + 1] not in _PARTICLES:
        return i + 1
    j = i
    while j < n and j - i < _RUN:
        if caps[j]:
            if j - i >= 2 and line.acronym(j - 1) and line.acronym(j - 2) and not line.acronym(j) and len(words[j]) > 1:
                break  # a byline in capitals runs into the text: HOÀNG LAN | Chị Duyên
            if j > i and (words[j] == "theo" or _credit(line, j - 1) or (words[j] == "ảnh" and line.acronym(j))):
                break  # P.V | Theo Đài Khí tượng; Ảnh: Hoa Mai/TTXVN | Ông An
            j += 1
        elif (
            j > i
            and (caps[j + 1] or "-" in words[j] or (words[j + 1] in _PARTICLES and caps[j + 2]))
            and _inside_name(line, i, j)
        ):
            j += 1
        else:
            break
    return j


def _credit(line: Line, j: int) -> bool:
    """``Mai/TTXVN``: whose picture it was, and of which agency."""
    return "/" in line.words[j] and line.raw(j).rsplit("/", 1)[1].isupper()


def _inside_name(line: Line, i: int, j: int) -> bool:
    """Whether a token with no capital goes on a name: the stop of an initial, ``von``, ``bin``."""
    if line.words[j] == ".":
        return _initial(line, j - 1)
    if line.words[j] in ("®", "™"):
        return True
    if line.words[j].startswith(("al-", "el-", "as-", "ar-")):
        return True
    return line.words[j] in _PARTICLES and not _vietnamese_before(line, i, j)


def opener(line: Line, i: int) -> bool:
    """``Khi | Elizabeth``, ``Chính | Doãn Ngọc Tân``: a word with the capital of its sentence, before a name."""
    if line.words[i] not in OPENERS.first or not line.caps[i + 1]:
        return False
    if line.words[i] == "cả" and known_place(line, i + 1) is not None:
        return True  # Cả | Mỹ và Anh
    return vietnamese_name(line, i + 1) is not None or not syllable(line.words[i + 1]) or _named_alone(line, i + 1)


def _named_alone(line: Line, i: int) -> bool:
    """``Chính | Sao Băng``: a stage name of two syllables or more that stands elsewhere behind a small word."""
    end = run_end(line, i)
    if end - i < 2:
        return False
    name = line.text[line.starts[i] : line.ends[end - 1]]
    return any(word.islower() for _, word in namings(line.text, name, line.around(i, end), _LOOKS))


_LOOKS = 5


def namings(text: str, form: str, around: tuple[int, int], looks: int) -> Iterator[tuple[int, str]]:
    """Where a form stands behind a word and a space, and that word; of no more places than ``looks``."""
    at = text.find(form, *around)
    for _ in range(looks):
        if at < 0:
            return
        before = text[max(0, at - 20) : at].split()
        if before and text[at - 1] == " ":
            yield at, before[-1]
        at = text.find(form, at + 1, around[1])


def stands_alone(line: Line, part: tuple[int, int], whole: tuple[int, int]) -> bool:
    """Whether the article has a part of a run of capitals elsewhere without the rest of it."""
    alone, run = (line.text[line.starts[first] : line.ends[last - 1]] for first, last in (part, whole))
    around = line.around(*whole)
    return line.text.count(alone, *around) > line.text.count(run, *around)


def _initial(line: Line, i: int) -> bool:
    """``R`` of ``Joe R. Biden``, ``H.R`` of ``H.R. Masters``."""
    return line.ends[i] - line.starts[i] == 1 or all(len(part) == 1 for part in line.words[i].split("."))


def _vietnamese_before(line: Line, i: int, j: int) -> bool:
    return all(syllable(w) for w in line.words[i:j])


def vietnamese_name(line: Line, i: int) -> int | None:
    """``Nguyễn Văn A``: a surname and one to four more capitalised syllables; the token after it."""
    words, caps, n = line.words, line.caps, line.n
    if i + 1 >= n or words[i] not in SURNAMES.first or not caps[i] or not caps[i + 1]:
        return None
    if (not syllable(words[i + 1]) and len(words[i + 1]) > 2) or (not line.caps[i + 2] and _begins_phrase(line, i + 1)):
        return None
    j = i + 1
    while j < n and j - i < _LONGEST and caps[j]:
        if j - i >= 2 and (words[j] in _OPENING or line.acronym(j) != line.acronym(i)):
            break
        if j - i >= 3 and not syllable(words[j]) and len(words[j]) > 2 and all(syllable(w) for w in words[i:j]):
            break  # a caption runs into the next: Lê Thu Hà | Susan
        # Many given names are places, and a title: Lê Thị | Thanh Xuân, Lê Thị | Ngọc Nữ
        given = j - i == 2 and words[i + 1] in ("thị", "văn")
        if j - i >= 2 and not given and _begins_phrase(line, j):
            break
        j += 1
    if line.words[j] == "." and _initial(line, j - 1) and j + 1 < n and not caps[j + 1]:
        j += 1  # Nguyễn Văn A. khai
    return j


def thing(line: Line, i: int) -> bool:
    """Whether capitals at ``i`` name a street or work: ``trên đường | Lê Lợi``, ``phim | Mùa hè chiều thẳng đứng``."""
    if i == 0 or line.caps[i - 1]:
        return False
    if line.words[i - 1] in STREETS:
        return True
    if line.words[i - 1] not in ENDS_OF_THINGS:
        return False
    return any(" ".join(line.words[i - n : i]) in _THINGS for n in (1, 2, 3, 4) if n <= i)


def _begins_phrase(line: Line, j: int, tries: tuple[Trie[Word], ...] = (TITLES, BODIES, PLACES)) -> bool:
    """Whether a longer phrase of the word lists begins inside a run: ``Nguyễn Văn An | Giám đốc``."""
    for trie in tries:
        found = trie.longest(line.words, j)
        if found and found[1] - j >= 2:
            return True
    return False


def foreign_name(line: Line, i: int) -> int | None:
    """``Antony Blinken``: a capitalised run that no word list knows; the token after it."""
    if not line.caps[i]:
        return None
    j = run_end(line, i)
    for k in range(i + 1, j):
        if k - i >= 2 and (at := known_place(line, k)) and not (at == j == k + 1 and _vietnamese_before(line, i, k)):
            return k  # not Nhật Kim | Anh
        medium = MEDIA.longest(line.words, k)
        if _begins_phrase(line, k) or (medium is not None and (medium[1] > k + 1 or medium[0].shape == "whole")):
            return k  # not chị Yến | Trang
    small = sum(w in _PARTICLES for w in line.words[i:j])  # Noura bint Salem bin Hamad Al Farsi
    return min(j, i + _LONGEST + 1 + 2 * small)


def name(line: Line, i: int) -> int | None:
    """A person's name at ``i``, in a place where one is due (after ``ông`` or a title); the token after it."""
    if not line.caps[i] or (not line.caps[i + 1] and _is_word(line, i)) or "/" in line.words[i]:
        return None
    if line.words[i] in _OF_THE_CALENDAR and line.words[i + 1][:1].isdigit():
        return None  # chăm sóc vợ | Tháng 1/2013, …: a full stop was lost
    end = vietnamese_name(line, i)
    if end is None:
        end = foreign_name(line, i)
    if end is not None and line.words[end] == "." and end + 1 < line.n and not line.caps[end + 1]:
        raw = line.raw(end - 1)
        if len(raw) == 1 or ("." in raw and raw.isupper()):
            end += 1  # chị T. kể; ông N.V.A. khai
    return end


def whose(line: Line, j: int) -> int | None:
    """``của ông Evans | Mark Holm``: the token after the name behind an address; the article has it alone elsewhere."""
    end = name(line, j)
    if end is None or end - j < _BOTH or vietnamese_name(line, j) is not None:
        return end
    around = line.around(j, end)
    if line.text.count(line.text[line.starts[j] : line.ends[end - 1]], *around) > 1:
        return end
    for k in range(j + 1, end - 1):
        called = line.text[line.starts[j - 1] : line.ends[k - 1]]
        at_head = called[0].upper() + called[1:]  # Ông Evans
        if line.text.count(called, *around) > 1 or at_head in line.text[slice(*around)]:
            return k
    return end


_BOTH = 3  # words: a short name and the two of another


_OF_THE_CALENDAR = frozenset("tháng năm quý tuần thứ sáng trưa chiều tối lúc mùa".split())


def common_word(line: Line, j: int, end: int) -> bool:
    """``nữ diễn viên | Sống chung …``, ``khoa Ngoại | Lồng ngực``: one capital syllable opens no person's name."""
    if end > j + 1 or end >= line.n or not (syllable(line.words[j]) and syllable(line.words[end])):
        return False
    return not (line.caps[end] or line.predicate(end) or line.cue(end) or line.words[end] in ("và", "của", "cùng"))


def _is_word(line: Line, i: int) -> bool:
    """``người | Hồi giáo``, ``các nhân viên | Xí nghiệp``: a capital syllable that makes one word with the next."""
    if line.words[i] in _OPENING:
        return True
    if line.words[i + 1] == ".":
        return False  # chị | H., who is no huyện
    for trie in (BODIES, PLACES, FIELDS, TITLES):
        found = trie.longest(line.words, i)
        if found is not None and found[1] > i + 1:
            return True
    return False


def known_place(line: Line, i: int) -> int | None:
    """A place that the list knows at ``i``, written with a capital; the token after it."""
    found = PLACES.longest(line.words, i) if line.words[i] in PLACES.first else None
    if found is None or not (line.caps[i] or (found[1] - i > 1 and any(line.caps[i : found[1]]))):
        return None
    if line.words[found[1] - 1] == "." and not line.caps[found[1]]:
        return None  # giáo viên | H., who is no huyện
    medium = MEDIA.longest(line.words, i) if line.words[i] in MEDIA.first else None
    if medium is not None and medium[0].shape == "whole" and medium[1] > found[1]:
        return None  # New York | Times
    return found[1]


def named_like_place(line: Line, i: int) -> bool:
    """``Đức Phúc hát``, ``Israel Katz nói``: a person whose name begins with the word of a state or capital."""
    if not line.caps[i] or not line.caps[i + 1] or line.acronym(i + 1) or PLACES.longest(line.words, i + 1):
        return False
    found = PLACES.longest(line.words, i)
    if found is None or found[1] > i + 1 or found[0].kind not in ("country", "capital"):
        return False
    end = run_end(line, i)
    alike = syllable(line.words[i]) == syllable(line.words[i + 1])
    if end != i + 2 or not alike or line.words[i] in _ALSO_ADDRESS or line.words[i + 1] in _HOLY:
        return False
    tries = (TITLES, BODIES, MEDIA, FIELDS)
    return not any((t := trie.longest(line.words, k)) and t[1] > i + 1 for trie in tries for k in (i, i + 1))


_ALSO_ADDRESS = frozenset(("anh",))
_HOLY = frozenset("phật chúa mẹ thánh cha tổng giám hồng ông bà ngài quốc".split())  # Đức | Phật is no German


def place(line: Line, i: int) -> int | None:
    """``TP.HCM``, ``tỉnh Nghệ An``, ``quận 1``, ``thành phố``; the token after it."""
    found = PLACES.longest(line.words, i)
    end = known_place(line, i) if found is not None else None
    if end is None and line.caps[i] and line.words[i] in _DIRECTIONS:
        end = known_place(line, i + 1) or (i + 1 if line.words[i - 1] == "phía" else None)
        if end is None and line.caps[i + 1] and not syllable(line.words[i + 1]):
            end = i + 2  # Bắc Dakota
    if found is None:
        return end
    of_type = found[0].kind == "type" and line.caps[i + 1]  # Hạt | Wayne
    if end is not None and not (end == i + 1 and (line.words[i] in _TYPES or of_type)):
        return end
    if found[0].kind != "type":
        return None
    end = found[1]
    if line.words[end] == "." and line.caps[end + 1]:
        end += 1
    if line.words[end][:1].isdigit():
        if found[0].form in _NUMBERED and line.caps[end + 1] and not vietnamese_name(line, end + 1):
            return run_end(line, end + 1)  # xóm 4 Ngõ Cầu
        return end + 1
    inner = known_place(line, end)
    if inner is not None:
        return inner
    if line.caps[end]:
        person = vietnamese_name(line, end) if found[0].form in _LARGE else None
        if person is not None and person - end > 2:
            return end  # Sở Y tế thành phố | Nguyễn Văn An
        stop = end
        while line.caps[stop] and stop - end < 3 and not (stop > end and vietnamese_name(line, stop)):
            stop += 1
        if stop == end + 1 and line.words[end] in PLACE_HEADS and line.caps[stop]:
            stop += 1  # xã Đăk La | Lê Văn An
        return stop + 1 if found[0].form in _NUMBERED and line.words[stop].isdigit() else stop
    return end if found[0].form in _ALONE else None


_TYPES = frozenset("tỉnh tp huyện xã phường quận nước".split())
_NUMBERED = frozenset("thôn xóm ấp bản tổ khu ngõ".split())
PLACE_HEADS = frozenset("đăk đắk đak ea ia kon krông chư cư plei đạ nậm mường".split())  # of names in other tongues
_LARGE = frozenset(("tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã"))  # wards bear the names of people
# The capitals after these name a street, a building, a work or a contest, and nobody.
STREETS = frozenset(
    "đường phố ngõ ngách hẻm lộ chợ cầu sân sông suối hồ núi đèo vịnh đảo đập hang thác đền miếu bến ga ngã".split()
)
_THINGS = frozenset(
    (
        *("phim", "ca khúc", "bài hát", "chương trình", "dự án", "game", "tựa game", "vở", "vở kịch", "cuốn sách"),
        *("tác phẩm", "album", "mv", "tiểu thuyết", "truyện", "giải", "cúp", "tòa nhà", "tòa tháp", "chung cư"),
        *("khu đô thị", "căn hộ", "series", "gameshow", "show", "trò chơi", "ứng dụng", "phần mềm", "tượng đài"),
        *(
            "nhà chờ",
            "bến xe",
            "bến tàu",
            "bến phà",
            "nhà ga",
            "trạm dừng",
            "nút giao",
            "vòng xoay",
            "ngã tư",
            "ngã ba",
        ),
        *("ngã năm", "cầu vượt", "hầm chui", "thung lũng", "quần đảo", "dãy núi", "đỉnh núi", "ngọn núi", "con sông"),
        *(
            "quảng trường",
            "bãi biển",
            "công viên",
            "sân vận động",
            "hòn đảo",
            "con đèo",
            "khu chợ",
            "thành cổ",
            "cây cầu",
        ),
        *(
            "tên lửa",
            "máy bay",
            "xe tăng",
            "tiêm kích",
            "chiến đấu cơ",
            "tàu ngầm",
            "vệ tinh",
            "tàu sân bay",
            "khu trục hạm",
        ),
        *(
            "bão",
            "siêu bão",
            "cơn bão",
            "virus",
            "biến thể",
            "hiệp định",
            "giải thưởng",
            "danh hiệu",
            "cổ phiếu",
            "ca khúc",
        ),
        *(
            "nhạc phẩm",
            "bộ phim",
            "vở diễn",
            "phim truyền hình",
            "phim điện ảnh",
            "bom tấn",
            "mẫu xe",
            "dòng xe",
            "chiếc xe",
        ),
        *(
            "chương trình truyền hình",
            "chương trình tin tức",
            "chương trình thực tế",
            "truyền hình thực tế",
            "cuộc thi",
        ),
        *(
            "lễ hội",
            "festival",
            "liên hoan",
            "liên hoan phim",
            "diễn đàn",
            "hội chợ",
            "triển lãm",
            "giải đấu",
            "tuần lễ",
        ),
        *("concert", "liveshow", "đại nhạc hội", "cuộc đua", "hội thi", "lễ trao giải", "tuần lễ thời trang"),
        *("con phố", "con đường", "tuyến đường", "tuyến phố", "bãi rác", "rác thải", "siêu dự án", "đô thị", "bán đảo"),
    )
)
ENDS_OF_THINGS = STREETS | {thing.split(" ")[-1] for thing in _THINGS}
_DIRECTIONS = frozenset("bắc nam đông tây trung".split())
_ALONE = frozenset(
    ("tỉnh", "thành phố", "tp", "huyện", "xã", "phường", "quận", "thị xã", "thị trấn", "thôn", "bang", "tiểu bang")
)
