"""``disclosure verify``: hold the finished bytes of a release against its manifest, its ledger, an older release and the content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator import flow
from generator.cli.options import content_tree, day
from generator.cli.output import print_findings, say
from generator.cli.program import declare
from generator.cli.publishing import publish_settings_option, settings_of
from generator.finding import Severity
from generator.model.ledger_days import LedgerDays
from generator.model.site import Artefact, FinishedSite, SitePlan
from generator.publish.check import Problem, Release, check_release, check_succession, open_release, unsealed
from generator.publish.sealing import SALT
from generator.publish.signature import check_signature
from generator.publish.target import LEDGER, MANIFEST, SIGNATURE
from generator.reading.tree import DirectoryTree
from generator.render.finish import inspect, look_at_pages
from generator.render.proof import Proof
from generator.writing.stage import Refusal

_HELP = (
    "核对发布出来的网站：文件、台账、记录、站内链接。\n\n"
    "文件与清单是否一致，台账有没有断，每条记录与台账是否相符，站内链接有没有断。\n"
    "加 --content 还核对页面是否齐全、有没有任何文件泄露已经撤下或者隐去的内容；\n"
    "加 --previous 核对旧台账是不是新台账的开头、有没有记录消失。"
)
_EXAMPLES = """\
  disclosure verify /srv/www/xzzf/current
  disclosure verify /srv/www/xzzf/current --content content --settings publishconf.py
  disclosure verify /srv/www/xzzf/current --previous /srv/backup/xzzf
  disclosure verify /srv/www/xzzf/current --signers allowed_signers --signer xzzf@example.gov.cn
"""


@declare("verify", _HELP, _EXAMPLES)
@click.argument("folder", type=Path, metavar="文件夹")
@click.option("--content", type=content_tree, metavar="文件夹", help="生成它所用的记录")
@click.option("--previous", type=Path, metavar="文件夹", help="以前的发布")
@click.option("--signers", type=Path, metavar="文件", help="允许签名的公钥（allowed_signers），核对签名")
@click.option("--signer", default="publisher", metavar="名称", help="签名人在 allowed_signers 里的名称，不写就是 publisher")
@publish_settings_option
@click.option("--as-of", type=day, metavar="日期", help="按哪一天核对，不写就是它发布的那一天")
def command(
    folder: Path, content: DirectoryTree | None, previous: Path | None, signers: Path | None, signer: str, settings: str | None,
    as_of: date | None,
) -> int:  # fmt: skip
    """Verify; 1 if anything is wrong."""
    release = open_release(folder)
    problems = list(check_release(release))
    if previous is not None:
        problems += check_succession(open_release(previous), release)
    if signers is not None and (wrong := check_signature(folder / MANIFEST, signers, signer)):
        problems.append(Problem(SIGNATURE, wrong))
    for problem in problems:
        say(f"错误：{problem}")
    if refs := unsealed(release):
        say(f"提示：{len(refs)} 条发布时没有密钥，台账里还没有承诺值，不能核对内容：{'、'.join(refs)}；下次用密钥发布时补记")
    site = _bare(release) if content is None else _with_content(release, content, settings, as_of or release.manifest.as_of)
    findings = flow.verify(site)
    print_findings(findings)
    errors = len(problems) + sum(finding.severity is Severity.ERROR for finding in findings)
    manifest = release.manifest
    told = f"第 {manifest.sequence} 次发布（{manifest.as_of}，{len(manifest.files)} 个文件，{len(manifest.records)} 条记录"
    lines = f"，台账 {len(release.ledger.lines)} 行）" if release.ledger is not None else "，没有台账）"
    say(f"{told}{lines}：{f'{errors} 个错误' if errors else '没有发现问题'}")
    return 1 if errors else 0


def _bare(release: Release) -> FinishedSite:
    """The site as far as it can be judged without its content: its links."""
    there = frozenset(path for path in (*release.manifest.files, MANIFEST, SIGNATURE) if (release.root / path).is_file())
    plan = SitePlan(tuple(Artefact(path, "release") for path in sorted(there)))
    return FinishedSite(release.root, plan, there, look_at_pages(release.root, sorted(there)), ())


def _with_content(release: Release, content: DirectoryTree, settings: str | None, as_of: date) -> FinishedSite:
    """The site beside the plan of its content, with the search for what must not appear. Raises :class:`Refusal`."""
    # Reading the settings takes Pelican.
    from generator.plugin import load_settings

    chosen = load_settings(settings_of(settings, content.root))[0]
    verdict = flow.check(content, chosen, as_of, ledger=_days(release, as_of))
    if verdict.checked is None:
        raise Refusal(f"{content.label} 有 {verdict.errors} 个错误，不能用来核对", "先运行 disclosure check，改好以后再核对")
    plan = flow.plan(verdict.checked)
    plan = SitePlan((*plan.artefacts, *_own(release, plan)))
    site = inspect(release.root, plan, Proof(verdict.checked, plan, content.read))
    # These two are made of ids, days and digests, in a form that was checked: figures in them are nobody's.
    return replace(site, traces=tuple(trace for trace in site.traces if trace.path not in (MANIFEST, LEDGER)))


def _days(release: Release, as_of: date) -> LedgerDays | None:
    return release.ledger.days(as_of) if release.ledger is not None else None


def _own(release: Release, plan: SitePlan) -> Iterator[Artefact]:
    """The files that a release has beyond its site."""
    files = release.manifest.files
    own = {MANIFEST, *release.manifest.kept, *({LEDGER} & files.keys())}
    own |= {SIGNATURE} if (release.root / SIGNATURE).is_file() else set()
    own |= {path for path in files if path.endswith(f"/{SALT}") and path.replace(SALT, "record.json") in plan.paths}
    yield from (Artefact(path, "release") for path in sorted(own - plan.paths))
