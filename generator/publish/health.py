"""Asks the web server for what was just published, as a reader would.

One address, two files; it decides nothing about what follows from a wrong answer.
"""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Mapping

#: A server or a cache in front of it may need a moment.
_TRIES, _PAUSE, _TIMEOUT = 4, 1.0, 10.0


def ill_health(url: str, expected: Mapping[str, bytes]) -> str:
    """What is wrong with the answers below ``url``; empty if every file comes as expected."""
    said = ""
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(_PAUSE)
        said = next(filter(None, (_wrong(url, path, data) for path, data in expected.items())), "")
        if not said:
            return ""
    return said


def _wrong(url: str, path: str, data: bytes) -> str:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    request = urllib.request.Request(f"{url}{path}", headers={"Cache-Control": "no-cache"})  # noqa: S310 - http(s), checked by the command
    try:
        with opener.open(request, timeout=_TIMEOUT) as answer:
            return "" if answer.read() == data else f"{url}{path} 的内容与刚才发布的不一样"
    except urllib.error.HTTPError as error:
        return f"{url}{path} 回答 {error.code}"
    except (OSError, ValueError) as error:
        return f"{url}{path} 打不开（{getattr(error, 'reason', error)}）"
