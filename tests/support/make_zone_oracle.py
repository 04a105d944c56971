#!/usr/bin/env python3
"""Writes tests/core/zone_oracle.tsv: what Python's zoneinfo says, for tst_zone_oracle to agree with.

    python3 tests/support/make_zone_oracle.py > tests/core/zone_oracle.tsv

Zones whose law is moving are asked about the past only, so that the table holds on any tz release.
"""
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

SETTLED = """America/New_York America/Chicago America/Denver America/Los_Angeles America/Anchorage America/Halifax
America/St_Johns Europe/London Europe/Dublin Europe/Lisbon Europe/Madrid Europe/Paris Europe/Berlin Europe/Zurich
Europe/Stockholm Europe/Athens Australia/Sydney Australia/Adelaide Australia/Lord_Howe Pacific/Auckland
Pacific/Chatham America/Phoenix Asia/Tokyo Asia/Ho_Chi_Minh Asia/Kolkata Asia/Kathmandu Asia/Shanghai Asia/Singapore
Asia/Dubai Africa/Nairobi Africa/Lagos Africa/Johannesburg Africa/Kigali Australia/Brisbane""".split()
MOVING = """America/Sao_Paulo America/Mexico_City America/Havana Asia/Tehran Asia/Amman Asia/Pyongyang Europe/Moscow
Europe/Istanbul Africa/Casablanca Africa/Cairo Pacific/Apia America/Caracas""".split()
UTC = timezone.utc


def offset(zone, instant):
    return instant.astimezone(zone).utcoffset()


def changes(zone, year):
    at = datetime(year, 1, 1, tzinfo=UTC)
    while at.year == year:
        after = at + timedelta(days=7)
        if offset(zone, at) != offset(zone, after):
            low, high = at, after
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
                low, high = (middle, high) if offset(zone, middle) == offset(zone, low) else (low, middle)
            yield high
        at = after


def reading(zone, wall):
    instants = [(wall.replace(tzinfo=zone, fold=fold)).astimezone(UTC) for fold in (0, 1)]
    real = [i for i in instants if i.astimezone(zone).replace(tzinfo=None, fold=0) == wall]
    if not real:
        jump = [c for c in changes(zone, instants[0].year) if instants[1] <= c <= instants[0]]
        return "skipped", jump[0], jump[0]
    return ("unique" if real[0] == real[-1] else "repeated"), min(real), max(real)


def text(instant):
    return instant.strftime("%Y-%m-%dT%H:%M:%S")


def rows(name, years):
    zone = ZoneInfo(name)
    for year in years:
        walls = [datetime(year, 1, 15, 12), datetime(year, 7, 15, 12)]
        for change in changes(zone, year):
            before, after = (change - timedelta(seconds=1)).astimezone(zone), change.astimezone(zone)
            step = after.utcoffset() - before.utcoffset()
            edge = change.replace(tzinfo=None) + before.utcoffset()
            walls += [edge - timedelta(seconds=1), edge + step / 2, edge + step]
        for wall in sorted(set(walls)):
            kind, earliest, latest = reading(zone, wall)
            print(name, text(wall), kind, text(earliest), text(latest), sep="\t")


print("# Made by tests/support/make_zone_oracle.py from Python's zoneinfo. Not written by hand.")
print("# zone, wall time, reading, earliest UTC, latest UTC")
for each in SETTLED:
    rows(each, [1996, 2007, 2019, 2040, 2090])
for each in MOVING:
    rows(each, [1996, 2011, 2015, 2018])
