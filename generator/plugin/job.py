"""What has passed the gate, on its way from there to the generator and to the look at the finished files."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any

from generator.model.checked import CheckedRegister
from generator.model.site import SitePlan
from generator.model.suppression import Hidden
from generator.reading.tree import Tree
from generator.render.proof import Proof

#: Pelican hands its generators nothing but the settings: the job travels among them.
_KEY = "disclosure_job"


@dataclass(frozen=True, slots=True)
class Job:
    """A checked register, the plan made of it, the tree that it was read from, what the records hide, and who does the work.

    No executor: this process.
    """

    checked: CheckedRegister
    plan: SitePlan
    tree: Tree
    hidden: tuple[Hidden, ...]
    executor: Executor | None = None
    proof: Proof | None = None


def put_job(settings: dict[str, Any], job: Job) -> None:
    """Leave the job where the generator finds it."""
    settings[_KEY] = job


def job_of(settings: Mapping[str, Any]) -> Job:
    """The job of this run."""
    job: Job = settings[_KEY]
    return job
