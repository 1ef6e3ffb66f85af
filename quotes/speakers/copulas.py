"""What somebody is said to be: ``Bà A là nữ tổng thống đầu tiên của B``, ``Là người chứng kiến, anh A …``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quotes.lexicon import Word
from quotes.model import Document, Mention, Span
from quotes.speakers.marks import Marks
from quotes.speakers.persons import Person
from quotes.speakers.roles import DEGREES, HONOURS, Role, head_word, read_role

_OPENINGS = frozenset(
    tuple(phrase.split(" "))
    for phrase in (
        *("là", "cũng là", "nguyên là", "vốn là", "từng là", "hiện là", "đang là", "làm", "đang làm", "hiện làm"),
        *("với tư cách là", "với vai trò là", "trong vai trò là", "với cương vị là", "hiện đang là", "xuất thân là"),
        *("với tư cách", "với vai trò", "trong vai trò", "với cương vị", "trên cương vị", "ở cương vị", "ở vai trò"),
        *("đảm nhận vai trò", "đảm nhiệm vai trò", "giữ vai trò", "đảm nhận chức vụ", "giữ chức", "giữ chức vụ"),
    )
)
_DID = (("đã",), ("từng",), ("đang",), ("vừa",), ("đầu",))
_STOPS = frozenset(",.;:()–-")
_CLAUSE = 24  # words of a clause
_ROW = 5  # roles that one copula can have
_ONE_OF = frozenset(("là một trong", "là 1 trong", "cũng là một trong", "là một trong số", "từng là một trong"))
_COPULAS = (
    *(
        "là",
        "trở thành",
        "làm",
        "giữ chức",
        "giữ chức vụ",
        "nhận chức vụ",
        "đảm nhiệm",
        "vai trò",
        "cương vị",
        "đắc cử",
        "trúng cử",
    ),
    *("nhậm chức", "nhận chức", "làm nghề", "hành nghề"),
    *("cử chức", "bầu vào vị trí", "giữ vị trí", "đảm nhận vị trí", "đảm nhiệm vị trí", "bầu chức"),
)

# Words with which one of these ends, or a comma as in `Là giáo sư, bà A …`.
_BEFORE_ROLE = frozenset([phrase.split(" ")[-1] for phrase in (*_ONE_OF, *_COPULAS)] + [","])


class Copulas:
    """The copulas of an article: they give persons their roles."""

    def __init__(
        self,
        doc: Document,
        mentions: Sequence[Mention],
        of: dict[Span, Person],
        why: dict[Span, str],
        marks: Marks,
    ) -> None:
        self._doc, self._mentions, self._of, self._why, self._marks = doc, mentions, of, why, marks
        self.named_by: dict[Span, Person] = {}  # whom descriptions mean that tell nothing new

    def _quoted(self, mention: Mention) -> bool:
        return self._marks.cover(mention.span)

    def add(self) -> None:
        """Give every person the roles that copulas tell."""
        for n, (mention, after) in enumerate(pairwise(self._mentions)):
            words = self._doc.sentences[mention.sentence].words
            self._who_did(mention)
            if mention.sentence != after.sentence or words[after.first - 1] not in _BEFORE_ROLE:
                continue
            between = self._doc.text[mention.span.end : after.span.start].rstrip()
            if after.plural and between.strip() in _ONE_OF and after.form != "pronoun" and not _anybody(after):
                self._said_to_be(mention, replace(after, plural=False), after.span.end)
            elif between.endswith(_COPULAS) and not _denied(between) and not self._adjunct(mention):
                self._said_to_be(mention, after, self._end_of_row(n + 1))
            elif between.endswith(",") and between.count(",") == 1 and self._opens_with_is(mention):
                self._said_to_be(after, mention, mention.span.end + len(between) - 1)

    def add_to_pronouns(self) -> None:
        """The same of who is meant by ``Cô là người mẫu có tiếng``, ``Vlogger này là …``; once all are answered."""
        for n, (mention, after) in enumerate(pairwise(self._mentions)):
            if after.form == "pronoun" and after.span in self._of and self._opens_with_is(mention):
                self._opened_with(mention, self._of[after.span], after)
            if not (mention.form == "pronoun" or mention.definite) or mention.plural or self._quoted(mention):
                continue
            self._who_did(mention)
            person = self._of.get(mention.span)
            if person is None or not person.named or mention.sentence != after.sentence:
                continue
            between = self._doc.text[mention.span.end : after.span.start].rstrip()
            if not between.endswith(" là") or _denied(between) or self._adjunct(mention):
                continue
            end = self._end_of_row(n + 1)
            if after.name is None and after.roles and not after.plural and self._adds(person, after, end):
                self._give(person, after, end)

    def _opened_with(self, role: Mention, person: Person, pronoun: Mention) -> None:
        """``Là giáo viên mầm non, chị …``: what the pronoun's person is."""
        between = self._doc.text[role.span.end : pronoun.span.start]
        apart = role.sentence != pronoun.sentence or between.strip() != ","
        if apart or role.name is not None or role.plural or not role.roles or not person.named or self._quoted(role):
            return
        if self._adds(person, role, role.span.end):
            self._give(person, role, role.span.end)

    def _who_did(self, mention: Mention) -> None:
        """``Emma Brown là người đã tố cáo hãng bay``: what somebody did, of whom nothing else is told."""
        words, first = self._doc.sentences[mention.sentence].words, mention.last + 1
        if "người" not in words[first : first + 1]:
            return
        person = self._of.get(mention.span)
        if words[mention.last : first + 1] != ("là", "người") or person is None or person.roles or not person.named:
            return
        if words[first + 1 : first + 2] not in _DID or mention.plural or self._quoted(mention):
            return
        end = next((i for i in range(first + 2, min(first + _CLAUSE, len(words))) if words[i] in _STOPS), None)
        if end is not None:
            sentence = self._doc.sentences[mention.sentence]
            span = Span(sentence.starts[first], sentence.ends[end - 1])
            who = replace(mention, span=span, name=None, roles=(span,), form="description", first=first, last=end)
            self._give(person, who, span.end)

    def _adjunct(self, mention: Mention) -> bool:
        """``Người tranh chấp với | ông A là chủ công ty``: of whom something else is said."""
        words = self._doc.sentences[mention.sentence].words
        beside = mention.name is None or mention.name.end == mention.span.end
        before = words[mention.first - 1] if mention.first > 1 else ""
        return before in _COMPARED or (beside and before in ("với", "của") and words[mention.last] != ",")

    def _named_thing(self, who: Mention, role: Mention) -> bool:
        """``Vietfoods là nạn nhân``, ``IIG Việt Nam là đại diện của …``: what is said of firms as well as of people."""
        person, head = self._of[who.span], head_word(role)
        name = self._doc.text[who.name.start : who.name.end].split(" ") if who.name is not None else [""]
        firm = len(person.full) == 1 or (name[0].isupper() and len(name[0]) > 1)
        return firm and head is not None and head.form in _OF_FIRMS and not (person.honorifics or person.roles)

    def _said_to_be(self, who: Mention, role: Mention, end: int) -> None:
        """Give a person the role that a mention tells, with the words up to an end."""
        if who.span not in self._of or not role.roles or role.span in self._of or self._named_thing(who, role):
            return
        known = [r.head for r in self._of[who.span].roles if r.head is not None]
        if role.name is not None or role.plural or who.plural or (known and self._quoted(role)):
            return
        if not self._adds(self._of[who.span], role, end):
            self.named_by[role.span] = self._of[who.span]
            return
        self._give(self._of[who.span], role, end)
        self._of[role.span] = self._of[who.span]
        self._why[role.span] = "said_to_be"

    def _adds(self, person: Person, role: Mention, end: int) -> bool:
        """Whether a mention tells more than what is known: that a ``hot girl`` is a student, a ``ca sĩ`` a director."""
        known = [r for r in person.roles if r.head is not None]
        if not known:
            return True
        head = head_word(role)
        if head is None or head.kind not in ("office", "profession"):
            return False
        names = role.roles and any(w[0].isupper() for w in self._doc.text[role.roles[0].start : end].split()[1:])
        post = names and head.form not in _VAGUE
        return all(_weighs_less(r) or (post and _is_less(r, head)) for r in known)

    def _give(self, person: Person, role: Mention, end: int) -> None:
        roles = (Span(role.roles[0].start, end),) if end > role.span.end else role.roles
        whole = replace(role, span=Span(role.span.start, max(end, role.span.end)), roles=roles)
        person.roles += [replace(read_role(self._doc, span, whole), after_name=True) for span in roles]
        person.mentions.append(whole)

    def _end_of_row(self, n: int) -> int:
        """Where the last of the roles in a row ends: ``là | nhạc sĩ, ca sĩ và đạo diễn``."""
        first = last = self._mentions[n]
        for mention in self._mentions[n + 1 : n + _ROW]:
            between = self._doc.text[last.span.end : mention.span.start].strip()
            if mention.sentence != last.sentence or mention.name is not None or not mention.roles:
                break
            if between not in (",", "và", "kiêm", ", đồng thời là"):
                break
            last = mention
            if between != ",":
                return last.span.end
        closed = self._doc.text[last.span.end : last.span.end + 2].lstrip()[:1] in (".", ";", ",", ")", "-", "–")
        return last.span.end if closed else first.span.end  # là bác sĩ, | nữ nghệ sĩ từng …

    def _opens_with_is(self, mention: Mention) -> bool:
        return self._doc.sentences[mention.sentence].words[: mention.first] in _OPENINGS


def _anybody(mention: Mention) -> bool:
    """``một trong những | người đầu tiên``: a word that tells nothing of what somebody is."""
    head = head_word(mention)
    return head is None or head.kind == "people"


def _denied(between: str) -> bool:
    """Whether it is too far to the copula, or not said to be so: ``từ chối làm``, ``không phải là``."""
    words = between.split()
    if words[1:3] == ["sinh", "năm"]:
        words = words[4:]  # ông Nam, sinh năm 1960, | nguyên là
    behind = between.rsplit(",", 1)[-1].split() if len(words) <= _CLAUSE else words  # An sinh tại Huế, | hiện là
    return len(behind) > _TO_COPULA or not _NOT_SO.isdisjoint(words)


_TO_COPULA = 6
_COMPARED = frozenset("hơn kém cưới lấy yêu gặp".split())  # Mai hơn | An 12 tuổi, từng là ca sĩ
_OF_FIRMS = frozenset(
    ("nạn nhân", "đại diện", "thành viên", "chủ đầu tư", "đối tác", "nhà tài trợ", "nhà phân phối", "nhà cung cấp")
)
_NOT_SO = frozenset(
    "không chưa chẳng đừng chối hội muốn định nếu như giống mơ hòng đòi thay xưng giả mạo danh thiệu nghi tưởng lầm "
    "nhầm".split()
)


def _weighs_less(known: Role) -> bool:
    """Whether a role tells less than any office or profession."""
    assert known.head is not None
    return known.head.kind in ("status", "people") or known.head.form in HONOURS or known.head.form in DEGREES


def _is_less(known: Role, head: Word) -> bool:
    """``ca sĩ``, ``MC``: less than a calling that is told in full, as any calling is less than an office."""
    return known.head is not None and known.head.kind == "profession" and (not known.rest or head.kind == "office")


_VAGUE = frozenset(
    ("thành viên", "tân binh", "thủ lĩnh", "đại diện", "chủ nhân", "lãnh đạo", "gương mặt đại diện", "người đầu tiên")
)
