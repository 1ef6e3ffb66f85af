"""Whether a phrase with no name is somebody: ``ông``, ``các chuyên gia``, ``hai ông``."""

from __future__ import annotations

from quotes.mentions.found import Person
from quotes.mentions.line import HONORIFICS, PLACES, Line


def stands(line: Line, i: int, j: int, found: Person) -> bool:
    """Whether a phrase with no name can be somebody: ``ông``, ``các chuyên gia``, ``vị này``; not ``một``, ``GS``."""
    if j <= i:
        return False
    if found.head is not None:
        if found.head.kind == "degree":
            return False
        weak = found.head.weak or (found.head.kind == "kin" and " " not in found.head.form)
        return not weak or found.complete or found.counted or found.definite
    if found.honorific is None:
        return False
    if found.counted:
        both = found.plural and line.words[i : j - 1] in _BOTH and not line.caps[j - 1] and ends_at(line, j)
        return found.definite or both
    address = HONORIFICS.longest(line.words, i)
    return address is not None and address[0].pronoun and not _is_noun(line, i)


_BOTH = (("hai",), ("cả", "hai"), ("cả", "ba"))  # hai | ông


def _is_noun(line: Line, i: int) -> bool:
    """``Anh`` the country, ``em út``, ``cô dâu``: a pronoun's word that is something else here."""
    if line.caps[i] and i > 0 and line.words[i - 1] not in ('"', "“", "”", "'", ":", "-", "–", "(", ".", "…", "?", "!"):
        return line.words[i] in PLACES.first
    return False


def ends_at(line: Line, j: int) -> bool:
    """Whether a noun phrase is over at ``j``: a predicate, a mark or nothing follows."""
    return j >= line.n or (line.predicate(j) and not line.caps[j]) or not line.words[j][0].isalnum()
