"""Why a word of saying reports nothing where it stands: one rule for each reason, asked in order.

A rule is named by its reason. It looks at a ``Place``: the cue, its verb group and its clause.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quotes.lexicon import CueEntry, word_class, words

GAP = "…"
_MARKS = frozenset("\"“”«»‘’'")
_PREDICATE = frozenset(("là", "không", "chưa", "đã", "sẽ"))  # they tell that a clause follows, and no mere thing
_GOES_ON = frozenset((",", "và", "mà", "kèm"))  # chia sẻ một bức ảnh và nói sẽ trở lại
_BEFORE_COUNT = frozenset("sách ra đưa có với đặt gồm nhận mặt thêm hơn khoảng cả nêu gửi".split())
NAMING = 15  # how many words a thing may have before the `là` that says what it is


@dataclass(slots=True)  # never changed, and not frozen for the reason that quotes.model.found gives
class Place:
    """A word of saying where it stands: ``words[first:last]``, its verb group from ``group`` on.

    ``roles`` are those of the group's other words, the nearest first; ``clause`` is the token after the mark
    before it, or the farthest that a rule may look at; ``named`` tells that it is written like a name;
    ``openers`` are the sentence's phrases that can make a clause one without a statement.
    """

    words: tuple[str, ...]
    first: int
    last: int
    entry: CueEntry
    group: int
    roles: tuple[str, ...]
    clause: int
    named: bool = False
    openers: tuple[tuple[str, int, int], ...] = ()

    def left(self, name: str) -> int:
        """Where the phrase of a word class begins that ends right before the cue; ``first`` when there is none."""
        return word_class(name).before(self.words, self.first)

    def right(self, name: str) -> bool:
        """Whether a phrase of a word class begins right after the cue."""
        return word_class(name).after(self.words, self.last) > self.last

    def clause_has(self, name: str) -> int | None:
        """The token after a phrase of a word class in the clause before the cue."""
        for opener, i, j in self.openers:
            if opener == name and self.clause <= i and j <= self.first:
                return j
        return None


def dead(place: Place) -> str:
    """The name of the first rule that answers, or nothing for a live cue."""
    for rule in RULES:
        if rule(place):
            return rule.__name__
    return ""


def name(place: Place) -> bool:
    """`chị Bảo`, `Bảo Anh`: a capital within a clause, or one word before another capital."""
    return place.named and place.words[place.first] != "theo"


def not_a_source(place: Place) -> bool:
    """`theo kế hoạch`, `theo Điều 10`, `chia theo nhóm`, `những lời khen`: no source follows, or no clause begins."""
    if place.words[place.first] == "lời":
        return place.first == 0 or place.first > place.clause
    if place.words[place.first] != "theo":
        return False
    plan = word_class("cue_plan").after(place.words, place.last)
    person = word_class("cue_plan_not").after(place.words, place.last)
    if place.last == place.first + 1 and (plan > max(place.last, person) or _from_nobody(place) or _of_plans(place)):
        return True
    if place.named and place.words[place.first - 1][0].isalpha():
        return False  # … một tiêu chí Theo ông Nam, …: a full stop was lost
    return place.first > place.clause and place.left("cue_clause_start") == place.first


def _of_plans(place: Place) -> bool:
    """`Theo các quy định hiện tại, …`, `Theo một kế hoạch vừa được duyệt, …`: plans and rules, several or one."""
    i = word_class("cue_quantifier").after(place.words, place.last)
    return i > place.last and place.words[i : i + 2] in _PLANS


_PLANS = frozenset(
    tuple(plan.split())
    for plan in (
        "quy định, qui định, kế hoạch, quy hoạch, điều khoản, nghị định, thông tư, tiêu chuẩn, quy chuẩn, nguyên tắc, "
        "tiêu chí, quy tắc, quy chế, phương án, kịch bản, lộ trình, thỏa thuận, thoả thuận, hiệp định, hợp đồng, "
        "hình thức, giai đoạn, đạo luật, bộ luật, luật này, công thức, chỉ tiêu, hướng khác, cách khác, trình tự"
    ).split(", ")
)


def _from_nobody(place: Place) -> bool:
    """`Theo thống kê ban đầu, …`, `Theo tìm hiểu tại chợ, …`: found out or counted, and nobody is said to have."""
    found = word_class("cue_found")
    i = found.after(place.words, place.last)
    while place.last < i < (j := word_class("cue_found_when").after(place.words, i)):
        i = j
    return i > place.last and word_class("cue_found_end").after(place.words, i) > i


def anonymous(place: Place) -> bool:
    """`một quan chức đề nghị giấu tên`: how the speaker is named, and not what is asked for."""
    return place.entry.kind in ("request", "feel") and place.right("cue_anonymity")


def made_known(place: Place) -> bool:
    """`làm cho nhiều người biết đến`: known, not told."""
    if GAP not in place.entry.form:
        return False
    before, after = place.words[max(place.first - 1, 0) : place.first], place.words[place.last : place.last + 1]
    return before in (("làm",), ("khiến",)) or after in (("đến",), ("tới",))


def nothing_named(place: Place) -> bool:
    """`xem phim`, `còn gọi là`: no `là` or `như` follows by which something would get a name, or nothing to name."""
    if place.entry.takes != {"name_as"}:
        return False
    after = place.words[place.last : place.last + 1]
    if after in (("là",), ("như",)):
        return place.entry.form not in ("xưng", "tự xưng")
    return word_class("cue_naming").forms.isdisjoint((word,) for word in place.words[place.last : place.last + NAMING])


def listed(place: Place) -> bool:
    """`hướng dẫn, kiểm tra các xã`: one verb of several; no words said begin at the comma, and no marks are near."""
    if place.words[place.last : place.last + 1] != (",",) or "comma" in place.entry.takes:
        return False
    return place.entry.kind != "relay" and _MARKS.isdisjoint(place.words)


def no_document(place: Place) -> bool:
    """`dấu ấn anh thể hiện, …`: a thing is shown, but by no document; not `cáo trạng thể hiện, …`."""
    if place.entry.form != "thể hiện":
        return False
    return not any(opener == "cue_document" and end <= place.first for opener, _, end in place.openers)


def above(place: Place) -> bool:
    """`khu đất nói trên`, `các vụ kể trên`, `như đã nêu`: named before; not `nói trên truyền hình`."""
    i = place.last + 1
    if place.entry.form not in _NAMED_ABOVE:
        return False
    if place.words[max(place.first - 2, 0) : place.first] == ("như", "đã") and place.words[place.last : i] != (":",):
        return True
    if place.entry.form not in ("nói", "kể", "nêu") or place.words[place.last : i] != ("trên",):
        return False
    medium = word_class("cue_medium").after(place.words, i) > i
    return not medium and (i >= len(place.words) or words("media").longest(place.words, i) is None)


_NAMED_ABOVE = frozenset(("nói", "kể", "nêu", "trình bày", "phân tích", "đề cập"))


def negated(place: Place) -> bool:
    """`không cho biết`, `từ chối tiết lộ`, `chưa từng nói`, but `không ngừng nhấn mạnh`."""
    return "negation" in place.roles and "affirmation" not in place.roles


def agentless(place: Place) -> bool:
    """`được cho là`, `bị cáo buộc`: a passive with nobody between; `…, ước tính 40 tỷ đồng`; `…, kính chúc các bác`."""
    if place.entry.form == "ước tính" and place.words[place.group - 1] == ",":
        return True
    wishes = place.first > 1 and place.entry.form.startswith("chúc") and place.words[place.first - 1] in ("kính", "xin")
    if wishes and not place.words[place.first - 2][0].isalnum():
        return True
    return "passive" in place.roles


def purpose(place: Place) -> bool:
    """`để nói rằng`, `nhằm khẳng định`: what an act is for."""
    return "purpose" in place.roles


def asked(place: Place) -> bool:
    """`xin ông cho biết`, `ông có thể cho biết …?`: somebody is asked to say it."""
    if word_class("cue_request").before(place.words, place.group) < place.group and not _politely(place):
        return True
    question = place.words[-1] == "?" and place.entry.kind != "ask"
    if question and (place.right("cue_interrogative") or place.clause_has("cue_interrogative")):
        return True
    j = place.clause_has("cue_request")
    if j is None or place.words[j - 1] not in ("xin", "mời"):
        return False
    return word_class("cue_pronoun").after(place.words, j) > j


def _politely(place: Place) -> bool:
    """`Bộ Y tế xin thông báo`, `công ty xin khẳng định`: who speaks asks nobody, and only has manners."""
    return place.words[place.group - 1] == "xin" and place.clause < place.group - 1 and place.entry.form in _STATED


_STATED = frozenset(
    (
        "khẳng định, thông báo, báo cáo, nhắc lại, nhấn mạnh, thông tin, nêu, nêu rõ, nói rõ, nói thêm, cam đoan, "
        "tuyên bố, xác nhận, giải thích, làm rõ, giải trình, trình bày, thông tin thêm, lưu ý, khẳng định lại, trả lời"
    ).split(", ")
)


def planned(place: Place) -> bool:
    """`sẽ công bố`, `dự kiến phát biểu`, `có thể cho biết`: not said yet, perhaps never; but `phải thừa nhận`."""
    if "future" not in place.roles or "affirmation" in place.roles:
        return False
    reluctant = word_class("cue_reluctant").after(place.words, place.first) > place.first
    return not (reluctant and place.words[place.first - 1] == "phải")


def noun(place: Place) -> bool:
    """`các yêu cầu`, `bài phát biểu`, `sau tuyên bố của ông`, `đưa ra đề nghị`, `lời kể`: a thing, no act."""
    classifier = place.left("cue_classifier")
    if classifier == place.first and not place.entry.noun:
        return False
    compound = place.left("cue_no_classifier")  # Bí thư, Nhật Bản, cộng sự
    relayed = place.words[max(place.group - 2, 0) : place.group] in _RELAYED and not place.right("cue_owner")
    if not relayed and classifier < compound:
        return True
    if not place.entry.noun or (place.right("cue_owner") and place.left("cue_copula") < place.first):
        return False
    if _sent_in_writing(place):
        return False
    number = place.words[place.last + 1 : place.last + 2]
    if place.words[place.last : place.last + 1] == ("số",) and number and number[0][0].isdigit():
        return True  # cảnh báo số 16 tới các nước
    if _numbered(place):
        return True
    if _put_forward(place):
        return False
    if place.right("cue_postmodifier") or place.left("cue_determiner") < compound or _counted(place):
        return True
    before = place.left("cue_preposition")
    believes = place.words[place.first - 1 : place.first] == ("vì",) if place.first else False
    if place.entry.form == "tin" and believes and place.words[place.last : place.last + 1] == ("rằng",):
        return False  # đưa anh về đội vì tin rằng …
    if before < place.first and place.words[before - 1 : before + 1] != ("cũng", "như"):
        return word_class("cue_time_noun").before(place.words, before) == before
    if place.left("cue_object_verb") < compound:
        return True
    return place.first == place.clause and place.right("cue_telling")


def _put_forward(place: Place) -> bool:
    """`đưa ra nhiều cáo buộc vu vơ rằng …`: words that are put forward, with what they say."""
    if "rằng" not in place.words[place.last : place.last + 5]:
        return False
    i = place.left("cue_determiner")
    return place.words[max(i - 2, 0) : i] in (("đưa", "ra"), ("tung", "ra"), ("nêu", "ra"))


_NUMERALS = frozenset("hai ba bốn năm sáu bảy tám chín mười".split())
_OF_WHOM = frozenset(("của", "đối", "nhất", "dành"))  # hai cam kết lớn nhất của bà Hoa là …


def _numbered(place: Place) -> bool:
    """`chỉ thị 35-CT/TW`, `thông báo 12/2024`: a number behind the cue that is a document's."""
    number = place.words[place.last : place.last + 2]
    return place.entry.form in _ISSUED and number[1:] in (("-",), ("/",)) and number[0][0].isdigit()


_ISSUED = frozenset(("chỉ thị", "thông báo", "kết luận", "quyết định", "thông tin", "kiến nghị", "công bố"))
_RELAYED = (("dẫn", "lời"), ("trích", "lời"))  # được báo dẫn lời | nói rằng


def _counted(place: Place) -> bool:
    """`danh sách 13 yêu cầu`, `đối mặt với 18 cáo buộc`: how many, and no day of a month."""
    before = place.words[max(place.first - 2, 0) : place.first]
    if before and before[-1] in _NUMERALS and before[0] != "cả":
        told = place.words[place.last : place.last + NAMING]
        return "là" in told and not _OF_WHOM.isdisjoint(told)
    return len(before) == 2 and before[1].isdigit() and len(before[1]) < 3 and before[0] in _BEFORE_COUNT


def _sent_in_writing(place: Place) -> bool:
    """`gửi văn bản đề nghị các trường …`, `làm đơn tố cáo ông Nam`: what the writing does, told by who sends it."""
    writing = place.left("cue_writing")
    if writing == place.first or place.entry.kind not in ("request", "accuse"):
        return False
    sending = word_class("cue_sending").before(place.words, writing)
    return sending < writing and place.words[max(sending - 1, 0)] not in ("sẽ", "chưa", "không", "phải", "cần", "nên")


def relative(place: Place) -> bool:
    """`điều mà ông nói`, `những gì ông kể`, `…, người từng tuyên bố`: the words stand for something already named."""
    if place.words[place.group - 1] in ("và", "nhưng", "song"):
        return False  # phủ nhận việc mình có lỗi và cho rằng …
    j = place.clause_has("cue_relative_noun")
    if j == place.group and place.words[j - 1] == "gì":
        return True  # rút lại những gì đã nói
    if j is not None and place.words[j - 1] == "gì" and place.words[j] not in _HAPPENS:
        return place.words[place.last : place.last + 1] not in ((":",), ("rằng",), ("là",))  # … gì Bộ Y tế khuyến cáo
    if j is not None and word_class("cue_pronoun").after(place.words, j) > j:
        return True
    if place.group == place.clause + 1 and place.words[place.clause] == "người":
        told = place.words[place.last : place.last + 1] in ((":",), (",",), ("rằng",))
        return place.words[place.clause - 1] == "," or (place.clause == 0 and not told)
    j = place.clause_has("cue_relative")
    if j is None or word_class("met").within(place.words, j, place.group):
        return False  # những người mà báo phỏng vấn cho rằng …
    return place.clause + 1 < j < place.group


# What happened itself: `Những gì xảy ra …`, `Những gì đang diễn ra …`.
_HAPPENS = frozenset(("xảy", "diễn", "đang", "đã", "vừa", "mới", "có", "còn", "liên", "trải"))


def hypothetical(place: Place) -> bool:
    """`nếu ông nói`, `liệu Nga có tuyên bố`: a case that is only thought of."""
    return place.clause_has("cue_condition") is not None


def thing_told(place: Place) -> bool:
    """`chia sẻ kỷ niệm`, `thừa nhận toàn bộ hành vi`, `đề xuất giải pháp`: a thing follows and no words."""
    proof = place.words[place.first : place.last] == ("khẳng", "định")  # … đẳng cấp của đội: shown, not said
    if not proof and word_class("cue_thing_verb").before(place.words, place.last) != place.first:
        return False
    i = word_class("cue_quantifier").after(place.words, place.last)
    i += place.words[i : i + 1] != () and place.words[i].isdigit()  # chỉ ra 3 nguyên nhân
    if place.words[i : i + 2] == ("cách", "đây") or place.words[i : i + 3] in _THAT_MOMENT:
        return False  # kể lại cách đây mười năm, …; kể khoảnh khắc ấy chị quỵ xuống
    thing = word_class("cue_proof" if proof else "cue_thing")
    if thing.after(place.words, i) == i or not _MARKS.isdisjoint(place.words):
        return False
    told = place.words[i : i + NAMING]
    stop = next((j for j, w in enumerate(told) if w in _GOES_ON), len(told))
    return "là" not in told and _PREDICATE.isdisjoint(told[:stop])


_THAT_MOMENT = (("khoảnh", "khắc", "ấy"), ("khoảnh", "khắc", "đó"), ("giây", "phút", "ấy"), ("giây", "phút", "đó"))

RULES: tuple[Callable[[Place], bool], ...] = (
    name,
    not_a_source,
    anonymous,
    made_known,
    nothing_named,
    listed,
    no_document,
    above,
    negated,
    agentless,
    asked,
    planned,
    purpose,
    noun,
    relative,
    hypothetical,
    thing_told,
)
