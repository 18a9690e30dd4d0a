"""bench_pair.py OFFICE OUT BEFORE AFTER: measures two builds of the window in turns, in one run, beside an empty one.

What else the machine does changes from minute to minute, and more than most changes to the program do. So each round
opens both builds, in the other order than the round before, and the medians are compared. Own memory leaves out what
is mapped from files: how much of a program itself that is depends on what else was read lately. ROUNDS says how many rounds,
PARTS which of start, keys and memory are measured.
"""

import os
import statistics
import sys
import tempfile
import time

import bench_window as bench

ROUNDS = int(os.environ.get("ROUNDS", "6"))
PARTS = os.environ.get("PARTS", "start keys").split()


def measure(figures, name, folder, command, keys):
    """Opens a build once and notes what is asked for."""
    with bench.shown(folder, command, "Вход") as (display, window):
        figures.add(f"first frame/{name}", window.first * 1000)
        figures.add(f"gate usable/{name}", window.usable * 1000)
        figures.add(f"gate resident/{name}", window.status("VmRSS"))
        figures.add(f"gate own/{name}", window.status("RssAnon"))
        if PARTS == ["first"]:
            return
        mine = bench.Figures()
        bench.sign_in(mine, display, window)
        for what, values in mine.all.items():
            figures.add(f"{what}/{name}", values[0])
        if "memory" in PARTS:
            remembered(figures, name, display, window)
        if keys:
            mine = bench.Figures()
            bench.work(mine, display, window, idle=False)
            for what, values in mine.all.items():
                figures.add(f"{what}/{name}", values[0])


def remembered(figures, name, display, window):
    """Notes the memory after some work in the register and in a new case."""
    for keys, title, key in (("ctrl+3", "Регистър", "Down"), ("ctrl+n", "Нова", "a")):
        display.keys(keys)
        window.settle(time.monotonic(), title)
        if key == "a":
            display.hand.click(*bench.TEXT)
        for _ in range(bench.KEYS):
            display.hand.key(key)
            time.sleep(0.05)
        time.sleep(3)
        figures.add(f"{title}: resident/{name}", window.status("VmRSS"))
        figures.add(f"{title}: own/{name}", window.status("RssAnon"))


def main():
    office, out, before, after = sys.argv[1:]
    figures, load = bench.Figures(), os.getloadavg()[0]
    empty = os.path.join(bench.ROOT, "build", "empty-window")
    builds = [("before", before), ("after", after)]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for i in range(ROUNDS):
            with bench.shown(folder, [empty], "Празен") as (_, window):
                figures.add("first frame/empty", window.first * 1000)
                figures.add("gate usable/empty", window.usable * 1000)
                figures.add("gate resident/empty", window.status("VmRSS"))
            if "keys" in PARTS:
                mine = bench.Figures()
                bench.limits(mine, folder, empty, kinds=(("text", "a"), ("list", "Down")))
                for of, what in (("text", "new case, key"), ("list", "register Down")):
                    for kind in ("seen", "processor"):
                        figures.add(f"{what}: {kind}/empty", mine.all[f"limit, {of}: {kind}"][0])
            for name, program in builds if i % 2 == 0 else builds[::-1]:
                measure(figures, name, folder, [program, "--data", office], "keys" in PARTS)
            report(figures, out, i + 1, load)


def report(figures, out, rounds, load):
    """Writes the medians beside each other, and of each round which build was better."""
    whats = dict.fromkeys(k.split("/")[0] for k in figures.all)
    with open(out, "w", encoding="utf-8") as f:
        print(f"# {rounds} rounds, load {load:.1f} before and {os.getloadavg()[0]:.1f} after, {time.strftime('%d.%m.%Y %H:%M')}", file=f)
        print(f"# {'median (least)':24} {'empty':>18} {'before':>18} {'after':>18}   better in", file=f)
        for what in whats:
            cells = []
            for name in ("empty", "before", "after"):
                values = figures.all.get(f"{what}/{name}")
                cells.append(f"{statistics.median(values):8.1f} ({min(values):7.1f})" if values else "")
            both = list(zip(figures.all.get(f"{what}/before", []), figures.all.get(f"{what}/after", [])))
            better = f"{sum(b > a for b, a in both)} of {len(both)}" if both else ""
            print(f"{what:26} {cells[0]:>18} {cells[1]:>18} {cells[2]:>18}   {better}", file=f)


main()
