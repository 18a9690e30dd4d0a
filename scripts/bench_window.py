"""bench_window.py OFFICE OUT: measures the window of the program beside an empty window of the same toolkit, in one run.

Each window gets a display of its own whose picture lies in a file, so that a frame is seen within milliseconds and
without disturbing what draws it. A window is usable from the last large change of its picture on: a blinking caret is
a small one. Times are the least of several runs, because others may use the machine; memory is the median.

What a key takes is told in two ways: how long until the picture has changed, which holds up to 16 ms of waiting for the
next frame, and how much of the processor it took, which several threads share. Beside each stands the same key in a
window with nothing but an entry, or nothing but a list, of the toolkit.
"""

import contextlib
import ctypes
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
KEYS = 80
TEXT = (590, 425)  # a point in the text of a new case


class Hand:
    """Presses keys and buttons without starting a program for each."""

    def __init__(self, name):
        self.x, self.test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XStringToKeysym.restype = ctypes.c_ulong
        self.x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self.x.XFlush.argtypes = self.x.XCloseDisplay.argtypes = [ctypes.c_void_p]
        self.test.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self.test.XTestFakeButtonEvent.argtypes = self.test.XTestFakeKeyEvent.argtypes
        self.test.XTestFakeMotionEvent.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_ulong]
        self.display = self.x.XOpenDisplay(name.encode())

    def key(self, name):
        code = self.x.XKeysymToKeycode(self.display, self.x.XStringToKeysym(name.encode()))
        for down in (1, 0):
            self.test.XTestFakeKeyEvent(self.display, code, down, 0)
        self.x.XFlush(self.display)

    def click(self, x, y):
        self.test.XTestFakeMotionEvent(self.display, -1, x, y, 0)
        for down in (1, 0):
            self.test.XTestFakeButtonEvent(self.display, 1, down, 0)
        self.x.XFlush(self.display)

    def close(self):
        self.x.XCloseDisplay(self.display)


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
        self.hand = Hand(self.env["DISPLAY"])

    def picture(self):
        return self.memory[self.begins:]

    def sample(self):
        """Every fourth line of the picture: quick to look at, and a letter has some of them."""
        step = WIDE * 4
        return b"".join(self.memory[i:i + step] for i in range(self.begins, len(self.memory), 4 * step))

    def titles(self):
        return subprocess.run(["xwininfo", "-root", "-tree"], env=self.env, capture_output=True, text=True).stdout

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", *keys], env=self.env, check=True)

    def write(self, text, delay=40):
        subprocess.run(["xdotool", "type", "--delay", str(delay), text], env=self.env, check=True)

    def close(self):
        self.hand.close()
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

    def answer(self, key):
        """Presses a key and gives how long it is until the picture has changed; None = it has not."""
        before, began = self.display.sample(), time.monotonic()
        self.display.hand.key(key)
        while (now := time.monotonic()) < began + 0.5:
            if self.display.sample() != before:
                return (now - began) * 1000
            time.sleep(0.0005)
        return None

    def press(self, key):
        """Presses a key again and again, and gives the time until it is seen and the processor time of each."""
        time.sleep(0.5)
        cpu, waits = self.cpu(), []
        for i in range(KEYS):
            waits.append(self.answer(key))
            time.sleep(0.04 + i % 7 * 0.0023)  # not in step with the frames
        time.sleep(0.5)
        seen = [w for w in waits if w]
        if len(seen) < KEYS * 3 // 4:
            raise SystemExit(f"{key}: {len(seen)} of {KEYS} keys were seen")
        return statistics.median(seen), (self.cpu() - cpu) / KEYS * 1000

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


def pressed(figures, name, window, key):
    """Notes what a key takes."""
    seen, processor = window.press(key)
    figures.add(f"{name}: seen", seen)
    figures.add(f"{name}: processor", processor)


def limits(figures, folder, empty, kinds=(("entry", "a"), ("text", "a"), ("list", "Down"), ("long", "a"), ("editor", "a"), ("lines", "a"))):
    """Measures keys where there is nothing but what takes them."""
    for kind, key in kinds:
        with shown(folder, [empty, kind], "Празен") as (display, window):
            for _ in range(60 if key == "Down" else 0):  # until it scrolls
                display.hand.key(key)
                time.sleep(0.03)
            pressed(figures, f"limit, {kind}", window, key)


def work(figures, display, window, idle=True):
    """Goes through the pages that clerks use most."""
    time.sleep(12)  # the program sees to what draws pages first
    if idle:
        figures.add("idle: page", window.share(20))
    display.keys("ctrl+3")
    window.settle(time.monotonic(), "Регистър")
    figures.add("register: resident", window.status("VmRSS"))
    for _ in range(40):  # until it scrolls
        display.hand.key("Down")
        time.sleep(0.05)
    for key in ("Down", "Next"):
        pressed(figures, f"register {key}", window, key)
    display.keys("ctrl+n")
    window.settle(time.monotonic(), "Нова")
    figures.add("new case: resident", window.status("VmRSS"))
    display.hand.click(*TEXT)
    pressed(figures, "new case, key", window, "a")
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
                    limits(figures, folder, empty)
    with open(out, "w", encoding="utf-8") as f:
        print(f"# window: {RUNS} runs, load {load:.1f} before and {os.getloadavg()[0]:.1f} after", file=f)
        for name, values in figures.all.items():
            print(f"{name:26} least {min(values):8.1f}  median {statistics.median(values):8.1f}  most {max(values):8.1f}", file=f)
        for what in ("first frame", "usable", "resident"):
            gate, bare = (figures.middle if what == "resident" else figures.least,) * 2
            print(f"window / empty, {what:12} {gate('gate: ' + what) / bare('empty: ' + what):.2f} ×", file=f)


if __name__ == "__main__":
    main()
