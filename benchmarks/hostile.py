"""Texts made to be slow to read, and how the time grows when they double: ``python -m benchmarks.hostile``.

Each line gives the time for a text of a size and for one twice as long. 2.0 is linear, 4.0 quadratic.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

from quotes import extract

SAYS = "Ông Nguyễn Văn Nam cho biết giá gạo sẽ tăng."
SYLLABLES = "Ba Bi Bo Bu Ca Co Da Di Do Du Ga Go Ha Hi Ho Hu La Li Lo Lu Ma Mi Mo Mu Na Ni No Nu Ta Ti To Tu".split()


def names(n: int) -> str:
    """A thousand and more people, each of whom says something."""
    count = len(SYLLABLES)
    parts = ((SYLLABLES[i % count], SYLLABLES[i // count % count], SYLLABLES[i // count**2 % count]) for i in range(n))
    return "".join(f"Bà Nguyễn {a} {b} {c} cho biết giá gạo sẽ tăng.\n" for a, b, c in parts)


def openers(n: int) -> str:
    """Names that each stand once, behind a word with the capital of its sentence."""
    count = len(SYLLABLES)
    parts = ((SYLLABLES[i % count], SYLLABLES[i // count % count], SYLLABLES[i // count**2 % count]) for i in range(n))
    return "".join(f"Khi {a} {b} {c} đi về nhà, trời mưa.\n" for a, b, c in parts)


def times(words: str, before: str = "", behind: str = "") -> Callable[[int], str]:
    return lambda n: before + words * n + behind


TEXTS: dict[str, Callable[[int], str]] = {
    "a.a.a.": times("a."),
    "1,1,1,…1a": times("1,", "", "1a"),
    "stops": times(".", "", ","),
    "stops and blanks": times("." * 20 + " " * 20 + ","),
    "blanks": times(" "),
    "blanks behind a stop": times(" ", "a.", ","),
    "tabs": times("\t"),
    "ends of lines": times("\n"),
    "one word": times("a"),
    "signs without width": times("\u200b"),
    "combining marks": times("\u0300\u0316", "a"),
    "emoji": times("😀"),
    "opening marks": times("“"),
    "closing marks": times("”"),
    "straight marks": times('"'),
    "straight marks, spaced": times(' " '),
    "pairs": times("“a b c d e” "),
    "single marks behind colons, in marks": times('": \'a" '),
    "pairs behind an open mark": times("«a» ", "“ "),
    "sentences in marks": times("“Ông đi về nhà rồi.” "),
    "sentences in marks, a line each": times("“Ông đi về nhà rồi.”\n"),
    "paragraphs that open": times("“Ông đi về nhà rồi.\n"),
    "voices in a row": times("“Ông đi về nhà lúc sáng”, "),
    "a name below each": times("“Tôi đi về nhà rồi.”\nÔng Nam\n"),
    "cues": times("nói "),
    "cues of two words": times("cho biết "),
    "cues with rằng": times("nói rằng "),
    "theo": times("theo "),
    "theo, with a source": times("theo ông Nam, "),
    "subjects and cues": times("ông Nam nói giá tăng, "),
    "said and said": times("Ông Nam nói giá sẽ tăng và nói rằng giá sẽ giảm và "),
    "bodies": times("Phó Giám đốc Sở Y tế tỉnh Nam Định "),
    "provinces": times("tỉnh "),
    "titles": times("bộ trưởng "),
    "honorifics": times("ông "),
    "owners": times("người phát ngôn của "),
    "titles in marks": times("bộ trưởng ", "Ông Nam nói: “", "”"),
    "names in a list": times("Nguyễn Văn A, "),
    "surnames": times("Nguyễn "),
    "brackets": times("(ông Nam "),
    "relays": times("BBC dẫn lời ông Nam "),
    "lines that lead in": times("Nhiều khán giả bình luận:\n"),
    "items that lead in": times("- khán giả bình luận:\n"),
    "comments in items": times("Khán giả bình luận:\n- Hay quá\n- Thương em\n"),
    "questions in a paragraph": times("Ông nghĩ gì? Tôi nghĩ là được. "),
    "sessions and their day": times("Tại kỳ họp, HĐND tỉnh khóa IX, nhiệm kỳ 2020, diễn ra sáng 4/7, "),
    "tags that end nothing": times("vui lắm, chị Hoa chủ quán nói ", "“"),
    "labels": times("Ông Nam: tôi đi về nhà\n"),
    "an interview": times("PV: Ông nghĩ gì?\nÔng Nam: Tôi nghĩ là được. Tôi đi.\n"),
    "an interview without labels": times("Thưa ông, ông nghĩ gì?\nTôi nghĩ là được. Tôi đi.\n"),
    "statements": times(SAYS + " "),
    "statements, a line each": times(SAYS + "\n"),
    "statements in marks": times("“A b c d e f”, ông Nam nói. "),
    "statements with days": times("Hôm 12/1/2020, ông Nam nói giá gạo sẽ tăng.\n"),
    "statements in marks with days": times("ngày 12/1 ông Nam nói: “Giá tăng”. "),
    "people": names,
    "names behind openers": openers,
    "pronouns": times("Ông Nguyễn Văn Nam đi. Ông cho biết giá gạo sẽ tăng.\n"),
    "days": times("12/1 "),
    "days in words": times("hôm qua "),
    "gọi without là": times("ông Nam gọi ", "", " là a b c d"),
    "cho … biết": times("cho Nam ", "", "biết"),
}


def text_of(name: str, size: int) -> str:
    """About so many characters of a text."""
    make = TEXTS[name]
    return make(max(1, size * 100 // len(make(100))))


def seconds(text: str, repeat: int = 1) -> float:
    """The processor's time for a text, the least of some."""
    taken = []
    for _ in range(repeat):
        start = time.process_time()
        extract(text)
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("--size", type=int, default=50_000, help="characters of the shorter text")
    parser.add_argument("names", nargs="*", help="which texts; all if none is named")
    options = parser.parse_args()
    seconds(SAYS)
    print(f"| text | {options.size:,} characters | twice as many | grows by |\n| --- | --- | --- | --- |")
    for name in options.names or TEXTS:
        one, two = (seconds(text_of(name, size), 2) for size in (options.size, 2 * options.size))
        print(f"| {name} | {one:.3f} s | {two:.3f} s | {two / one:.1f} |", flush=True)


if __name__ == "__main__":
    main()
