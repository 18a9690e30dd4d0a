"""bench_window.py OFFICE OUT: measures the window of the program beside an empty window of the same toolkit, in one run.

Each window gets a display of its own whose picture lies in a file, so that a frame is seen within milliseconds and
without disturbing what draws it. A window is usable from the last large change of its picture on: a blinking caret is
a small one. Times are the least of several runs, because others may use the machine; memory is the median.
"""

import contextlib
import mmap
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WIDE, HIGH = 1366, 768
CALM = 1.2  # seconds without a large change until a picture counts as finished
LARGE = 40  # rows that differ: more than a caret, less than a list
PATIENCE = 90
RUNS = int(os.environ.get("RUNS", "5"))


class Display:
    """A display of its own, with its picture mapped into memory."""

    def __init__(self, folder):
        self.folder = tempfile.mkdtemp(dir=folder)
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDE}x{HIGH}x24", "-fbdir", self.folder],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as f:
            number = f.readline().strip()
        self.env = {k: v for k, v in os.environ.items() if k != "WAYLAND_DISPLAY"}
        self.env |= {"DISPLAY": f":{number}", "LANG": "C.UTF-8", "XDG_CONFIG_HOME": self.folder}
        picture = open(os.path.join(self.folder, "Xvfb_screen0"), "rb")
        self.memory = mmap.mmap(picture.fileno(), 0, prot=mmap.PROT_READ)
        self.begins = len(self.memory) - WIDE * HIGH * 4

    def picture(self):
        return self.memory[self.begins:]

    def titles(self):
        return subprocess.run(["xwininfo", "-root", "-tree"], env=self.env, capture_output=True, text=True).stdout

    def keys(self, *keys, repeat=1, delay=12):
        subprocess.run(["xdotool", "key", "--delay", str(delay), "--repeat", str(repeat), "--repeat-delay", str(delay), *keys],
                       env=self.env, check=True)

    def write(self, text, delay=40):
        subprocess.run(["xdotool", "type", "--delay", str(delay), text], env=self.env, check=True)

    def close(self):
        self.memory.close()
        self.server.terminate()
        self.server.wait()


def rows(a, b):
    """How many rows of two pictures differ."""
    if a == b:
        return 0
    step = WIDE * 4
    return sum(a[i:i + step] != b[i:i + step] for i in range(0, len(a), step))


class Window:
    """A program with a window on a display."""

    def __init__(self, display, command):
        self.display = display
        self.before = display.picture()
        self.began = time.monotonic()
        self.process = subprocess.Popen(command, env=display.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def settle(self, began, title=None, beat=0.005):
        """Gives when the picture changed first and last, in seconds from a moment on; with a title, once it is there.

        It looks at every beat: to look more often would take from the program what it is measured by.
        """
        first, last, before, until = None, began, self.before, began + PATIENCE
        looked = 0.0
        while (now := time.monotonic()) < until:
            picture = self.display.picture()
            if rows(before, picture) >= LARGE:
                first, last, before = first or now, now, picture
            if title and first and now - looked > 0.15:
                looked = now
                if f'"{title}' in self.display.titles():
                    title, last = None, max(last, now)
            if first and not title and now - last > CALM:
                self.before = picture
                return first - began, last - began
            time.sleep(beat)
        raise SystemExit(f"не дойде: {title}\n{self.display.titles()}")

    def status(self, key):
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as f:
            return int(re.search(rf"^{key}:\s+(\d+) kB", f.read(), re.M)[1]) / 1024

    def cpu(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="utf-8") as f:
            fields = f.read().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def share(self, seconds):
        """How much of a core it takes while nobody does anything."""
        before = self.cpu()
        time.sleep(seconds)
        return (self.cpu() - before) / seconds * 100

    def press(self, key, times, delay):
        """Presses a key again and again, and gives processor time and wall time for each press."""
        cpu, began = self.cpu(), time.monotonic()
        self.display.keys(key, repeat=times, delay=delay)
        took = time.monotonic() - began
        time.sleep(0.5)
        return (self.cpu() - cpu) / times * 1000, took / times * 1000

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Figures:
    """What was measured, by name, in the order it came."""

    def __init__(self):
        self.all = {}

    def add(self, name, value):
        self.all.setdefault(name, []).append(value)

    def least(self, name):
        return min(self.all[name])

    def middle(self, name):
        return statistics.median(self.all[name])


@contextlib.contextmanager
def shown(folder, command, title):
    """Opens a window on a display of its own, and ends both."""
    display = Display(folder)
    try:
        window = Window(display, command)
        try:
            window.first, window.usable = window.settle(window.began, title)
            yield display, window
        finally:
            window.close()
    finally:
        display.close()


def opened(figures, name, window, run):
    """Notes what it took to open a window; in the first run also what it takes while nobody does anything."""
    figures.add(f"{name}: first frame", window.first * 1000)
    figures.add(f"{name}: usable", window.usable * 1000)
    figures.add(f"{name}: resident", window.status("VmRSS"))
    if run == 0:
        figures.add(f"idle: {name}", window.share(20))


def password_took():
    """How long the password itself took in the last sign-in, which the program notes."""
    with open(os.path.join(os.environ["XDG_STATE_HOME"], "harta", "harta.log"), encoding="utf-8") as f:
        said = re.findall(r"password=([0-9.]+)(ms|s|µs)", f.read())
    number, unit = said[-1]
    return float(number) * {"s": 1000, "ms": 1, "µs": 0.001}[unit]


def sign_in(figures, display, window):
    """Signs in and gives the time from the key to a usable page, without that of the password."""
    display.write(os.environ["HARTA_PASSWORD"])
    time.sleep(0.5)
    window.before = display.picture()
    cpu, began = window.cpu(), time.monotonic()
    display.keys("Return")
    _, last = window.settle(began, "Днес", 0.03)
    figures.add("in: password", password_took())
    figures.add("in: usable", last * 1000 - password_took())
    figures.add("in: processor", (window.cpu() - cpu) * 1000 - password_took())
    figures.add("in: resident", window.status("VmRSS"))
    figures.add("in: peak", window.status("VmHWM"))


def work(figures, display, window):
    """Goes through the pages that clerks use most."""
    figures.add("idle: page", window.share(20))
    display.keys("ctrl+3")
    window.settle(time.monotonic(), "Регистър")
    figures.add("register: resident", window.status("VmRSS"))
    for key in ("Down", "Next"):
        cpu, wall = window.press(key, 150, 20)
        figures.add(f"register {key}: processor", cpu)
        figures.add(f"register {key}: wall", wall)
    display.keys("ctrl+n")
    window.settle(time.monotonic(), "Нова")
    cpu, _ = window.press("a", 60, 60)
    figures.add("key: processor", cpu)
    figures.add("work: resident", window.status("VmRSS"))
    figures.add("work: peak", window.status("VmHWM"))


def main():
    office, out = sys.argv[1:]
    figures = Figures()
    program, empty = os.path.join(ROOT, "build", "harta-desktop"), os.path.join(ROOT, "build", "empty-window")
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for i in range(RUNS):
            with shown(folder, [empty], "Празен") as (display, window):
                opened(figures, "empty", window, i)
            with shown(folder, [program, "--data", office], "Вход") as (display, window):
                opened(figures, "gate", window, i)
                sign_in(figures, display, window)
                if i == 0:
                    work(figures, display, window)
    with open(out, "w", encoding="utf-8") as f:
        print(f"# window: {RUNS} runs, load {load:.1f} before and {os.getloadavg()[0]:.1f} after", file=f)
        for name, values in figures.all.items():
            print(f"{name:26} least {min(values):8.1f}  median {statistics.median(values):8.1f}  most {max(values):8.1f}", file=f)
        for what in ("first frame", "usable", "resident"):
            gate, bare = (figures.middle if what == "resident" else figures.least,) * 2
            print(f"window / empty, {what:12} {gate('gate: ' + what) / bare('empty: ' + what):.2f} ×", file=f)


main()
