"""Workbooks of other kinds than .xlsx, of text and numbers alone, written byte by byte: .xls ([MS-XLS]), .xlsb ([MS-XLSB]) and .ods (OpenDocument 1.2).

Dates are saved as serial numbers, since the cells have no formats.
"""

import struct
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

EPOCH = datetime(1899, 12, 30)
SECTOR, LEAST_STREAM = 512, 4096
END_OF_CHAIN, FAT_SECTOR, FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def serial(cell):
    return float((cell - EPOCH).days) if isinstance(cell, datetime) else cell


def cells_of(rows):
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell not in ("", None):
                yield row, column, serial(cell)


def save_xls(path, rows, name="Sheet1"):
    """A workbook of Excel 97 to 2003 with one sheet."""
    opening = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    bound = 4 + 4 + 2 + 2 + len(name)
    start = len(opening) + bound + 4
    globals_ = opening + _record(0x0085, struct.pack("<IHBB", start, 0, len(name), 0) + name.encode("latin-1")) + _record(0x000A, b"")
    width = max(len(row) for row in rows)
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    sheet += b"".join(_xls_cell(*cell) for cell in cells_of(rows)) + _record(0x000A, b"")
    path.write_bytes(_container("Workbook", globals_ + sheet))
    return path


def save_xlsb(path, rows, name="Sheet1"):
    """A binary workbook with one sheet."""
    bundle = struct.pack("<II", 0, 1) + _wide("rId1") + _wide(name)
    book = _binary(131) + _binary(143) + _binary(156, bundle) + _binary(144) + _binary(132)
    sheet = _binary(129) + _binary(148, struct.pack("<IIII", 0, len(rows) - 1, 0, max(len(row) for row in rows) - 1)) + _binary(145)
    for number, cells in enumerate(rows):
        sheet += _binary(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0)) + b"".join(_xlsb_cell(*cell) for _, *cell in cells_of([cells]))
    sheet += _binary(146) + _binary(130)
    kinds = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" '
             'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>')
    relation = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type='
                '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/></Relationships>')
    return _zipped(path, {"[Content_Types].xml": kinds, "_rels/.rels": relation.format("officeDocument", "xl/workbook.bin"), "xl/workbook.bin": book,
                          "xl/_rels/workbook.bin.rels": relation.format("worksheet", "worksheets/sheet1.bin"), "xl/worksheets/sheet1.bin": sheet})


def save_ods(path, rows, name="Sheet1"):
    """An OpenDocument spreadsheet with one sheet, whose dates are dates."""
    return save_ods_sheets(path, {name: rows})


def save_ods_sheets(path, sheets):
    """An OpenDocument spreadsheet with several sheets: rows by the sheet's name."""
    tables = "".join(f"<table:table table:name={quoteattr(name)}>{_ods_rows(rows)}</table:table>" for name, rows in sheets.items())
    content = ('<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
               'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
               f'office:version="1.2"><office:body><office:spreadsheet>{tables}'
               "</office:spreadsheet></office:body></office:document-content>")
    manifest = ('<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
                'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>')
    return _zipped(path, {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": manifest, "content.xml": content})


def _record(kind, body):
    return struct.pack("<HH", kind, len(body)) + body


def _xls_cell(row, column, cell):
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(cell, (int, float)):
        return _record(0x0203, place + struct.pack("<d", cell))
    return _record(0x0204, place + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))


def _binary(kind, body=b""):
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = bytes([len(body)]) if len(body) < 128 else bytes([len(body) & 0x7F | 0x80, len(body) >> 7])
    return head + size + body


def _wide(words):
    return struct.pack("<I", len(words)) + words.encode("utf-16-le")


def _xlsb_cell(column, cell):
    place = struct.pack("<II", column, 0)
    return _binary(5, place + struct.pack("<d", cell)) if isinstance(cell, (int, float)) else _binary(6, place + _wide(cell))


def _ods_rows(rows):
    return "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)


def _ods_cell(cell):
    if cell in ("", None):
        return "<table:table-cell/>"
    if isinstance(cell, datetime):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell:%Y-%m-%d}"><text:p>{cell:%d/%m/%Y}</text:p></table:table-cell>'
    if isinstance(cell, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'


def _zipped(path, parts):
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _container(name, stream):
    """A compound file ([MS-CFB]) of one stream: the header, a sector of allocations, a directory, the stream."""
    stream = stream.ljust(max(LEAST_STREAM, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    sectors = len(stream) // SECTOR
    chain = [FAT_SECTOR, END_OF_CHAIN, *range(3, sectors + 2), END_OF_CHAIN]
    fat = struct.pack("<128I", *chain, *[FREE] * (128 - len(chain)))
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, LEAST_STREAM, END_OF_CHAIN, 0, END_OF_CHAIN, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    return header + fat + _entry("Root Entry", 5, 1, END_OF_CHAIN, 0) + _entry(name, 2, FREE, 2, len(stream)) + bytes(2 * 128) + stream


def _entry(name, kind, below, start, size):
    words = name.encode("utf-16-le")
    return (words.ljust(64, b"\0") + struct.pack("<HBBIII", len(words) + 2, kind, 1, FREE, FREE, below) + bytes(36)
            + struct.pack("<IQ", start, size))
