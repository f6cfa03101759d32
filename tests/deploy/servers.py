"""Real nginx and Apache on the loopback, set up for a folder and a sub-path as docs/deploy.md tells."""

from __future__ import annotations

import ctypes
import getpass
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SNIPPETS = ROOT / "deploy"

_NGINX = """\
daemon off;
user {user} {group};
pid {work}/nginx.pid;
error_log {work}/error.log info;
worker_processes 1;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        location / {{ return 200 portal; }}
{told}
    }}
}}
"""
_APACHE = """\
ServerRoot {work}
ServerName 127.0.0.1
PidFile {work}/apache.pid
ErrorLog {work}/error.log
Mutex file:{work} default
Listen 127.0.0.1:{port}
User {user}
Group {group}
DocumentRoot {work}
{modules}
TypesConfig /dev/null
{told}
"""
_MODULES = ("mpm_event", "authz_core", "alias", "deflate", "dir", "filter", "headers", "mime", "rewrite", "setenvif")
_MODULE_FOLDER = "/usr/lib/apache2/modules"


class Answer(NamedTuple):
    """One response, whole."""

    status: int
    headers: dict[str, str]
    body: bytes


class Server(NamedTuple):
    """A running server; ``path`` is the column's sub-path without a closing slash, ``folder`` what it serves."""

    port: int
    path: str
    folder: Path

    @property
    def address(self) -> str:
        """The column's address, closed by a slash."""
        return f"http://127.0.0.1:{self.port}{self.path}/"

    def get(self, path: str | None, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path below the column, with None for the column without its closing slash. No redirect is followed.

        Header names have ``_`` for ``-``.
        """
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(
                method, self.path if path is None else f"{self.path}/{path}", headers={k.replace("_", "-"): v for k, v in headers.items()}
            )
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()


def program(name: str) -> str:
    """Where a system program is; a missing one fails the test, and says what installs it."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    assert found, f"{name} is missing: the Makefile's list of system packages installs it"
    return found


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _end_with_the_tests() -> None:
    """Run in the server's process: a test run that is killed leaves no server behind (Linux, ``PR_SET_PDEATHSIG``)."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[None]:
    """A server process for as long as the block runs, once it takes connections on ``port``."""
    with log.open("ab") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, preexec_fn=_end_with_the_tests)
    try:
        for _ in range(200):
            assert process.poll() is None, log.read_text("utf-8", "replace")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        else:
            raise AssertionError(f"{command[0]} takes no connections: {log.read_text('utf-8', 'replace')}")
        yield
    finally:
        process.terminate()
        process.wait(20)


def _group() -> str:
    return subprocess.run(["id", "-gn"], capture_output=True, encoding="utf-8", check=True).stdout.strip()


@contextmanager
def public_folder() -> Iterator[Path]:
    """A folder that every user may enter, which pytest's own are not."""
    with TemporaryDirectory(prefix="served-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def _told(language: str, folder: Path, path: str) -> str:
    """What docs/deploy.md tells administrators to write, for this folder and this sub-path."""
    (block,) = re.findall(rf"^```{language}\n(.*?)^```", (ROOT / "docs/deploy.md").read_text("utf-8"), re.M | re.S)
    places = {"/srv/disclosure-deploy": SNIPPETS, "/srv/disclosure/current": folder, "/srv/disclosure": folder.parent, "/zfgs": path}
    return re.sub("|".join(map(re.escape, places)), lambda found: str(places[found[0]]), block)


def _filled(name: str, work: Path, folder: Path, path: str, port: int) -> str:
    # Neither server works as root: whoever runs the tests, the site is read as a web server reads it.
    user, group = ("nobody", "nogroup") if os.geteuid() == 0 else (getpass.getuser(), _group())
    modules = "\n".join(f"LoadModule {name}_module {_MODULE_FOLDER}/mod_{name}.so" for name in _MODULES)
    template, told = (_NGINX, _told("nginx", folder, path)) if name == "nginx" else (_APACHE, _told("apache", folder, path))
    return template.format(work=work, port=port, user=user, group=group, modules=modules, told=told)


def _command(name: str, work: Path, folder: Path, path: str, port: int) -> list[str]:
    config = work / f"{name}.conf"
    config.write_text(_filled(name, work, folder, path, port), "utf-8")
    if name == "nginx":
        return [program(name), "-e", str(work / "error.log"), "-c", str(config)]
    return [program(name), "-f", str(config)]


@contextmanager
def serve(name: str, work: Path, folder: Path, path: str = "/zfgs") -> Iterator[Server]:
    """``nginx`` or ``apache2`` over ``folder``; its own configuration test must pass without a word of warning."""
    work.mkdir(parents=True, exist_ok=True)
    port = free_port()
    command = _command(name, work, folder, path, port)
    tested = subprocess.run([*command, "-t"], capture_output=True, encoding="utf-8", check=False)
    assert tested.returncode == 0, tested.stderr
    assert "[warn]" not in tested.stderr, tested.stderr
    foreground = ["-D", "FOREGROUND"] if name == "apache2" else []
    with running([*command, *foreground], port, work / "output.log"):
        yield Server(port, path, folder)
