"""Which version of a law counts on a day, what its penal provisions allow, and where a provision stands in another version.

Pure functions over :class:`~generator.model.kinds.laws.Law` records. Whether a record keeps to them is for the rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.model.kinds.laws import Law, PenaltyRange

#: All registered versions of one law, oldest first.
Versions = tuple[Law, ...]

_NOTHING = Decimal(0)


def version_on(versions: Versions, day: date) -> Law | None:
    """The version in force on ``day``; None before the first registered one and after a repeal without successor."""
    found = None
    for law in versions:
        if law.effective_on <= day and (law.repealed_on is None or day <= law.repealed_on):
            found = law
    return found


def renumber(versions: Versions, article: str, source: Law, target: Law) -> str | None:
    """The number that ``source``'s article bears in ``target``; None where it has no counterpart."""
    at, end = versions.index(source), versions.index(target)
    number: str | None = article
    while number is not None and at < end:
        at += 1
        number = _map(number, {pair.old: pair.new for pair in versions[at].renumbered})
    while number is not None and at > end:
        number = _map(number, {pair.new: pair.old for pair in versions[at].renumbered})
        at -= 1
    return number


def _map(number: str, pairs: dict[str, str]) -> str | None:
    """A number that is not listed stays, unless another article has taken it: then its own article is new or gone."""
    if number in pairs:
        return pairs[number]
    return None if number in pairs.values() else number


def allows_nothing(allowed: PenaltyRange) -> bool:
    """Whether a provision orders something other than a penalty, as for individuals in a census (责令改正、批评教育)."""
    return not (allowed.warning or allowed.notice or allowed.cap)


def weight(allowed: PenaltyRange | None) -> tuple[int, Decimal, Decimal]:
    """How grave a provision is, for comparing two versions: punishable at all, cap, floor."""
    if allowed is None or allows_nothing(allowed):
        return (0, _NOTHING, _NOTHING)
    return (1, allowed.cap or _NOTHING, allowed.floor or _NOTHING)


@dataclass(frozen=True, slots=True)
class Applied:
    """What the law provides for one conduct of one party."""

    conduct: str
    law: Law
    """The version that applies."""
    then: Law
    """The version in force on the conduct's last day."""
    allowed: PenaltyRange | None
    """None where the version has no provision for such a party."""

    @property
    def is_lighter_new(self) -> bool:
        """Whether the version of the decision's day applies because it is lighter."""
        return self.law is not self.then


class LawBook:
    """All registered laws, with tables made once."""

    def __init__(self, laws: Iterable[Law]) -> None:
        grouped: dict[str, list[Law]] = defaultdict(list)
        for law in laws:
            grouped[law.id].append(law)
        self._versions: dict[str, Versions] = {
            law_id: tuple(sorted(found, key=lambda law: law.effective_on)) for law_id, found in grouped.items()
        }
        self._applied: dict[tuple[str, str, str | None, str, str | None], Applied] = {}
        self._named: dict[tuple[str, str], Law] = {}
        self._uses: dict[str, dict[str, frozenset[str]]] = {}
        self._penal: dict[str, str] = {}
        self._ranges: dict[tuple[str, str, str], list[PenaltyRange]] = defaultdict(list)
        for versions in self._versions.values():
            for law in versions:
                self._add(law)

    def _add(self, law: Law) -> None:
        self._named.setdefault((law.id, law.number), law)
        self._uses[law.origin.path] = {fact.article: frozenset(fact.uses) for fact in law.articles if fact.uses}
        for item in law.ranges:
            for target in item.conduct:
                code = target.row or ""
                self._penal.setdefault(code, law.id)
                self._ranges[law.ref, code, item.subject].append(item)

    def versions(self, law_id: str) -> Versions:
        """The versions of a law; empty where it is not registered."""
        return self._versions.get(law_id, ())

    def version(self, law_id: str, name: str) -> Law | None:
        """One version of a law by its name, ``2009``."""
        return self._named.get((law_id, name))

    def on(self, law_id: str, day: date) -> Law | None:
        """The version of a law in force on a day."""
        return version_on(self.versions(law_id), day)

    def uses(self, law: Law, article: str) -> frozenset[str]:
        """What an article is cited for, as its 用途 says; empty where nothing is said."""
        return self._uses[law.origin.path].get(article, frozenset())

    def knows_uses(self, law: Law) -> bool:
        """Whether the version says of any article what it is cited for."""
        return bool(self._uses[law.origin.path])

    def renumbered(self) -> tuple[Versions, ...]:
        """The laws of which several versions are registered."""
        return tuple(versions for versions in self._versions.values() if len(versions) > 1)

    def is_penal(self, law_id: str) -> bool:
        """Whether any version of the law holds penal provisions."""
        return law_id in self._penal.values()

    def penal_law(self, conduct: str, day: date) -> Law | None:
        """The version in force on ``day`` of the law that punishes a conduct."""
        return self.on(self._penal.get(conduct, ""), day)

    def ranges(self, law: Law, conduct: str, subject: str, gravity: str | None) -> tuple[PenaltyRange, ...]:
        """What a version provides for a conduct of a kind of party, for all gravities where none is given."""
        found = self._ranges.get((law.ref, conduct, subject), ())
        return tuple(item for item in found if item.gravity is None or gravity is None or item.gravity == gravity)

    def allowed(self, law: Law, conduct: str, subject: str, gravity: str | None) -> PenaltyRange | None:
        """The provision for a conduct of a kind of party; without ``gravity`` the lightest."""
        return min(self.ranges(law, conduct, subject, gravity), key=weight, default=None)

    def applied(
        self, conduct: str, subject: str, gravity: str | None, conduct_end: date, decided_on: date
    ) -> Applied | None:
        """What applies to a conduct: the law of its last day, or that of the decision's day if lighter (行政处罚法 第三十七条).

        None where the conduct is in no registered law, or the version of its last day is not registered. A version of which no
        penal provisions are registered says nothing.
        """
        then, now = self.penal_law(conduct, conduct_end), self.penal_law(conduct, decided_on)
        if then is None or not then.ranges:
            return None
        case = (conduct, subject, gravity, then.number, now.number if now is not None else None)
        if case not in self._applied:
            self._applied[case] = self._weighed(conduct, subject, gravity, then, now)
        return self._applied[case]

    def _weighed(self, conduct: str, subject: str, gravity: str | None, then: Law, now: Law | None) -> Applied:
        old = self.allowed(then, conduct, subject, gravity)
        if now is not None and now is not then and now.ranges:
            new = self.allowed(now, conduct, subject, gravity)
            if weight(new) < weight(old):
                return Applied(conduct, now, then, new)
        return Applied(conduct, then, then, old)
