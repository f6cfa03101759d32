"""Words the faults that were met in attachments, for the rules that own their codes. Which fault is whose, the rules say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.finding import Fault, Severity
from generator.model.register import Register
from generator.rules.registry import Problem

#: Words one fault: (message, hint).
Wording = Callable[[Fault], tuple[str, str]]


def plainly(message: str, mend: str) -> Wording:
    """The wording that puts what the fault knows (``{place}``, ``{count}``, ``{which}``) into a message."""

    def word(fault: Fault) -> tuple[str, str]:
        known = {name: first_few(value) if isinstance(value, tuple) else value for name, value in fault.context.items()}
        return message.format(**known), mend

    return word


def worded_faults(
    register: Register, wordings: Mapping[str, Wording], milder: Mapping[str, Severity] | None = None
) -> Iterator[Problem]:
    """The faults of all attachments that ``wordings`` knows; ``milder`` names codes that are no errors."""
    for file in register.attachments:
        for fault in file.content.faults if file.content is not None else ():
            wording = wordings.get(fault.code)
            if wording is not None:
                message, hint = wording(fault)
                severity = (milder or {}).get(fault.code)
                yield Problem(message, hint, None, file.path, severity=severity, quote=False)


def first_few(names: tuple[object, ...]) -> str:
    """Names in a row, the first eight of them."""
    return "、".join(map(str, names[:8])) + (f" 等 {len(names)} 个" if len(names) > 8 else "")
