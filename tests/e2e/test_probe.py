"""A reader who never stops: while the site is switched again and again, every answer is whole and belongs to one release."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

import pytest

from tests.e2e.portal import Portal, portal, withdrawal

pytestmark = [pytest.mark.faults, pytest.mark.slow, pytest.mark.servers]

#: By the switch that brings it.
WITHDRAWN = {2: "penalties/2021-001", 6: "penalties/2020-001"}
#: Not told of in a manifest: itself.
MANIFEST = "manifest.json"


class Seen(NamedTuple):
    """One answer: the path of the file that was asked for, its status, and the SHA-256 of its body."""

    path: str
    status: int
    digest: str


class Probe:
    """Asks for pages and for the style files that they name, one after another, until it is stopped."""

    def __init__(self, site: Portal, paths: list[str]) -> None:
        self.seen: list[Seen] = []
        self.rounds = 0
        self._site, self._paths, self._stop = site, paths, Event()
        self._thread = Thread(target=self._run)

    def __enter__(self) -> Probe:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            for path in self._paths:
                body = self._ask(path)
                for style in re.findall(rb'href="(?:\.\./)*(assets/[^"]+)"', body):
                    self._ask(style.decode())
            self.rounds += 1

    def _ask(self, path: str) -> bytes:
        # Half of the pages by the address that people know, half by the file's.
        address = path.removesuffix("index.html") if len(self.seen) % 2 else path
        answer = self._site.get(address)
        self.seen.append(Seen(path, answer.status, hashlib.sha256(answer.body).hexdigest()))
        return answer.body


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Portal]:
    """A portal after its first release."""
    with portal(tmp_path) as made:
        yield made


def files(site: Portal) -> dict[str, str]:
    """The live release's files and their digests."""
    return json.loads((site.folder / "current" / MANIFEST).read_bytes())["files"]


def test_a_reader_sees_whole_releases_only(site: Portal, request: pytest.FixtureRequest) -> None:
    switches: int = request.config.getoption("switches")
    releases = [files(site)]
    paths = sorted(path for path in releases[0] if re.search(r"\.(html|json|jsonl|txt|atom|csv)$", path))
    with Probe(site, paths) as probe:
        for number in range(switches):
            site.at(date(2026, 9, 2) + timedelta(days=number))
            # Another style name on every page, and now and then a withdrawal.
            site.write("theme/static/style.css/9-other.css", f".other-{number} {{ color: red }}\n")
            if number in WITHDRAWN:
                site.write(*withdrawal(WITHDRAWN[number], date(2026, 9, 1), 20 + number))
            told = site.push()
            assert "已发布到" in told, told
            releases.append(files(site))
    assert len({release["index.html"] for release in releases}) == switches + 1
    assert probe.rounds > 1
    assert len({seen.digest for seen in probe.seen if seen.path == "index.html"}) > 3
    known = {(path, digest) for release in releases for path, digest in release.items()}
    # The files of a withdrawn record are not there any more.
    lost = {path for release in releases for path in releases[0].keys() - release.keys()}
    missing = {seen for seen in probe.seen if seen.status == 404 and seen.path in lost and ("404.html", seen.digest) in known}
    assert {seen for seen in probe.seen if (seen.path, seen.digest) not in known} - missing == set()
    assert {seen.path for seen in missing} <= {"attachments/penalties/2020-001/decision.txt"}
    gone = {path.removesuffix(".gone") + "index.html" for release in releases for path in release if path.endswith("/.gone")}
    assert {f"{ref}/index.html" for ref in WITHDRAWN.values()} <= gone
    assert {seen for seen in probe.seen if seen.status != 200 and not (seen.status == 410 and seen.path in gone)} == missing
    assert {seen.path for seen in probe.seen if seen.status == 410} == gone
