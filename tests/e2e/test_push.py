"""A clerk pushes: what is right reaches the public in one step, what is wrong does not, and the pusher is told why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.e2e.portal import NOON, PENDING, PENDING_FROM, PUBLIC, Portal, portal, withdrawal

pytestmark = [pytest.mark.slow, pytest.mark.servers]

DAY = date(2026, 9, 1)
RECORD = "content/penalties/2021/2021-001.md"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Portal]:
    """A portal after its first release."""
    with portal(tmp_path) as made:
        yield made


def test_a_good_push_changes_the_site(site: Portal) -> None:
    before = site.get(f"{PUBLIC}/")
    assert before.status == 200
    assert "示例" in before.body.decode()
    site.write(*withdrawal(PUBLIC, DAY))
    told = site.push()
    assert "已发布到" in told
    assert site.live.startswith("2-")
    after = site.get(f"{PUBLIC}/")
    assert after.status == 410
    assert "误发，撤下核对" in after.body.decode()
    assert not [path for path in (site.folder / "releases").iterdir() if path.name.startswith("1-")]
    record = (site.clone / RECORD).read_text("utf-8")
    party = record.partition("名称: ")[2].partition("\n")[0].strip()
    assert party in before.body.decode()
    assert party not in after.body.decode()


def test_a_bad_push_does_not_and_the_pusher_sees_the_findings(site: Portal) -> None:
    live, page = site.live, site.get("").body
    record = (site.clone / RECORD).read_text("utf-8")
    site.write(RECORD, record.replace("罚款金额: ", "罚款金额: 不明"))
    told = site.push()
    assert f"{RECORD}:" in told
    assert "错误[" in told
    assert "怎么改：" in told
    assert "没有（全部）发布" in told
    assert (site.live, site.get("").body) == (live, page)


def test_an_error_elsewhere_does_not_hold_up_a_withdrawal(site: Portal) -> None:
    other = "content/penalties/2020/2020-001.md"
    record = (site.clone / other).read_text("utf-8")
    site.write(other, record.replace("罚款金额: ", "罚款金额: 不明"))
    site.write(*withdrawal(PUBLIC, DAY))
    told = site.push()
    assert "错误[" in told
    assert site.get(f"{PUBLIC}/").status == 410
    assert site.get("penalties/2020-001/").status == 200
    assert "不明" not in site.get("penalties/2020-001/").body.decode()


def test_a_silent_edit_that_nobody_checked_never_goes_live(site: Portal) -> None:
    """Pushed straight to main: no proposal, no check of the change."""
    record = (site.clone / RECORD).read_text("utf-8")
    fact = record.partition("违法事实: ")[2].partition("\n")[0]
    site.write(RECORD, record.replace(f"违法事实: {fact}", f"违法事实: 另外{fact}"))
    other = "penalties/2020-001"
    site.write(*withdrawal(other, DAY))
    told = site.push()
    assert f"错误[correction-unannounced] {PUBLIC} 已经公开" in told
    assert "另外" not in site.get(f"{PUBLIC}/").body.decode()
    assert site.get(f"{other}/").status == 410, "the withdrawal does not wait for it"


def test_a_withdrawal_does_not_wait_for_a_lost_key(site: Portal) -> None:
    (site.remote / "disclosure.env").unlink()
    site.write(*withdrawal(PUBLIC, DAY))
    told = site.push()
    assert "记台账要有密钥" in told
    assert "没有密钥（DISCLOSURE_SALT_KEY）：撤下照常登记" in told
    assert site.get(f"{PUBLIC}/").status == 410


def test_two_proposals_that_pass_alone_and_not_together(site: Portal) -> None:
    live = site.live
    number = "示市统罚决字〔2026〕88号"
    record = (site.clone / "content/penalties/2026/2026-001.md").read_text("utf-8").replace("示市统罚决字〔2026〕1号", number)
    for branch, name in (("a", "2026-088"), ("b", "2026-088-r2")):
        site.git("checkout", "-q", "-B", branch, "origin/main")
        site.write(f"content/penalties/2026/{name}.md", record)
        site.commit(branch)
    checked = {branch: errors(site, branch) for branch in ("a", "b")}
    site.git("checkout", "-q", "a")
    site.git("merge", "-q", "--no-edit", "b")
    assert checked["a"] == checked["b"] == 0
    assert "错误[" in site.push()
    assert site.live == live


def errors(site: Portal, branch: str) -> int:
    """The exit code of the check of a proposal."""
    site.git("checkout", "-q", branch)
    return site.disclosure("check", "--base", "origin/main", "--settings", "publishconf.py").returncode


def test_a_push_to_another_branch_publishes_nothing(site: Portal) -> None:
    live = site.live
    site.write(*withdrawal(PUBLIC, DAY))
    site.commit()
    assert "发布" not in site.git("push", "origin", "HEAD:proposal").stderr
    assert site.live == live


def test_a_forced_push_of_an_older_state_is_refused(site: Portal) -> None:
    site.write(*withdrawal(PUBLIC, DAY))
    site.push()
    live = site.live
    site.git("reset", "-q", "--hard", "HEAD~1")
    told = site.git("push", "--force", "origin", "HEAD:main").stderr
    assert "线上的网站来自更新的提交" in told
    assert (site.live, site.get(f"{PUBLIC}/").status) == (live, 410)


def test_a_forced_push_of_another_history_cannot_make_records_vanish(site: Portal) -> None:
    live = site.live
    site.git("checkout", "-q", "--orphan", "other")
    (site.clone / "content/complaints/2026/2026-001.yaml").unlink()
    told = site.push("--force")
    assert "complaints/2026-001" in told
    assert "没有（全部）发布" in told
    assert (site.live, site.get("complaints/2026-001/").status) == (live, 200)


def test_a_shallow_clone_is_told_to_fetch_the_rest(site: Portal, tmp_path: Path) -> None:
    site.write("content/pages/about.md", "Title: 关于\nSlug: about\n\n新的说明。\n")
    site.commit()
    site.git("push", "-q", "origin", "HEAD:later")
    shallow = tmp_path / "shallow"
    site.git("clone", "-q", "--depth", "1", "--branch", "later", f"file://{site.remote}", str(shallow), cwd=tmp_path)
    refused = site.disclosure("publish", "--to", site.target, cwd=shallow)
    assert refused.returncode != 0
    assert "git fetch --unshallow" in refused.stdout + refused.stderr
    site.git("fetch", "-q", "--unshallow", cwd=shallow)
    assert site.disclosure("publish", "--to", site.target, cwd=shallow).returncode == 0
    assert "新的说明" in site.get("pages/about/").body.decode()


def test_a_hook_without_a_target_says_so(site: Portal) -> None:
    site.git("config", "--unset", "disclosure.target", cwd=site.remote)
    done = site.scheduled()
    assert done.returncode == 1
    assert "git config disclosure.target" in done.stderr


def test_the_day_changes_at_midnight_in_shanghai_on_a_machine_in_utc(site: Portal) -> None:
    site.at(PENDING_FROM, 0)
    site.now -= timedelta(seconds=1)
    assert site.scheduled().returncode == 0
    assert site.get(PENDING).status == 404
    site.now += timedelta(seconds=1)
    assert site.now.hour == 16
    assert site.scheduled().returncode == 0
    assert site.get(PENDING).status == 200


def test_a_missed_run_raises_the_alarm_and_the_next_makes_up_for_it(site: Portal) -> None:
    status = ("make", "status", f"TO={site.target}", "MAX_AGE=0", f"BIN={site.bin}", "-o", ".venv/run.installed")
    site.at(DAY + timedelta(days=1), 0)
    assert site.scheduled().returncode == 0
    site.at(DAY + timedelta(days=1), 9)
    assert site.run(*status).returncode == 0
    site.at(DAY + timedelta(days=2), 9)
    alarm = site.run(*status)
    assert alarm.returncode != 0
    assert "检查定时任务" in alarm.stdout
    site.at(PENDING_FROM + timedelta(days=2))
    assert site.scheduled().returncode == 0
    assert site.get(PENDING).status == 200
    assert site.run(*status).returncode == 0


def test_a_clock_a_day_ahead_is_noticed_when_it_is_right_again(site: Portal) -> None:
    site.at(PENDING_FROM)
    assert site.scheduled().returncode == 0
    live = site.live
    site.now = NOON
    late = site.scheduled()
    assert late.returncode != 0
    assert "电脑的日期不对" in late.stderr
    assert (site.live, site.get(PENDING).status) == (live, 200)
    site.at(PENDING_FROM + timedelta(days=1))
    assert site.scheduled().returncode == 0
