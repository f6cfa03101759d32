"""How one record names another: the reference types that fields are declared with.

A reference is text with a declared target; whether the target exists is asked of the register, not here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from generator.model.scalars import MARKER, Scalar, no_full_width, parse_certificate, recurring, refuse

#: The form of one path segment of an id (DESIGN §3).
STEM = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ID = re.compile(rf"({STEM})/({STEM})(?:@([0-9]+(?:-[0-9]+)?)|#([^\s#@]+))?\Z")
_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]*\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Target:
    """A parsed reference: record or list id, with an edition (``@``) or a row (``#``) where one is named."""

    id: str
    edition: str | None = None
    row: str | None = None

    def __str__(self) -> str:
        if self.edition is not None:
            return f"{self.id}@{self.edition}"
        return f"{self.id}#{self.row}" if self.row is not None else self.id


def parse_target(text: str) -> Target | None:
    """Split ``folder/stem``, ``folder/stem@edition`` or ``folder/stem#row``; None if it is none of these."""
    match = _ID.match(text)
    return Target(f"{match[1]}/{match[2]}", match[3], match[4]) if match else None


def ref(*folders: str, name: str = "引用") -> Any:
    """A scalar type for the full id of a record or list in one of ``folders`` (none given: any folder)."""

    @recurring
    def parse(text: str) -> Target:
        target = parse_target(text)
        if target is None:
            no_full_width(text)
            raise refuse("reference-form", value=text, folders=folders)
        if folders and target.id.split("/")[0] not in folders:
            raise refuse("reference-folder", value=text, folders=folders)
        return target

    where = "、".join(f"{folder}/…" for folder in folders) or "任何类别"
    example = f"{folders[0]}/…" if folders else "penalties/2020-001"
    schema = {"type": "string", "pattern": rf"^({'|'.join(folders) or STEM})/{STEM}([@#].+)?$"}
    return Annotated[
        Target, Scalar(name, f"完整编号（{where}），如 {example}", parse, schema, targets=folders or ("*",))
    ]


def code_of(code_list: str, name: str) -> Any:
    """A scalar type for the ``编号`` of one row of the list ``code_list``, written without the list's id."""

    @recurring
    def parse(text: str) -> Target:
        no_full_width(text)
        if not _CODE.match(text):
            raise refuse("code-form", value=text, list=code_list)
        return Target(code_list, None, text)

    schema = {"type": "string", "pattern": "^[0-9A-Za-z][0-9A-Za-z-]*$"}
    return Annotated[
        Target,
        Scalar(name, f"代码表 {code_list} 中的编号", parse, schema, lambda target: target.row, targets=(code_list,)),
    ]


@dataclass(frozen=True, slots=True)
class Certificate:
    """A reference to the officer who holds the certificate with this number on the referrer's own day."""

    number: str

    def __str__(self) -> str:
        return self.number


@recurring
def _parse_officer(text: str) -> Certificate:
    return Certificate(parse_certificate(text))


#: Cites an officer by the number of the 统计执法证 (DESIGN §3).
OfficerNumber = Annotated[
    Certificate,
    Scalar("执法证号", "执法人员清单中统计执法证的号码", _parse_officer,
           {"type": ["string", "number"]}, targets=("rosters",), hidden=Certificate(MARKER)),
]

#: An enforcement body.
BodyRef = ref("bodies", name="执法主体")
