"""The parts of check_pdf.sh that need more than a pipe: words, boxes, blank. Exit 1 when something is wrong."""

import re
import sys
import unicodedata


def flat(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).replace("\u00ad", ""))


def words(path, *wanted):
    """Complains about each wanted text that the text layer lacks; a break or a hyphen inside it is forgiven."""
    with open(path, encoding="utf-8", errors="replace") as file:
        text = flat(file.read())
    joined = re.sub(r"[\s-]", "", text)
    return [f"text not found: {w}" for w in wanted
            if flat(w) not in text and re.sub(r"[\s-]", "", flat(w)) not in joined]


def boxes(path):
    """Complains about words that run off their page, from the output of pdftotext -bbox."""
    width = height = 0.0
    wrong = []
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            if page := re.search(r'<page width="([\d.]+)" height="([\d.]+)"', line):
                width, height = map(float, page.groups())
            word = re.search(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word', line)
            if not word:
                continue
            left, top, right, bottom = map(float, word.groups()[:4])
            if left < -1 or top < -1 or right > width + 1 or bottom > height + 1:
                wrong.append(f"text runs off the page: {word.group(5)[:60]}")
    return wrong


def blank(*paths):
    """Complains about drawn pages (PGM) on which nothing is darker than light grey."""
    wrong = []
    for path in paths:
        with open(path, "rb") as file:
            if min(file.read()[20:]) >= 200:
                wrong.append(f"blank page: {path.rsplit('/', 1)[-1]}")
    return wrong


complaints = {"words": words, "boxes": boxes, "blank": blank}[sys.argv[1]](*sys.argv[2:])
for complaint in complaints:
    print("FAIL:", complaint)
sys.exit(1 if complaints else 0)
