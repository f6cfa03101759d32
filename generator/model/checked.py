"""The gate as a type: a register that has passed the check on a day. Only ``flow.check`` makes one."""

from __future__ import annotations

from datetime import date

from generator.finding import Finding
from generator.model.record import Record
from generator.model.register import Register
from generator.model.standing import State, is_public

_SEAL = object()


class CheckedRegister:
    """A register without errors as of a day: what may be planned and rendered.

    ``findings`` are the warnings and notices that remain; ``samples_left_out`` counts the sample records that the
    settings keep from the public.
    """

    __slots__ = ("_states", "as_of", "findings", "register", "samples_left_out")

    def __init__(
        self, seal: object, register: Register, as_of: date, findings: tuple[Finding, ...], samples_left_out: int
    ) -> None:
        if seal is not _SEAL:
            raise TypeError("only flow.check() makes a CheckedRegister")
        self.register = register
        self.as_of = as_of
        self.findings = findings
        self.samples_left_out = samples_left_out
        self._states: dict[str, State] = {}

    def state(self, record: Record) -> State:
        """The record's state on ``as_of``, worked out when it is asked for: who only checks asks for few."""
        state = self._states.get(record.ref)
        if state is None:
            state = self._states[record.ref] = self.register.state(record, self.as_of)
        return state

    def is_shown(self, record: Record) -> bool:
        """Whether the record has a page at all: not pending, not 不予公开, in force or past, its act day reached."""
        return is_public(record, self.as_of)


def admit(register: Register, as_of: date, findings: tuple[Finding, ...], samples_left_out: int) -> CheckedRegister:
    """Make a checked register. Called by ``flow.check`` alone, after it found no error; a test holds this."""
    return CheckedRegister(_SEAL, register, as_of, findings, samples_left_out)
