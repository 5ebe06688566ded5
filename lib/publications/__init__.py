"""Loading what is published: the publishers' own files, as an analyst downloads them, become the tables of `data/reference/`.

`load` reads files of any kind in `kinds`, in any order and number, merges them with what is held and puts the tables in place.
"""

from lib.publications.loading import Load, load

__all__ = ["Load", "load"]
