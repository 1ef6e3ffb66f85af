"""What has been read of a person so far, and what the words before it tell of those behind."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotes.lexicon import Word, keys
from quotes.mentions.ends import closes
from quotes.mentions.line import Line
from quotes.mentions.titles import Title
from quotes.model import Gender


@dataclass(slots=True)
class Person:
    """What has been read of a person; offsets are tokens."""

    end: int
    start: int = 0
    honorific: str | None = None
    gender: Gender | None = None
    head: Word | None = None
    name: tuple[int, int] | None = None
    roles: list[tuple[int, int]] = field(default_factory=list)
    plural: bool = False
    counted: bool = False
    definite: bool = False
    complete: bool = False

    def note_address(self, word: Word) -> None:
        """Note the word of address; man or woman only where the title has not told it."""
        self.honorific, self.gender = word.form, self.gender or word.gender

    def note_title(self, t: Title, gives_way: tuple[str, ...]) -> None:
        """Note a title: the head that was read before stays, unless it is of a kind that gives way to another."""
        if self.head is None or self.head.kind in gives_way:
            self.head = t.head
        self.gender = self.gender or t.gender

    def end_role(self, end: int) -> None:
        """The last role ends at another token than it was read to."""
        self.roles[-1] = (self.roles[-1][0], end)

    def extend_role(self, j: int, end: int) -> None:
        """What stands at ``j``, right behind a role, belongs to it: ``Trưởng khoa Dược | , Bệnh viện A``."""
        if self.roles and self.roles[-1][1] == j:
            self.end_role(end)


# What stands after these and before a comma is no subject, and what stands after the comma is.
WITH = frozenset("với về cho đến tới gặp trước lời phỏng".split())


def cited_by_theo(line: Line, found: Person) -> bool:
    """Whether ``theo`` stands before the person, and the comma after may end the phrase: ``Theo ông A, | Bộ B …``.

    So it does before what comes from him: ``Theo lời kể của ông A, …``, ``Theo nguồn tin từ nhà báo A, …``.
    """
    i = found.start - 1
    if line.words[i] not in ("của", "từ") or i < 1:
        return line.words[i] == "theo"
    return "theo" in line.words[max(i - _CITING, 0) : i] and "," not in line.words[max(i - _CITING, 0) : i]


_CITING = 4  # words of `theo thông tin mới nhất`


def goes_on(line: Line, j: int) -> bool:
    """Whether a predicate begins at ``j``: of what stood before it that is the subject."""
    if closes(line, j) or line.cue(j) or line.words[j] in _INSIDE or line.words[j : j + 3] == ("có", "trụ", "sở"):
        return False
    return line.predicate(j)


_INSIDE = frozenset("và của tại ở trong về thuộc từ cho trên".split())


def of_another(line: Line, first: int) -> bool:
    """``khi ông A làm | Giám đốc Sở B, …``, ``bầu cử | Tổng thống, …``: no post of who is named behind the comma."""
    before = line.words[max(first - 2, 0) : first]
    if before in _VOTED or before in _ONCE:
        return True
    if not before or before[-1] not in HOLDS_POST:
        return False
    clause = next((k for k in range(first - 1, -1, -1) if not line.words[k][0].isalnum()), -1)
    return any(line.caps[max(clause + 1, 1) : first])


HOLDS_POST = frozenset(("làm", "thành", "chức", "là"))  # the last word before a post that somebody has
_ONCE = (("dịp", "làm"), ("lần", "làm"), ("buổi", "làm"))  # trong một dịp làm | phiên dịch, A hát thử
_VOTED = (
    *((w, "cử") for w in ("bầu", "tranh", "ứng", "tuyển", "đề")),
    *((w, "ghế") for w in ("vào", "tranh", "giành", "đua", "cử")),
)


def asks(line: Line, first: int, j: int) -> bool:
    """``Trả lời câu hỏi của | đại biểu|, Bộ trưởng Lê A nói``: those who are answered, in no more words than that."""
    return line.words[j] == "," and line.words[first - 1] in _TO and line.words[first:j] in _WHO_ASK and first > 0


def spoken_of(line: Line, first: int) -> bool:
    """``Về trách nhiệm của | hiệu trưởng|, luật sư Lê A nói``: whether a title stands in what the words are about."""
    before = line.words[:first]
    return bool(before) and before[-1] in _TO | WITH and before[0] in _ABOUT and "," not in before


_ABOUT = frozenset("về liên trước nhận đánh bình nói trả đối phản trao nhắc đề".split())
_TO = frozenset(("của", "với", "từ", "cho", "trước", "gửi"))
_WHO_ASK = frozenset(
    keys(form)
    for form in (
        "đại biểu",
        "đại biểu quốc hội",
        "đbqh",
        "cử tri",
        "phóng viên",
        "nhà báo",
        "báo chí",
        "chuyên gia",
        "luật sư",
        "cổ đông",
        "nhà đầu tư",
        "khán giả",
        "độc giả",
        "bạn đọc",
        "người dân",
        "doanh nghiệp",
        "học sinh",
        "sinh viên",
        "phụ huynh",
    )
)
