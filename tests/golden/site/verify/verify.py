#!/usr/bin/env python3
"""核对行政执法公示专栏：文件与清单、记录与台账是否一致，台账有没有断。

用法：
  python3 verify.py 网址或者文件夹                             核对全部文件和记录
  python3 verify.py 网址或者文件夹 --record penalties/年份-序号  只核对一条记录
  python3 verify.py 网址或者文件夹 --previous 旧的ledger.jsonl  还核对旧台账是不是新台账的开头

没有发现问题退出码为 0，有问题为 1，用法不对或者打不开为 2。只用 Python 标准库。
"""

import argparse
import hashlib
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

HIDING = ("撤下", "公示期满")
ROLLED_BACK = "回退"
NOT_LISTED = ("manifest.json", "manifest.json.sig")
# An empty file that tells the web server to answer 410; servers keep it back.
MARK = ".gone"


class Site:
    """A folder, or a web site: where files are read from."""

    def __init__(self, place):
        self.place = place.rstrip("/")
        self.is_web = place.startswith(("http://", "https://"))

    def read(self, path):
        """The bytes of one file; None if it is not there. A tombstone comes with status 410, and is read like any page."""
        if not self.is_web:
            try:
                with open(os.path.join(self.place, *path.split("/")), "rb") as file:
                    return file.read()
            except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
                return None
        try:
            with urllib.request.urlopen(f"{self.place}/{urllib.parse.quote(path)}", timeout=30) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            return error.read() if error.code == 410 else None
        except urllib.error.URLError as error:
            raise ValueError(f"{self.place}（{error.reason}），核对网址，检查网络") from error

    def names(self):
        """The paths of all files of a folder; a web site does not tell."""
        found = set()
        for parent, _folders, files in os.walk(self.place):
            for name in files:
                found.add(os.path.relpath(os.path.join(parent, name), self.place).replace(os.sep, "/"))
        return found


def sha256(data):
    """Hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()


def read_ledger(data, problems):
    """The lines of the ledger; what is wrong with the chain goes into ``problems``."""
    lines, previous = [], "0" * 64
    for number, row in enumerate(data.splitlines(), start=1):
        try:
            line = json.loads(row)
            sound = line["previous"] == previous and line["seq"] == number
        except (ValueError, KeyError, TypeError):
            problems.append(f"台账第 {number} 行读不懂")
            return lines
        if not sound:
            problems.append(f"台账第 {number} 行与上一行接不上")
            return lines
        previous = sha256(row)
        lines.append(line)
    if data and not data.endswith(b"\n"):
        problems.append("台账最后一行不完整")
    return lines


def standing_of(lines):
    """For each record: whether its text is hidden, and the commitment that holds; None where a rollback took the record away."""
    held = {}
    for line in lines:
        if line["event"] != ROLLED_BACK:
            form = (line["release"], line["event"] in HIDING, line.get("commitment", ""))
            held.setdefault(line["id"], []).append(form)
            continue
        for forms in held.values():
            if forms[-1] is None or forms[-1][1]:
                continue
            then = [form for form in forms if form is not None and form[0] <= line["to"]]
            forms.append((line["release"], *then[-1][1:]) if then else None)
    return {ref: forms[-1][1:] if forms[-1] is not None else None for ref, forms in held.items()}


def check_record(site, ref, row, held, problems):
    """Compare one record's data and salt with the ledger."""
    path, standing = row[0], row[2]
    salt_path = path.rpartition("/")[0] + "/record.salt"
    if held.get(ref) is None:
        problems.append(f"{ref}：台账里没有这条记录")
        return
    hidden, commitment = held[ref]
    if hidden != (standing in ("withdrawn", "expired")):
        problems.append(f"{ref}：网站与台账不一致，一个已经撤下或者期满，另一个没有")
    elif not hidden and not commitment:
        if not site.is_web and site.read(salt_path) is not None:
            problems.append(f"{ref}：台账里没有承诺值，却有盐值")
    elif not hidden:
        form, salt = site.read(path), site.read(salt_path)
        if form is None or salt is None:
            problems.append(f"{ref}：缺少 record.json 或者 record.salt")
        elif sha256(salt + form) != commitment:
            problems.append(f"{ref}：内容与台账登记的不一样")
    elif not site.is_web and site.read(salt_path) is not None:
        problems.append(f"{ref}：已经撤下或者期满，盐值还在")


def check_files(site, files, is_all, problems):
    """Compare files with the manifest; with ``is_all``, look in a folder also for those that it does not name."""
    for path, digest in sorted(files.items()):
        data = site.read(path)
        if data is None and site.is_web and path.rpartition("/")[2] == MARK:
            continue
        if data is None:
            problems.append(f"{path}：清单里有，网站里没有")
        elif sha256(data) != digest:
            problems.append(f"{path}：内容与清单不符")
    if is_all and not site.is_web:
        for path in sorted(site.names() - set(files) - set(NOT_LISTED)):
            problems.append(f"{path}：网站里有，清单里没有")


def unsealed(chosen, held):
    """What to say of records whose form has no commitment."""
    waiting = sorted(ref for ref in chosen if held.get(ref) == (False, ""))
    if not waiting:
        return ""
    return f"，其中 {len(waiting)} 条发布时没有密钥，台账里还没有承诺值，不能核对内容：{'、'.join(waiting)}"


def check(site, record, previous):
    """Check the site; returns what was done and what is wrong."""
    problems = []
    data = site.read("manifest.json")
    if data is None:
        raise ValueError(f"{site.place} 没有 manifest.json")
    manifest = json.loads(data)
    files, records = manifest["files"], manifest["records"]
    if record and record not in records:
        raise ValueError(f"网站上没有 {record}")
    chosen = {record: records[record]} if record else records
    folder = records[record][0].rpartition("/")[0] + "/" if record else ""
    check_files(site, {path: digest for path, digest in files.items() if path.startswith(folder)}, not record, problems)
    ledger = site.read("ledger.jsonl") if "ledger.jsonl" in files else None
    told = f"{len(chosen)} 条记录，第 {manifest['sequence']} 次发布（{manifest['as_of']}）"
    if ledger is None:
        if previous is not None:
            problems.append("以前有台账，现在没有了")
        return f"{told}，没有台账", problems
    if sha256(ledger) != files["ledger.jsonl"]:
        problems.append("ledger.jsonl：内容与清单不符")
    if previous is not None and not ledger.startswith(previous):
        problems.append("旧台账不是现在台账的开头：历史被改写了")
    lines = read_ledger(ledger, problems)
    held = standing_of(lines)
    for ref, row in sorted(chosen.items()):
        check_record(site, ref, row, held, problems)
    if not record:
        for ref in sorted(ref for ref, form in held.items() if form is not None and ref not in records):
            problems.append(f"{ref}：台账里有，网站里没有")
    told += unsealed(chosen, held)
    return f"{told}，台账 {len(lines)} 行", problems


class Parser(argparse.ArgumentParser):
    """The command line, with help and complaints in Chinese."""

    def format_help(self):
        """How to use the program."""
        return __doc__

    def error(self, message):
        """Say that it was used otherwise."""
        print(f"用法不对。\n{__doc__}")
        sys.exit(2)


def main():
    """Read the command line, check, report."""
    parser = Parser()
    parser.add_argument("site")
    parser.add_argument("--record")
    parser.add_argument("--previous")
    chosen = parser.parse_args()
    try:
        previous = None
        if chosen.previous:
            with open(chosen.previous, "rb") as file:
                previous = file.read()
        told, problems = check(Site(chosen.site), chosen.record, previous)
    except (OSError, ValueError) as error:
        print(f"打不开：{error}")
        return 2
    for problem in problems:
        print(f"错误：{problem}")
    print(f"核对了{told}：{f'{len(problems)} 个错误' if problems else '没有发现问题'}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
