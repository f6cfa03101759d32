"""Sites that are written by broken code, and what the proof finds in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import count

import pytest

from generator.model import checked as gate
from generator.model.checked import CheckedRegister, admit
from generator.model.declaration import Privacy
from generator.model.draft import AttachmentFile, Draft, Reading
from generator.model.kinds import all_kinds
from generator.model.record import Document, Lifecycle, Record
from generator.model.register import Register
from generator.model.settings import Settings
from generator.model.site import Artefact, SitePlan, Trace
from generator.model.standing import Standing, State
from generator.render.frames import site_frame
from generator.render.press import Press
from generator.render.proof import Proof
from generator.render.site import Site
from generator.render.surfaces import Surface, all_surfaces
from tests.model.builders import correction, record, withdrawal
from tests.model.policies import TERM, table
from tests.render.column import AS_OF, environment
from tests.render.samples import BODY, Maker, path_of
from tests.render.things import body, codes, decision, law, officer, party, powers, roster

ADDRESS = "https://toy.example/zfgs/"
CASE = "penalties/shili-2025-001"
FILE = AttachmentFile(f"attachments/{CASE}/figures.txt", CASE, "figures.txt", 30)
BYTES = "附件里独家的一行文字\n".encode()


def kept_back(standing: str) -> dict[str, object]:
    """What makes a sample pending or 不予公开; the others become what they are by acts and terms."""
    return {"pending": {"公开日期": "2027-01-05"}, "secret": {"公开方式": "不予公开", "公开方式理由": "涉及国家秘密"}}.get(standing, {})


def whole(kind: type[Record], start: int) -> Record:
    """A record with every field filled, its values numbered from ``start``, so that no two records share one."""
    data = Maker(count(start)).group(kind, (), Privacy.IDENTITY)
    return record(path_of(kind, "2020-901"), data, BODY if kind.KIND.prose else "")


@cache
def lives(standing: str) -> CheckedRegister:
    """Records of every kind, and two decisions of one party with all that sorts them, in one standing."""
    kinds = [kind for kind in all_kinds() if kind.KIND.stage is not None and kind.KIND.lifecycle is not Lifecycle.ACT]
    made = [whole(kind, 500 * n) for n, kind in enumerate(kinds, 1)] if standing == "withdrawn" else []
    about = {"当事人": party("示例独家化工有限公司"), "附件": [{"文件": "figures.txt", "说明": "独家的附件"}]} | kept_back(standing)
    cases = [decision(number, **about) for number in (1, 2)]
    gone = [*made, *cases]
    rosters = [roster(1, "2019-01-01", officer("p01", "示例甲", "SL-1"), officer("p02", "示例乙", "SL-2"))]
    lists = [law("2009"), law(), codes("S44-2"), body(), powers(), *rosters]
    acts: list[Record] = [correction(case.ref, f"2025-80{number}", 更正日期="2025-07-01", 理由="独家公司的名称写错了")
                          for number, case in enumerate(cases, 1)]
    if standing == "withdrawn":
        later = officer("p03", "示例独丙", "SL-3")
        editions = [powers(2, 生效日期="2020-01-01", 调整原因="独家的调整原因"), roster(2, "2020-01-01", later)]
        lists += editions
        acts += [withdrawal(item.ref, f"2026-{n:03d}", 撤下日期="2026-03-01") for n, item in enumerate((*gone, *editions), 1)]
    if standing == "expired":
        acts.append(table("terms", TERM | {"类别": ["penalties"], "最长": "1"}))
    return registered(*gone, *lists, *acts)


def registered(*records: Record) -> CheckedRegister:
    """These records and the file, with a site's address."""
    drafts = tuple(Draft(item.origin.path, type(item), item) for item in sorted(records, key=lambda item: item.origin.path))
    return admit(Register(Reading("content", drafts, (), (FILE,)), Settings(site_address=ADDRESS)), AS_OF, (), 0)


@dataclass(frozen=True)
class Written:
    """What each surface wrote, by surface and path, and the plan."""

    plan: SitePlan
    files: dict[tuple[str, str], bytes]

    def of(self, surface: str) -> dict[str, bytes]:
        """The files of one surface."""
        return {path: data for (name, path), data in self.files.items() if name == surface}


def write(checked: CheckedRegister) -> Written:
    """Plan and render everything that Pelican does not write."""
    site = Site(checked)
    planned = [(surface, artefact) for surface in all_surfaces() for artefact in surface.plan(site)]
    press = Press(ENVIRONMENT, site_frame(site, {artefact.path for _, artefact in planned}), lambda _path: BYTES)
    ours = ((surface, artefact) for surface, artefact in planned if not artefact.native)
    files = {(surface.name, artefact.path): rendered(surface, artefact, site, press) for surface, artefact in ours}
    return Written(SitePlan(tuple(artefact for _, artefact in planned)), files)


def rendered(surface: Surface, artefact: Artefact, site: Site, press: Press) -> bytes:
    """One file."""
    assert surface.render is not None
    return surface.render(artefact, site, press)


ENVIRONMENT = environment()


def broken(monkeypatch: pytest.MonkeyPatch, standing: str) -> None:
    """Take the suppression out: whatever is in this standing is taken for a record that everybody may see."""
    state = Site.state

    def live(self: Site, item: Record) -> State:
        found = state(self, item)
        return State(Standing.CURRENT, acts=found.acts) if found.standing.value == standing else found

    monkeypatch.setattr(Site, "state", live)
    if standing == "pending":
        monkeypatch.setattr(gate, "is_public", lambda item, day: not getattr(item, "is_secret", False))
    if standing == "secret":
        monkeypatch.setattr(Document, "is_secret", property(lambda _self: False))


@cache
def looks(standing: str) -> tuple[Written, Written, Proof]:
    """The sound site, the broken one, and the proof over the broken one, which knows only the register."""
    checked = lives(standing)
    sound = write(checked)
    with pytest.MonkeyPatch.context() as patch:
        broken(patch, standing)
        wrong = write(checked)
    return sound, wrong, Proof(checked, wrong.plan, lambda _path: BYTES)


def traces(files: dict[str, bytes], proof: Proof) -> set[Trace]:
    """What the proof finds in these files."""
    return set(proof.settled(trace for path, data in files.items() for trace in proof.search(path, data)))
