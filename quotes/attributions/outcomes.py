"""What came of what was said, or after it: `hứa trả nợ, nhưng đến nay …`, `nói sẽ quay lại rồi bỏ chạy`."""

from __future__ import annotations

from quotes.attributions.line import Line
from quotes.attributions.words import VERBS
from quotes.lexicon import Phrases

PRONOUNS = frozenset(("ông", "bà", "anh", "chị", "cô", "họ"))
# After `nhưng` these go on with what is asked for; anything else tells what came of it.
_STILL_ASKED = frozenset(("phải", "cần", "không", "vẫn", "đừng", "nên", "hãy", "cũng", "chỉ", "đảm", "bảo"))
_ANSWERED = frozenset(("chấp", "đồng", "trả", "đáp", "giải", "phản", "xem", "hồi"))
_TAKES = Phrases(
    tuple(words.split())
    for words in (
        "không đồng ý, không chịu, không nhận, không nghe, không chấp hành, không chấp nhận, không trả, từ chối, "
        "phản đối, đồng ý, chấp nhận, gật đầu, lắc đầu, nghe theo, làm theo, bỏ chạy"
    ).split(", ")
)
_OUTCOME = Phrases(
    tuple(words.split())
    for words in (
        "rốt cuộc, rốt cục, cuối cùng, kết cục, kết quả, thực tế, trên thực tế, thực chất, sự thật, hóa ra, hoá ra, "
        "đến nay, tới nay, cho đến nay, cho tới nay, đến giờ, đến thời điểm này, đến lúc này, mãi không, mãi chưa"
    ).split(", ")
)
_WHILES = frozenset(("lâu", "lát", "lúc", "hồi", "phút", "giờ", "ngày", "hôm", "tuần", "tháng", "năm", "ngay"))
# With these somebody is gone, or turns on somebody: `nói đi mua nước rồi | bỏ chạy`.
_LEAVES = frozenset(
    "bỏ biến cúp quay lao rút chạy cầm vung đâm đánh tát tắt lẻn phóng vội lặng im bật òa khóc cười lên đẩy kéo "
    "trốn nhảy xông leo phá dắt chở".split()
)
_SUDDENLY = (("bất", "ngờ"), ("lập", "tức"), ("nhanh", "chóng"), ("lẳng", "lặng"))
_NEAR = 8


def leaves(line: Line, first: int, i: int) -> bool:
    """`nói đi mua nước, rồi | bất ngờ bỏ chạy`: what the speaker did then, of whom the words said had no subject."""
    if line.mention_from(first) is not None or line.words[first] in ("là", "có"):
        return False
    return line.words[i] in _LEAVES or line.words[i : i + 2] in _SUDDENLY


def answers(line: Line, i: int) -> bool:
    """`khuyên tôi về quê, | tôi không đồng ý`: how somebody takes what he is asked."""
    m = line.mention_from(i)
    k = m.last if m is not None else i + 1 if line.words[i] in PRONOUNS | {"tôi"} else i
    j = k + (line.words[k : k + 1] in (("vẫn",), ("cũng",), ("đều",)))
    return k > i and _TAKES.after(line.words, j) > j


def came_of_it(line: Line, i: int) -> bool:
    """`nhưng | cuối cùng …`, `nhưng | đến nay …`: what came of a promise, a hope or a denial."""
    return _OUTCOME.after(line.words, i) > i


def is_outcome(line: Line, i: int) -> bool:
    """Whether what follows `nhưng` tells what came of a request: `yêu cầu trả tiền nhưng không được trả lời`."""
    if line.words[i] in ("bị", "được", "chưa") and line.words[i] in line.words[max(i - _NEAR, 0) : i - 1]:
        return False  # đất bị lấy lại nhưng bị bỏ hoang
    return line.words[i] not in _STILL_ASKED or (
        line.words[i : i + 2] == ("không", "được") and line.words[i + 2] in _ANSWERED
    )


def later(line: Line, i: int) -> bool:
    """`nhưng | sau đó …`, `nhưng | không lâu sau họ …`, `nhưng | ba ngày sau anh …`: what came later."""
    if line.words[i : i + 2] == ("sau", "đó"):
        return True
    after = (j for j in range(i + 1, i + 5) if line.words[j] == "sau" and line.words[j - 1] in _WHILES)
    return any(line.words[j + 1] in PRONOUNS for j in after)


def to_be_done(line: Line, first: int, i: int) -> bool:
    """`từ chức | và đã rời trụ sở`: whether what is declared was still to be done."""
    to_do = line.words[first] in ("sẽ", "không") or VERBS.longest(line.words, first) is not None
    return to_do and "đã" not in line.words[first:i]


def happened(line: Line, i: int) -> bool:
    """`yêu cầu người này rời khỏi nước sau khi anh bị cáo buộc …`: why it is asked."""
    return not {"bị", "đã"}.isdisjoint(line.words[i + 2 : i + 8])
