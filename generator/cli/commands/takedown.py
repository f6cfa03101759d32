"""``disclosure takedown``: withdraw what was published by mistake, build, verify and publish, in one command.

It starts from what was last released, so that nothing half done in the content folder is in its way.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import click

from generator.cli.acting import approver_option, filled, reason_option
from generator.cli.footing import ACT_FOLDERS, Footing
from generator.cli.options import as_of_option, content_option
from generator.cli.output import note, say
from generator.cli.program import declare
from generator.cli.publishing import publish_settings_option, target_option, with_way
from generator.cli.relief import Relief, relief_of
from generator.cli.relieving import Call, relieve
from generator.model.kinds.withdrawals import Withdrawal
from generator.publish.manifest import Manifest
from generator.publish.publishing import LEFT_BEHIND, UNHEALTHY
from generator.publish.release import Way
from generator.publish.target import Target
from generator.reading.overlay import OverlayTree
from generator.reading.tree import DirectoryTree, Tree
from generator.writing.acts import act_path, act_text
from generator.writing.stage import Refusal

_HELP = (
    "紧急撤下一条误发的信息：写撤下说明、生成、核对、发布，一个命令做完。\n\n"
    "在线上的版本上只加这一份撤下说明，别处没有改完的内容不影响撤下，也不会被发布。\n"
    "撤下说明写进 content/，发布以后要尽快提交；事由不是误发的，用 disclosure withdraw。"
)
_EXAMPLES = """\
  disclosure takedown penalties/2020-001 --reason 漏征求意见 --approver 局长 --to /srv/www/xzzf
  disclosure takedown penalties/2020-001 --reason 漏征求意见 --approver 局长 --to /srv/www/xzzf \\
      --dry-run
                                           先看会改动什么
"""
_DONE = "尽快 git add、git commit 撤下说明并提交公开，否则以后的发布会被拒绝"
_NOT_DONE = "没有做完：按提示改好以后运行 disclosure publish --acts-only（撤下说明已经写好，不用再运行 takedown）"
_FOLDER = Withdrawal.KIND.folder


@declare("takedown", _HELP, _EXAMPLES)
@click.argument("ref", metavar="编号")
@reason_option
@approver_option
@target_option
@as_of_option
@content_option
@publish_settings_option
@click.option("--dry-run", is_flag=True, help="只说明会改动什么，不写也不发布")
@with_way
def command(
    ref: str, reason: str, approver: str, target: Target, as_of: date, content: DirectoryTree, settings: str | None, dry_run: bool,
    way: Way,
) -> int:  # fmt: skip
    """Take down; the exit code of publishing."""
    acts: list[str] = []

    def choose(footing: Footing) -> Relief:
        sample = _is_sample(target, footing.manifest, ref)
        path, text = _act(ref, reason, approver, footing.as_of, sample, content, footing.tree)
        acts.append(path)
        return _relief(footing, content, ref, path, text)

    try:
        code = relieve(Call(target, content, as_of, settings, dry_run, way), choose)
    except Exception:
        if any((content.root / path).is_file() for path in acts[-1:]):
            note(_NOT_DONE)
        raise
    if not dry_run:
        say(_DONE if code in (0, UNHEALTHY, LEFT_BEHIND) else _NOT_DONE)
    return code


def _is_sample(target: Target, live: Manifest, ref: str) -> bool:
    """Whether the live record is a sample. Raises :class:`Refusal` if the record is not live."""
    mark = live.records.get(ref)
    if mark is None:
        raise Refusal(
            f"线上没有 {ref} 这条记录",
            "核对编号：编号是“文件夹/文件名”，不带年份文件夹和扩展名，如 penalties/2020-001；清单要写到版次",
        )
    if ref.partition("/")[0] in ACT_FOLDERS:
        raise Refusal(f"{ref} 是一份{mark.kind}说明，不能撤下", "说明写错了的，改好它以后运行 disclosure correct")
    if mark.is_hidden:
        raise Refusal(f"{ref} 在线上已经看不到原文了", "不用再撤")
    data = target.read(f"releases/{live.name}/{mark.path}")
    return data is not None and bool(json.loads(data)["sample"])


def _relief(footing: Footing, content: DirectoryTree, ref: str, path: str, text: str) -> Relief:
    """This withdrawal alone; where what is live is not to be had, with the other acts at hand: the records at hand may need them."""
    act = {path: text}
    head = OverlayTree(content, act)
    if footing.is_live:
        tree = OverlayTree(footing.tree, act)
        return Relief(tree, footing.origin((path,), head), (path,), (), frozenset({ref}), unwritten=act)
    relief = relief_of(footing, head)
    wrong = next((reason for paths, reason in relief.left_out if path in paths.split("、")), None)
    if wrong is not None:
        raise Refusal(f"这份撤下说明不能发布：{wrong}", "按提示改好，再运行一次")
    return replace(relief, unwritten=act)


def _act(
    ref: str, reason: str, approver: str, as_of: date, sample: bool, content: Tree, base: Tree
) -> tuple[str, str]:
    """Path and text of the withdrawal."""
    paths = (entry.path for tree in (content, base) for entry in tree.entries())
    said = filled(
        ("撤下对象", ref), ("撤下日期", as_of), ("事由", "误发"), ("理由", reason), ("批准人", approver), ("示例", "是" if sample else None)
    )
    return act_path(paths, _FOLDER, as_of.year), act_text(Withdrawal, said)
