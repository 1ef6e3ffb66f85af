"""Days as EDTF writes them, and days of the Vietnamese lunar calendar; the only importer of lunar_vn."""

from __future__ import annotations

from datetime import date


def edtf(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """A date in EDTF, ``None`` if there is no such day.

    >>> edtf(2022, 1, 21), edtf(2022, 1), edtf(None, 1, 21), edtf(2023, 2, 29)
    ('2022-01-21', '2022-01', 'XXXX-01-21', None)
    """
    if month is None:
        return f"{year:04d}" if year is not None else None
    if day is None:
        return f"{year:04d}-{month:02d}" if year is not None else None
    try:
        found = date(year or 2024, month, day)  # a leap year, so that 29/2 of an unknown year passes
    except ValueError:
        return None
    return found.isoformat() if year is not None else f"XXXX-{month:02d}-{day:02d}"


def as_day(value: str | None) -> date | None:
    """The day of a full EDTF date; ``None`` for what is less than a day."""
    return date.fromisoformat(value) if value and len(value) == 10 and value[0] != "X" else None


def lunar_day(year: int, month: int, day: int) -> date | None:
    """The day of the Vietnamese lunar calendar (UTC+7), by Hồ Ngọc Đức's method.

    The thirtieth of a month that has 29 days is its last (``30 Tết``, ``giao thừa``).

    >>> lunar_day(2025, 1, 7), lunar_day(2024, 12, 30)
    (datetime.date(2025, 2, 4), datetime.date(2025, 1, 28))
    """
    from lunar_vn import LunarDate, lunar_to_solar, solar_to_lunar  # slow to import, and seldom needed

    for last in (day, 29) if day == 30 else (day,):
        try:
            found: date = lunar_to_solar(LunarDate(last, month, year))
        except ValueError:
            return None
        if solar_to_lunar(found).day == last:
            return found
    return None
