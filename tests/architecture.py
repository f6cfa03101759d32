"""Checks of the house itself: layers, sole importers, the one clock, sizes, docstrings, leftovers.

Every check is a function from a tree's root to the list of its offences. This module runs nothing;
test_architecture.py holds the repository and sample trees against it.
"""

from __future__ import annotations

import ast
import io
import re
import subprocess
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

CLOCK_MODULE = "generator/primitives/clock.py"
MAX_LINES = 300

#: Names that read the wall clock. Measuring (monotonic, perf_counter) is allowed everywhere.
CLOCK_NAMES = frozenset(
    [
        *(f"datetime.datetime.{name}" for name in ("now", "today", "utcnow")),
        "datetime.date.today",
        *(
            f"time.{name}"
            for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "asctime", "strftime")
        ),
        *(f"email.utils.{name}" for name in ("localtime", "formatdate")),
    ]
)
UNFINISHED = re.compile(r"\b(TODO|FIXME)\b")
NOT_RUN = re.compile(r"pytest\.(skip|xfail|importorskip|mark\.(skip|skipif|xfail))")
# The bracketed letters keep this pattern from matching itself.
MACHINE = re.compile(
    r"(?<![\w.~-])/(wor[k]|tm[p]|roo[t]|hom[e]|User[s])/[A-Za-z.]"
    r"|\bpyp[i]\.org|pythonhoste[d]\.org|registry\.npmj[s]|index-ur[l]|//mirror[s]?\.|tuna\.tsinghu[a]"
)


@dataclass(frozen=True)
class Layer:
    """One row of the layer table."""

    rank: int
    alone: frozenset[str]
    later: bool


@dataclass(frozen=True)
class Module:
    """One Python file, its path relative to the tree's root."""

    path: str
    source: str
    tree: ast.Module

    @property
    def layer(self) -> str:
        """The first name below ``generator``: ``finding``, ``model``, ``__init__`` …"""
        return self.path.split("/")[1].removesuffix(".py")


def read_layers(root: Path) -> dict[str, Layer]:
    """The layer table of docs/architecture.md, by layer name."""
    text = (root / "docs/architecture.md").read_text("utf-8")
    table = text.split("| Layer | Holds | Imports alone |\n", 1)[1].split("\n\n", 1)[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[1:]]
    return {
        name.strip("`").removesuffix("/").removesuffix(".py"): Layer(
            rank, frozenset(re.findall(r"`(\w+)`", alone)), holds.startswith("*Later*")
        )
        for rank, (name, holds, alone) in enumerate(rows)
    }


def modules(root: Path, *folders: str) -> Iterator[Module]:
    """All Python files below ``folders``."""
    for folder in folders:
        for file in sorted((root / folder).rglob("*.py")):
            source = file.read_text("utf-8")
            yield Module(file.relative_to(root).as_posix(), source, ast.parse(source))


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything imported, also inside functions and by literal name."""
    package = module.path.split("/")[:-1]
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=name, names=names, level=level):
                base = package[: len(package) - level + 1] if level else []
                prefix = ".".join([*base, *([name] if name else [])])
                yield from ((node.lineno, f"{prefix}.{alias.name}") for alias in names)
            case ast.Call(func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(name)), *_]):
                yield node.lineno, name


def layer_order(root: Path) -> list[str]:
    """Imports that point down the table, and modules that have no row in it."""
    layers = read_layers(root)
    found = []
    for module in modules(root, "generator"):
        if module.layer != "__init__" and module.layer not in layers:
            found.append(f"{module.path}: no row in the layer table")
            continue
        rank = -1 if module.layer == "__init__" else layers[module.layer].rank
        for line, name in imports(module):
            head, _, rest = name.partition(".")
            target = layers.get(rest.split(".")[0])
            if head == "generator" and target and target.rank > rank:
                found.append(f"{module.path}:{line}: imports {name}, a later layer")
    return found


def later_layers(root: Path) -> list[str]:
    """Layers that exist though the table says later, or the other way round."""
    present = {module.layer for module in modules(root, "generator")}
    return [
        f"{name}: the table says {'later' if layer.later else 'built'}"
        for name, layer in read_layers(root).items()
        if layer.later == (name in present)
    ]


def sole_importers(root: Path) -> list[str]:
    """Libraries imported outside the one layer that may."""
    owner = {library: name for name, layer in read_layers(root).items() for library in layer.alone}
    return [
        f"{module.path}:{line}: imports {name}, which only {owner[name.split('.')[0]]} may"
        for module in modules(root, "generator")
        for line, name in imports(module)
        if owner.get(name.split(".")[0], module.layer) != module.layer
    ]


def wall_clock(root: Path) -> list[str]:
    """Readings of the wall clock outside its module, under whatever alias."""
    found = []
    for module in modules(root, "generator"):
        known: dict[str, str] = {}
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Import):
                known |= {
                    a.asname or a.name.split(".")[0]: a.name if a.asname else a.name.split(".")[0]
                    for a in node.names
                }
            elif isinstance(node, ast.ImportFrom) and not node.level:
                known |= {a.asname or a.name: f"{node.module}.{a.name}" for a in node.names}

        def dotted(node: ast.AST, known: dict[str, str] = known) -> str:
            if isinstance(node, ast.Attribute):
                return f"{dotted(node.value, known)}.{node.attr}"
            return known.get(node.id, "") if isinstance(node, ast.Name) else ""

        found += [
            f"{module.path}:{node.lineno}: reads the wall clock ({dotted(node)})"
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Attribute | ast.Name) and dotted(node) in CLOCK_NAMES
        ]
    return [offence for offence in found if not offence.startswith(f"{CLOCK_MODULE}:")]


def long_files(root: Path) -> list[str]:
    """Modules, tests, templates, styles and scripts that need a second room."""
    files = [
        *(root / "generator").rglob("*.py"),
        *(root / "tests").rglob("*.py"),
        *(root / "theme").rglob("*.html"),
        *(file for kind in ("css", "js") for file in (root / "theme").rglob(f"*.{kind}") if file.is_file()),
    ]
    counted = [
        (file.relative_to(root).as_posix(), len(file.read_text("utf-8").splitlines())) for file in files
    ]
    return [f"{path}: {lines} lines" for path, lines in sorted(counted) if lines > MAX_LINES]


def missing_docstrings(root: Path) -> list[str]:
    """Modules, and public classes, functions and methods, that do not say what they are.

    Only tests may have empty modules: they mark a folder as a package.
    """

    def public(node: ast.AST, where: str) -> Iterator[str]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                if child.name.startswith("_"):
                    continue
                if not ast.get_docstring(child):
                    yield f"{where}:{child.lineno}: {child.name} has no docstring"
                if isinstance(child, ast.ClassDef):
                    yield from public(child, where)

    found = [
        f"{m.path}: no module docstring"
        for m in modules(root, "generator", "tests")
        if not ast.get_docstring(m.tree) and (m.source or m.path.startswith("generator"))
    ]
    return found + [offence for m in modules(root, "generator") for offence in public(m.tree, m.path)]


def leftovers(root: Path) -> list[str]:
    """Unfinished work by its comments or exceptions, and tests that are not run."""
    found = []
    for module in modules(root, "generator", "tests"):
        for token in tokenize.generate_tokens(io.StringIO(module.source).readline):
            if token.type == tokenize.COMMENT and UNFINISHED.search(token.string):
                found.append(f"{module.path}:{token.start[0]}: {token.string}")
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Raise) and node.exc and "NotImplementedError" in ast.unparse(node.exc):
                found.append(f"{module.path}:{node.lineno}: raises NotImplementedError")
            elif isinstance(node, ast.Attribute) and NOT_RUN.fullmatch(ast.unparse(node)):
                found.append(f"{module.path}:{node.lineno}: {ast.unparse(node)}")
    return found


def machine_traces(root: Path) -> list[str]:
    """Paths of somebody's machine, and registry hosts, in any file that git has or would take."""
    listing = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, check=True, capture_output=True).stdout.decode().split("\0")
    files = [(name, root / name) for name in names if name and (root / name).is_file()]
    return [
        f"{name}: {hit.group()}"
        for name, file in files
        for hit in MACHINE.finditer(file.read_bytes().decode("utf-8", "replace"))
    ]


Check = Callable[[Path], list[str]]
CHECKS: list[Check] = [
    layer_order,
    later_layers,
    sole_importers,
    wall_clock,
    long_files,
    missing_docstrings,
    leftovers,
    machine_traces,
]
