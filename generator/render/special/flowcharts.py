"""A flowchart: the drawing, and the same steps in words below it, each with who, by when, and where it leads."""

from __future__ import annotations

from markupsafe import Markup

from generator.model.kinds.flowcharts import Flowchart, FlowStep, Transition
from generator.render import wording
from generator.render.addresses import row_anchor
from generator.render.flowchart import Arrow, Node, draw
from generator.render.inline import Items, Link, Pair, Phrase, Text, Value
from generator.render.values import Desk
from generator.render.view_types import Card, Section

_SCROLL = Text("屏幕窄、图显示不全的，可以左右滑动，或者看下面的文字步骤，内容相同。")
_SHAPES = {"开始": "start", "步骤": "step", "判断": "choice", "结束": "end"}


def _steps(chart: Flowchart, steps: tuple[FlowStep, ...], _desk: Desk) -> list[Section]:
    place = {step.number: index for index, step in enumerate(steps)}
    arrows = [
        Arrow(place[way.start], place[way.end], way.condition or "")
        for way in chart.transitions if way.start in place and way.end in place
    ]
    nodes = [Node(step.name, _SHAPES[step.sort]) for step in steps]
    told = f"共 {len(steps)} 步，与下面的文字步骤相同。"
    drawing = Markup(draw(nodes, arrows, chart.name, told, "chart"))  # noqa: S704 - escaped where it was drawn
    by_number = {step.number: step for step in steps}
    cards = tuple(_card(step, chart.transitions, by_number) for step in steps)
    return [Section("chart", "流程图", drawing=drawing, value=_SCROLL), Section("rows", "文字步骤", cards=cards)]


def _card(step: FlowStep, ways: tuple[Transition, ...], steps: dict[str, FlowStep]) -> Card:
    told = (("责任", step.duty), ("时限", step.limit), ("说明", step.note))
    pairs = [Pair(label, wording.words(text)) for label, text in told if text is not None]
    following = tuple(_way(way, steps) for way in ways if way.start == step.number)
    if following:
        pairs.append(Pair("下一步", Items(following, inline=False)))
    title = Phrase((wording.words(step.name), Text(f"（{step.sort}）")))
    return Card(row_anchor(step.number), wording.code(step.number), title, tuple(pairs))


def _way(way: Transition, steps: dict[str, FlowStep]) -> Value:
    condition = (wording.words(way.condition), Text("：")) if way.condition is not None else ()
    following = steps.get(way.end)
    anchor = row_anchor(way.end)
    if following is None or not anchor:
        return Phrase((*condition, Text(following.name if following is not None else way.end)))
    return Phrase((*condition, Link(f"{following.name}（{following.number}）", f"#{anchor}")))


def _nothing(_chart: Flowchart, _ways: tuple[Transition, ...], _desk: Desk) -> list[Section]:
    """Every transition stands with the step that it starts from."""
    return []


FIELDS = {"rows": _steps, "transitions": _nothing}
