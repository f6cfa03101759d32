"""The drawing of flowcharts: layered, without overlaps, complete, escaped and the same every time."""

from __future__ import annotations

from itertools import pairwise

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from generator.render.flowchart import Arrow, Node, draw
from generator.render.layering import lay_out

GRAPHS = st.integers(1, 12).flatmap(
    lambda count: st.tuples(
        st.just(count),
        st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=24),
    )
)


@given(GRAPHS)
def test_layers_lead_downwards_and_nothing_overlaps(graph: tuple[int, list[tuple[int, int]]]) -> None:
    count, edges = graph
    layout = lay_out(count, edges)
    level = {node: index for index, layer in enumerate(layout.layers) for node in layer}
    assert set(layout.chains) | set(layout.back) == set(edges)
    assert set(layout.chains).isdisjoint(layout.back)
    for (start, end), chain in layout.chains.items():
        assert (chain[0], chain[-1]) == (start, end)
        assert [level[node] for node in chain] == list(range(level[start], level[end] + 1))
    for layer in layout.layers:
        columns = [layout.x[node] for node in layer]
        assert all(right - left >= 1 for left, right in pairwise(columns))
        assert min(columns, default=0) >= 0


@given(GRAPHS)
def test_it_begins_in_the_left_half(graph: tuple[int, list[tuple[int, int]]]) -> None:
    layout = lay_out(*graph)
    assert layout.x[0] <= max(layout.x) / 2, "a narrow screen without a script shows the left edge first"


def test_a_chain_is_one_straight_line() -> None:
    assert set(lay_out(4, [(0, 1), (1, 2), (2, 3)]).x) == {0.0}


def test_a_loop_goes_back_and_the_rest_stays_in_order() -> None:
    layout = lay_out(3, [(0, 1), (1, 2), (2, 1)])
    assert layout.back == ((2, 1),)
    assert layout.layers == ((0,), (1,), (2,))


NODES = [Node("受理<script>", "start"), Node("是否立案", "choice"), Node("结案", "end")]
ARROWS = [Arrow(0, 1), Arrow(1, 2, "不成立 & 其他"), Arrow(1, 0, "补正")]


def test_the_drawing_holds_every_text_and_nothing_that_runs() -> None:
    svg = draw(NODES, ARROWS, "流程图", "从受理到结案", "chart")
    soup = BeautifulSoup(svg, "xml")
    texts = "".join(tag.get_text() for tag in soup.find_all("text"))
    assert all(part in texts for part in ("受理<script>", "是否立案", "结案", "不成立 & 其他", "补正"))
    assert soup.find("script") is None
    assert not soup.find_all(attrs={"style": True})
    assert len(soup.find_all("path", attrs={"marker-end": True})) == len(ARROWS)
    assert soup.svg["aria-labelledby"].split() == [soup.title["id"], soup.desc["id"]]
    assert draw(NODES, ARROWS, "流程图", "从受理到结案", "chart") == svg


def test_no_line_begins_with_closing_punctuation() -> None:
    svg = BeautifulSoup(draw([Node("现场检查，出示证件、告知事项", "step")], [], "图", "说明", "chart"), "xml")
    lines = [span.get_text() for span in svg.find_all("tspan")]
    assert "".join(lines) == "现场检查，出示证件、告知事项"
    assert not any(line[0] in "，、" for line in lines)


def test_everything_lies_inside_the_drawing() -> None:
    svg = BeautifulSoup(draw(NODES, ARROWS, "流程图", "说明", "chart"), "xml").svg
    _, _, width, height = (float(part) for part in svg["viewBox"].split())
    for box in svg.find_all("rect"):
        assert float(box["x"]) >= 0 and float(box["x"]) + float(box["width"]) <= width
        assert float(box["y"]) >= 0 and float(box["y"]) + float(box["height"]) <= height


def test_no_condition_is_cut_off() -> None:
    long = "审核未通过，补充调查以后重新报审"
    for arrows in ([Arrow(0, 1), Arrow(1, 2), Arrow(1, 0, long)], [Arrow(0, 1, long), Arrow(1, 2, long)]):
        svg = BeautifulSoup(draw(NODES, arrows, "流程图", "说明", "chart"), "xml").svg
        for text in svg.select("text.edge"):
            assert float(text["x"]) + 14 * len(text.get_text()) <= float(svg["viewBox"].split()[2]), text
