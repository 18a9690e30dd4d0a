#!/usr/bin/env python3
"""An independent oracle for the calendar: it shares no code with the program and no way of reckoning.

It writes deadlines.csv.gz, 10,000 random deadlines of 2017-2050 (start,rule,due), and easter.csv, the Orthodox Easter of
1900-2199. Easter comes from the table of the golden numbers, a day off is decided anew for every day asked about, and
working days are stepped through one by one. Only the standard library is used:

    python3 oracle.py            writes both files beside the script
    python3 oracle.py --check    says whether they are what it would write
"""

import datetime
import gzip
import os
import random
import sys

DAY = datetime.timedelta(days=1)
HERE = os.path.dirname(os.path.abspath(__file__))

# The paschal full moon of the Julian calendar by the golden number of the year, as (month, day).
FULL_MOON = [
    (4, 5), (3, 25), (4, 13), (4, 2), (3, 22), (4, 10), (3, 30), (4, 18), (4, 7), (3, 27),
    (4, 15), (4, 4), (3, 24), (4, 12), (4, 1), (3, 21), (4, 9), (3, 29), (4, 17),
]

# Counted from 1.01, in the words of article 154 (1): the holidays that have a date.
FIXED = [(1, 1), (3, 3), (5, 1), (5, 6), (5, 24), (9, 6), (9, 22), (12, 24), (12, 25), (12, 26)]

DECLARED_OFF = {datetime.date(2025, 12, 31), datetime.date(2026, 1, 2)}


def civil(year, month, day):
    """The civil day of a day of the Julian calendar, through the Julian day number."""
    a = (14 - month) // 12
    y, m = year + 4800 - a, month + 12 * a - 3
    number = day + (153 * m + 2) // 5 + 365 * y + y // 4 - 32083
    return datetime.date.fromordinal(number - 1721425)


def easter(year):
    """The Sunday after the paschal full moon."""
    moon = civil(year, *FULL_MOON[year % 19])
    days = (6 - moon.weekday()) % 7
    return moon + (days or 7) * DAY


def weekend(day):
    return day.weekday() >= 5


HOLIDAYS = {}


def holidays(year):
    """All days off of a year that are no plain weekend: fixed, Easter, declared, and those that compensate."""
    if year in HOLIDAYS:
        return HOLIDAYS[year]
    fixed = [datetime.date(year, m, d) for m, d in FIXED]
    sunday = easter(year)
    off = set(fixed) | {sunday + n * DAY for n in (-2, -1, 0, 1)}
    off |= {d for d in DECLARED_OFF if d.year == year}
    for holiday in sorted(fixed):
        if weekend(holiday):
            day = holiday + DAY
            while weekend(day) or day in off:
                day += DAY
            off.add(day)
    HOLIDAYS[year] = off
    return off


def free(day):
    return weekend(day) or day in holidays(day.year)


def later(start, months):
    """The same day number so many months later, or the last one that the month has."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for number in range(start.day, 0, -1):
        try:
            return datetime.date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError


def due(start, count, unit):
    if unit == "wd":
        day = start
        while count:
            day += DAY
            if not free(day):
                count -= 1
        return day
    day = {
        "d": lambda: start + count * DAY,
        "w": lambda: start + count * 7 * DAY,
        "m": lambda: later(start, count),
        "y": lambda: later(start, 12 * count),
    }[unit]()
    while free(day):
        day += DAY
    return day


def deadlines():
    """Terms as the office has them, mixed with any other; starts near holidays and ends of months come more often."""
    dice = random.Random(20170101)
    usual = [(1, "m"), (2, "m"), (3, "m"), (6, "m"), (7, "d"), (14, "d"), (24, "d"), (7, "wd"), (1, "w"), (1, "y")]
    longest = {"d": 400, "wd": 250, "w": 60, "m": 30, "y": 3}
    first, last = datetime.date(2017, 1, 1), datetime.date(2050, 12, 31)
    rows = []
    while len(rows) < 10000:
        start = first + dice.randrange((last - first).days + 1) * DAY
        if dice.random() < 0.2:
            start = start.replace(day=1) - DAY
        count, unit = dice.choice(usual)
        if dice.random() < 0.4:
            unit = dice.choice(sorted(longest))
            count = dice.randint(1, longest[unit])
        if dice.random() < 0.2:  # a term that ends on a day with a story
            year = dice.randint(2017, 2050)
            target = dice.choice(sorted(holidays(year)))
            start = target - dice.randint(1, 70) * DAY
            unit, count = "d", (target - start).days
        if not first <= start <= last:
            continue
        end = due(start, count, unit)
        if end <= last:
            rows.append(f"{start},{count}{unit},{end}")
    return "\n".join(["start,rule,due", *rows]) + "\n"


def easters():
    return "".join(f"{easter(year)}\n" for year in range(1900, 2200))


def packed(text):
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def main():
    files = {"deadlines.csv.gz": packed(deadlines()), "easter.csv": easters().encode()}
    for name, content in files.items():
        path = os.path.join(HERE, name)
        if "--check" not in sys.argv[1:]:
            with open(path, "wb") as out:
                out.write(content)
            continue
        with open(path, "rb") as have:
            old = have.read()
        if name.endswith(".gz"):  # how well a machine packs differs
            old, content = gzip.decompress(old), gzip.decompress(content)
        if old != content:
            sys.exit(f"{name} is not what the oracle says")


if __name__ == "__main__":
    main()
