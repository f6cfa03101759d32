"""Whatever a surface lets slip of a record that is withdrawn, expired, pending or 不予公开, the proof finds and the build refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from generator import flow
from generator.model.checked import CheckedRegister, admit
from generator.model.declaration import Privacy
from generator.model.draft import AttachmentContent, AttachmentFile, Draft, Fragment, Reading
from generator.model.kinds import all_kinds
from generator.model.record import Lifecycle, Record
from generator.model.register import Register
from generator.model.settings import Settings
from generator.model.site import Trace
from generator.model.standing import Standing
from generator.model.suppression import Hidden, hidden_of
from generator.render import views
from generator.render.proof import Proof
from generator.render.surfaces import all_surfaces
from generator.render.views import Showing
from tests.model.builders import PENALTY, correction, penalty, record, withdrawal
from tests.model.policies import TERM, table
from tests.render.column import AS_OF, Column, admitted, looked, proof_of, render
from tests.render.samples import sample

ADDRESS = "https://toy.example/zfgs/"
SECRET = "penalties/2020-900"
PARTY = {
    "名称": "示例独家化工有限公司", "类别": "法人及非法人组织", "统一社会信用代码": "91999999MA1T00010X", "法定代表人": "独某甲",
    "地址": "示例市独家路9号",
}
WHOLE = {
    "当事人": PARTY, "违法事实": "独家指标的上报数与核查数不符", "罚款金额": "81234", "没收违法所得": "4321.5",
    "处罚内容": "警告，并处罚款人民币81234元", "履行情况": "已于独家银行缴清", "案号": "示独案〔2020〕77号",
    "公开审查": {"日期": "2020-06-03", "审查人": "示例独审查", "结论": "同意公开"},
    "附件": [{"文件": "figures.txt", "说明": "独家附件的说明"}],
}
BODY = "# 决定书\n\n**当事人：**示例独家化工有限公司。\n\n本机关查明的独家事实如下，只有这一份有。\n"
FILE = AttachmentFile(
    f"attachments/{SECRET}/figures.txt", SECRET, "figures.txt", 30,
    AttachmentContent("text", (Fragment("第1行", "附件里独家的一行文字"),)),
)
BYTES = "附件里独家的一行文字\n".encode()
#: Every place of the withdrawn decision that must be kept back.
FIELDS = {
    "当事人.名称", "当事人.统一社会信用代码", "当事人.法定代表人", "当事人.地址", "违法事实", "罚款金额", "没收违法所得", "处罚内容",
    "履行情况", "案号", "公开审查.审查人", "附件.1.说明", "附件.1.文件", "正文", "附件 figures.txt",
}


def register_of(*records: Record, as_of: date = AS_OF) -> CheckedRegister:
    """A checked register in which the decision has an attachment."""
    drafts = tuple(Draft(item.origin.path, type(item), item) for item in sorted(records, key=lambda r: r.origin.path))
    reading = Reading("content", drafts, (), (FILE,))
    return admit(Register(reading, Settings(site_address=ADDRESS)), as_of, (), 0)


def decision(stem: str = "2020-900", **changes: object) -> Record:
    """The decision whose content must go."""
    return record(f"penalties/{stem}.md", PENALTY | WHOLE | changes, BODY)


def neighbours() -> tuple[Record, ...]:
    """Records of every kind that share its surfaces."""
    kinds = [kind for kind in all_kinds() if kind.KIND.lifecycle in (Lifecycle.LIST, Lifecycle.DOCUMENT) and kind.KIND.stage]
    return tuple(sample(kind, "2020-901").record for kind in kinds)


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Column:
    """A site in which the decision lies withdrawn among others."""
    root = tmp_path_factory.mktemp("proof")
    file = root / FILE.path
    file.parent.mkdir(parents=True)
    file.write_bytes(BYTES)
    checked = register_of(decision(), withdrawal(SECRET), correction(SECRET, "2020-777"), *neighbours())
    return render(checked, root / "site", root)


@pytest.fixture(scope="module")
def proof(column: Column) -> Proof:
    """The proof over it."""
    return proof_of(column, column.root.parent)


def test_the_site_is_clean_as_it_is(column: Column, proof: Proof) -> None:
    assert {value.field for value in proof.values if value.record == SECRET} >= FIELDS
    assert looked(column, column.root.parent).traces == ()


def _writings(proof: Proof, field: str) -> Iterator[tuple[Hidden, bytes]]:
    for value in proof.values:
        if value.record == SECRET and value.field == field:
            for form in value.forms:
                said = " ".join((*value.numbers, form)) if value.how else form
                yield value, said.encode()


@pytest.mark.parametrize("field", sorted(FIELDS))
@pytest.mark.parametrize("surface", [surface.name for surface in all_surfaces() if surface.render is not None])
def test_every_surface_that_leaks_one_field_is_caught(surface: str, field: str, column: Column, proof: Proof) -> None:
    planned = [artefact for artefact in column.plan.artefacts if artefact.surface == surface]
    if surface == "attachments":  # of a withdrawn record none is planned: a copy would be
        assert not planned
        assert Trace(FILE.path, SECRET, "附件 figures.txt") in set(proof.search(FILE.path, BYTES))
        return
    named = [artefact for artefact in planned if SECRET in artefact.records]
    for artefact in (*planned[:1], *named[:2]):
        data = (column.root / artefact.path).read_bytes()
        assert list(proof.search(artefact.path, data)) == []
        for value, writing in _writings(proof, field):
            internal = value.privacy is Privacy.INTERNAL
            leaked = proof.settled(proof.search(artefact.path, data + writing))
            assert Trace(artefact.path, SECRET, field, internal) in leaked


def test_the_digest_in_a_style_file_s_name_is_no_leak(column: Column) -> None:
    """It may hold any number: else a change of the theme could hold up a withdrawal."""
    style = next(artefact for artefact in column.plan.artefacts if artefact.path.startswith("assets/"))
    unlucky = style._replace(path="assets/style-b81234c0ffee.css")
    plan = replace(column.plan, artefacts=(*column.plan.artefacts, unlucky))
    proof = Proof(column.checked, plan, lambda _path: BYTES)
    page = f"{SECRET}/index.html"
    data = column.files[page]
    assert list(proof.search(page, data + f'<link href="../../{unlucky.path}">'.encode())) == []
    assert Trace(page, SECRET, "罚款金额") in list(proof.search(page, data + b"style-b81234c0ffee"))


KINDS = [kind for kind in all_kinds() if kind.KIND.stage is not None]
DOCUMENTS = [kind for kind in KINDS if kind.KIND.lifecycle is Lifecycle.DOCUMENT]
GONE = [(kind, standing) for kind in DOCUMENTS for standing in (Standing.WITHDRAWN, Standing.EXPIRED)]
GONE += [(kind, Standing.WITHDRAWN) for kind in KINDS if kind not in DOCUMENTS]


@pytest.mark.parametrize(("kind", "standing"), GONE, ids=lambda value: getattr(value, "__name__", value))
@pytest.mark.parametrize("showing", [Showing.PAGE, Showing.ROW])
def test_every_cell_of_the_table_is_guarded(
    kind: type[Record], standing: Standing, showing: Showing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = sample(kind)
    acts = [table("terms", TERM | {"类别": [kind.KIND.folder], "最长": "1"})]
    if standing is Standing.WITHDRAWN:
        acts = [withdrawal(made.record.ref, "2021-800")]
    others = [] if made.record.id == SECRET else [penalty("2020-900")]
    checked = admitted(made.record, *others, *acts)
    assert looked(render(checked, tmp_path / "sound")).traces == ()
    _open(monkeypatch, standing, showing)
    broken = render(checked, tmp_path / "broken")
    traced = {trace.field for trace in looked(broken).traces}
    text = "".join(re.sub('</?(del|ins)>|<span class="nw">|</span>', "", data.decode()) for data in broken.files.values())
    values = (value for value in hidden_of(checked) if value.record == made.record.ref)
    hidden = [value for value in values if value.privacy is not Privacy.INTERNAL]
    # What a correction names is the public's word for a field, which every page may say.
    telling = [value for value in hidden if "记号" in value.forms[0]]
    leaked = {value.field for value in telling if value.forms[0] in text}
    assert leaked <= traced
    if showing is Showing.PAGE:
        assert bool(leaked) == bool(telling)


def _open(monkeypatch: pytest.MonkeyPatch, standing: Standing, showing: Showing) -> None:
    """Break one suppression: in one place, a standing shows what a live record shows."""
    live = views.SHOWS[Standing.CURRENT][showing]
    broken = {**views.SHOWS, standing: {**views.SHOWS[standing], showing: live}}
    monkeypatch.setattr(views, "SHOWS", MappingProxyType(broken))


def test_attachments_that_stay_are_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / FILE.path
    file.parent.mkdir(parents=True)
    file.write_bytes(BYTES)
    _open(monkeypatch, Standing.WITHDRAWN, Showing.FILES)
    column = render(register_of(decision(), withdrawal(SECRET)), tmp_path / "site", tmp_path)
    assert Trace(FILE.path, SECRET, "附件 figures.txt") in looked(column, tmp_path).traces


@pytest.mark.parametrize(
    "changes",
    [{"公开日期": "2027-01-05"}, {"公开方式": "不予公开", "公开方式理由": "涉及国家秘密的独家理由"}],
    ids=["pending", "secret"],
)
def test_what_is_not_public_at_all_is_caught_with_its_number(changes: dict[str, str], tmp_path: Path) -> None:
    column = render(register_of(decision(**changes)), tmp_path)
    (tmp_path / FILE.path).parent.mkdir(parents=True)
    (tmp_path / FILE.path).write_bytes(BYTES)
    proof = proof_of(column)
    said = "示统罚决字〔2020〕1号 penalties/2020-900 示例独家化工有限公司 独家理由".encode()
    fields = {trace.field for trace in proof.search("index.html", said)}
    assert fields == {"文号", "编号", "当事人.名称"}
    assert list(proof.search("index.html", "penalties/2020-900-r2 涉及国家秘密的独家理由".encode())) == []


def test_old_files_and_the_build_fail(column: Column) -> None:
    old = column.root / "old.json"
    old.write_text('{"a": "\\u793a\\u4f8b\\u72ec\\u5bb6\\u5316\\u5de5\\u6709\\u9650\\u516c\\u53f8"}', "utf-8")
    try:
        found = flow.verify(looked(column, column.root.parent))
    finally:
        old.unlink()
    told = [finding for finding in found if finding.rule == "suppressed-text"]
    assert [(finding.path, finding.severity.value) for finding in told] == [("old.json", "error")]
    assert "独家" not in "".join(f"{finding.message}{finding.hint}{finding.excerpt}" for finding in told)


def test_a_public_record_may_say_what_it_holds_itself(tmp_path: Path) -> None:
    again = penalty("2021-004", 当事人=PARTY, 文号="示统罚决字〔2021〕4号")
    column = render(admitted(decision(), withdrawal(SECRET, 替代="penalties/2021-004"), again), tmp_path)
    assert looked(column).traces == ()
    assert PARTY["名称"] in column.text("penalties/2021-004/index.html")


def test_an_act_may_not_tell_whose_record_it_hid(tmp_path: Path) -> None:
    act = withdrawal(SECRET, 理由="因撤销对示例独家化工有限公司的处罚")
    traces = looked(render(admitted(decision(), act), tmp_path)).traces
    assert {trace.field for trace in traces} == {"当事人.名称"}
    assert "penalties/2020-900/index.html" in {trace.path for trace in traces}


def test_what_files_share_with_other_files_stops_no_withdrawal(tmp_path: Path) -> None:
    """The number, the form's words and what another decision's file says too are no secrets of the one that is withdrawn."""
    form = "当事人应当自收到本决定书之日起十五日内到指定银行缴纳罚款"
    other = "penalties/2020-901"
    texts = {SECRET: f"示统罚决字〔2020〕1号\n{form}。\n附件里独家的一行文字\n2020年6月1日\n", other: f"示统罚决字〔2020〕2号\n{form}。\n"}
    files = tuple(
        AttachmentFile(f"attachments/{ref}/figures.txt", ref, "figures.txt", 30, AttachmentContent("text", (Fragment("全文", text),)))
        for ref, text in texts.items()
    )
    for file in files:
        (tmp_path / file.path).parent.mkdir(parents=True)
        (tmp_path / file.path).write_text(texts[file.record_id], "utf-8")
    named = [{"文件": "figures.txt", "说明": "决定书"}]
    records = [decision(), withdrawal(SECRET), penalty("2020-901", 文号="示统罚决字〔2020〕2号", 附件=named)]
    drafts = tuple(Draft(item.origin.path, type(item), item) for item in sorted(records, key=lambda r: r.origin.path))
    checked = admit(Register(Reading("content", drafts, (), files), Settings(site_address=ADDRESS)), AS_OF, (), 0)
    column = render(checked, tmp_path / "site", tmp_path)
    assert f"attachments/{other}/figures.txt" in column.files
    assert looked(column, tmp_path).traces == ()
    proof = proof_of(column, tmp_path)
    leaked = set(proof.search("index.html", "附件里独家的一行文字".encode()))
    assert leaked == {Trace("index.html", SECRET, "附件 figures.txt")}


def test_a_redacted_field_that_still_holds_its_value_is_caught(tmp_path: Path) -> None:
    act = record("redactions/2020/2020-001.yaml", {
        "处理对象": SECRET, "处理日期": "2020-08-03", "处理事项": [{"字段": "当事人.地址", "类别": "个人隐私"}], "理由": "依申请",
        "批准人": "局长", "示例": "是",
    })
    traces = looked(render(admitted(decision(), act), tmp_path / "kept")).traces
    assert {trace.field for trace in traces} == {"当事人.地址"}
    scrubbed = decision(当事人=PARTY | {"地址": "【依法隐去】"})
    assert looked(render(admitted(scrubbed, act), tmp_path / "gone")).traces == ()


def test_numbers_of_withdrawn_records_are_no_traces_of_their_values(tmp_path: Path) -> None:
    """Lists of acts name what they are about: 第41条 and a fine of 500 are not told by the numbers 41号 and 500号."""
    grounds = [{"法律": "laws/statistics-law", "版本": "2009", "条": "41"}]
    fines = {"2020-041": "500", "2020-500": "500", "2020-003": "81234"}
    decisions = [
        decision(stem, 文号=f"示统罚决字〔2020〕{int(stem[5:])}号", 处罚依据=grounds, 罚款金额=fine) for stem, fine in fines.items()
    ]
    acts = [withdrawal(f"penalties/{stem}", f"2021-{number:03d}") for number, stem in enumerate(fines, 1)]
    column = render(admitted(*decisions, *acts), tmp_path)
    proof, path = proof_of(column), "acts/index.html"
    data = (column.root / path).read_bytes()
    assert all(f"〔2020〕{number}号".encode() in data for number in (41, 500, 3))
    assert looked(column).traces == ()
    assert list(proof.search(path, data + b"81234")) == [Trace(path, "penalties/2020-003", "罚款金额")]


def test_an_act_about_an_act_names_the_record_too(tmp_path: Path) -> None:
    fined = decision("2020-500", 文号="示统罚决字〔2020〕500号", 罚款金额="500")
    acts = withdrawal("penalties/2020-500", "2021-001"), correction("withdrawals/2021-001", "2021-001")
    column = render(admitted(fined, *acts), tmp_path)
    assert "更正：撤下：示统罚决字〔2020〕500号" in column.page("corrections/index.html").get_text()
    assert looked(column).traces == ()


@pytest.mark.parametrize(("writing", "is_told"), [
    ("2020-06-81 234:00", False), ("2020-06-81 234", True), ("81,234.5", False), ("罚款:81,234元", True), ("181234", False),
])  # fmt: skip
def test_a_number_that_is_part_of_something_longer_is_not_the_amount(writing: str, is_told: bool, proof: Proof) -> None:
    found = list(proof.search("x.html", f"<p>{SECRET}</p><p>{writing}</p>".encode()))
    assert (Trace("x.html", SECRET, "罚款金额") in found) is is_told
