"""The toy register: small, complete, invented, and free of any finding. The whole suite works on copies of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

from generator import flow
from generator.finding import Finding
from generator.model.ledger_days import LedgerDays
from generator.model.settings import Settings
from generator.model.transition import Baseline
from generator.reading.tree import DirectoryTree, GitTree

CONTENT = Path(__file__).resolve().parent / "content"
SETTINGS = Settings(site_name="行政执法公示专栏", owner="示例市统计局", main_body="bodies/toy-tjj")
#: The day on which the toy is looked at: penalties/2026-001 is pending, everything else is public.
AS_OF = date(2026, 9, 1)
#: The day of a git base: a day before.
BASE_DAY = date(2026, 8, 31)


def copy_toy(folder: Path) -> Path:
    """A copy of the toy's content folder in ``folder``."""
    return shutil.copytree(CONTENT, folder / "content")


def check_tree(
    content: Path, base: Baseline | None = None, as_of: date = AS_OF, settings: Settings = SETTINGS,
    ledger: LedgerDays | None = None,
) -> tuple[Finding, ...]:
    """All findings of a content folder, sorted as they are printed."""
    return flow.check(DirectoryTree(content, "content"), settings, as_of, base=base, ledger=ledger).findings


def commit(content: Path, day: date = BASE_DAY) -> Baseline:
    """Commit the folder that holds ``content`` (a new repository if need be) at noon of ``day``: a base to compare with."""
    repo = content.parent
    stamp = f"{day.isoformat()}T12:00:00+08:00"
    names = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
             for what, value in (("NAME", "示例"), ("EMAIL", "toy@example.org"), ("DATE", stamp))}
    environment = {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "--allow-empty", "-m", "base"]):
        subprocess.run(["git", "-C", str(repo), *words], check=True, env=environment)
    tree = GitTree(repo, "HEAD", content.name)
    return flow.baseline(tree, SETTINGS, tree.day)
