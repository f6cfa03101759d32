"""A reader who crawls while releases are switched: every answer is whole, and one that some release has at that address."""

from __future__ import annotations

import hashlib
import re
import time
import urllib.request
from threading import Event, Thread

import pytest

from generator.publish.check import open_release
from generator.publish.release import Way
from tests.publish.test_faults import first_site
from tests.publish.test_publishing import Server
from tests.publish.things import Place, Thing

pytestmark = pytest.mark.faults


class Crawler:
    """Reads every page of the live site, and what it names, again and again."""

    def __init__(self, url: str, paths: list[str]) -> None:
        self.url, self.paths, self.stop = url, paths, Event()
        self.seen: list[tuple[str, int, str]] = []
        self._thread = Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        while not self.stop.is_set():
            for path in self.paths:
                page = self._read(path)
                for asset in re.findall(r"assets/[\w.-]+", page.decode()):
                    self._read(asset)

    def _read(self, path: str) -> bytes:
        with urllib.request.urlopen(self.url + path, timeout=10) as answer:
            data: bytes = answer.read()
            self.seen.append((path, answer.status, hashlib.sha256(data).hexdigest()))
            return data

    def end(self) -> None:
        """Stop; anything that was not 200 has ended the thread with an error before."""
        assert self._thread.is_alive(), "the crawler met an answer that was not whole"
        self.stop.set()
        self._thread.join(timeout=20)


def test_a_crawler_sees_only_whole_releases_during_ten_switches(place: Place) -> None:
    site = first_site()
    place.publish(site)
    known: dict[str, set[str]] = {}
    crawler = Crawler(Server(place).url, ["index.html", "penalties/2026-001/index.html", "penalties/2026-002/index.html"])
    for number in range(3, 13):
        for path, digest in open_release(place.live).manifest.files.items():
            known.setdefault(path, set()).add(digest)
        site.things[f"penalties/2026-{number:03d}"] = Thing()
        site.style = f"body{{margin:{number}px}}"
        site.things["penalties/2026-002"] = Thing(words=f"示例{number}", late=str(number))
        assert place.publish(site, way=Way(keep=2)) == 0
        time.sleep(0.05)
    for path, digest in open_release(place.live).manifest.files.items():
        known.setdefault(path, set()).add(digest)
    crawler.end()
    assert len(crawler.seen) > 50
    assert [(path, status) for path, status, digest in crawler.seen if status != 200 or digest not in known[path]] == []
    assert len({digest for path, _, digest in crawler.seen if path == "index.html"}) > 3, "it saw several releases"
