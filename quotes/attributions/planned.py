"""What somebody has yet to do: a word of saying that goes on with a verb behind `sẽ`, `cần` or `nên`.

``quotes/cues`` sees `sẽ đề xuất`; it takes the subject of the clause to see `sẽ rà soát, tổng hợp và đề xuất`.
"""

from __future__ import annotations

from quotes.attributions.line import Line
from quotes.attributions.who import subject
from quotes.attributions.words import YET
from quotes.lexicon import word_class
from quotes.model import Cue

_ADVERB = word_class("cue_adverb")
# With these the sentence comes back to what was done, or to somebody's reasons: `cần tiền nên đề nghị …`.
_DONE = frozenset("đã rằng nhưng song vì nên khi do bởi thì mà để trong : ; ( )".split())
_LONGEST = 30  # words from the first verb to the word of saying
# Said of plans themselves: `ông Nam sẽ tranh cử và cho biết …`.
_TELLS = ("cho biết", "cho hay", "cho rằng")


def goes_on_planned(line: Line, cue: Cue) -> bool:
    """`Sở sẽ rà soát, tổng hợp và đề xuất …`, `Các xã cần hướng dẫn, khuyến cáo bà con …`: not said yet."""
    if line.made or line.relays(cue) or cue.form.startswith(_TELLS):
        return False
    if not YET.within(line.words, line.start, cue.first):
        return False
    k = line.verb_start(cue.first)
    source = subject(line, cue)
    if source is None or source.last >= k:
        return False
    i = source.last
    while (j := _ADVERB.after(line.words, i)) > i:
        i = j
    last = YET.after(line.words, i)
    return i < last < k < i + _LONGEST and _DONE.isdisjoint(line.words[last:k]) and line.quote_at(k - 1) is None
