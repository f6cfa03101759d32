"""A record that was sent from one process to another is the record that was read."""

from __future__ import annotations

import pickle

from generator.model.declaration import slot_by_key
from generator.model.scalars import MARKER
from generator.model.walk import references
from tests.model.builders import penalty

RECORD = penalty(执法人员=["SL-TJ-0001", MARKER], 罚款金额=MARKER, 过程=[{"环节": "立案", "日期": "2020-05-06"}])
SENT = pickle.loads(pickle.dumps(RECORD))


def test_it_is_equal_and_knows_what_was_filled() -> None:
    assert SENT == RECORD
    assert SENT is not RECORD
    assert SENT.model_fields_set == RECORD.model_fields_set
    assert SENT.process[0].model_fields_set == {"step", "day"}


def test_what_was_redacted_is_still_hidden() -> None:
    assert references(SENT) == references(RECORD)
    assert not any(str(target) == MARKER for _, _, target in references(SENT))
    fine, officers = slot_by_key(type(SENT), "罚款金额"), slot_by_key(type(SENT), "执法人员")
    assert fine is not None and fine.is_hidden(SENT, SENT.fine)
    assert officers is not None and [officers.is_hidden(SENT, one) for one in SENT.officers] == [False, True]


def test_a_changed_copy_leaves_what_is_shared_alone() -> None:
    one, other = pickle.loads(pickle.dumps((penalty("shili-2020-001"), penalty("shili-2020-002"))))
    before = set(other.model_fields_set)
    copy = one.model_copy(update={"fine": 5})
    assert "fine" in copy.model_fields_set
    assert other.model_fields_set == one.model_fields_set == before
