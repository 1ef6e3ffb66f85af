"""The classes of small words by which sentences are read: see ``quotes/lexicon/grammar.toml``."""

from __future__ import annotations

from quotes.lexicon import Phrases, Trie, Word, cues, keys, word_class, words

PREVERB = word_class("preverb")
PREPOSITION = word_class("preposition")
CONJUNCTION = word_class("conjunction")
EDGE = word_class("edge")
ADJUNCT = word_class("adjunct")
OCCASION = word_class("occasion")
CREDIT = word_class("credit")
CONNECTOR = word_class("connector")
NO_CONNECTOR = word_class("no_connector")
NOUN_START = word_class("noun_start")
SUBORDINATOR = word_class("subordinator")
BARE_CLAUSE = word_class("bare_clause")
OPENER = word_class("opener")
NO_CLAUSE = word_class("no_clause")
CLAUSE_AFTER_ALL = word_class("clause_after_all")
STANCE = word_class("stance")
CLAIM = word_class("claim")
HOPE = word_class("hope")
BRINGS = word_class("brings")
HOPED_OF = word_class("hoped_of")
INDIRECT_QUESTION = word_class("indirect_question")
EFFECT = word_class("effect")
LIGHT = word_class("light")
UNSAID = word_class("unsaid")
YET = word_class("yet")
LISTED = word_class("listed")
THING = word_class("cue_thing")
MADE_KNOWN = word_class("made_known")
PLURAL = word_class("plural")
PREDICATE = word_class("predicate")
SHARE = word_class("share")
FIRST_PERSON = word_class("first_person")
NAMED = word_class("named")
NO_SPEAKER = word_class("no_speaker")
OCCUPATION = word_class("occupation")
MET = word_class("met")

MANNER = word_class("manner")
AGREES = word_class("agrees")
NO_PEOPLE = word_class("no_people")
OWN_PEOPLE = word_class("own_people")
HOW_SAID = word_class("how_said")
SOMEBODY = word_class("cue_addressee")
# The verbs with which somebody says or writes a whole clause: cho biết, cho rằng, viết.
REPORTS = Phrases(
    keys(cue.form) for cue in cues().values() if cue.kind in ("say", "opine", "write") and "clause" in cue.takes
)
VERBS: Trie[Word] = words("verbs")
PASSIVE = frozenset(("bị", "được"))
COMPLEMENTIZERS = frozenset(("rằng", "là", ":", ","))
CLOSERS = frozenset((",", ";", ".", "!", "?", "…", "-", "–", "—", ":", "/", "|", "*", "•"))
RELAYS = frozenset(("theo", "dẫn", "trích", "lời", "thông", "như"))
DASHES = frozenset(("-", "–", "—"))
# What somebody says, or many say: những bình luận như “…”. Not: câu chuyện, câu lạc bộ, lời bài hát.
WORDS_SAID = word_class("words_said")
# Words that begin an adverbial, a verb phrase or a clause, never a noun phrase.
NO_NOUN = frozenset(
    "là khi nếu sau trước trong tại theo để nhằm vì do bởi dù tuy mặc bên ngoài từ đến với về qua không chưa chẳng hãy "
    "đừng được bị có phải cần nên đã đang sẽ vừa mới cũng vẫn rất bắt kết trả mở phát đánh ngay lúc hôm ngày sáng "
    "chiều tối".split()
)


def after_connector(words: tuple[str, ...], i: int) -> int:
    """The token after a `Tuy nhiên`, `Song` or `Chính` at token ``i``; no `Song | phương`, no `Chính | phủ`."""
    return i if NO_CONNECTOR.after(words, i) > i else CONNECTOR.after(words, i)
