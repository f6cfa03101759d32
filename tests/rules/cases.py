"""A case of a rule: the toy register with some mutations, and the report that is then printed, letter by letter.

``tests/rules/<scope>/<rule-id>/<case>/case.yaml`` holds ``about`` (one line) and ``change``, a list of mutations:

- ``{write: PATH, text: …}``, or ``hex: …`` for raw bytes; a file or folder name may hold escapes (``"a\\\\b.md"``)
- ``{make: PATH, as: NAME}``: an attachment from the catalogue of nasty ones (tests/nasty/catalogue.py)
- ``{append: PATH, text: …, times: N}``
- ``{edit: PATH, old: …, new: …}``: ``old`` stands there exactly once
- ``{recode: PATH, to: CODEC}``: a codec's name, or ``crlf``
- ``{copy: PATH, to: PATH}``, ``{move: PATH, to: PATH}``, ``{link: PATH, to: TARGET}``, ``{pipe: PATH}``, ``{delete: PATH}``

``base``: a list of mutations of the toy that make the base of a change; the base is committed to git. ``main``: another main
body. ``overlay``: a folder of ``overlays/`` that is laid over the toy before anything else. ``as_of``: another day than the toy's.
``lost``: paths of files that reading loses without saying why, which would be a fault of our own.
``settings``: by attribute, those that differ from the toy's.
``ledger``: the day on which a ledger ``began``, the days on which it saw records ``first``, and those that were public ``before`` it.
A case of scope ``site`` has ``site`` instead: ``planned`` and ``written`` paths, and ``pages`` with links and anchors; or, beside
``change``, ``finished``: files by path, each with ``text`` and the ``records`` that it is rendered from, none where it is not planned.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator import flow
from generator.model.draft import Draft, Reading
from generator.model.ledger_days import LedgerDays
from generator.model.site import Artefact, FinishedSite, PageFacts, SitePlan
from generator.reading.tree import DirectoryTree
from generator.render.finish import inspect
from generator.render.proof import Proof
from generator.reports.findings_text import text_report
from tests.nasty.catalogue import FILES
from tests.toy import AS_OF, SETTINGS, commit, copy_toy

ROOT = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Case:
    """One folder of cases. ``rule`` is the id of the rule that it is about."""

    folder: Path
    rule: str
    data: dict[str, Any]

    @property
    def name(self) -> str:
        """How the case is called in a test's id."""
        return self.folder.relative_to(ROOT).as_posix()

    @property
    def expected(self) -> Path:
        """The file with the exact report; empty for a near miss."""
        return self.folder / "expected.txt"

    def _content(self, tmp_path: Path) -> Path:
        content = copy_toy(tmp_path)
        if "overlay" in self.data:
            shutil.copytree(ROOT / "overlays" / self.data["overlay"], content, dirs_exist_ok=True)
        return content

    def report(self, tmp_path: Path) -> str:
        """What the check prints for this case."""
        if "site" in self.data:
            return text_report(flow.verify(_site(self.data["site"], tmp_path)))
        content = self._content(tmp_path)
        base = None
        if "base" in self.data:
            for mutation in self.data["base"]:
                mutate(content, mutation)
            base = commit(content)
            shutil.rmtree(content)
            self._content(tmp_path)
        for mutation in self.data.get("change", ()):
            mutate(content, mutation)
        if "finished" in self.data:
            return text_report(flow.verify(_finished(self.data["finished"], content)))
        own = {name: _frozen(value) for name, value in self.data.get("settings", {}).items()}
        settings = replace(SETTINGS, main_body=self.data.get("main", SETTINGS.main_body), **own)
        tree = DirectoryTree(content, "content")
        reading = _losing(flow.read(tree), self.data.get("lost", ()))
        day = self.data.get("as_of", AS_OF)
        return text_report(flow.check(tree, settings, day, reading=reading, base=base, ledger=self._ledger(day)).findings)

    def _ledger(self, as_of: date) -> LedgerDays | None:
        told = self.data.get("ledger")
        before = frozenset(told.get("before", ())) if told else frozenset[str]()
        return LedgerDays(told["began"], as_of, told["first"], before) if told else None


def _frozen(value: Any) -> Any:
    """Lists as the settings hold them."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def all_cases() -> list[Case]:
    """Every case of every rule, by scope and rule."""
    found = []
    for file in sorted(ROOT.glob("*/*/*/case.yaml")):
        data = yaml.safe_load(file.read_text("utf-8"))
        found.append(Case(file.parent, file.parent.parent.name, data))
    return found


def mutate(content: Path, mutation: dict[str, Any]) -> None:
    """Change one thing in a content folder. A mutation that cannot be made fails the test."""
    (verb, path), *_ = mutation.items()
    file, to = content / path, mutation.get("to", "")
    file.parent.mkdir(parents=True, exist_ok=True)
    match verb:
        case "write":
            file.write_bytes(bytes.fromhex(mutation["hex"]) if "hex" in mutation else mutation["text"].encode())
        case "make":
            file.write_bytes(FILES[mutation["as"]]())
        case "append":
            file.write_text(file.read_text("utf-8") + mutation["text"] * mutation.get("times", 1), "utf-8")
        case "edit":
            text = file.read_text("utf-8")
            assert text.count(mutation["old"]) == 1, f"{mutation['old']!r} is not there once in {path}"
            file.write_text(text.replace(mutation["old"], mutation["new"]), "utf-8", newline="")
        case "recode":
            text = file.read_text("utf-8")
            file.write_bytes(text.replace("\n", "\r\n").encode() if to == "crlf" else text.encode(to))
        case "copy" | "move":
            (content / to).parent.mkdir(parents=True, exist_ok=True)
            (shutil.copy if verb == "copy" else shutil.move)(file, content / to)
        case "link":
            file.symlink_to(to)
        case "pipe":
            os.mkfifo(file)
        case "delete":
            file.unlink()
        case _:
            raise AssertionError(f"no such mutation: {mutation}")


def _losing(reading: Reading, lost: Sequence[str]) -> Reading:
    assert set(lost) <= {draft.path for draft in reading.drafts}
    drafts = (Draft(draft.path, draft.kind, None) if draft.path in lost else draft for draft in reading.drafts)
    return replace(reading, drafts=tuple(drafts))


def _site(data: dict[str, Any], root: Path) -> FinishedSite:
    pages = {
        path: PageFacts(tuple(facts.get("links", ())), frozenset(facts.get("anchors", ())))
        for path, facts in data.get("pages", {}).items()
    }
    written = frozenset(data.get("written", pages))
    planned = tuple(Artefact(path, "case") for path in data.get("planned", sorted(written)))
    return FinishedSite(root, SitePlan(planned), written, pages, ())


def _finished(files: dict[str, dict[str, Any]], content: Path) -> FinishedSite:
    root = content.parent / "site"
    for path, file in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(file["text"], "utf-8")
    tree = DirectoryTree(content, "content")
    checked = flow.check(tree, SETTINGS, AS_OF).checked
    assert checked is not None
    plan = SitePlan(tuple(
        Artefact(path, file.get("surface", "case"), tuple(file.get("subject", ())), tuple(file["records"]))
        for path, file in files.items() if "records" in file
    ))
    return inspect(root, plan, Proof(checked, plan, tree.read))
