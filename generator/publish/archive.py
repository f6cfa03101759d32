"""A zip file as a target, for FTP or a memory stick: the whole site, the list of what to delete, and how to go about it.

The releases themselves are kept in a folder beside the file, by the folder's own target; here only the file is made from the live one.
"""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.publish.folder import FolderTarget, durable
from generator.publish.layout import RELEASES
from generator.publish.manifest import Manifest, read_manifest
from generator.publish.target import MANIFEST, Survey, sequence_of
from generator.writing.stage import Refusal

_SITE, _README, _DELETE = "site", "README.txt", "DELETE.txt"
_TEXT = """\
行政执法公示专栏，第 {sequence} 次发布

请按顺序做，不要跳步：
1. 先删除：把 DELETE.txt 列出的文件从网站的栏目文件夹里删掉（没有的跳过）。列出的有些是依法撤下的，必须最先做。
2. 再上传：把 site 文件夹里面的全部内容上传到栏目文件夹，覆盖同名文件。顺序：assets，其余文件夹，最后是最外层的文件。
3. 核对：打开栏目首页和“更正与撤下”页，看是否是新的内容；用 manifest.json 里的 SHA-256 可以逐个核对文件。

web.config 等服务器设置不在这里，也不要删。上传到一半停了，从第 1 步重做一遍即可。
漏掉了前面几次发布不要紧：DELETE.txt 包含历次要删的，site 是完整的网站。
"""


class ArchiveTarget:
    """See :class:`generator.publish.target.Target`; ``file`` is the zip file. The folder ``<file>.d`` beside it holds the releases."""

    def __init__(self, file: Path) -> None:
        if file.suffix.lower() != ".zip":
            raise Refusal(f"{file} 不是 .zip 文件名", "写法：--to zip:文件夹/名称.zip")
        self.file = file
        self._state = file.with_name(f"{file.name}.d")
        self._folder = FolderTarget(self._state / "target")
        self.label = f"zip:{file}"

    @contextmanager
    def lock(self, holder: str) -> Iterator[None]:
        """The folder's lock. A file that a killed publisher left old, or that was moved away, is made anew."""
        self.survey()
        with self._folder.lock(holder):
            live = self.survey().live
            if live is not None and self._archived() != live:
                self._write(live)
            yield

    def survey(self) -> Survey:
        """What the folder holds. A file of that name that this program did not make is refused."""
        if self.file.exists() and (self._archived() is None or not self._state.is_dir()):
            raise Refusal(
                f"{self.file} 已经有了，不是本程序做的发布压缩包，或者它旁边的 {self._state.name} 不见了；没有动它",
                f"换一个文件名，或者先把它移走；是本程序做的，把 {self._state.name} 从备份取回",
            )
        return self._folder.survey()

    def read(self, path: str) -> bytes | None:
        """From the folder."""
        return self._folder.read(path)

    def write(self, path: str, data: bytes | None) -> None:
        """Into the folder."""
        self._folder.write(path, data)

    def begin(self, name: str, base: str | None, shared: Collection[str]) -> None:
        """In the folder."""
        self._folder.begin(name, base, shared)

    def put(self, name: str, site: Path, paths: Collection[str]) -> None:
        """In the folder."""
        self._folder.put(name, site, paths)

    def digests(self, name: str) -> Mapping[str, str]:
        """Of the folder."""
        return self._folder.digests(name)

    def finish(self, name: str) -> None:
        """In the folder."""
        self._folder.finish(name)

    def switch(self, name: str) -> None:
        """In the folder, then the file is made anew and takes the old one's place in one step."""
        self._folder.switch(name)
        self._write(name)

    def remove(self, name: str) -> None:
        """In the folder."""
        self._folder.remove(name)

    def _archived(self) -> str | None:
        """The release in the zip file; None if there is no such file."""
        if not (self.file.is_file() and zipfile.is_zipfile(self.file)):
            return None
        with zipfile.ZipFile(self.file) as archive:
            name = archive.comment.decode("ascii", "replace")
        return name if sequence_of(name) is not None else None

    def _write(self, name: str) -> None:
        release = self._folder.root / RELEASES / name
        manifest = read_manifest((release / MANIFEST).read_bytes(), f"{release}/{MANIFEST}")
        paths = sorted(self.digests(name))
        stale = self._stale(paths)
        draft = self._state / "draft.zip"
        draft.unlink(missing_ok=True)
        with zipfile.ZipFile(draft, "x", zipfile.ZIP_DEFLATED) as archive:
            archive.comment = name.encode("ascii")
            stamp = _stamp(manifest)
            for entry, text in ((_README, _TEXT.format(sequence=manifest.sequence)), (_DELETE, "".join(f"{path}\n" for path in stale))):
                # Staff open these with Windows' editor, which knows UTF-8 by its mark.
                _add(archive, entry, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), stamp)
            for path in paths:
                _add(archive, f"{_SITE}/{path}", (release / path).read_bytes(), stamp)
        durable(draft)
        draft.replace(self.file)
        durable(self.file.parent)

    def _stale(self, paths: Collection[str]) -> list[str]:
        """All that was ever handed out and is not in the site now: whoever skipped a release must delete that, too."""
        known = self._state / "paths.txt"
        handed = set(known.read_text("utf-8").splitlines()) if known.is_file() else set()
        draft = self._state / "paths.draft"
        draft.write_text("".join(f"{path}\n" for path in sorted(handed | set(paths))), "utf-8")
        durable(draft)
        draft.replace(known)
        return sorted(handed - set(paths))


def _stamp(manifest: Manifest) -> tuple[int, int, int, int, int, int]:
    """The files' time: the release's day, and within it another for each release.

    Servers and copying programs tell an old file from a new one by time and length.
    """
    minutes, seconds = divmod(manifest.sequence * 2, 60)
    return (*manifest.as_of.timetuple()[:3], minutes // 60 % 24, minutes % 60, seconds)


def _add(archive: zipfile.ZipFile, path: str, data: bytes, stamp: tuple[int, int, int, int, int, int]) -> None:
    entry = zipfile.ZipInfo(path, stamp)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    archive.writestr(entry, data)
