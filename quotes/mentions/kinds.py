"""Kinds of bodies that differ in what may follow their name."""

from __future__ import annotations


def opens(form: str, heads: frozenset[str]) -> bool:
    """Whether the name of a kind of body is one of some words or begins with it: ``trung tâm y tế``."""
    words = form.split(" ")
    return any(" ".join(words[:n]) in heads for n in (1, 2, 3))


# What is part of a larger body, and the bodies that have parts.
PARTS = frozenset(
    (
        *("cục", "vụ", "tổng cục", "chi cục", "phòng", "đội", "trạm", "thanh tra", "khoa", "bộ môn", "đơn vị", "ty"),
        *("trung tâm", "viện", "cơ quan cảnh", "cơ quan csđt", "cơ quan điều", "cơ quan an", "đồn biên phòng"),
        *("trường đại học", "trường đh", "trường cao đẳng", "ban", "tổ", "đơn nguyên", "văn phòng", "phân viện"),
        *("vùng", "quân khu", "quân đoàn", "quân chủng", "binh chủng", "sư đoàn", "trung đoàn", "lữ đoàn", "hạm đội"),
    )
)
WHOLES = frozenset(
    (
        *("bộ", "sở", "công an", "ubnd", "ủy ban nhân", "bệnh viện", "bv", "bvđk", "đại học", "đh", "đhqg", "học viện"),
        *("trường đại học", "trường đh", "viện hàn lâm", "quân khu", "quân chủng", "tập đoàn", "tổng công ty", "catp"),
        *("ngân hàng nhà nước", "tổng cục", "tổng liên đoàn", "viện", "trung tâm y", "ttyt", "chính phủ", "quốc hội"),
        *("phòng cảnh sát", "phòng csgt", "lực lượng bảo", "lực lượng phòng", "lực lượng tuần", "lực lượng cảnh"),
        *("bộ đội", "cảnh sát biển", "hải quân", "không quân", "lục quân", "quân đội", "quân đoàn", "liên đoàn"),
    )
)
# Whose team or office it is may follow: `ê-kíp | của Mai Anh`.
OF_SOMEBODY = frozenset(
    (
        *("ekip", "ê-kíp", "ê kíp", "đội ngũ", "đội quản lý", "đội ngũ quản lý", "đội pháp lý", "đội ngũ pháp lý"),
        *("đội luật sư", "đội ngũ luật sư", "nhóm luật sư", "nhóm pháp lý", "đội tranh cử", "chiến dịch tranh cử"),
        *("ban vận động tranh cử", "công ty quản lý", "công ty chủ quản", "văn phòng", "văn phòng luật sư"),
        *("chính quyền", "nội các", "chính phủ", "đội ngũ tranh cử", "ủy ban tranh cử", "nhóm", "hãng luật"),
        *("công ty", "phe", "quỹ"),
    )
)
# They stand for somebody elsewhere, and where that is belongs to their name: `Đại sứ quán Mỹ | tại Hà Nội`.
SEATED = frozenset(
    (
        *("đại sứ quán", "đsq", "tổng lãnh sự quán", "lãnh sự quán", "phái đoàn", "phái bộ", "thương vụ", "đại diện"),
        *("văn phòng đại diện", "cơ quan đại diện", "phái đoàn đại diện", "phòng thương mại", "văn phòng"),
    )
)
# What the short name of a firm may go on with.
FIRM_WORDS = frozenset(
    "motor motors group holdings electronics entertainment corp corporation inc ltd bank capital securities research "
    "international industries technologies technology energy airlines media studios pictures global house metals "
    "news markets management partners investments insurance pharma labs digital analytics intelligence".split()
)
# Small ones that `này` or `đó` makes a body: `bộ | này`.
POINTED = frozenset(
    (
        "bộ",
        "sở",
        "cục",
        "ban",
        "đảng",
        "hội",
        "tỉnh",
        "huyện",
        "xã",
        "thành phố",
        "quận",
        "phường",
        "bang",
        "chi cục",
        "tổng cục",
    )
)

# Behind these stands whose they are; behind `bà xã`, `bạn gái` may stand what they are.
NEAREST = frozenset(
    (
        *("vợ", "chồng", "mẹ", "bố", "cha", "má", "mẹ ruột", "bố ruột", "cha ruột", "mẹ đẻ", "bố đẻ", "cha đẻ"),
        *("con trai", "con gái", "em trai", "em gái", "anh trai", "chị gái", "cháu trai", "cháu gái", "vợ cũ"),
        *("chồng cũ", "con rể", "con dâu", "mẹ vợ", "bố vợ", "mẹ chồng", "bố chồng", "em ruột", "anh ruột", "chị ruột"),
        *("gia đình", "vợ chồng", "bố mẹ", "cha mẹ", "ba mẹ", "người nhà", "người thân", "thân nhân", "hàng xóm"),
        *("học trò", "học trò cưng", "trò cưng", "trò cũ", "học trò cũ", "đệ tử", "đàn em", "đàn anh", "đàn chị"),
        *("con ruột", "con nuôi", "con út", "con cả", "cháu nội", "cháu ngoại", "em họ", "anh họ", "chị họ"),
    )
)

# Who leads a firm, or made it.
LEADS_FIRM = frozenset(
    (
        *("ceo", "cfo", "coo", "cto", "cmo", "giám đốc", "tổng giám đốc", "phó giám đốc", "phó tổng giám đốc"),
        *("giám đốc điều hành", "giám đốc tài chính", "giám đốc kinh doanh", "giám đốc marketing", "chủ tịch hđqt"),
        *("giám đốc công nghệ", "giám đốc sáng tạo", "giám đốc quốc gia", "giám đốc vận hành", "giám đốc kỹ thuật"),
        *("nhà sáng lập", "đồng sáng lập", "nhà đồng sáng lập", "người sáng lập", "chủ thương hiệu", "founder"),
        *("co-founder", "chủ tịch hội đồng quản trị", "ông chủ", "bà chủ"),
    )
)
