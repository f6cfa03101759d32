"""Marks of secrecy, names of natural persons, and authors of files."""

from __future__ import annotations

import pytest

from generator.primitives.privacy import find_names, find_secrecy, is_masked_name, looks_like_person, may_hold

SECRET = [
    "机密★", "秘密★1年", "绝密 ★ 长期", "工作秘密☆", "密级：秘密", "| 密级 | 机密 |", "机密", "**机密**", "【工作秘密】",
    "内部资料 注意保存", "内部资料，注意保密", "内部文件 严禁外传", "　内部资料　", "机&#23494;★",
]  # fmt: skip
NOT_SECRET = [
    "对在统计工作中知悉的国家秘密、工作秘密、商业秘密应当保密", "涉及国家秘密的，不予公开。", "保守秘密", "机密级计算机",
    "本机关内部材料的归档", "内部机构", "工作秘密的范围", "定密",
]  # fmt: skip


@pytest.mark.parametrize("text", SECRET)
def test_marks_of_secrecy(text: str) -> None:
    assert find_secrecy(f"前文\n{text}\n后文")
    assert may_hold(f"前文\n{text}\n后文")


@pytest.mark.parametrize("text", NOT_SECRET)
def test_words_about_secrecy(text: str) -> None:
    assert find_secrecy(f"前文，{text}，后文") == ()


@pytest.mark.parametrize("name", ["示某", "示某某", "欧阳某", "示某1", "示某甲", "䶮某"])
def test_masked_names(name: str) -> None:
    assert is_masked_name(name)


@pytest.mark.parametrize("name", ["示例三", "示某三丰", "某", "某公司", "示*", "示某（男）", ""])
def test_names_that_are_not_masked(name: str) -> None:
    assert not is_masked_name(name)


@pytest.mark.parametrize("text", ["当事人：示例三，男", "**当事人：**示例三", "姓名: 示例三\n", "被处罚人：示例三（"])
def test_full_names(text: str) -> None:
    (hit,) = find_names(text)
    assert text[hit.start : hit.end] == "示例三"


@pytest.mark.parametrize("text", ["当事人：示某", "**当事人：**示某某，男", "当事人示例三", "当事人：\n"])
def test_texts_without_full_names(text: str) -> None:
    assert find_names(text) == ()


@pytest.mark.parametrize("name", ["王小二", "李 四", "Wang Xiaoer", "Wang, Xiaoer"])
def test_authors_that_are_persons(name: str) -> None:
    assert looks_like_person(name)


@pytest.mark.parametrize(
    "name", ["示例县统计局", "法规股", "Administrator", "Microsoft Office User", "python-docx", "openpyxl", "办公室", "", "张江镇",
             "Adobe Acrobat"],
)  # fmt: skip
def test_authors_that_are_none(name: str) -> None:
    assert not looks_like_person(name)
