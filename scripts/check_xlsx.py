"""check_xlsx.py FILE [TEXT…]: the package, the XML and the cells of one workbook. Exit 1 when something is wrong."""

import os
import re
import sys
import zipfile

import openpyxl
from lxml import etree

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
DANGEROUS = re.compile(r"HYPERLINK|WEBSERVICE|cmd\||DDE|EXEC|CALL\(|REGISTER|\[\d+\]|https?:", re.IGNORECASE)


def flat(text):
    return re.sub(r"\s+", " ", text)


def relationships(name, tree, names):
    """Yields a complaint for each relationship that leads out of the package or to a part that is not there."""
    base = os.path.dirname(os.path.dirname(name))
    for relation in tree:
        target = relation.get("Target")
        if relation.get("TargetMode") == "External":
            print("note: external link", target)
            continue
        part = target.lstrip("/") if target.startswith("/") else os.path.normpath(os.path.join(base, target))
        if part not in names:
            yield f"dangling relationship {name} -> {target}"


def package(path):
    """Yields what is wrong with the zip and its XML parts."""
    archive = zipfile.ZipFile(path)
    names = archive.namelist()
    if len(names) != len({name.lower() for name in names}):
        yield "duplicate zip entries"
    for part in ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"):
        if part not in names:
            yield f"missing part {part}"
    for name in names:
        if name.startswith("/") or ".." in name:
            yield f"bad entry name {name}"
        if not name.endswith((".xml", ".rels")):
            continue
        body = archive.read(name)
        try:
            tree = etree.fromstring(body, PARSER)
        except etree.XMLSyntaxError as error:
            yield f"XML {name}: {error}"
            continue
        if b"<!DOCTYPE" in body[:500]:
            yield f"DOCTYPE in {name}"
        if name.endswith(".rels"):
            yield from relationships(name, tree, names)


def cells(path, wanted):
    """Yields what is wrong with the sheets as openpyxl reads them, and notes what they hold."""
    book = openpyxl.load_workbook(path)
    texts, formulas, rows = [], [], 0
    for number, sheet in enumerate(book.worksheets):
        if len(sheet.title) > 31 or re.search(r"[\\/*?:\[\]]", sheet.title):
            yield f"bad sheet name {sheet.title}"
        for row in sheet.iter_rows():
            filled = [cell for cell in row if cell.value is not None]
            rows += number == 0 and bool(filled)
            for cell in filled:
                if cell.data_type == "f":
                    formulas.append(f"{sheet.title}!{cell.coordinate} {cell.value}")
                else:
                    texts.append(str(cell.value))
                if len(str(cell.value)) > 32767:
                    yield f"cell longer than 32767: {sheet.title}!{cell.coordinate}"

    everything = "\n".join(texts)
    letters = len(re.findall("[\u0400-\u04ff]", everything))
    if letters < 10:
        yield f"almost no Cyrillic text: {letters} letters"
    if "\ufffd" in everything:
        yield "U+FFFD in cells"
    yield from (f"text not found: {text}" for text in wanted if flat(text) not in flat(everything))
    yield from (f"dangerous live formula {formula}" for formula in formulas if DANGEROUS.search(formula))
    if rows < int(os.environ.get("ROWS", "0")):
        yield f"{rows} rows on the first sheet, fewer than {os.environ['ROWS']}"
    if formulas and not os.environ.get("ALLOWFORMULA"):
        print("note:", len(formulas), "formulas, e.g.", formulas[:3])


def complaints(path, wanted):
    try:
        yield from package(path)
        yield from cells(path, wanted)
    except Exception as error:  # whatever a library makes of a broken file is a finding, not a crash
        yield f"{type(error).__name__}: {error}"


found = list(complaints(sys.argv[1], sys.argv[2:]))
for complaint in found:
    print("FAIL:", complaint)
sys.exit(1 if found else 0)
