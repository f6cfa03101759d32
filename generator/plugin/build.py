"""What ``disclosure build`` calls: Pelican run in this process, over a folder of content, into a folder of output."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.model.allowance import Allowance
from generator.model.ledger_days import LedgerDays
from generator.plugin.failures import tell
from generator.plugin.settings import load_settings
from generator.plugin.site import Base, Order, Reporter, SitePelican
from generator.writing.stage import Refusal


def build(
    content: Path, output: Path, settings_file: Path, as_of: date, jobs: int, report: Reporter, ledger: LedgerDays | None = None,
    *, base: Base | None = None, allowance: Allowance | None = None,
) -> int:  # fmt: skip
    """Check the content and build the site; ``report`` prints findings. Returns the exit code.

    ``ledger`` tells when each record first came before the public; None where no ledger is kept. ``base`` gives what is live, for the
    rules of change; ``allowance`` what may not stop relief.

    0: built. 1: the content or the finished site has errors. 2: wrong settings, or an output that may not be used. 3: anything else
    that failed. 130: interrupted. The output changes only with 0, and then whole; otherwise nothing is left behind.
    """
    try:
        if not content.is_dir():
            raise Refusal(f"没有内容文件夹 {content}", "用 --content 写明它在哪里，例如 --content content")
        _, settings = load_settings(settings_file, PATH=str(content.resolve()), OUTPUT_PATH=str(output.absolute()))
        SitePelican(settings, Order(as_of, jobs, report, once=True, ledger=ledger, base=base, allowance=allowance)).run()
    except SystemExit as stop:
        return int(stop.code or 0)
    except (KeyboardInterrupt, Exception) as error:  # noqa: BLE001 - staff get one line, whatever it is
        return tell(error)
    return 0
