"""The direction of imports: a module of lib imports only from the layers above its own."""

import ast
from pathlib import Path

import pytest

LIB = Path(__file__).resolve().parents[1] / "lib"

# From the top down. A bar parts those that may be imported by what stands right of it; side by side none imports another.
LAYERS = {
    "foundations": "errors | periods authorities rates working_days | memory",
    "vocabulary": "measures | contracts | categories | disclosure",
    "service areas": "service_areas",
    "settings": "settings",
    "reading": "workbooks | returns reference blank_returns | publications",
    "counting": "records | counts | quantities",
    "calculating": "populations | candidates | ledgers | figures",
    "comparing": "targets travel signals changes peaks peers funnels | grids | comparators | published | benchmarks agreements | england | published_strips comparisons",
    "showing": "marks | absences tables charts | narrative scorecards topics strips breakdowns datasets workforce_tables rankings | headlines cards agencies standings places",
    "publishing": ("commentary audiences | reports | summaries displays profiles | pages | plans editions | exports manifests engines shelves | workers"
                   " | month_end | profile_pages | __main__"),
}
TIERS = [tier.split() for layer in LAYERS.values() for tier in layer.split("|")]
PLACE = {name: place for place, tier in enumerate(TIERS) for name in tier}
FILES = sorted(path for path in LIB.rglob("*.py") if path != LIB / "__init__.py")
AREAS = sorted(path for path in (LIB / "service_areas").rglob("*.py") if path.parent != LIB / "service_areas" or path.name != "__init__.py")


def name_of(path):
    """The module of lib that a file is, or is a part of: `contracts` for lib/contracts/cells.py."""
    return path.relative_to(LIB).parts[0].removesuffix(".py")


def area_of(path):
    """The service area that a file is, or is a part of: an area too long for one module is a package."""
    return path.relative_to(LIB / "service_areas").parts[0].removesuffix(".py")


def imported(source, inside="lib"):
    """The modules of lib that a source imports, wherever in it the import stands; `inside` is the package that holds the source."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = inside.split(".")[:len(inside.split(".")) - node.level + 1] if node.level else []
            origin = ".".join([*package, *filter(None, [node.module])])
            found |= {f"{origin}.{alias.name}" for alias in node.names}
    return {name.split(".")[1] for name in found if name.startswith("lib.")}


def wrong_imports(module, source, inside="lib"):
    """The imports of a module's source that point down or sideways."""
    return sorted(name for name in imported(source, inside) - {module} if PLACE.get(name, len(TIERS)) >= PLACE[module])


def label(path):
    return path.relative_to(LIB).as_posix()


@pytest.mark.parametrize("path", FILES, ids=label)
def test_module_stands_in_a_layer(path):
    assert name_of(path) in PLACE, f"lib/{label(path)} is in none of the layers: {', '.join(LAYERS)}"


@pytest.mark.parametrize("path", FILES, ids=label)
def test_module_imports_only_from_layers_above(path):
    inside = ".".join(["lib", *path.relative_to(LIB).parts[:-1]])

    wrong = wrong_imports(name_of(path), path.read_text(encoding="utf-8"), inside)

    assert wrong == []


@pytest.mark.parametrize("path", AREAS, ids=label)
def test_service_area_imports_only_what_a_measure_is(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))

    origins = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    origins |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    gathered = {f"lib.service_areas.{area_of(path)}"} if path.name == "__init__.py" else {"lib.measures"}

    assert origins == gathered


def test_every_service_area_of_the_design_is_there():
    assert sorted({area_of(path) for path in AREAS}) == [
        "adoption", "assessments", "care_leavers", "child_protection", "children_in_need", "contacts_and_referrals", "early_help",
        "looked_after_children", "placements", "section_47_and_conferences", "workforce"]


def test_no_module_of_the_layers_is_gone():
    assert set(PLACE) - {name_of(path) for path in FILES} == set()


@pytest.mark.parametrize("source", [
    "from lib import figures",
    "import lib.figures",
    "from lib.figures import calculate",
    "from . import figures",
    "from .figures import calculate",
    "def late():\n    from lib import figures",
])
def test_import_that_points_down_is_found(source):
    assert wrong_imports("quantities", source) == ["figures"]


def test_import_that_points_sideways_is_found():
    assert wrong_imports("travel", "from lib import periods, targets") == ["targets"]


def test_import_from_above_is_accepted():
    assert wrong_imports("comparisons", "import pandas\nfrom lib import changes, errors, travel\nfrom lib.measures import COUNT") == []


def test_module_may_import_its_own_parts():
    source = "from . import cells\nfrom ..measures import COUNT\nfrom lib.contracts import cells"

    assert wrong_imports("contracts", source, "lib.contracts") == []


def test_module_that_no_layer_names_may_not_be_imported():
    assert wrong_imports("__main__", "from lib import helpers") == ["helpers"]
