"""The search of the finished files, with all that makes it fast, finds what a slow and plain search finds: no more, and no less.

The slow one keeps nothing: it reads every file and every record anew, for each value by itself.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache
from typing import NamedTuple
from urllib.parse import quote, unquote

from hypothesis import given
from hypothesis import strategies as st

from generator.model.checked import CheckedRegister
from generator.model.declaration import Privacy
from generator.model.record import Act, Record
from generator.model.site import INDEXED, SORTED, SitePlan
from generator.model.suppression import public_text, redacted_paths
from generator.model.writings import How
from generator.primitives.folding import is_invisible
from generator.reading.known_lines import new_lines
from generator.render.plan import plan_site
from generator.render.proof import Proof, _common
from tests.model.builders import correction, penalty, withdrawal
from tests.render.test_proof import BODY, PARTY, SECRET, WHOLE, decision, register_of

PUBLIC = "penalties/2021-004"
#: Parts of a word, as the browser shows them; a text ends at every other tag of these tests.
WITHIN = re.compile(r"</?(?:a|b|br|i|span)\b[^<>]*>|<!--[^<>]*-->")


class World(NamedTuple):
    """A register with a withdrawn decision and a public one that shares some of its words, and the proof over its site."""

    checked: CheckedRegister
    plan: SitePlan
    proof: Proof


def stands(form: str, text: str) -> bool:
    """Whether a writing stands in a text, a number not as a part of a longer one."""
    if not form.isascii() or not form[-1].isdigit():
        numerals = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"
        edge = f"[{numerals}]" if form[0] in numerals else r"\d" if form[0].isdigit() and form[-1] == "万" else None
        return form in text if edge is None else bool(re.search(f"(?<!{edge}){re.escape(form)}(?!{edge})", text))
    sign = "[a-z0-9-]" if "/" in form or "-" in form else "[0-9]"
    before = "[.,]" if re.match(r"\d{3}(?!\d)", form) else "[.]"
    after = r"\.0?[1-9]|:\d|,\d{3}(?!\d)" if re.search(r"(?<![\d.])\d{1,3}$", form) else r"\.0?[1-9]|:\d"
    return bool(re.search(rf"(?<!{sign})(?<!\d{before}){re.escape(form)}(?!{sign})(?!{after})", text, re.ASCII))


def folded(text: str) -> str:
    """As the standard folds a text, without what nobody sees."""
    kept = "".join(sign for sign in text if not is_invisible(sign))
    return "".join(unicodedata.normalize("NFKC", kept).split())


def texts(path: str, data: bytes) -> list[str]:
    """A page as it is, as it is shown, and tag by tag."""
    text = data.decode()
    shown = re.sub("<[^<>]*>", lambda tag: "" if WITHIN.fullmatch(tag[0]) else "\0", text)
    return [text, *(folded(unquote(html.unescape(part))) for part in (path, shown, *re.findall("<[^<>]*>", text)))]


def plainly(world: World, path: str, data: bytes) -> set[tuple[str, str]]:
    """The records and fields of which something stands in a page that may not."""
    checked, plan, proof = world
    found, redacted = texts(path, data), redacted_paths(checked)
    named = next((artefact.records for artefact in plan.artefacts if artefact.path == path), ())
    acts = [record for record in map(checked.register.get, named) if isinstance(record, Act)]
    others = [record for record in map(checked.register.get, (*named, *(str(act.target) for act in acts)))
              if record is not None and not isinstance(record, Act)]

    def says(record: Record, forms: tuple[str, ...]) -> bool:
        said = public_text(record, checked, redacted.get(record.ref, frozenset()))
        return any(stands(form, said) for form in forms)

    traces = set()
    for value in proof.values:
        forms = tuple(form for form in value.forms if not stands(form, _common(checked)))
        if not any(stands(form, text) for form in forms for text in found):
            continue
        if value.how is How.NUMBERED and not any(stands(number, text) for number in value.numbers for text in found):
            continue
        written = (*value.forms, *(form.replace(",", "") for form in value.forms))
        told = any(says(record, written) for record in others)
        told = told or any(says(act, written) for act in acts
                           if not (str(act.target) == value.record and value.privacy is Privacy.PERSONAL))
        if not told:
            traces.add((value.record, value.field))
    return traces


@cache
def world() -> World:
    """Made once: what the proof keeps in mind is to come into play."""
    again = penalty("2021-004", 当事人=PARTY | {"法定代表人": "独某乙"}, 文号="示统罚决字〔2021〕4号", 罚款金额="4321.5", 违法事实="示例")
    again = again.model_copy(update={"origin": again.origin._replace(body="# 决定书\n\n本机关查明的独家事实\n如下，罚款2000元。\n")})
    checked = register_of(decision(没收违法所得="2000"), again, withdrawal(SECRET), correction(SECRET, "2020-777", 理由="独家路9号写错了"))
    plan = plan_site(checked)
    # The bytes of its file are another matter.
    return World(checked, plan, Proof(checked, plan, lambda path: path.encode()))


NAME = PARTY["名称"]
WORDS = (
    NAME, NAME[:4], NAME[4:], "独某", "甲", "乙", PARTY["统一社会信用代码"].lower(), "示例市独家路9号", "独家路9号",
    "独家指标的上报数与核查数不符",
    "示统罚决字〔2020〕1号", "2020-900", "81234", "81,234", "8.1234万", "捌万壹仟贰佰叁拾肆", "壹拾", "4321.5", "4,321.50", "2,000", "2000",
    "贰仟", "penalties/", "本机关查明的独家事实如下", "只有这一份有", "示例独审查", BODY[2:5], WHOLE["履行情况"],
)  # fmt: skip
SIGNS = ("<b>", "</b>", "<br>", "<a href='x'>", "</a>", "<!-- x -->", "<p>", "</p>", "\n", " ", "\u3000", "\u200b", "，", "&nbsp;")
WRITTEN = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(lambda word: "".join(f"&#{ord(sign)};" for sign in word)),
    st.sampled_from(WORDS).map(lambda word: f'<a title="{word}">'),
    st.sampled_from(WORDS).map(lambda word: f"<i data-x='{quote(word)}'>"),
    st.sampled_from(SIGNS),
)  # fmt: skip
LINES = st.lists(WRITTEN, max_size=4).map("".join)
BLOCKS = st.sampled_from(WORDS).map("<p>{}</p>".format)
PAGES = st.lists(st.one_of(LINES, BLOCKS), max_size=9).map(lambda lines: "\n".join(("<!DOCTYPE html>", *lines)))
FOLDERS = ("old", "acts/2021", "penalties/2021", SECRET, PUBLIC)
PATHS = st.sampled_from(FOLDERS).map("{}/index.html".format)


def quickly(path: str, data: bytes) -> set[tuple[str, str]]:
    """The same by the proof. What stands in places that may not name a record is another matter (test_breaking.py)."""
    return {(trace.record, trace.field) for trace in world().proof.search(path, data) if trace.field not in (INDEXED, SORTED)}


@given(PATHS, PAGES)
def test_the_fast_search_finds_what_the_slow_one_finds(path: str, page: str) -> None:
    assert quickly(path, page.encode()) == plainly(world(), path, page.encode())


def test_lines_were_known_while_it_searched() -> None:
    for number in range(20):
        quickly("old/index.html", f"<!DOCTYPE html>\n<p>{NAME}</p>\n<p>{number}</p>".encode())
    assert f"<p>{NAME}</p>" in new_lines(0)
    page = f"<!DOCTYPE html>\n<p>x</p>\n<p>{NAME}</p>\n".encode()
    assert quickly("old/index.html", page) == plainly(world(), "old/index.html", page) != set()
    assert quickly(f"{PUBLIC}/index.html", page) == plainly(world(), f"{PUBLIC}/index.html", page) == set()
