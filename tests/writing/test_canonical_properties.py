"""Whatever a file holds: the canonical form says the same, keeps every comment, is a fixed point, or the text is refused."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.declaration import slots
from generator.model.kinds.rosters import Officer, Roster
from generator.reading.yaml_text import parse
from generator.writing.canonical import canonical
from generator.writing.parts import Unwritable
from generator.writing.remarks import remarks

KEYS = [slot.key for model in (Roster, Officer) for slot in slots(model)] + ["没有这个键", '"引号键"']
WORDS = st.sampled_from(["甲", "007", "是", "2020-06-01", "12:30", "a:#", "'单 引'", '"双\\"引"', "~", "x y"])
COMMENTS = ["", "", "", "  # 注一", " # 注二"]


@st.composite
def lines_above(draw: st.DrawFn) -> str:
    """Blank lines and comments at any indentation."""
    kinds = st.sampled_from(["\n", "# 甲注\n", "  # 乙注\n", "     # 丙注\n"])
    return "".join(draw(st.lists(kinds, max_size=2)))


@st.composite
def flows(draw: st.DrawFn, pad: str, depth: int = 0) -> str:
    """A flow collection, on one line or several."""
    gap = draw(st.sampled_from([" ", "", f"\n{pad} "]))
    inner = flows(pad, depth + 1) | WORDS if depth < 2 else WORDS
    if draw(st.booleans()):
        return "[" + f",{gap}".join(draw(st.lists(inner, max_size=4))) + "]"
    keys = draw(st.lists(st.sampled_from(KEYS), max_size=4, unique=True))
    return "{" + f",{gap}".join(f"{key}: {draw(inner)}" for key in keys) + "}"


@st.composite
def values(draw: st.DrawFn, pad: str, depth: int) -> str:
    """What stands behind a key or dash whose entry begins after ``pad``, with its line feed."""
    deep = pad + " " * draw(st.integers(1, 4))
    comment = draw(st.sampled_from(COMMENTS))
    forms = [
        comment,
        f" {draw(WORDS)}{comment}",
        f"{comment}\n{deep}{draw(WORDS)}",
        f" 甲\n{deep}乙\n\n{deep}丙{comment}",
        f" '甲\n{deep}乙'{comment}",
        f" {draw(st.sampled_from(['|', '>', '|-', '>-']))}{comment}\n{deep}甲 \n{deep}  乙\n\n{deep}# 丙",
        f" {draw(flows(pad))}{comment}",
    ]
    form = draw(st.integers(0, len(forms) + 3 if depth < 3 else len(forms) - 1))
    if form < len(forms):
        return forms[form] + "\n"
    if form % 2:
        return comment + "\n" + draw(mappings(deep, depth + 1))
    return comment + "\n" + draw(sequences(deep, depth + 1))


@st.composite
def mappings(draw: st.DrawFn, pad: str = "", depth: int = 0) -> str:
    """A block mapping whose entries begin after ``pad``."""
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True))
    return "".join(draw(lines_above()) + f"{pad}{key}:{draw(values(pad, depth))}" for key in keys)


@st.composite
def sequences(draw: st.DrawFn, pad: str, depth: int) -> str:
    """A block sequence; its mappings may begin behind the dash."""
    items = []
    for _ in range(draw(st.integers(1, 3))):
        item = draw(values(pad, depth))
        if draw(st.booleans()):
            first = draw(mappings(pad + "  ", depth + 1)).lstrip("\n #甲乙丙注")
            item = f" {first}"
        items.append(draw(lines_above()) + f"{pad}-{item}")
    return "".join(items)


def check(text: str, form: str) -> None:
    """The form says what the text says, and has nothing left to put right."""
    assert parse(form) == parse(text)
    assert remarks(form) == remarks(text)
    assert canonical(form, Roster) == form
    assert form[0] not in "\n "
    assert form.endswith("\n")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(mappings())
def test_everything_a_clerk_may_type_has_a_form(text: str) -> None:
    if parse(text)[1]:
        return
    check(text, canonical(text, Roster))


MARKS = ["条目", "机关", "编号", ": ", ":", "\n", "\n  ", "\n    ", "\n\n", "- ", "\n- ", "\n  - ", " # 甲", "# 乙\n", "{", "}", "[", "]"]
MORE_MARKS = [", ", "'甲'", '"乙 丙"', "|", "|-", "|+", ">", ">-", "\n  丁", "\n   戊", "? ", "---\n", "...\n", "|2", "&", "' '"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(MARKS + MORE_MARKS), max_size=14).map("".join), st.sampled_from(["", "条目:", "条目:\n- 编号:"]))
def test_any_heap_of_marks_is_refused_or_kept(soup: str, start: str) -> None:
    text = start + soup
    try:
        form = canonical(text, Roster)
    except Unwritable:
        return
    check(text, form)
