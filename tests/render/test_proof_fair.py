"""What public records say, or copy, keeps no withdrawal back; and what one value is taken for hides no other."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.model.checked import admit
from generator.model.declaration import Privacy
from generator.model.draft import AttachmentContent, AttachmentFile, Draft, Fragment, Reading
from generator.model.kinds.penalties import PenaltyDecision
from generator.model.leaves import Leaf
from generator.model.register import Register
from generator.model.scalars import parse_credit_code, parse_decimal, parse_money
from generator.model.settings import Settings
from generator.model.site import Trace
from generator.model.suppression import hidden_of
from generator.model.writings import How, forms_of
from generator.render.patterns import Patterns
from tests.model.builders import penalty, withdrawal
from tests.render.column import AS_OF, admitted, looked, proof_of, render
from tests.render.test_proof import ADDRESS, SECRET, decision

FORM = "送达回证：收件人签名或者盖章\n".encode()


def test_the_same_form_beside_two_decisions_keeps_no_withdrawal_back(tmp_path: Path) -> None:
    other = "penalties/2020-901"
    content = AttachmentContent("text", (Fragment("第1行", FORM.decode().strip()),))
    files = tuple(
        AttachmentFile(f"attachments/{ref}/figures.txt", ref, "figures.txt", len(FORM), content) for ref in (SECRET, other)
    )
    for file in files:
        (tmp_path / file.path).parent.mkdir(parents=True)
        (tmp_path / file.path).write_bytes(FORM)
    named = [{"文件": "figures.txt", "说明": "送达回证"}]
    records = [decision(), withdrawal(SECRET), penalty("2020-901", 文号="示统罚决字〔2020〕2号", 附件=named)]
    drafts = tuple(Draft(item.origin.path, type(item), item) for item in sorted(records, key=lambda item: item.origin.path))
    checked = admit(Register(Reading("content", drafts, (), files), Settings(site_address=ADDRESS)), AS_OF, (), 0)
    column = render(checked, tmp_path / "site", tmp_path)
    assert column.files[f"attachments/{other}/figures.txt"] == FORM
    assert looked(column, tmp_path).traces == ()


def test_a_sum_that_reads_like_a_year_is_told_by_its_comma(tmp_path: Path) -> None:
    """And a public decision with the same fine may say it in each of its writings."""
    again = penalty("2021-004", 文号="示统罚决字〔2021〕4号", 罚款金额="2000")
    column = render(admitted(decision(罚款金额="2000"), again, withdrawal(SECRET)), tmp_path)
    assert looked(column).traces == ()
    proof = proof_of(column)
    page = f"<p>{SECRET}：%s</p>"
    said = ("2,000元", "贰仟元整", "0.2万元", "2000年", "12,000元")
    found = [bool(list(proof.search("x.html", (page % text).encode()))) for text in said]
    assert found == [True, True, True, False, False]
    for text in said:
        traces = proof.search("penalties/2021-004/index.html", (page % text).encode())
        assert "罚款金额" not in {trace.field for trace in traces}


def test_a_short_internal_value_hides_no_long_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """81234 as a figure counts only beside its number; as a number of a case it counts alone, whichever comes first."""
    leaves = {
        "a": Leaf("甲", Privacy.INTERNAL, parse_decimal, Decimal(81234)),
        "b": Leaf("乙", Privacy.INTERNAL, parse_credit_code, "81234"),
    }
    records = [decision("2020-900"), decision("2020-901", 文号="示统罚决字〔2020〕2号")]
    of = dict(zip((record.ref for record in records), leaves.values(), strict=True))
    monkeypatch.setattr("generator.model.suppression.leaves_of", lambda record, _classes: [of[record.ref]])
    assert all(isinstance(record, PenaltyDecision) for record in records)
    assert [(hidden.field, hidden.how) for hidden in hidden_of(admitted(*records))] == [("甲", How.NUMBERED), ("乙", How.ALONE)]


@pytest.mark.parametrize(("value", "forms"), [
    ("5000", ("5000", "5,000", "0.5万", "伍仟")),
    ("5000.00", ("5000", "5,000", "5000.00", "5,000.00", "0.5万", "伍仟")),
    ("81234.5", ("81234.5", "81,234.5", "81234.50", "81,234.50", "8.12345万", "捌万壹仟贰佰叁拾肆元伍角")),
    ("2000", ("2,000", "0.2万", "贰仟")), ("500", ("500",)), ("50", ()),
])  # fmt: skip
def test_writings_of_a_sum(value: str, forms: tuple[str, ...]) -> None:
    assert forms_of(Leaf("罚款金额", Privacy.PUBLIC, parse_money, Decimal(value))) == (How.NUMBERED, forms)


@pytest.mark.parametrize(("writing", "text", "is_found"), [
    ("5000", "5000.00元", True), ("5000", "5000.05元", False), ("5000", "[5000,6000]", True), ("5000", "x-900,5000,7", True),
    ("500", "12,500", False), ("500", "500,123", False), ("500", "2020-900,500", True), ("5,000", "15,000", False),
    ("5,000", "5,000,000", False),
    ("4321.5", "4321.5,500", True), ("4321.5", "4321.55", False), ("1400", "1400:00", False), ("5000", "5000：1", True),
    ("0.5万", "10.5万元", False), ("0.5万", "罚款0.5万元", True), ("伍仟", "伍仟元整", True), ("伍仟", "壹万伍仟元整", False),
    ("伍仟", "伍仟零壹元", False), ("伍仟", "伍仟万元", False),
])  # fmt: skip
def test_what_a_number_is_a_part_of(writing: str, text: str, is_found: bool) -> None:
    assert bool(Patterns([writing.encode()]).in_text(text.encode())) is is_found


def test_a_number_in_other_brackets_is_found(tmp_path: Path) -> None:
    secret = decision(公开方式="不予公开", 公开方式理由="涉及国家秘密")
    proof = proof_of(render(admitted(secret), tmp_path))
    for brackets in ("〔〕", "[]", "［］", "（）", "()", "【】"):
        said = f"<p>示统罚决字{brackets[0]} 2020 {brackets[1]}1号</p>"
        assert Trace("x.html", SECRET, "文号") in set(proof.search("x.html", said.encode()))
    assert not list(proof.search("x.html", "<p>示统罚决字[2021]1号</p>".encode()))
