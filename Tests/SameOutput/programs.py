"""Runs two programs side by side, each in its own folder, and has all they put out compared."""
import os
import re
import shutil
import subprocess
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

PATIENCE = 120  # seconds for one command


class Run(NamedTuple):
    """What one program said and wrote."""
    code: int
    output: bytes
    talk: bytes
    written: dict

    @property
    def text(self):
        return self.output.decode("utf-8", "surrogateescape")


class Programs:
    """The two programs; commands and their exit codes are counted."""

    def __init__(self, before, after, folder, comparison):
        self.programs, self.folder, self.comparison = (before, after), folder, comparison
        self.codes, self.threads = Counter(), ThreadPoolExecutor(2)

    def area(self, name):
        return Area(self, name)


class Area:
    """A folder of the same name on each side, and the commands run in it."""

    def __init__(self, programs, name):
        self.all, self.name, self.number = programs, name, 0
        self.sides = [programs.folder / side / name for side in ("before", "after")]
        for side in self.sides:
            side.mkdir(parents=True)
        self.pairs, self.seen = {}, [{}, {}]

    def put(self, name, content):
        """Lays the same file into both folders: bytes, text, or a file or folder to be copied."""
        for number, side in enumerate(self.sides):
            place = side / name
            place.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Path):
                (shutil.copytree if content.is_dir() else shutil.copy2)(content, place)
            else:
                place.write_bytes(content.encode() if isinstance(content, str) else content)
        self.look()

    def change(self, name, how):
        """Changes a file that each program wrote for itself, on both sides in the same way."""
        for path in (side / name for side in self.sides):
            if path.exists():
                path.write_text(how(path.read_text(encoding="utf-8")), encoding="utf-8")
        self.look()

    def look(self):
        """Takes what lies in the folders now for known: only what a command writes after this is held against each other."""
        self.seen = [self._files(side) for side in self.sides]

    def alone(self, side, *words, env=None):
        """Runs a command with one of the programs, 0 BEFORE, 1 AFTER, and compares nothing."""
        return self._one(side, [str(word) for word in words], b"", ".", env or {})

    def read(self, name):
        """The file of BEFORE."""
        return (self.sides[0] / name).read_bytes()

    def run(self, *words, both=None, to_the_byte=False, stdin=b"", lang="en", below=".", env=None):
        """Runs a command with both programs and compares exit code, both streams and every file written; gives BEFORE's.

        `both` are the words for each where they must differ, for a head of its own, say; then `words` is the name only.
        """
        self.number += 1
        words, language = [str(word) for word in words], ["--lang", lang] if lang else []
        lines = [[str(word) for word in line] + language for line in both or (words, words)]
        before, after = self.all.threads.map(
            lambda side: self._one(side, lines[side], stdin, below, env or {}), (0, 1))
        self.all.codes[before.code] += 1
        name = f"{self.name}/{self.number:04} fangpin {' '.join(words + language)}"
        pairs = None if to_the_byte else self.pairs

        def hold(what, one, other):
            self.all.comparison.hold(f"{name} → {what}", one, other, pairs)

        # Who may read a file is a promise too, so modes are compared with the exit code.
        hold("exit code and files written", *(
            "\n".join([str(run.code)] + [f"{path} {mode:o}" for path, (mode, _) in sorted(run.written.items())]).encode()
            for run in (before, after)))
        hold("standard output", before.output, after.output)
        hold("standard error", before.talk, after.talk)
        for path in sorted(before.written.keys() & after.written.keys()):
            hold(path, before.written[path][1], after.written[path][1])
        return before

    def _one(self, number, words, stdin, below, env):
        home = self.sides[number]
        surroundings = {
            "PATH": os.environ.get("PATH", ""), "HOME": str(home), "LC_ALL": "C.UTF-8", "TERM": "dumb", "NO_COLOR": "1", **env}
        try:
            done = subprocess.run(
                [self.all.programs[number], *words], cwd=home / below, input=stdin, capture_output=True, env=surroundings,
                timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            done = subprocess.CompletedProcess(words, 124, b"", f"no end within {PATIENCE} s\n".encode())
        files, seen = self._files(home), self.seen[number]
        self.seen[number] = files
        # A casebook is a database: its bytes are no output, its dumps are.
        written = {
            path: (mode, (home / path).read_bytes() if mode else b"")
            for path, (mode, *_) in [(path, files.get(path, (0,))) for path in files.keys() | seen.keys()]
            if files.get(path) != seen.get(path)}
        return Run(done.returncode, done.stdout, done.stderr, written)

    @staticmethod
    def _files(home):
        """What stands below a folder, by path: mode, size, inode and time of change."""
        files = {}
        for folder, _, names in os.walk(home):
            for name in names:
                if not re.search(r"\.casebook(-wal|-shm)?$", name):
                    status = os.stat(os.path.join(folder, name))
                    path = os.path.relpath(os.path.join(folder, name), home)
                    files[path] = (status.st_mode & 0o777, status.st_size, status.st_ino, status.st_mtime_ns)
        return files
