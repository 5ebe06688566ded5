"""Workbooks that are kept in git: the same content is always the same bytes."""

import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def freeze(path, moment):
    """Give every part of a saved workbook one date, so that the same rows always make the same bytes."""
    with ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    core = members["docProps/core.xml"].decode()
    members["docProps/core.xml"] = re.sub(r"(<dcterms:modified[^>]*>)[^<]*", rf"\g<1>{moment:%Y-%m-%dT%H:%M:%SZ}", core).encode()
    with ZipFile(path, "w") as archive:
        for name, content in members.items():
            entry = ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            archive.writestr(entry, content)
