"""Pins which ways of stopping Pelican work, and when they come too late for the old output.

Our gate relies on ``initialized``; the others are the reasons (docs/decisions/0003). If one of these tests fails after an update of
Pelican, the place of the gate has to be thought over.
"""

from __future__ import annotations

import pytest

from tests.pelican.throwaway import Site

OLD, NEW = {"old.html"}, {"pages/about.html"}

RAISES = """
from pelican import signals
class Stop(Exception):
    exitcode = 3
def stop(sender):
    raise Stop("refused")
def register():
    signals.{signal}.connect(stop)
"""

GENERATOR = """
from pelican import signals
from pelican.generators import Generator
class Ours(Generator):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stop("init")
    def stop(self, where):
        if where == "{where}":
            raise SystemExit(1)
    def generate_context(self):
        self.stop("context")
    def generate_output(self, writer):
        self.stop("output")
def generators(sender):
    return Ours
def register():
    signals.get_generators.connect(generators)
"""


def test_sound_site_replaces_the_old_output(site: Site) -> None:
    assert site.pelican().returncode == 0
    assert site.output == NEW


def test_exception_with_exitcode_in_initialized_stops_before_anything_is_wiped(site: Site) -> None:
    site.configure(plugin=RAISES.format(signal="initialized"))
    run = site.pelican()
    assert run.returncode == 3
    assert site.output == OLD
    assert "Traceback" in run.stdout + run.stderr


def test_system_exit_in_initialized_stops_without_a_traceback(site: Site) -> None:
    site.configure(plugin=RAISES.format(signal="initialized").replace('Stop("refused")', "SystemExit(1)"))
    run = site.pelican()
    assert run.returncode == 1
    assert site.output == OLD
    assert "Traceback" not in run.stdout + run.stderr


def test_finalized_fails_the_run_but_the_old_output_is_gone(site: Site) -> None:
    site.configure(plugin=RAISES.format(signal="finalized"))
    assert site.pelican().returncode == 3
    assert site.output == NEW


@pytest.mark.parametrize(("where", "left"), [("init", OLD), ("context", set()), ("output", NEW)])
def test_a_generator_may_only_stop_in_its_constructor(site: Site, where: str, left: set[str]) -> None:
    site.configure(plugin=GENERATOR.format(where=where))
    assert site.pelican().returncode == 1
    assert site.output == left


def test_template_error_leaves_the_output_wiped(site: Site) -> None:
    site.write("theme/templates/page.html", "{% if %}")
    assert site.pelican().returncode == 1
    assert site.output == set()


@pytest.mark.parametrize(
    ("options", "status"), [((), 0), (("--fatal", "errors"), 1), (("--fatal", "errors", "-q"), 0)]
)
def test_register_that_raises_is_only_logged(site: Site, options: tuple[str, ...], status: int) -> None:
    site.configure(plugin="def register():\n    raise ValueError('no')\n")
    assert site.pelican(*options).returncode == status
    assert site.output == (OLD if status else NEW)


def test_plugin_that_cannot_be_found_by_name_is_only_logged(site: Site) -> None:
    site.configure('PLUGINS = ["generator.nope"]')
    assert site.pelican().returncode == 0
    assert site.output == NEW


def test_plugin_handed_over_as_a_module_fails_the_run_when_its_import_fails(site: Site) -> None:
    site.configure(plugin="import nothing_of_that_name\n")
    assert site.pelican().returncode != 0
    assert site.output == OLD


def test_settings_cannot_import_from_their_own_folder_unless_they_say_so(site: Site) -> None:
    site.configure(plugin="def register(): pass\n")
    assert site.pelican().returncode == 0
    settings = site.root / "pelicanconf.py"
    settings.write_text(settings.read_text("utf-8").replace("sys.path.insert", "list().insert"), "utf-8")
    run = site.pelican()
    assert run.returncode != 0
    assert "ModuleNotFoundError" in run.stdout + run.stderr


def test_interrupt_ends_with_status_zero(site: Site) -> None:
    site.configure(plugin=RAISES.format(signal="finalized").replace('Stop("refused")', "KeyboardInterrupt"))
    assert site.pelican().returncode == 0


REBUILT = """
import pelican.utils, pelican
from pelican import signals
calls = []
def note(sender):
    calls.append(1)
def finish(sender):
    {failure}
def register():
    signals.initialized.connect(note)
    signals.finalized.connect(finish)
waits = []
def wait(*args):
    waits.append(1)
    if len(waits) == 3:
        raise SystemExit(40 + len(calls))
    return set()
pelican.wait_for_changes = wait
"""


def test_autoreload_initialises_once_for_all_rebuilds(site: Site) -> None:
    site.configure(plugin=REBUILT.format(failure="pass"))
    assert site.pelican("--autoreload").returncode == 40 + 2  # main makes one object, the watcher another


def test_autoreload_builds_again_at_once_after_an_exception(site: Site) -> None:
    spin = "calls.append(1)\n    if len(calls) > 50: raise SystemExit(99)\n    raise ValueError"
    site.configure(plugin=REBUILT.format(failure=spin))
    assert site.pelican("--autoreload").returncode == 99  # 50 builds, and it never once waited for a change
