"""What other programs see in an .ods file that the engine wrote: the parts, the cells, and LibreOffice's view of all."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from tests.engine import documents
from tests.engine.documents import NAMES, OFFICE, TABLE

GROWING = {"content.xml", "styles.xml", "settings.xml", "META-INF/manifest.xml"}
STYLE, DRAW, SVG = (f"{{{NAMES[prefix]}}}" for prefix in ("style", "draw", "svg"))
MOST = 400
VOLATILE = ("NOW(", "TODAY(", "RAND", "OFFSET(", "INDIRECT(", "INFO(", "CELL(")
Place = tuple[int, int]


def check_document_parts(before: bytes, after: bytes) -> list[str]:
    """Every part but those that may grow is byte-identical."""
    old, new = documents.parts_of(before), documents.parts_of(after)
    return [f"{name} changed" for name in old.keys() - GROWING if new.get(name) != old[name]]


def check_document_cells(before: bytes, after: bytes, planned: Mapping[str, set[Place]]) -> list[str]:
    """Every cell but the planned ones is there with all that is in it."""
    faults = []
    new = documents.sheets_of(after)
    for name, table in documents.sheets_of(before).items():
        if name not in new:
            faults.append(f"the sheet {name} is gone")
            continue
        mine = planned.get(name, set())
        old_cells, new_cells = (documents.cells_of(each) for each in (table, new[name]))
        faults += [
            f"the cell {at} of {name} changed"
            for at in old_cells.keys() | new_cells.keys()
            if at not in mine and old_cells.get(at) != new_cells.get(at)
        ]
    return faults[:5]


def view(data: bytes, planned: Mapping[str, set[Place]]) -> dict[str, object]:
    """Return what LibreOffice wrote into a file: cells with formulas and looks, notes, shapes, names, rules, filters."""
    root = ET.fromstring(documents.parts_of(data)["content.xml"])
    looks = _looks(root)
    body = next(root.iter(f"{OFFICE}spreadsheet"))
    seen: dict[str, object] = {}
    for table in body.findall(f"{TABLE}table"):
        name = table.get(f"{TABLE}name", "")
        if name.startswith("Netsheet"):
            continue
        mine = planned.get(name, set())
        seen[f"cells of {name}"] = {at: cell for at, cell in _cells(table, looks).items() if at not in mine}
        seen[f"shapes of {name}"] = sorted(_shape(each) for each in table.iter() if each.tag.startswith(DRAW))
    for kind in ("named-range", "named-expression", "content-validation"):
        seen[kind] = sorted(str(sorted(each.items())) for each in body.iter(f"{TABLE}{kind}"))
    seen["filters"] = sorted(each.get(f"{TABLE}name", "") for each in body.iter(f"{TABLE}database-range"))
    return seen


def _looks(root: ET.Element) -> dict[str, str]:
    """Return each automatic style's properties, its number format and its fonts resolved."""
    styles = root.find(f"{OFFICE}automatic-styles")
    if styles is not None:
        _resolve_fonts(root, styles)
    elements = {each.get(f"{STYLE}name", ""): each for each in (styles if styles is not None else ())}
    found = {}
    for name, element in elements.items():
        data = elements.get(element.get(f"{STYLE}data-style-name", ""))
        inner = [ET.canonicalize(ET.tostring(each, encoding="unicode")) for each in element]
        inner += [
            ET.canonicalize(ET.tostring(each, encoding="unicode"))
            for each in (data if data is not None else ())
        ]
        found[name] = element.get(f"{STYLE}parent-style-name", "") + "".join(inner)
    return found


def _resolve_fonts(root: ET.Element, styles: ET.Element) -> None:
    """Put what a font is in the place of its name, of which LibreOffice numbers some anew ("Calibri1") at each save."""
    fonts = {
        face.get(f"{STYLE}name", ""): str(sorted(item for item in face.items() if item[0] != f"{STYLE}name"))
        for face in root.iter(f"{STYLE}font-face")
    }
    for element in styles.iter():
        for key, value in element.items():
            if key.startswith(f"{STYLE}font-name"):
                element.set(key, fonts.get(value, value))


def _cells(table: ET.Element, looks: Mapping[str, str]) -> dict[Place, str]:
    """Return value, formula, text, note and look of each cell of the sheet's corner that holds anything."""
    found: dict[Place, str] = {}
    usual = [
        column.get(f"{TABLE}default-cell-style-name", "Default")
        for column in table.iter(f"{TABLE}table-column")
        for _ in range(min(MOST, int(column.get(f"{TABLE}number-columns-repeated", "1"))))
    ]
    row = 0
    for line in table.iter(f"{TABLE}table-row"):
        times = int(line.get(f"{TABLE}number-rows-repeated", "1"))
        column = 0
        for cell in line:
            repeat = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
            items = dict(cell.items())
            style = items.pop(f"{TABLE}style-name", "")
            items.pop(f"{TABLE}number-columns-repeated", None)
            if items or len(cell):
                # How a number is shown depends on the room that it has.
                shown = [
                    each for each in cell if f"{OFFICE}value" not in items or not each.tag.endswith("}p")
                ]
                text = "|".join("".join(each.itertext()) for each in shown)
                is_volatile = any(word in items.get(f"{TABLE}formula", "") for word in VOLATILE)
                for at in range(row + 1, min(row + times, MOST) + 1):
                    for place in range(column + 1, min(column + repeat, MOST) + 1):
                        look = style or (usual[place - 1] if place <= len(usual) else "Default")
                        held = f"{sorted(items.items())} {text} {looks.get(look, look)}"
                        found[at, place] = "volatile" if is_volatile else held
            column += repeat
        row += times
    return found


def _shape(element: ET.Element) -> str:
    size = [element.get(f"{SVG}{name}", "") for name in ("x", "y", "width", "height")]
    return (
        f"{element.tag} {element.get(f'{DRAW}name', '')} {element.get(f'{TABLE}end-cell-address', '')} {size}"
    )


def differences(before: bytes, after: bytes, planned: Mapping[str, set[Place]]) -> list[str]:
    """Return what LibreOffice sees otherwise in the result than in the original."""
    old, new = view(before, planned), view(after, planned)
    faults = []
    for part in old.keys() | new.keys():
        was, now = old.get(part), new.get(part)
        if was == now:
            continue
        if isinstance(was, dict) and isinstance(now, dict):
            odd = [
                (at, was.get(at), now.get(at))
                for at in sorted(was.keys() | now.keys())
                if was.get(at) != now.get(at)
            ]
            faults.append(f"{part}: {len(odd)} differ, {odd[:1]!r:.700}")
        else:
            faults.append(f"{part}: {was!r:.300} is {now!r:.300}")
    return faults
