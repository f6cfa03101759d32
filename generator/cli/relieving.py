"""Publishes relief: what it stands on, what of it may go out, the site built of both, and its release.

``takedown`` and ``publish --acts-only`` differ in the acts alone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator import flow
from generator.cli.footing import Footing, footing_of
from generator.cli.options import read_settings
from generator.cli.output import note, say
from generator.cli.publishing import build_site, holder, salt_key
from generator.cli.relief import Relief
from generator.model.allowance import Allowance
from generator.model.ledger_days import LedgerDays
from generator.publish.manifest import Manifest
from generator.publish.publishing import MakeSite, Order, publish
from generator.publish.release import Way
from generator.publish.target import Target
from generator.reading.graft import write_out
from generator.reading.tree import DirectoryTree
from generator.writing.atomic import replace_text
from generator.writing.os_errors import os_error
from generator.writing.stage import Busy

_CONTENT_ERRORS, _INTERRUPTED = 1, 130
#: So often relief begins anew because another release came first.
_TRIES = 5


class _Overtaken(Busy):
    """Another release went live while relief waited for the target: what it stands on is not live any more."""


class Call(NamedTuple):
    """What the command line says of where relief goes and what it may stand on."""

    target: Target
    content: DirectoryTree
    as_of: date
    settings: str | None
    dry_run: bool
    way: Way
    accept_changed: bool = False
    """Files that were published without a commit were compared by hand."""


def relieve(call: Call, choose: Callable[[Footing], Relief]) -> int:
    """Publish what ``choose`` puts together upon what is live; the exit code. Raises :class:`generator.writing.stage.Refusal`."""
    for left in range(_TRIES - 1, -1, -1):
        with tempfile.TemporaryDirectory(prefix="disclosure-") as folder:
            footing = footing_of(call.target, call.content, call.settings, call.as_of, Path(folder) / "then")
            relief = choose(footing)
            for line in relief.told():
                note(line)
            source = Path(folder) / call.content.label
            write_out(relief.tree, source)
            vet = _vet(call, footing, relief)
            order = Order(relief.origin, holder(), call.way, salt_key(), dry_run=call.dry_run, vet=vet, is_relief=True)
            try:
                return publish(call.target, order, _maker(source, footing, relief), say)
            except _Overtaken:
                if not left:
                    raise
                note("等的时候，另一次发布改了线上的版本：在新的版本上重新做")
    raise AssertionError("the last try returns or raises")


def _vet(call: Call, footing: Footing, relief: Relief) -> Callable[[Manifest], frozenset[str] | None]:
    def vet(live: Manifest) -> frozenset[str] | None:
        if live.sequence != footing.manifest.sequence:
            raise _Overtaken("另一次发布刚刚改了线上的版本", "再运行一次")
        if not call.dry_run:
            for path, text in relief.unwritten.items():
                say(_write(call.content, path, text))
        return frozenset() if call.accept_changed and footing.is_live else footing.unproven

    return vet


def _write(content: DirectoryTree, path: str, text: str) -> str:
    """Write an act into the content; what became of it. That nothing can be written there does not stop the act."""
    try:
        file = content.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_text(file, text)
    except OSError as error:
        return f"撤下说明写不进 {content.label}/{path}（{os_error(error)[0]}），它的内容是：\n\n{text}\n把它存成这个文件"
    return f"撤下说明已写到 {content.label}/{path}"


def _maker(source: Path, footing: Footing, relief: Relief) -> MakeSite:
    """Builds the site of the content folder ``source``: with the live settings, then with those at hand.

    What is wrong with the live content by itself is told and does not stop it.
    """

    def make(output: Path, ledger: LedgerDays | None, _live: Manifest | None) -> int:
        code = _CONTENT_ERRORS
        for settings in footing.settings:
            code = build_site(source, output, settings, footing.as_of, ledger)
            if code == _CONTENT_ERRORS:
                allowance = _allowance(footing, settings, ledger, relief)
                note("上面的错误里，线上早已有的、或者撤下以后别处还留着的，这次只作提示；再生成一次")
                code = build_site(source, output, settings, footing.as_of, ledger, allowance=allowance)
            if code in (0, _INTERRUPTED):
                return code
            note(f"用设置 {settings.name} 和它的主题没有生成成功")
        commit = footing.manifest.commit if footing.is_live else ""
        note(
            "怎么办：按上面的提示改。急着撤下而改不好的，用生成线上版本的那个程序："
            f"git worktree add ../emergency {commit[:12]}，在那里运行 make check，再运行同样的命令"
            if commit else "怎么办：按上面的提示改，再运行一次"
        )
        return code

    return make


def _allowance(footing: Footing, settings: Path, ledger: LedgerDays | None, relief: Relief) -> Allowance:
    chosen = read_settings(str(settings), footing.content.root)
    found = flow.check(footing.tree, chosen, footing.as_of, ledger=ledger).findings
    return Allowance.of(found, relief.records, footing.manifest.files).but_in(relief.shown, relief.tree.label)
