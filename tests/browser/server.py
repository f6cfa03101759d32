"""A web server of the portal's kind: the site under a sub-path, with the headers of ``deploy/nginx.conf``. It knows nothing else."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.browser.sample import ROOT

PREFIX = "/zfgs/"
#: The content policies of the snippet for the portal's server: of all pages, and of the search page, whose index is WebAssembly.
POLICY, SEARCH_POLICY = re.findall(r'set \$disclosure_csp "(.*)";', (ROOT / "deploy/nginx.conf").read_text("utf-8"))
SEARCH = (PREFIX + "search/", PREFIX + "search/index.html")


class Handler(SimpleHTTPRequestHandler):
    """Files below the prefix; for everything else the site's own page for what is not found."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        """Only what lies under the prefix is the site."""
        below = path.removeprefix(PREFIX) if path.startswith(PREFIX) else "outside/of/the/site"
        return super().translate_path("/" + below)

    def end_headers(self) -> None:
        """The policy goes with every answer."""
        self.send_header("Content-Security-Policy", SEARCH_POLICY if self.path.partition("?")[0] in SEARCH else POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "strict-origin-when-cross-origin")
        super().end_headers()

    def do_GET(self) -> None:
        """Browsers ask the portal for its icon."""
        if self.path != "/favicon.ico":
            return super().do_GET()
        self.send_response(204)
        return self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What is not found is answered with ``404.html``."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def list_directory(self, path: str) -> None:
        """Folders are not listed."""
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nobody reads it."""


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Serve a folder on this machine alone, at a free port; yields the site's address with its sub-path."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
