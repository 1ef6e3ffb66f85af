"""Who issues a document of which the article says no more than what it is: the indictment is the prosecutor's."""

from __future__ import annotations

from collections.abc import Callable

from quotes.lexicon import keys
from quotes.model import Mention
from quotes.speakers.scene import Scene

Words = tuple[str, ...]


def issuer_of(scene: Scene, source: Mention) -> Mention | None:
    """The body whose document it must be, by the fullest form that the article gives."""
    issues = _ISSUERS.get(source.head or "") or _ISSUERS.get(" ".join(keys(scene.text(source))))
    if issues is None:
        return None
    return max(
        (b for b in scene.bodies if issues(keys(scene.text(b)))),
        key=lambda b: (sum(w[0].isupper() for w in scene.text(b).split()), b.span.start - b.span.end, -b.span.start),
        default=None,
    )


def _prosecutor(words: Words) -> bool:
    return words[:2] in (("viện", "kiểm"), ("viện", "ks"), ("viện", "ksnd")) or words[0].startswith("vks")


def _investigator(words: Words) -> bool:
    return words[:2] == ("cơ", "quan") and ("csđt" in words or {"điều", "tra"} <= set(words))


def _court(words: Words) -> bool:
    return words[0] in ("tòa", "toà", "tand", "hđxx") or words[:4] == ("hội", "đồng", "xét", "xử")


_ISSUERS: dict[str, Callable[[Words], bool]] = {
    "cáo trạng": _prosecutor,
    "bản cáo trạng": _prosecutor,
    "kết luận điều tra": _investigator,
    "bản kết luận điều tra": _investigator,
    "kết quả điều tra": _investigator,
    "bản án": _court,
}
