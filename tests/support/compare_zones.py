#!/usr/bin/env python3
"""Asks the program what local times mean in every zone of this machine and compares with two others.

    python3 tests/support/compare_zones.py build/app/lockstep [first year] [year after the last]

The moments to ask about are those around every change that zdump lists; the expected answers come from Python's
zoneinfo. Years 1900 to 2037 unless told otherwise. Prints the first differences; exits 1 when there are any.
"""
import re
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

UTC = timezone.utc
NO_PLACE = ("Factory", "localtime")  # a placeholder and this machine's own setting
SECOND = timedelta(seconds=1)
LINE = re.compile(r"^\S+\s+\w{3} (\w{3} +\d+ [\d:]{8} \d{4}) UTC? = .* gmtoff=(-?\d+)$")


def changes(name, first, after):
    """The instants of zdump with the offsets before and after each."""
    text = subprocess.run(["zdump", "-v", "-c", f"{first},{after}", name], capture_output=True, text=True).stdout
    seen = []
    for line in text.splitlines():
        found = LINE.match(line)
        if found:
            seen.append((datetime.strptime(found[1], "%b %d %H:%M:%S %Y"), timedelta(seconds=int(found[2]))))
    for (before, old), (at, new) in zip(seen, seen[1:]):
        if at - before == SECOND and old != new:
            yield at, old, new


def walls(name, first, after):
    for year in range(first, after, 7):
        yield datetime(year, 1 + year % 12, 15, 12), None
    for at, old, new in changes(name, first, after):
        low, high = at + min(old, new), at + max(old, new)
        for wall in (low - SECOND, low, low + SECOND, low + (high - low) / 2, high - SECOND, high, high + SECOND):
            yield wall.replace(microsecond=0), at


def answer(zone, wall, change):
    instants = [wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)]
    real = sorted({i for i in instants if i.astimezone(zone).replace(tzinfo=None, fold=0) == wall})
    if not real:
        return "gap", change, change
    return ("unique" if len(real) == 1 else "overlap"), real[0], real[-1]


def main(program, first=1900, after=2038):
    names = sorted(n for n in available_timezones() if n not in NO_PLACE and not n.startswith(("right/", "posix/")))
    asked, expected = [], []
    for name in names:
        zone = ZoneInfo(name)
        for wall, change in walls(name, int(first), int(after)):
            kind, one, other = answer(zone, wall, change)
            asked.append(f"{name}\t{wall:%Y-%m-%d %H:%M:%S}")
            expected.append(f"{asked[-1]}\t{kind}\t{one:%Y-%m-%dT%H:%M:%SZ}\t{other:%Y-%m-%dT%H:%M:%SZ}")
    said = subprocess.run([program, "zones", "--resolve"], input="\n".join(asked), capture_output=True, text=True)
    answers = said.stdout.splitlines()
    wrong = [pair for pair in zip(expected, answers) if pair[0] != pair[1]]
    for pair in wrong[:20]:
        print("zoneinfo: %s\nprogram:  %s" % pair)
    print(f"{len(names)} zones, {len(asked)} local times, {len(wrong)} differ")
    return 1 if wrong or len(answers) != len(asked) or said.returncode else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
